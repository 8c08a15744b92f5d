// One forward pass over the tokens that are new, on top of the rows shared with an earlier recording.
#pragma once

#include <memory>
#include <vector>

#include "core/model/finite_check.h"
#include "core/model/rotary_table.h"
#include "core/model/transformer.h"

namespace core {

inline constexpr Index kMlpRows = 2048;   // rows of the MLP's hidden layer that exist at once: it is the widest thing in a run

// The model's own mask & the pattern of the plan.
[[nodiscard]] Pattern maskOf(const Mechanism& mechanism);

// Layouts of every layer and head: see maskOf. Heads with equal patterns share one. Null where the pattern selects: what it selects from, q and k, is
// not there yet.
[[nodiscard]] std::vector<std::vector<LayoutPtr>> compileLayouts(const ModelConfig& config, const AttentionPlan& plan, Index tokens);

// Where the attention of a run is computed.
[[nodiscard]] const AttentionBackend& backendOf(const RunOptions& options);

// The first n rows of `previous` that equal what this run would compute; 0 when nothing can be shared.
[[nodiscard]] Index sharedRows(const Transformer& model, const Tokens& tokens, const RunOptions& options,
                               const std::vector<std::vector<LayoutPtr>>& layouts);

// Bytes at the peak of a run over N tokens of which `shared` come from an earlier one: what is recorded, and what the pass needs beside it.
[[nodiscard]] std::int64_t peakBytes(const ModelConfig& config, const RunOptions& options, Index tokens, Index shared);

class ForwardPass {
public:
    // Ids are in range and the plan fits. Rows before `firstNew` are taken from options.previous.
    ForwardPass(const Transformer& model, const Tokens& tokens, const RunOptions& options, std::vector<std::vector<LayoutPtr>> layouts,
                Index firstNew);

    // Fills tokens, sites and logits. Errors: Cancelled, NotFinite, those of the backend.
    [[nodiscard]] Result<void> run(Recording& recording);

private:
    [[nodiscard]] Result<void> copyTokens(Recording& recording) const;
    [[nodiscard]] Result<void> embed();
    [[nodiscard]] Result<void> runLayer(Index layer, AttentionSite& site);
    [[nodiscard]] Result<void> projectQkv(Index layer, AttentionSite& site);
    [[nodiscard]] Result<void> chooseKeys(Index layer, AttentionSite& site);
    [[nodiscard]] Result<RowMatrix> attend(Index layer, AttentionSite& site);
    [[nodiscard]] Result<void> checkAttended(Index layer, const AttentionOutput& attended) const;
    [[nodiscard]] Result<void> addMlp(Index layer);
    [[nodiscard]] Result<void> mlpRows(Index layer, Span rows);
    [[nodiscard]] Result<void> addWrite(Index layer, const RowMatrix& write, std::string_view what, Span rows);
    [[nodiscard]] Result<void> computeLogits(Recording& recording);
    void keepRowsForLogits(RowMatrix& heads);

    [[nodiscard]] Result<void> goOn() const;   // Cancelled once a stop was asked for
    [[nodiscard]] Result<void> overRows(Index n, const std::function<void(Index)>& body) const;
    [[nodiscard]] Result<RowMatrix> normed(Index layer, const NormWeights<float>& norm, Span rows) const;
    [[nodiscard]] Result<RowMatrix> projected(const RowMatrix& x, const float* weight, const float* bias, Index out) const;
    [[nodiscard]] Result<RowMatrix> projected(const RowMatrix& x, const LinearWeights<float>& linear) const;
    [[nodiscard]] Index tokenOf(Index row) const { return m_tokens.size() - m_x.rows() + row; }   // m_x always holds the last rows

    const Transformer& m_model;
    const ModelConfig& m_config;
    const Tokens& m_tokens;
    const RunOptions& m_options;
    std::vector<std::vector<LayoutPtr>> m_layouts;
    Index m_firstNew;
    RotaryTable<float> m_rotary;
    std::int64_t m_chosenBytes = 0;   // of the rows chosen so far
    RowMatrix m_x;   // residual stream of the new rows [n × d_m]; after the last attention of those alone whose logits are wanted
};

}   // namespace core
