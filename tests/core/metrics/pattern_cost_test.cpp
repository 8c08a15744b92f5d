#include "core/metrics/pattern_cost.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/attention/random_patterns.h"

namespace core {
namespace {

using ::testing::HasSubstr;

Pattern parsed(const std::string& text) { return Pattern::parse(text).value(); }
PatternCost costAt(const std::string& pattern, Index n, const CostShape& shape = {}) { return patternCost(parsed(pattern), n, shape).value(); }

// By the definitions in the header, pair by pair.
PatternCost byDefinition(const Pattern& pattern, Index n, const CostShape& shape)
{
    PatternCost cost{.tokens = n};
    std::vector<int> tiles(std::size_t(ceilDiv(n, shape.tile) * ceilDiv(n, shape.tile)), 0);
    for (Index p = 0; p < n; ++p)
        for (Index j = 0; j < n; ++j)
            if (pattern.allows({p}, {j}, n)) {
                ++cost.pairs;
                tiles[std::size_t(p / shape.tile * ceilDiv(n, shape.tile) + j / shape.tile)] = 1;
            }
    for (Index t = 0; t < n; ++t) {
        Index held = 0;
        for (Index j = 0; j <= t; ++j) {
            bool read = false;
            for (Index p = t; p < n; ++p) read = read || pattern.allows({p}, {j}, n);
            held += read;
        }
        cost.cacheKeys = std::max(cost.cacheKeys, held);
    }
    const double d = double(shape.headDim), e = double(shape.bytesPerNumber);
    cost.tilesAll = Index(tiles.size());
    cost.tilesTouched = std::ranges::count(tiles, 1);
    cost.flops = 4.0 * d * double(cost.pairs);
    cost.scoreBytes = e * double(cost.pairs);
    cost.matrixBytes = e * double(n * n);
    cost.qkvBytes = 3.0 * double(n) * d * e;
    cost.cacheBytes = 2.0 * d * e * double(cost.cacheKeys);
    if (cost.tilesTouched > 0) cost.usefulShare = double(cost.pairs) / double(cost.tilesTouched * shape.tile * shape.tile);
    return cost;
}

TEST(PatternCost, EqualsItsDefinitionForRandomExpressions)
{
    Random random(4);
    for (int round = 0; round < 300; ++round) {
        const Index n = random.below(40);
        const CostShape shape{.headDim = 1 + random.below(80), .tile = 1 + random.below(9), .bytesPerNumber = 1 + random.below(4)};
        const Pattern pattern = round % 2 ? Pattern::causal() & test::randomPattern(random, 2) : test::randomPattern(random, 2);
        ASSERT_EQ(patternCost(pattern, n, shape).value(), byDefinition(pattern, n, shape)) << pattern.text() << " " << n;
    }
    for (const char* band : {"dense", "causal", "window(5)", "causal & window(5)", "causal & window(500)"})
        for (const Index n : {0, 1, 2, 15, 16, 17, 40}) ASSERT_EQ(costAt(band, n), byDefinition(parsed(band), n, {})) << band << n;
    EXPECT_NE(costAt("window(5)", 40), byDefinition(parsed("window(6)"), 40, {}));   // the comparison can fail
}

// By the layout, row by row.
PatternCost byRows(const Pattern& pattern, Index n, const CostShape& shape)
{
    const BlockLayout layout(pattern, n, n);
    PatternCost cost{.pairs = 0};
    std::vector<Index> last(std::size_t(n), -1);
    for (Index p = 0; p < n; ++p) {
        cost.pairs += layout.rowCount(p);
        for (const Span& run : layout.row(p))
            for (Index j = run.begin; j < std::min(run.end, p + 1); ++j) last[std::size_t(j)] = p;
    }
    for (Index begin = 0; begin < n; begin += shape.tile)
        for (const Span& run : layout.touchedTiles({begin, begin + shape.tile}, shape.tile)) cost.tilesTouched += ceilDiv(run.size(), shape.tile);
    for (Index t = 0; t < n; ++t) {
        const auto end = last.begin() + std::ptrdiff_t(t) + 1;
        cost.cacheKeys = std::max(cost.cacheKeys, Index(std::count_if(last.begin(), end, [&](Index row) { return row >= t; })));
    }
    return cost;
}

TEST(PatternCost, EqualsTheLayoutsOwnCounts)
{
    Random random(44);
    for (int round = 0; round < 400; ++round) {
        const Index n = random.below(301);
        const CostShape shape{.headDim = 64, .tile = 1 + random.below(round % 3 == 0 ? 100 : 20)};
        const Pattern pattern = round % 2 ? Pattern::causal() & test::randomPattern(random, 3) : test::randomPattern(random, 3);
        const PatternCost cost = patternCost(pattern, n, shape).value(), rows = byRows(pattern, n, shape);
        ASSERT_EQ(cost.pairs, rows.pairs) << pattern.text() << " " << n;
        ASSERT_EQ(cost.tilesTouched, rows.tilesTouched) << pattern.text() << " " << n << " " << shape.tile;
        ASSERT_EQ(cost.cacheKeys, rows.cacheKeys) << pattern.text() << " " << n;
        ASSERT_EQ(costOf(BlockLayout(pattern, n, n), shape).value(), cost) << pattern.text() << " " << n;
    }
}

// Runs at equal steps, which meet tiles alike or each elsewhere, alone and cut by others.
TEST(PatternCost, OfEqualStepsEqualsTheLayoutsOwnCounts)
{
    for (const char* text :
         {"strided(32)", "causal & strided(48)", "causal & (sinks(20) | fixed(64, 5))", "fixed(32, 3) & strided(16)", "!dilated(7, 32)",
          "causal & (fixed(48, 2) | dilated(6, 20))", "causal & (window(40) | strided(64) | cells(100-250:3-99))"})
        for (const Index n : {64, 199, 300})
            for (const Index tile : {1, 8, 12, 16, 32}) {
                const PatternCost cost = costAt(text, n, {.tile = tile}), rows = byRows(parsed(text), n, {.tile = tile});
                ASSERT_EQ(cost.pairs, rows.pairs) << text << " " << n;
                ASSERT_EQ(cost.tilesTouched, rows.tilesTouched) << text << " " << n << " " << tile;
                ASSERT_EQ(cost.cacheKeys, rows.cacheKeys) << text << " " << n;
            }
}

// Of patterns that do not ask for the number of keys: one token more is one row more.
TEST(PatternCost, AShorterTextIsThePrefixOfALongerOne)
{
    for (const char* text :
         {"causal", "causal & (sinks(4) | window(50))", "causal & strided(7)", "causal & fixed(8, 2)", "causal & (logsparse | blocks(16))",
          "causal & (random(8, 2, 3) | dilated(5, 3))", "causal & !offsets(1, 5, 40)", "causal & longformer(4, 9, 100-110)"}) {
        PatternCost before = costAt(text, 0);
        for (Index n = 1; n <= 300; ++n) {
            const PatternCost cost = costAt(text, n);
            ASSERT_EQ(cost.pairs - before.pairs, countOf(parsed(text).runs({n - 1}, n))) << text << " " << n;
            ASSERT_GE(cost.tilesTouched, before.tilesTouched) << text << " " << n;
            ASSERT_GE(cost.cacheKeys, before.cacheKeys) << text << " " << n;
            before = cost;
        }
    }
}

TEST(PatternCost, OfAMillionTokensHasItsClosedForm)
{
    for (const Index n : {131'072, 1'000'000, 1'048'576, 16'777'216}) {
        const PatternCost cost = costAt("causal & (sinks(4) | window(4096))", n);
        EXPECT_EQ(cost.pairs, n * 4100 - 4100 * 4099 / 2) << n;   // min(p + 1, 4100) keys of row p
        EXPECT_EQ(cost.cacheKeys, 4100);
        EXPECT_EQ(costAt("causal & blocks(4096)", n).cacheKeys, 4096);
        // Whole panels behind the window hold 257 tiles of it and one of the sinks.
        EXPECT_EQ(cost.tilesTouched, n / 16 * 258 - 258 * 257 / 2) << n;   // min(panel + 1, 258)
    }
    const Index n = 1'000'000, blocks = n / 64;
    EXPECT_EQ(costAt("causal & blocks(64)", n).pairs, blocks * 64 * 65 / 2);
    Index log = 0;
    for (Index back = 1; back < n; back *= 2) log += n - back;
    EXPECT_EQ(costAt("causal & logsparse", n).pairs, n + log);
    for (const Index far : {131'072, 1'048'576}) {   // the Sparse Transformer's, with a stride of 128
        const Index rows = far / 128;
        EXPECT_EQ(costAt("causal & strided(128)", far).pairs, far * 128 - 128 * 127 / 2 + 128 * (rows * (rows - 1) / 2));
        EXPECT_EQ(costAt("causal & strided(128)", far).cacheKeys, far - 127);
        EXPECT_EQ(costAt("causal & fixed(128, 8)", far).pairs, rows * (128 * 129 / 2) + 8 * 128 * (rows * (rows - 1) / 2));
        EXPECT_EQ(costAt("causal & fixed(128, 8)", far).cacheKeys, 8 * (rows - 1) + 128);
    }
}

TEST(PatternCost, OfTheExamplesThatEveryoneKnows)
{
    // d = 64; 32 and 128 tokens that all see each other.
    EXPECT_EQ(costAt("dense", 32).pairs, 1'024);
    EXPECT_EQ(costAt("dense", 32).flops, 4.0 * 64 * 1'024);
    EXPECT_EQ(costAt("dense", 128).pairs, 16'384);
    EXPECT_EQ(costAt("dense", 128).flops, 4'194'304.0);
    EXPECT_EQ(costAt("dense", 128).qkvBytes, 98'304.0);
    const PatternCost long10k = costAt("dense", 10'000);
    EXPECT_EQ(long10k.pairs, 100'000'000);
    EXPECT_EQ(long10k.scoreBytes, 400e6);
    EXPECT_EQ(long10k.matrixBytes, 400e6);
    EXPECT_EQ(costAt("causal", 192).pairs, 18'528);
    EXPECT_EQ(costAt("causal", 192).tilesTouched, 78);
    EXPECT_EQ(costAt("causal", 1'000'000).pairs, 500'000'500'000);
    EXPECT_EQ(costAt("causal & window(4096)", 1'000'000).pairs, 1'000'000LL * 4096 - 4096LL * 4095 / 2);
}

TEST(PatternCost, ADecoderHoldsWhatLaterRowsRead)
{
    for (const Index n : {1, 5, 40, 300}) {
        EXPECT_EQ(costAt("causal", n).cacheKeys, n);
        EXPECT_EQ(costAt("causal & window(8)", n).cacheKeys, std::min(n, Index(8)));   // a rolling buffer
        EXPECT_EQ(costAt("causal & (window(8) | sinks(4))", n).cacheKeys, std::min(n, Index(12)));
        EXPECT_EQ(costAt("causal & blocks(16)", n).cacheKeys, std::min(n, Index(16)));
        EXPECT_EQ(costAt("causal & strided(5)", n).cacheKeys,
                  std::max(n - 4, std::min(n, Index(5))));   // until the last rows every residue is read again
    }
    EXPECT_EQ(costAt("!dense", 40).cacheKeys, 0);
    EXPECT_EQ(costAt("causal & landmarks(7)", 40).cacheKeys, 1);
    EXPECT_EQ(costAt("cells(0:5)", 40).cacheKeys, 0);   // the future is in no cache
}

TEST(PatternCost, SaysWhyItIsNotKnown)
{
    EXPECT_THAT(patternCost(parsed("causal & topk(4)"), 100, {}).error().what, HasSubstr("from q and k"));
    const auto manyRuns = patternCost(parsed("strided(333)"), kLongestCosted, {});   // combs that meet each tile elsewhere
    EXPECT_THAT(manyRuns.error().what, HasSubstr("At 16,777,216 tokens the rows of this pattern fall into too many runs"));
    EXPECT_THAT(patternCost(parsed("causal & where(q > k)"), 16'385, {}).error().what, HasSubstr("up to 16,384 tokens, not at 16,385"));
    EXPECT_EQ(manyRuns.error().fault, Fault::Unsupported);
    EXPECT_THAT(patternCost(parsed("dense"), -1, {}).error().what, HasSubstr("0 to 16,777,216"));
    EXPECT_FALSE(patternCost(parsed("dense"), kLongestCosted + 1, {}));
    EXPECT_TRUE(patternCost(parsed("dense"), kLongestCosted, {.tile = 4096}));
    EXPECT_THAT(patternCost(parsed("dense"), 3, {.tile = 0}).error().what, HasSubstr("tiles of 0"));
    std::stop_source stop;
    stop.request_stop();
    for (const char* text : {"dense", "strided(4)"}) EXPECT_EQ(patternCost(parsed(text), 300, {}, stop.get_token()).error().fault, Fault::Cancelled);
}

// Where rows fall apart, or are drawn, a text need not be long; its own costs are counted all the same.
TEST(PatternCost, IsRefusedAtOnceAtAnyLengthWhereRowsFallApart)
{
    for (const auto& [text, n] : {std::pair("strided(2) | strided(3)", kLongestCosted), std::pair("strided(2) | strided(3)", Index(16'384)),
                                  std::pair("random(1, 4096, 1)", Index(16'384)), std::pair("causal & bigbird(1, 4096, 1)", Index(16'384))}) {
        const auto cost = patternCost(parsed(text), n, {});
        ASSERT_FALSE(cost) << text << " " << n;
        EXPECT_THAT(cost.error().what, HasSubstr("too many runs of keys")) << text << " " << n;
    }
    EXPECT_EQ(costAt("strided(2) | strided(3)", 512), costOf(BlockLayout(parsed("strided(2) | strided(3)"), 512, 512), {}).value());
    EXPECT_EQ(costAt("random(1, 4096, 1)", 200).pairs, 200 * 201 / 2);
    EXPECT_GT(costOf(BlockLayout(parsed("strided(2) | strided(3)"), 2'500, 2'500), {})->pairs, 4'000'000);
}

TEST(PatternCost, ConditionsAreFoundInPatternsAndNotInTexts)
{
    EXPECT_EQ(costAt("causal & (window(4) | global(\"where(\"))", 20'000).pairs, 4 * 20'000 - 6);
    EXPECT_FALSE(patternCost(parsed("causal & !(window(4) | where(q > k))"), 20'000, {}));
}

TEST(PatternCost, NamesAndPaintedCellsBelongToAText)
{
    for (const char* text : {"causal & global(3)", "window(4) | landmarks(\"cat\")", "!cells(0-3:1-2)", "longformer(3, 5-8)"})
        EXPECT_TRUE(namesPlaces(parsed(text))) << text;
    for (const char* text : {"causal & sinks(4)", "strided(12) | random(4, 2, 1)", "causal & offsets(1, 5)", "longformer(3)"})
        EXPECT_FALSE(namesPlaces(parsed(text))) << text;
}

TEST(PatternCost, GrowsAsItIsAtEachLength)
{
    const std::vector<Index> lengths{1, 10, 128, kLongestCosted};
    const auto growth = growthOf(parsed("causal & strided(333)"), lengths, {}).value();
    ASSERT_EQ(growth.size(), 4u);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(*growth[std::size_t(i)].cost, costAt("causal & strided(333)", lengths[std::size_t(i)]));
    EXPECT_FALSE(growth[3].cost);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(growthOf(parsed("dense"), lengths, {}, stop.get_token()).error().fault, Fault::Cancelled);
}

TEST(PatternCost, OfChosenKeysIsThatOfWhatWasChosen)
{
    auto block = std::make_shared<ChosenRows::Block>();
    block->append({{0, 1}});
    block->append({{0, 2}});
    block->append({{0, 1}, {2, 3}});
    const PatternCost cost = costOf(BlockLayout(parsed("causal & topk(2)"), ChosenRows({block}), 3), {.tile = 2}).value();
    EXPECT_EQ(cost.pairs, 5);
    EXPECT_EQ(cost.tilesTouched, 3);
    EXPECT_EQ(cost.cacheKeys, 2);
}

TEST(PatternCost, EveryTermHasAFormula)
{
    for (int term = int(CostTerm::Pairs); term <= int(CostTerm::UsefulShare); ++term) EXPECT_FALSE(formulaOf(CostTerm(term)).empty());
}

}   // namespace
}   // namespace core
