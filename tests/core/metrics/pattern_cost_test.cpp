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
    EXPECT_THAT(patternCost(parsed("strided(4)"), 65'537, {}).error().what, HasSubstr("65,536"));
    EXPECT_THAT(patternCost(parsed("causal & where(q > k)"), 16'385, {}).error().what, HasSubstr("up to 16,384 tokens, not at 16,385"));
    EXPECT_EQ(patternCost(parsed("strided(4)"), 65'537, {}).error().fault, Fault::Unsupported);
    EXPECT_THAT(patternCost(parsed("dense"), -1, {}).error().what, HasSubstr("0 to 16,777,216"));
    EXPECT_FALSE(patternCost(parsed("dense"), kLongestCosted + 1, {}));
    EXPECT_TRUE(patternCost(parsed("dense"), kLongestCosted, {.tile = 4096}));
    EXPECT_THAT(patternCost(parsed("dense"), 3, {.tile = 0}).error().what, HasSubstr("tiles of 0"));
    std::stop_source stop;
    stop.request_stop();
    for (const char* text : {"dense", "strided(4)"}) EXPECT_EQ(patternCost(parsed(text), 300, {}, stop.get_token()).error().fault, Fault::Cancelled);
}

TEST(PatternCost, GrowsAsItIsAtEachLength)
{
    const std::vector<Index> lengths{1, 10, 128, 100'000};
    const auto growth = growthOf(parsed("causal & strided(4)"), lengths, {}).value();
    ASSERT_EQ(growth.size(), 4u);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(*growth[std::size_t(i)].cost, costAt("causal & strided(4)", lengths[std::size_t(i)]));
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
