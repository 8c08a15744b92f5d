// Recording: everything a forward pass leaves behind. q, k, v after positional encoding and one lse per query row; never a weight matrix.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/attention/attention_plan.h"
#include "core/attention/block_layout.h"
#include "core/attention/head_rows.h"
#include "core/text/tokens.h"

namespace core {

// The heads of one attention layer.
struct AttentionSite {
    enum class Kind { Self, Encoder, Cross };
    Kind kind = Kind::Self;
    Index layer = 0;
    HeadRows q;                             // [H][N][d]
    HeadRows k;                             // [H_kv][N][d]
    HeadRows v;                             // [H_kv][N][d]
    HeadRows lse;                           // [H][N][1]
    HeadRows output;                        // [H][N][d], O = P·V of each head, before W_O; rows() == 0 unless asked for
    float scale = 1.0f;                     // tau
    std::vector<LayoutPtr> layouts;         // [H], N × N
    std::vector<Mechanism> mechanisms;      // [H]

    [[nodiscard]] Index heads() const { return q.heads(); }
    [[nodiscard]] Index kvHeadOf(Index head) const { return head / (q.heads() / k.heads()); }
};

// Immutable once published. A run that meets NaN or infinity ends in an error, so that every number here is finite (an lse may be −∞), and
// so is every row that a later run shares.
struct Recording {
    std::uint64_t id = 0;                   // nextUniqueId()
    Tokens tokens;
    std::string model;                      // as `fovea models` names it
    AttentionPlan plan;
    std::vector<AttentionSite> sites;       // one for each layer, in order
    RowMatrix logits;                       // [0, 1 or N × V]: the last row, or all
    Index firstNewRow = 0;                  // rows before it were shared with the recording this one continued
    Index trainedContext = 0;               // positions the model was trained on; rows from here on are tinted
    double seconds = 0.0;                   // wall time of the forward pass
    std::uint64_t modelId = 0;              // Transformer::id() of the model that ran; 0 for an imported one
    std::string backend;                    // AttentionBackend::name() of what computed the attention; empty for an imported one

    [[nodiscard]] Index size() const { return tokens.size(); }
    [[nodiscard]] Index layers() const { return Index(sites.size()); }
    [[nodiscard]] Index heads() const { return sites.empty() ? 0 : sites.front().heads(); }
    [[nodiscard]] std::int64_t bytes() const;
};

using RecordingPtr = std::shared_ptr<const Recording>;

}   // namespace core
