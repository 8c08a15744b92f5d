// AttentionBackend: softmax attention of all heads of one layer, without ever storing N × N. Implementations differ in where they run,
// never in what they compute: each is checked against referenceAttention.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/attention/attention_plan.h"
#include "core/attention/block_layout.h"
#include "core/attention/head_rows.h"
#include "core/base/result.h"

namespace core {

// One layer's heads. Query head h reads key/value head h / (H / H_kv). q, k are taken after positional encoding.
struct HeadBatch {
    const HeadRows* q = nullptr;      // [H][N_q][d]
    const HeadRows* k = nullptr;      // [H_kv][N_k][d]
    const HeadRows* v = nullptr;      // [H_kv][N_k][d]
    Span queries;                     // rows of q to compute; q->rows() is N_q and k->rows() is N_k = N_q here
    float scale = 1.0f;               // tau
    std::vector<LayoutPtr> layouts;   // [H], compiled at N_q × N_k: the model's own mask & the plan's pattern
    // [H]. Off computes weights and lse as usual, so that the head can still be looked at, and writes O = 0. Mean: every score is 0, hence
    // lse_i = ln n_i, P = 1/n_i and O = the mean of the allowed values. The pattern of a SoftmaxMechanism is part of the layout already.
    std::vector<Mechanism> mechanisms;
};

// A panel of finished weights, seen once while a layer is computed. Absent pairs hold 0; ask the layout which they are.
// Long or scattered rows come in several parts: same head and rows, ascending keys, one after the other from the same thread.
// Keys in no part are absent for these rows.
struct WeightPanel {
    Index head;
    Span rows;              // query rows
    Span keys;              // columns of this part
    const float* weights;   // [rows.size()][stride]
    Index stride;
    const float* lse;   // [rows.size()]
    const BlockLayout* layout;
};

// Sees every part of every panel of every head exactly once, from worker threads: panels of different (head, rows) come concurrently.
class RowObserver {
public:
    virtual ~RowObserver() = default;
    virtual void panel(const WeightPanel& panel) = 0;
};

struct AttentionOutput {
    RowMatrix out;   // [queries.size() × H·d], head h in columns h·d …; empty rows are 0
    RowMatrix lse;   // [queries.size() × H]; −∞ for an empty row
};

class AttentionBackend {
public:
    virtual ~AttentionBackend() = default;
    [[nodiscard]] virtual std::string name() const = 0;   // "cpu"
    // Errors: Cancelled; NotFinite (what: head and row; the caller adds the layer) for an allowed score of NaN or +∞, such a value, or an
    // output that overflows; OverBudget. A NaN in an absent K or V row changes nothing, not one bit. Rows do not depend on which other rows are
    // computed, beyond rounding; at equal N whole panels of 128 rows are bit-identical, and a row keeps every bit whatever other rows chose as keys.
    [[nodiscard]] virtual Result<AttentionOutput> attend(const HeadBatch& batch, RowObserver* observer, const std::stop_token& stop) const = 0;
};

[[nodiscard]] std::shared_ptr<const AttentionBackend> cpuBackend();

// One head's weights recomputed from q, k and lse: P = exp(tau·q·k − lse). They are those of attend() within 1e-6 while
// scores stay below 10. Beyond that a weight is off by a share of itself that grows with them, P·√d·2⁻²³·tau·|q|·|k|: the two products round in
// different orders, and exp makes what a score is off by a share of its result.
// out [rows.size()][keys.size()], row-major; absent pairs are written as 0.
struct HeadWeightsSource {
    const HeadRows* q = nullptr;
    const HeadRows* k = nullptr;
    const HeadRows* lse = nullptr;   // [.][N][1]
    Index head = 0;                  // of q
    Index kvHead = 0;
    Index lseHead = 0;
    float scale = 1.0f;
    const BlockLayout* layout = nullptr;
    const Mechanism* mechanism = nullptr;   // Off: as if it were on; Mean needs no scores
};
void recomputeWeights(const HeadWeightsSource& source, Span rows, Span keys, float* out);

}   // namespace core
