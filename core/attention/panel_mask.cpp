#include "core/attention/panel_mask.h"

#include <algorithm>
#include <limits>

namespace core {

namespace {

constexpr Index kTile = 64;   // of products
// What fetching a key costs, in keys of a product. Products over keys that rows chose are cut into small ones, and so cost more.
constexpr Index kFetchCost = 8, kFetchCostOfChosen = 4;
constexpr std::size_t kFewestRuns = 4;   // fewer leave no room for so many tiles

bool areScattered(const KeyRuns& runs, Index fetchCost)
{
    if (runs.size() < kFewestRuns) return false;
    Index keys = 0, tiles = 0, last = -1;
    for (const Span& run : runs) {
        const Index first = std::max(run.begin / kTile, last + 1), end = (run.end - 1) / kTile;
        keys += run.size();
        tiles += end + 1 - first;
        last = end;
    }
    return keys * fetchCost <= tiles * kTile;
}

}   // namespace

PanelMask::PanelMask(const BlockLayout& layout, Span rows) : m_layout(layout), m_rows(rows)
{
    if (layout.band()) return;
    m_runs.reserve(std::size_t(rows.size()));
    for (Index row = rows.begin; row < rows.end; ++row) {
        m_runs.push_back(layout.row(row));
        m_scattered.push_back(areScattered(m_runs.back(), layout.chosen() ? kFetchCostOfChosen : kFetchCost) ? 1 : 0);
    }
}

bool PanelMask::allScattered() const
{
    return !m_scattered.empty() && std::ranges::all_of(m_scattered, [](char scattered) { return scattered != 0; });
}

KeyRuns PanelMask::touchedTiles(Index tile) const
{
    if (m_layout.band()) return m_layout.touchedTiles(m_rows, tile);
    KeyRuns tiles;
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        if (i == 0 || m_runs[i] != m_runs[i - 1]) tiles = unionOf(tiles, blocksOf(m_runs[i], tile));
    KeyRuns keys = keysOfBlocks(std::move(tiles), tile);
    if (!keys.empty()) keys.back().end = std::min(keys.back().end, m_layout.keys());
    return keys;
}

Span PanelMask::apply(Index i, Span keys, float* scores) const
{
    if (!m_layout.band()) return applyRuns(m_runs[std::size_t(i)], keys, scores);
    const Span allowed = m_layout.band()->keysOf(m_rows.begin + i + m_layout.offset(), keys);
    const Index begin = std::min(allowed.begin, keys.end) - keys.begin, end = std::min(allowed.end, keys.end) - keys.begin;
    std::fill(scores, scores + begin, 0.0f);
    std::fill(scores + end, scores + keys.size(), 0.0f);
    return {begin, end};
}

Span PanelMask::applyRuns(const KeyRuns& runs, Span keys, float* scores) const
{
    auto run = std::upper_bound(runs.begin(), runs.end(), keys.begin, [](Index key, const Span& r) { return key < r.end; });
    const auto within = [keys](Span r) {
        const Span common = intersectionOf(r, keys);
        return Span{common.begin - keys.begin, common.end - keys.begin};
    };
    if (run == runs.end() || run->begin >= keys.end) {
        std::fill(scores, scores + keys.size(), 0.0f);
        return {};
    }
    Span hull = within(*run);
    for (++run; run != runs.end() && run->begin < keys.end; ++run) {
        const Span next = within(*run);
        std::fill(scores + hull.end, scores + next.begin, -std::numeric_limits<float>::infinity());
        hull.end = next.end;
    }
    std::fill(scores, scores + hull.begin, 0.0f);
    std::fill(scores + hull.end, scores + keys.size(), 0.0f);
    return hull;
}

}   // namespace core
