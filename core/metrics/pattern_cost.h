// What one head with a pattern costs at any length: pairs, operations, bytes, tiles. Counted from the pattern alone, nothing runs.
#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "core/attention/block_layout.h"
#include "core/base/result.h"

namespace core {

struct CostShape {
    Index headDim = 64;         // d
    Index tile = 16;            // edge of the square tiles that a kernel would skip by
    Index bytesPerNumber = 4;   // e
};

// Of N queries and N keys; the formulas stand in formulaOf.
struct PatternCost {
    Index tokens = 0;           // N
    Index pairs = 0;            // Pi
    double flops = 0.0;         // scores and outputs; choosing keys is not counted
    double scoreBytes = 0.0;    // of the scores of the allowed pairs, packed
    double matrixBytes = 0.0;   // of a whole N × N matrix of scores
    double qkvBytes = 0.0;
    Index cacheKeys = 0;       // keys that a decoder must hold at once
    double cacheBytes = 0.0;   // of their K and V rows
    Index tilesTouched = 0;    // with an allowed pair in them
    Index tilesAll = 0;
    double usefulShare = 1.0;   // of the cells of touched tiles, those that are allowed; ragged tiles count whole. 1 without tiles
    friend bool operator==(const PatternCost&, const PatternCost&) = default;
};

enum class CostTerm { Pairs, Flops, ScoreBytes, MatrixBytes, QkvBytes, CacheKeys, CacheBytes, TilesTouched, UsefulShare };
[[nodiscard]] std::string_view formulaOf(CostTerm term);   // in symbols: N, d, e, Π, T (edge of a tile)

inline constexpr Index kCountedWithWhere = 16'384;    // of patterns with where(…), which is asked of every pair
inline constexpr Index kLongestCosted = 16'777'216;   // N² is still a whole number of pairs, and tiles are counted in no time

// Of a layout as it is, one that chose its keys too, however long counting takes. It is N × N. Errors: Cancelled.
[[nodiscard]] Result<PatternCost> costOf(const BlockLayout& layout, const CostShape& shape, const std::stop_token& stop = {});
// Of a pattern at any N from 0. Errors: BadInput for an N or a shape out of range; Unsupported, saying why, where it cannot be known: the pattern
// chooses its keys from q and k, or its rows fall into more runs at this N than are counted in a moment; Cancelled.
[[nodiscard]] Result<PatternCost> patternCost(const Pattern& pattern, Index tokens, const CostShape& shape, const std::stop_token& stop = {});

// It names tokens or holds painted cells: at another N those of the text that it was written for.
[[nodiscard]] bool namesPlaces(const Pattern& pattern);

struct GrowthPoint {
    Index tokens = 0;
    std::optional<PatternCost> cost;   // null where patternCost says why not
};
// Errors: Cancelled.
[[nodiscard]] Result<std::vector<GrowthPoint>> growthOf(const Pattern& pattern, std::span<const Index> tokens, const CostShape& shape,
                                                        const std::stop_token& stop = {});

}   // namespace core
