// Which blocks of keys a block of queries draws at random: of random(…) and bigbird(…).
#pragma once

#include <vector>

#include "core/base/shape.h"

namespace core {

// `draws` different ones of the blocks 0 … u (all of them where there are no more), ascending. Depends on (seed, u) alone, never on the text's length.
[[nodiscard]] std::vector<Index> randomBlocks(Index seed, Index u, Index draws);

// `draws` different ones of `blocks` blocks that are neither the first, nor the last, nor u or beside it (all such where there are no more), ascending.
// u is neither the first nor the last.
[[nodiscard]] std::vector<Index> bigbirdDraw(Index seed, Index u, Index blocks, Index draws);

}   // namespace core
