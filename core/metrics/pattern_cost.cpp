#include "core/metrics/pattern_cost.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include <fmt/format.h>

namespace core {

namespace {

// The last row that reads each key at or after it, found by going through the rows from the last one up: a key is met once.
class LastReaders {
public:
    explicit LastReaders(Index keys) : m_last(std::size_t(keys), -1), m_unread(std::size_t(keys) + 1)
    {
        std::iota(m_unread.begin(), m_unread.end(), Index(0));
    }

    void read(Index row, const KeyRuns& runs)
    {
        for (const Span& run : runs) {
            const Index end = std::min(run.end, row + 1);
            for (Index j = firstUnread(run.begin); j < end; j = firstUnread(j)) {
                m_last[std::size_t(j)] = row;
                m_unread[std::size_t(j)] = j + 1;
            }
        }
    }

    // max over steps t of the keys j ≤ t that a row from t on reads.
    [[nodiscard]] Index mostHeld() const
    {
        std::vector<Index> change(m_last.size() + 1, 0);
        for (std::size_t j = 0; j < m_last.size(); ++j) {
            if (m_last[j] < 0) continue;
            ++change[j];
            --change[std::size_t(m_last[j]) + 1];
        }
        Index held = 0, most = 0;
        for (const Index each : change) most = std::max(most, held += each);
        return most;
    }

private:
    // The first key from j on that no row has read yet; paths are halved on the way.
    Index firstUnread(Index j)
    {
        while (m_unread[std::size_t(j)] != j) j = m_unread[std::size_t(j)] = m_unread[std::size_t(m_unread[std::size_t(j)])];
        return j;
    }

    std::vector<Index> m_last;
    std::vector<Index> m_unread;   // [keys + 1], the key itself while it is unread
};

struct Counts {
    Index pairs = 0;
    Index tiles = 0;
    Index cacheKeys = 0;
};

Result<Counts> countedRows(const BlockLayout& layout, Index tile, const std::stop_token& stop)
{
    Counts counts;
    LastReaders readers(layout.keys());
    for (Index panel = ceilDiv(layout.queries(), tile) - 1; panel >= 0; --panel) {
        if (stop.stop_requested()) return cancelled();
        KeyRuns touched;
        for (Index row = std::min(layout.queries(), (panel + 1) * tile) - 1; row >= panel * tile; --row) {
            const KeyRuns runs = layout.row(row);
            counts.pairs += countOf(runs);
            readers.read(row, runs);
            touched = unionOf(touched, blocksOf(runs, tile));
        }
        counts.tiles += countOf(touched);
    }
    counts.cacheKeys = readers.mostHeld();
    return counts;
}

// A band's rows need no look: its pairs have a closed form, and a decoder holds what the last row of the band reaches back to.
Result<Counts> countedBand(const BlockLayout& layout, Index tile, const std::stop_token& stop)
{
    Counts counts{.pairs = layout.pairs(), .tiles = 0, .cacheKeys = std::min(layout.keys(), layout.band()->back + 1)};
    for (Index begin = 0; begin < layout.queries(); begin += tile) {
        if (stop.stop_requested()) return cancelled();
        for (const Span& run : layout.touchedTiles({begin, begin + tile}, tile)) counts.tiles += ceilDiv(run.size(), tile);
    }
    return counts;
}

std::string numberText(Index number)
{
    std::string text = std::to_string(number);
    for (Index at = Index(text.size()) - 3; at > 0; at -= 3) text.insert(std::size_t(at), ",");
    return text;
}

Result<void> checked(Index tokens, const CostShape& shape)
{
    if (tokens < 0 || tokens > kLongestCosted)
        return fail(Fault::BadInput, fmt::format("A cost was asked for at {} tokens, expected 0 to {}.", tokens, numberText(kLongestCosted)));
    if (shape.headDim < 1 || shape.tile < 1 || shape.bytesPerNumber < 1)
        return fail(Fault::BadInput, fmt::format("A head of width {}, tiles of {} and numbers of {} bytes have no cost: each is at least 1.",
                                                 shape.headDim, shape.tile, shape.bytesPerNumber));
    return {};
}

}   // namespace

std::string_view formulaOf(CostTerm term)
{
    switch (term) {
    case CostTerm::Pairs:
        return "Π = |{(p, j) : allowed(p, j)}|";
    case CostTerm::Flops:
        return "4 · d · Π";
    case CostTerm::ScoreBytes:
        return "e · Π";
    case CostTerm::MatrixBytes:
        return "e · N²";
    case CostTerm::QkvBytes:
        return "3 · N · d · e";
    case CostTerm::CacheKeys:
        return "c = max over t of |{j ≤ t : some p ≥ t reads j}|";
    case CostTerm::CacheBytes:
        return "2 · c · d · e,  c = max over t of |{j ≤ t : some p ≥ t reads j}|";
    case CostTerm::TilesTouched:
        return "t = |{T × T tiles with Π > 0}|";
    case CostTerm::UsefulShare:
        return "Π / (t · T²)";
    }
    return {};
}

Result<PatternCost> costOf(const BlockLayout& layout, const CostShape& shape, const std::stop_token& stop)
{
    assert(layout.queries() == layout.keys());
    const Index n = layout.keys();
    FOVEA_CHECK(checked(n, shape));
    FOVEA_TRY(counts, layout.band() ? countedBand(layout, shape.tile, stop) : countedRows(layout, shape.tile, stop));
    const double d = double(shape.headDim), e = double(shape.bytesPerNumber), tile = double(shape.tile), side = double(n);
    return PatternCost{.tokens = n,
                       .pairs = counts.pairs,
                       .flops = 4.0 * d * double(counts.pairs),
                       .scoreBytes = e * double(counts.pairs),
                       .matrixBytes = e * side * side,
                       .qkvBytes = 3.0 * side * d * e,
                       .cacheKeys = counts.cacheKeys,
                       .cacheBytes = 2.0 * double(counts.cacheKeys) * d * e,
                       .tilesTouched = counts.tiles,
                       .tilesAll = ceilDiv(n, shape.tile) * ceilDiv(n, shape.tile),
                       .usefulShare = counts.tiles > 0 ? double(counts.pairs) / (double(counts.tiles) * tile * tile) : 1.0};
}

Result<PatternCost> patternCost(const Pattern& pattern, Index tokens, const CostShape& shape, const std::stop_token& stop)
{
    FOVEA_CHECK(checked(tokens, shape));
    if (pattern.selects())
        return fail(Fault::Unsupported, "This pattern chooses its keys from q and k, so that its cost is known for the text alone.",
                    "Choose the text's own number of tokens.");
    const Index most = pattern.text().find("where(") == std::string::npos ? kCountedTokens : kCountedWithWhere;
    if (!pattern.band() && tokens > most)
        return fail(
            Fault::Unsupported,
            fmt::format("The pairs of this pattern are counted row by row, up to {} tokens, not at {}.", numberText(most), numberText(tokens)),
            "Choose fewer tokens, or a pattern of windows alone.");
    return costOf(BlockLayout(pattern, tokens, tokens), shape, stop);
}

Result<std::vector<GrowthPoint>> growthOf(const Pattern& pattern, std::span<const Index> tokens, const CostShape& shape, const std::stop_token& stop)
{
    std::vector<GrowthPoint> points;
    for (const Index n : tokens) {
        Result<PatternCost> cost = patternCost(pattern, n, shape, stop);
        if (!cost && cost.error().fault == Fault::Cancelled) return cancelled();
        points.push_back({n, cost ? std::optional(*cost) : std::nullopt});
    }
    return points;
}

}   // namespace core
