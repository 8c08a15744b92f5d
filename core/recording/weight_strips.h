// Exact weights of any rectangle of a map as a stream of small panels: what tiles, lists, metrics and exports are computed from, so that
// none of them ever holds N × N.
#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "core/recording/attention_map.h"

namespace core {

inline constexpr Index kStripRows = 64;     // with kStripKeys: 256 KB of weights, which stay in the cache of one core
inline constexpr Index kStripKeys = 1024;   // strips end at multiples of it, so that blocks of keys are not cut twice

struct WeightStrip {
    Span rows;
    Span keys;
    const float* weights = nullptr;   // [rows.size()][keys.size()], absent pairs as 0
    const KeyRuns* runs = nullptr;    // [rows.size()], the allowed keys of each row, clipped at `keys`

    [[nodiscard]] const KeyRuns& runsOf(Index row) const { return runs[row - rows.begin]; }
    [[nodiscard]] const float* from(Index row, Index key) const { return weights + (row - rows.begin) * keys.size() + (key - keys.begin); }
};

// Visits the allowed pairs of a rectangle of the map: rows ascending and, for the same rows, keys ascending. Where a panel has no allowed
// pair there is no strip: absent pairs are not computed. The rectangle lies inside the map. Runs on the calling thread.
// `stop` is polled before each panel, a few milliseconds of work at most. Returns whether all strips were visited.
bool forEachStrip(const AttentionMap& map, Span rows, Span keys, const std::function<void(const WeightStrip&)>& visit,
                  const std::stop_token& stop = {});

}   // namespace core
