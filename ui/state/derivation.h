// Derivation: one weight traced to its parts, from the recording's own numbers.
//
//     q·k = Σ q_i·k_i     s = tau·(q·k)     w = exp(s − lse)     written to the residual stream: w·v·W_O
#pragma once

#include <optional>
#include <vector>

#include "ui/state/explore_record.h"
#include "ui/state/selection.h"

namespace ui {

// What made the row: the model's softmax, or an ablation of the plan.
enum class HeadRule { Softmax, Off, Mean };

struct ProductTerm {
    float q = 0.0f;
    float k = 0.0f;
};

struct RowEntry {
    core::Index key = 0;
    float weight = 0.0f;
    double writeNorm = 0.0;   // ‖w·v·W_O‖
};

struct Derivation {
    core::HeadId head;
    Pair pair;
    HeadRule rule = HeadRule::Softmax;
    bool allowed = false;             // false: the pair is absent, and nothing below but allowedKeys and strongest means anything
    std::vector<ProductTerm> terms;   // [d]
    double scale = 1.0;               // tau
    double score = 0.0;               // s
    double lse = 0.0;                 // of the row
    double weight = 0.0;              // exp(s − lse) in double; the map's cell where a plan replaced the softmax
    float firstWeight = 0.0f;         // w(query, 0)
    double writeNorm = 0.0;
    core::Index rank = 0;   // from 1, among the allowed keys of the row
    core::Index allowedKeys = 0;
    core::Index shownRank = 0;   // the same without the first token
    core::Index shownKeys = 0;
    core::Index lastAllowed = -1;      // largest allowed key of the row
    QString pattern;                   // of the head, in its text form: which pairs exist
    bool isCausalOnly = false;         // … and it is key ≤ query alone
    core::Index pooledHeads = 1;       // key/value heads whose mean this head reads, where the plan groups them; 1: its own
    std::vector<RowEntry> strongest;   // of the row, largest first, at most kRowEntries and the first token

    // The scale is 1/√d, as it is unless a model says otherwise.
    [[nodiscard]] bool dividesByRootOfWidth() const;
    [[nodiscard]] double scaled(double sum) const;   // s of a sum of products
    // Whether the picture draws this pair when it hides the first token, and what it then draws: weight / (1 − w(query, 0)). The hidden token
    // itself is not drawn, and neither is a row of which it leaves nothing.
    [[nodiscard]] bool isRenormalisable() const;
    [[nodiscard]] bool isRowRenormalisable() const;
    [[nodiscard]] double renormalised() const { return renormalised(weight); }
    [[nodiscard]] double renormalised(double ofRow) const { return ofRow / (1.0 - double(firstWeight)); }
};

inline constexpr core::Index kRowEntries = 5;

// Null when the record has no such head or pair.
[[nodiscard]] std::optional<Derivation> derive(const ExploreRecord& record, core::HeadId head, Pair pair);

}   // namespace ui
