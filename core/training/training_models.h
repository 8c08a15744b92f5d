// The models that a training run has when it is told of no other.
#pragma once

#include <cstdint>
#include <optional>

#include "core/model/model_config.h"

namespace core {

// The shape of the built-in model.
[[nodiscard]] ModelConfig smallModel(Index vocabulary, std::optional<std::int64_t> startToken);
// Two layers of four heads: enough for the tasks.
[[nodiscard]] ModelConfig taskModel(Index vocabulary, std::optional<std::int64_t> startToken);

}   // namespace core
