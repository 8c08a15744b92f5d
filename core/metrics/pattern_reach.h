// How far a token's knowledge reaches through layers that all have one pattern.
#pragma once

#include <stop_token>
#include <vector>

#include "core/attention/block_layout.h"
#include "core/base/result.h"

namespace core {

inline constexpr Index kReachTokens = 4096;   // reach of longer texts is left out: it takes N² bits and N³/64 steps

// Boolean reach: a token knows itself and, after each layer, all that the keys of its row knew before. Share of own's pairs (p, j) where p knows j,
// after 1 … `layers` layers; 1 where own has none. Empty for more than kReachTokens tokens. Errors: Cancelled.
[[nodiscard]] Result<std::vector<double>> reachOf(const BlockLayout& layout, const BlockLayout& own, Index layers, const std::stop_token& stop = {});

// [keys] in how many layers what each token knew first reaches the query row: 0 the query itself, 1 a key of its row, 2 a key of such a key's row …;
// −1 where `layers` layers are too few. The layout is N × N.
[[nodiscard]] std::vector<int> hopsFrom(const BlockLayout& layout, Index query, Index layers);

}   // namespace core
