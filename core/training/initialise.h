// Random weights to start training from.
#pragma once

#include <cstdint>

#include "core/model/weights.h"

namespace core {

// Matrices normal with deviation 0.02, the two that write to the residual stream with 0.02/√(2L) so that its variance does not grow with
// depth (Radford et al. 2019); gains 1, biases 0. Equal seeds give equal weights.
[[nodiscard]] Weights<float> initialWeights(const ModelConfig& config, std::uint64_t seed);

}   // namespace core
