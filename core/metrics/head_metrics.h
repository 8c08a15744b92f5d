// Descriptions of a head, as fixed by the design, section 3. They say where a head looks, never why the model answered.
#pragma once

#include <optional>
#include <vector>

#include "core/recording/attention_map.h"
#include "core/text/tokens.h"

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

// Rows past `trainedContext` (0 = no limit) are left out.
[[nodiscard]] HeadMetrics headMetrics(const AttentionMap& map, const Tokens& tokens, HeadId head, Index trainedContext = 0);
[[nodiscard]] std::vector<HeadMetrics> allHeadMetrics(const RecordingPtr& recording);   // in (layer, head) order, parallel over heads

}   // namespace core
