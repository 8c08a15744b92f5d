// Which part of a pattern lets a pair be, and which tiles a kernel touches: counted and drawn as the definitions say.
#include <gtest/gtest.h>

#include "core/attention/pattern_union.h"
#include "core/metrics/pattern_cost.h"
#include "core/metrics/pattern_effect.h"
#include "core/recording/class_map.h"
#include "tests/core/recording/recordings.h"

using namespace core;

namespace {

std::vector<std::string> textsOf(const std::string& pattern)
{
    std::vector<std::string> texts;
    for (const Pattern& part : unionParts(Pattern::parse(pattern).value())) texts.push_back(part.text());
    return texts;
}

const char* const kPatterns[] = {"causal & (window(4) | sinks(2) | strided(7))",
                                 "sinks(1) | window(4)",
                                 "causal & (window(3) | sinks(2)) & !cells(5:1-4)",
                                 "causal & topk(3)",
                                 "(causal & topk(2)) | sinks(1)",
                                 "causal & (window(9) | blocks(8)) & topk(2)",
                                 "causal",
                                 "dense",
                                 "window(3) & strided(2)",
                                 "where(k > q)",
                                 "(window(2) & where(k % 2 == 0)) | offsets(5, 9)"};

struct Compared {
    test::KnownRecording known;
    Pattern pattern;
    PatternEffect effect;
    AllowedBy allowedBy;
};

Compared compared(const std::string& text, Index tokens = 33)
{
    Compared result{.known = test::knownRecording({.tokens = tokens}), .pattern = Pattern::parse(text).value(), .effect = {}, .allowedBy = {}};
    const HeadId head{1, 2};
    result.effect = patternEffects(result.known.recording, head, std::vector{result.pattern}, 2).value().back();
    result.allowedBy = allowedBy(result.known.recording, head, unionParts(result.pattern), result.effect.layout).value();
    return result;
}

}   // namespace

TEST(UnionParts, AreTheMembersOfTheUnion)
{
    using Texts = std::vector<std::string>;
    EXPECT_EQ(textsOf("causal & (window(24) | sinks(4))"), (Texts{"window(24)", "sinks(4)"}));
    EXPECT_EQ(textsOf("sinks(1) | window(4)"), (Texts{"sinks(1)", "window(4)"}));
    EXPECT_EQ(textsOf("causal & window(4) & !cells(3:1)"), (Texts{"window(4)"}));
    EXPECT_EQ(textsOf("causal & (window(3) | sinks(2)) & topk(4)"), (Texts{"window(3)", "sinks(2)"}));
    EXPECT_EQ(textsOf("causal & topk(8)"), (Texts{"causal & topk(8)"}));
    EXPECT_EQ(textsOf("dense"), (Texts{"dense"}));
    EXPECT_EQ(textsOf("window(4) & strided(2)"), (Texts{"window(4) & strided(2)"}));
    EXPECT_EQ(textsOf("(window(4) | sinks(1)) & (strided(2) | causal)").size(), 1u);
}

TEST(AllowedBy, EveryPairHasItsFirstPart)
{
    for (const char* text : kPatterns) {
        const Compared c = compared(text);
        const Index n = c.effect.layout->queries();
        std::vector<Index> first(c.allowedBy.parts.size() + 1, 0), pairs(c.allowedBy.parts.size(), 0);
        for (Index i = 0; i < n; ++i)
            for (Index j = 0; j < n; ++j) {
                const Cell cell = c.allowedBy.map->cell(i, j);
                ASSERT_EQ(cell.allowed, c.effect.layout->allows(i, j)) << text << ' ' << i << ' ' << j;
                const std::vector<int> parts = c.allowedBy.partsOf(i, j);
                if (!cell.allowed) {
                    ASSERT_TRUE(parts.empty());
                    continue;
                }
                ASSERT_EQ(classOfValue(cell.weight), parts.empty() ? int(c.allowedBy.parts.size()) : parts.front()) << text << ' ' << i << ' ' << j;
                ++first[std::size_t(classOfValue(cell.weight))];
                for (const int part : parts) ++pairs[std::size_t(part)];
            }
        Index all = c.allowedBy.others;
        for (std::size_t part = 0; part < pairs.size(); ++part) {
            EXPECT_EQ(c.allowedBy.parts[part].first, first[part]) << text;
            EXPECT_EQ(c.allowedBy.parts[part].pairs, pairs[part]) << text;
            all += c.allowedBy.parts[part].first;
        }
        EXPECT_EQ(c.allowedBy.others, first.back()) << text;
        EXPECT_EQ(c.allowedBy.others, 0) << text;   // some part is the reason of every pair
        EXPECT_EQ(all, c.effect.layout->pairs()) << text;
    }
}

// A part of the union that is no reason for a pair is not named for it.
TEST(AllowedBy, PartsAreThoseOfTheExpression)
{
    const Compared c = compared("causal & (window(4) | sinks(2))");
    EXPECT_EQ(c.allowedBy.partsOf(20, 18), (std::vector<int>{0}));
    EXPECT_EQ(c.allowedBy.partsOf(20, 1), (std::vector<int>{1}));
    EXPECT_EQ(c.allowedBy.partsOf(3, 1), (std::vector<int>{0, 1}));
    EXPECT_EQ(c.allowedBy.partsOf(20, 9), (std::vector<int>{}));
}

TEST(Tiles, AreThoseOfTheCostTable)
{
    for (const char* text : kPatterns)
        for (const Index edge : {1, 4, 16, 64}) {
            const LayoutPtr layout = compared(text).effect.layout;
            const TileCounts counts = tilesOf(layout, edge).value().counts;
            const PatternCost cost = costOf(*layout, {.tile = edge}).value();
            EXPECT_EQ(counts.touched(), cost.tilesTouched) << text << ' ' << edge;
            EXPECT_EQ(counts.all, cost.tilesAll) << text << ' ' << edge;
            EXPECT_EQ(counts.pairs, cost.pairs) << text << ' ' << edge;
            EXPECT_DOUBLE_EQ(counts.usefulShare(), cost.usefulShare) << text << ' ' << edge;
        }
}

TEST(Tiles, EveryCellIsOfItsTile)
{
    for (const char* text : kPatterns) {
        const LayoutPtr layout = compared(text).effect.layout;
        const Index n = layout->queries(), edge = 8;   // the last tiles are ragged: 33 = 4 · 8 + 1
        const TilesShown shown = tilesOf(layout, edge).value();
        Index full = 0, partial = 0;
        for (Index i = 0; i < n; ++i) {
            const KeyRuns runs = shown.map->allowedKeys(i);
            for (Index j = 0; j < n; ++j) {
                const Span rows = intersectionOf({i / edge * edge, (i / edge + 1) * edge}, {0, n}),
                           keys = intersectionOf({j / edge * edge, (j / edge + 1) * edge}, {0, n});
                const TileClass kind = layout->classOf(rows, keys);
                const Cell cell = shown.map->cell(i, j);
                ASSERT_EQ(cell.allowed, kind != TileClass::Empty) << text << ' ' << i << ' ' << j;
                ASSERT_EQ(countWithin(runs, {j, j + 1}), cell.allowed ? 1 : 0);
                if (i == rows.begin && j == keys.begin) full += kind == TileClass::Full, partial += kind == TileClass::Partial;
                if (!cell.allowed) continue;
                const TileCell wanted = kind == TileClass::Full ? TileCell::Full : layout->allows(i, j) ? TileCell::Useful : TileCell::Wasted;
                ASSERT_EQ(classOfValue(cell.weight), int(wanted)) << text << ' ' << i << ' ' << j;
                ASSERT_EQ(tileAt(*layout, edge, i, j).pairs, layout->pairsIn(rows, keys));
            }
        }
        EXPECT_EQ(shown.counts.full, full) << text;
        EXPECT_EQ(shown.counts.partial, partial) << text;
        EXPECT_EQ(shown.map->allowedIn({3, 30}, {5, 29}), [&] {
            Index cells = 0;
            for (Index i = 3; i < 30; ++i)
                for (Index j = 5; j < 29; ++j) cells += shown.map->allowed(i, j);
            return cells;
        }()) << text;
    }
}

// Zoomed out, a cell stands for the first class below it.
TEST(ClassMaps, PoolToTheFirstClass)
{
    const Compared c = compared("causal & (window(4) | sinks(2))", 300);
    const Tile exact = c.allowedBy.map->tile(0, 0, 0).value(), pooled = c.allowedBy.map->tile(1, 0, 0).value();
    for (Index i = 0; i < 128; ++i)
        for (Index j = 0; j < 128; ++j) {
            float largest = 0.0f;
            for (Index r : {2 * i, 2 * i + 1})
                for (Index k : {2 * j, 2 * j + 1}) largest = std::max(largest, exact.maximum[std::size_t(r * exact.width + k)]);
            ASSERT_EQ(pooled.maximum[std::size_t(i * pooled.width + j)], largest);
        }
}

TEST(ClassMaps, Stop)
{
    const Compared c = compared("sinks(1) | window(4)");
    std::stop_source source;
    source.request_stop();
    EXPECT_FALSE(allowedBy(c.known.recording, {1, 2}, unionParts(c.pattern), c.effect.layout, source.get_token()));
    EXPECT_FALSE(tilesOf(c.effect.layout, 16, source.get_token()));
}
