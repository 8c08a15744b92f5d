// What a head scores on the same tokens in random order: the score it has by chance and habit. The best of many heads is always impressive;
// this number beside it says how much of the score the text has earned.
#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/metrics/head_metrics.h"

namespace core {

// The metrics of `shuffled`, a run of `shuffledTokens` of the recording's tokens through the same model with the same plan, in (layer, head)
// order. Errors: BadInput where the two do not belong together, because then they would be compared without meaning anything; Cancelled.
[[nodiscard]] Result<std::vector<HeadMetrics>> shuffledMetrics(const RecordingPtr& recording, const RecordingPtr& shuffled,
                                                               const std::stop_token& stop = {});

// Head by head and metric by metric the mean over several shuffles, of those that have a value. All lists name the same heads.
[[nodiscard]] std::vector<HeadMetrics> meanMetrics(std::span<const std::vector<HeadMetrics>> shuffles);

}   // namespace core
