// A pattern taken away: as Python source of a mask_mod for FlexAttention (Dong et al. 2024, arXiv 2412.05496).
#pragma once

#include <string>

#include "core/attention/pattern.h"
#include "core/base/result.h"

namespace core {

// Defines mask_mod(b, h, q_idx, kv_idx), which is true where the pattern allows query q_idx to see key kv_idx of `tokens` queries and keys; random
// draws are written out. Only parts that depend on the length, which a comment names, are bound to it; indices beyond it are harmless. Errors:
// Unsupported for a pattern that chooses its keys from q and k, for draws of more than 1,024 blocks, and for a where(…) whose numbers may leave 64
// bits; BadInput for less than one token.
[[nodiscard]] Result<std::string> maskModSource(const Pattern& pattern, Index tokens);

}   // namespace core
