#include "core/attention/block_layout.h"

#include <vector>

#include <gtest/gtest.h>

namespace {

using core::BlockLayout;
using core::Index;
using core::KeyRuns;
using core::Pattern;
using core::Span;
using core::TileClass;

// Every closed form is also asked through a pattern that has none: a | a is a, but no single band.
std::vector<Pattern> patterns()
{
    const Pattern causal = Pattern::causal(), local = Pattern::window(3), wide = Pattern::window(40);
    return {Pattern::dense(), causal,           local, wide, causal & local, causal & wide, causal | causal, local | local, !causal,
            causal & !local,  !Pattern::dense()};
}

Index pairsByDefinition(const BlockLayout& layout, Span rows, Span keys)
{
    Index count = 0;
    for (Index i = rows.begin; i < rows.end; ++i)
        for (Index j = keys.begin; j < keys.end; ++j) count += layout.allows(i, j);
    return count;
}

template<class F>
void forEveryLayout(const F& f)
{
    for (const Pattern& pattern : patterns())
        for (const Index keys : {0, 1, 2, 7, 16, 33})
            for (const Index queries : {Index(0), Index(1), keys / 2, keys})
                if (queries <= keys) f(BlockLayout(pattern, queries, keys));
}

TEST(BlockLayout, CountsEqualTheDefinition)
{
    forEveryLayout([](const BlockLayout& layout) {
        const std::string where = layout.pattern().text() + " " + std::to_string(layout.queries()) + " x " + std::to_string(layout.keys());
        ASSERT_EQ(layout.pairs(), pairsByDefinition(layout, {0, layout.queries()}, {0, layout.keys()})) << where;
        Index sum = 0;
        for (Index i = 0; i < layout.queries(); ++i) {
            ASSERT_EQ(layout.rowCount(i), core::countOf(layout.row(i)));
            ASSERT_EQ(layout.rowCount(i), pairsByDefinition(layout, {i, i + 1}, {0, layout.keys()})) << where;
            sum += layout.rowCount(i);
        }
        ASSERT_EQ(sum, layout.pairs());
    });
}

TEST(BlockLayout, RectanglesEqualTheDefinition)
{
    forEveryLayout([](const BlockLayout& layout) {
        for (const Span rows : {Span{0, 1}, Span{0, 5}, Span{3, 9}, Span{6, 33}}) {
            for (const Span keys : {Span{0, 1}, Span{0, 4}, Span{2, 3}, Span{5, 20}, Span{30, 40}}) {
                const Span r{rows.begin, std::min(rows.end, layout.queries())}, k{keys.begin, std::min(keys.end, layout.keys())};
                const Index area = r.empty() || k.empty() ? 0 : r.size() * k.size(), pairs = area == 0 ? 0 : pairsByDefinition(layout, r, k);
                ASSERT_EQ(layout.pairsIn(rows, keys), pairs) << layout.pattern().text();
                const TileClass expected = pairs == 0 ? TileClass::Empty : pairs == area ? TileClass::Full : TileClass::Partial;
                ASSERT_EQ(layout.classOf(rows, keys), expected) << layout.pattern().text();
            }
        }
    });
}

TEST(BlockLayout, TouchedTilesAreExactlyThoseWithAPair)
{
    forEveryLayout([](const BlockLayout& layout) {
        for (const Index tile : {1, 4, 256}) {
            for (const Span rows : {Span{0, 0}, Span{0, 1}, Span{0, 7}, Span{5, 12}}) {
                const Span r{rows.begin, std::min(rows.end, layout.queries())};
                KeyRuns expected;
                for (Index begin = 0; begin < layout.keys(); begin += tile) {
                    const Span keys{begin, std::min(begin + tile, layout.keys())};
                    if (!r.empty() && pairsByDefinition(layout, r, keys) > 0) core::appendRun(expected, keys);
                }
                ASSERT_EQ(layout.touchedTiles(rows, tile), expected) << layout.pattern().text() << " tile " << tile;
            }
        }
    });
}

TEST(BlockLayout, ClosedFormsOfTheFieldGuide)
{
    for (const Index n : {1, 2, 7, 16, 33}) {
        EXPECT_EQ(BlockLayout(Pattern::causal(), n, n).pairs(), n * (n + 1) / 2);
        for (const Index w : {1, 2, 5, 16, 40}) {
            const Index width = std::min(w, n);
            EXPECT_EQ(BlockLayout(Pattern::causal() & Pattern::window(w), n, n).pairs(), n * width - width * (width - 1) / 2);
        }
    }
    EXPECT_EQ(BlockLayout(Pattern::causal(), 4, 10).pairs(), 4 * 10 - 4 * 3 / 2);   // bottom-right: the last query meets the last key
    const Index n = 1'000'000, w = 1024;
    EXPECT_EQ(BlockLayout(Pattern::causal() & Pattern::window(w), n, n).pairs(), n * w - w * (w - 1) / 2);
}

TEST(BlockLayout, TileCountsOfTheFieldGuide)
{
    const Index tile = 4, n = 32, blocks = n / tile;
    const BlockLayout causal(Pattern::causal(), n, n);
    Index full = 0, partial = 0;
    for (Index r = 0; r < n; r += tile) {
        for (Index c = 0; c < n; c += tile) {
            const TileClass kind = causal.classOf({r, r + tile}, {c, c + tile});
            full += kind == TileClass::Full;
            partial += kind == TileClass::Partial;
        }
    }
    EXPECT_EQ(full, blocks * (blocks - 1) / 2);
    EXPECT_EQ(partial, blocks);
    for (const Index w : {1, 2, 4, 5, 6, 9, 13}) {
        const BlockLayout local(Pattern::causal() & Pattern::window(w), n, n);
        for (Index q = 0; q < blocks; ++q)
            EXPECT_EQ(core::countOf(local.touchedTiles({q * tile, (q + 1) * tile}, tile)) / tile, std::min(q, core::ceilDiv(w - 1, tile)) + 1);
    }
}

}   // namespace
