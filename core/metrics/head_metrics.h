// Descriptions of a head, as fixed by the design, section 3. They say where a head looks, never why the model answered.
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "core/metrics/token_occurrences.h"
#include "core/recording/attention_map.h"

namespace core {

// Means run over query rows i ≥ 1 with at least one allowed key; null when there is no such row.
struct HeadMetrics {
    HeadId head;
    std::optional<double> entropyNormalised;   // mean H_i / ln n_i; rows with n_i = 1 are left out
    std::optional<double> previousToken;       // mean P(i, i−1)
    std::optional<double> firstToken;          // mean P(i, 0)
    std::optional<double> meanDistance;        // mean Σ_j P_ij·|i − j|, in tokens
    std::optional<double> duplicateToken;      // mean, over positions whose token occurred before, of the mass on those occurrences
    std::optional<double> induction;           // only from the probe
};

// The rows that metrics look at: those past the trained context (0 = no limit) are left out.
[[nodiscard]] TokenOccurrences measuredRows(const Tokens& tokens, Index trainedContext, const std::stop_token& stop = {});

// Of the first rows.rows() rows; `rows` is the same for all heads of a recording, so it is made once. Errors: Cancelled, within milliseconds of
// the request however long the text is; OverBudget when the system's memory ends.
[[nodiscard]] Result<HeadMetrics> headMetrics(const AttentionMap& map, const TokenOccurrences& rows, HeadId head, const std::stop_token& stop = {});
// In (layer, head) order, parallel over heads. Errors: as headMetrics.
[[nodiscard]] Result<std::vector<HeadMetrics>> allHeadMetrics(const RecordingPtr& recording, const std::stop_token& stop = {});

}   // namespace core
