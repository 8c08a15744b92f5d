#include "core/attention/block_layout.h"

#include <algorithm>
#include <cassert>

namespace core {

namespace {

// Σ min(limit, p + shift) over p in [begin, end): p + shift up to the limit, then the limit.
Index sumOfMin(Index begin, Index end, Index shift, Index limit)
{
    if (begin >= end) return 0;
    const Index turn = shift >= limit - begin ? begin : std::min(end, limit - shift);   // first p with p + shift ≥ limit
    const Index rising = turn - begin;
    const Index risingSum = rising == 0 ? 0 : rising * (begin + shift) + rising * (rising - 1) / 2;
    return risingSum + (end - turn) * limit;
}

// Σ max(limit, p − back) over p in [begin, end).
Index sumOfMax(Index begin, Index end, Index back, Index limit)
{
    if (begin >= end) return 0;
    const Index turn = back >= end - limit ? end : std::max(begin, limit + back);   // first p with p − back ≥ limit
    const Index rising = end - turn;
    const Index risingSum = rising == 0 ? 0 : rising * (turn - back) + rising * (rising - 1) / 2;
    return risingSum + (turn - begin) * limit;
}

// Pairs of positions [positions) × [keys) inside a band, in closed form.
Index pairsOfBand(const Band& band, Span positions, Span keys)
{
    // Only these positions meet the keys at all; for them the row's range is never negative.
    const Index begin = std::max(positions.begin, keys.begin - band.ahead), end = std::min(positions.end, keys.end + band.back);
    return sumOfMin(begin, end, band.ahead + 1, keys.end) - sumOfMax(begin, end, band.back, keys.begin);
}

}   // namespace

BlockLayout::BlockLayout(Pattern pattern, Index queries, Index keys) :
    m_pattern(std::move(pattern)), m_band(m_pattern.band()), m_queries(queries), m_keys(keys)
{
    assert(0 <= queries && queries <= keys && !m_pattern.selects());
}

BlockLayout::BlockLayout(Pattern pattern, ChosenRows chosen, Index keys) :
    m_pattern(std::move(pattern)), m_chosen(std::move(chosen)), m_queries(m_chosen->rows()), m_keys(keys)
{
    assert(m_queries <= keys && m_pattern.selects());
}

KeyRuns BlockLayout::row(Index row) const
{
    if (m_chosen) return m_chosen->row(row);
    if (!m_band) return m_pattern.runs({row + offset()}, m_keys);
    KeyRuns runs;
    appendRun(runs, m_band->keysOf(row + offset(), {0, m_keys}));
    return runs;
}

Index BlockLayout::rowCount(Index row) const
{
    if (m_chosen) return m_chosen->count(row);
    return m_band ? m_band->keysOf(row + offset(), {0, m_keys}).size() : countOf(this->row(row));
}

Index BlockLayout::pairs() const { return pairsIn({0, m_queries}, {0, m_keys}); }

Index BlockLayout::pairsIn(Span rows, Span keys) const
{
    rows = intersectionOf(rows, {0, m_queries});
    keys = intersectionOf(keys, {0, m_keys});
    if (rows.empty() || keys.empty()) return 0;
    if (m_band) return pairsOfBand(*m_band, {rows.begin + offset(), rows.end + offset()}, keys);
    Index count = 0;
    for (Index i = rows.begin; i < rows.end; ++i) count += countWithin(row(i), keys);
    return count;
}

TileClass BlockLayout::classOf(Span rows, Span keys) const
{
    rows = intersectionOf(rows, {0, m_queries});
    keys = intersectionOf(keys, {0, m_keys});
    if (rows.empty() || keys.empty()) return TileClass::Empty;
    if (m_band) {
        const Index pairs = pairsIn(rows, keys);
        return pairs == 0 ? TileClass::Empty : pairs == rows.size() * keys.size() ? TileClass::Full : TileClass::Partial;
    }
    bool all = true, none = true;
    for (Index i = rows.begin; i < rows.end && (all || none); ++i) {
        const Index count = countWithin(row(i), keys);
        all = all && count == keys.size();
        none = none && count == 0;
    }
    return none ? TileClass::Empty : all ? TileClass::Full : TileClass::Partial;
}

KeyRuns BlockLayout::touchedTiles(Span rows, Index tile) const
{
    assert(tile >= 1);
    rows = intersectionOf(rows, {0, m_queries});
    KeyRuns touched;
    const auto inTiles = [&](const KeyRuns& runs) {
        KeyRuns result;
        for (const Span& run : runs) appendRun(result, {run.begin / tile * tile, std::min(m_keys, ceilDiv(run.end, tile) * tile)});
        return result;
    };
    if (m_band && !rows.empty()) {
        // Rows of a band overlap or touch their neighbours, so that the first and the last non-empty row bound the union.
        const Index first = std::max(rows.begin + offset(), -m_band->ahead), last = std::min(rows.end + offset(), m_keys + m_band->back) - 1;
        if (first <= last) appendRun(touched, {m_band->keysOf(first, {0, m_keys}).begin, m_band->keysOf(last, {0, m_keys}).end});
        return inTiles(touched);
    }
    for (Index i = rows.begin; i < rows.end; ++i) touched = unionOf(touched, inTiles(row(i)));
    return touched;
}

}   // namespace core
