// What a pattern would keep of one recorded head, lose and cost: the identities of the field guide, section 12. The head's q, k and v stay as they
// ran, so this is what the head itself would do otherwise, not what the model would.
#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/attention/pattern.h"
#include "core/recording/recording.h"

namespace core {

// A row keeps the set S of its own keys. rho = Σ_S P is how much of its weights that was; what is left is scaled up by 1/rho, so that the
// Kullback-Leibler divergence of the row from its own weights is exactly −ln rho.
struct PatternEffect {
    LayoutPtr layout;               // the head's own pattern & this one, N × N
    std::vector<double> retained;   // [N] rho; 0 where a row keeps nothing
    HeadRows lse;                   // [1][N][1] of the rows' softmax; −∞ where a row keeps nothing. With it restrictedMap shows the weights
    std::vector<double> error;      // [N] ‖o_S − o‖ / ‖o‖, output o = P·v; 1 where a row keeps nothing, 0 where both are 0
    double relativeError = 0.0;     // the same of all rows as one matrix
    double flops = 0.0;             // 4·d for each pair: q·k and w·v. Choosing keys is not counted
    double seconds = 0.0;           // attention of this head alone, median of a few runs; choosing keys is not in it
    std::vector<double> reach;      // [layers] share of the head's own pairs that are connected after 1, 2 … layers of this pattern; see pattern_reach.h

    [[nodiscard]] Index emptyRows() const;       // rows that keep nothing
    [[nodiscard]] double meanRetained() const;   // over all rows; 0 rows keep all of nothing: 1
    [[nodiscard]] double leastRetained() const;
    [[nodiscard]] std::optional<double> meanDivergence() const;   // of −ln rho in nats, over the rows that keep something; null where none does
    [[nodiscard]] double largestError() const;
};

// Of the head's own pattern first, then of each of `patterns`. Precondition: the head exists. layers: of the model, for reach.
// Errors: Cancelled; OverBudget; NotFinite as of a run.
[[nodiscard]] Result<std::vector<PatternEffect>> patternEffects(const RecordingPtr& recording, HeadId head, std::span<const Pattern> patterns,
                                                                Index layers, const std::stop_token& stop = {});

}   // namespace core
