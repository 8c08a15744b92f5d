#include "core/recording/weight_strips.h"

#include <algorithm>

namespace core {

namespace {

// The runs inside `keys`. `next` is the first run that may still matter: chunks come in ascending order, so no run is passed over twice.
KeyRuns clipped(const KeyRuns& runs, Span keys, std::size_t& next)
{
    KeyRuns result;
    while (next < runs.size() && runs[next].end <= keys.begin) ++next;
    for (std::size_t i = next; i < runs.size() && runs[i].begin < keys.end; ++i) result.push_back(intersectionOf(runs[i], keys));
    return result;
}

// The smallest range that holds all runs; empty when there are none.
Span hullOf(const std::vector<KeyRuns>& rows)
{
    Span hull;
    for (const KeyRuns& runs : rows) {
        if (runs.empty()) continue;
        const Span own{runs.front().begin, runs.back().end};
        hull = hull.empty() ? own : Span{std::min(hull.begin, own.begin), std::max(hull.end, own.end)};
    }
    return hull;
}

}   // namespace

bool forEachStrip(const AttentionMap& map, Span rows, Span keys, const std::function<void(const WeightStrip&)>& visit, const std::stop_token& stop)
{
    std::vector<float> weights;
    std::vector<KeyRuns> runs, part;
    std::vector<std::size_t> next;
    for (Index first = rows.begin; first < rows.end; first += kStripRows) {
        if (stop.stop_requested()) return false;
        const Span strip = intersectionOf({first, first + kStripRows}, rows);
        runs.clear();
        for (Index row = strip.begin; row < strip.end; ++row) {
            std::size_t start = 0;
            runs.push_back(clipped(map.allowedKeys(row), keys, start));
        }
        next.assign(runs.size(), 0);
        const Span hull = hullOf(runs);
        for (Index key = hull.begin; key < hull.end;) {
            if (stop.stop_requested()) return false;
            const Index border = std::min((key / kStripKeys + 1) * kStripKeys, hull.end);
            part.clear();
            for (std::size_t i = 0; i < runs.size(); ++i) part.push_back(clipped(runs[i], {key, border}, next[i]));
            if (const Span held = hullOf(part); !held.empty()) {
                weights.resize(std::size_t(strip.size() * held.size()));
                map.weights(strip, held, weights.data());
                visit({.rows = strip, .keys = held, .weights = weights.data(), .runs = part.data()});
            }
            key = border;
        }
    }
    return true;
}

}   // namespace core
