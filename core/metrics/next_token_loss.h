// How well a run foresees each next token of its own text.
#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/recording/recording.h"

namespace core {

// ln softmax of a row of logits [V], in double.
[[nodiscard]] std::vector<double> logProbabilities(const float* logits, Index vocabulary);

// [N − 1]: −ln p of token i + 1 under row i of a recording that kept all logits, in nats; empty for no tokens. Errors: Cancelled.
[[nodiscard]] Result<std::vector<double>> nextTokenLoss(const Recording& recording, const std::stop_token& stop = {});

// Over the first n values, or all where there are fewer; null of none.
[[nodiscard]] std::optional<double> meanOf(std::span<const double> values, Index n);

}   // namespace core
