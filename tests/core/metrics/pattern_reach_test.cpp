#include "core/metrics/pattern_reach.h"

#include <bit>

#include <gtest/gtest.h>

#include "tests/core/attention/random_patterns.h"

namespace core {
namespace {

double shareWithin(Index n, Index back)
{
    double pairs = 0.0;
    for (Index p = 0; p < n; ++p) pairs += double(std::min(p, back) + 1);
    return pairs / (double(n) * double(n + 1) / 2.0);
}

TEST(Reach, FollowsTheLawsOfThePatterns)
{
    constexpr Index n = 100;
    const BlockLayout own(Pattern::causal(), n, n);
    const auto reach = [&](const char* pattern, Index layers) {
        return reachOf(BlockLayout(Pattern::causal() & Pattern::parse(pattern).value(), n, n), own, layers).value();
    };
    const auto window = reach("window(5)", 6);   // L(w − 1) keys back
    for (Index layer = 0; layer < 6; ++layer) EXPECT_DOUBLE_EQ(window[std::size_t(layer)], shareWithin(n, (layer + 1) * 4));
    const auto blocks = reach("blocks(10)", 3);   // nothing leaves its block
    for (const double share : blocks) EXPECT_DOUBLE_EQ(share, 10.0 * 55.0 / 5050.0);
    EXPECT_DOUBLE_EQ(reach("strided(10)", 2)[1], 1.0);   // two hops
    EXPECT_LT(reach("strided(10)", 1)[0], 1.0);
    const auto logsparse = reach("logsparse", 7);   // as many hops as ones in the distance: 63 has six
    EXPECT_LT(logsparse[4], 1.0);
    EXPECT_DOUBLE_EQ(logsparse[5], 1.0);
    EXPECT_DOUBLE_EQ(logsparse[6], 1.0);
    const auto apart = reach("dilated(3, 7)", 40);   // residues stay apart
    double same = 0.0;
    for (Index p = 0; p < n; ++p) same += double(p / 7 + 1);
    EXPECT_DOUBLE_EQ(apart.back(), same / 5050.0);
}

TEST(Reach, OfRowsAtTheEdgesOfWords)
{
    for (const Index n : {1, 2, 63, 64, 65, 128, 129}) {
        const BlockLayout own(Pattern::causal(), n, n);
        const auto reach = reachOf(BlockLayout(Pattern::window(2) & Pattern::causal(), n, n), own, 3).value();
        for (Index layer = 0; layer < 3; ++layer) EXPECT_DOUBLE_EQ(reach[std::size_t(layer)], shareWithin(n, layer + 1)) << n;
    }
}

TEST(Reach, StopsAndHasAnEnd)
{
    const BlockLayout own(Pattern::causal(), 300, 300);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(reachOf(own, own, 3, stop.get_token()).error().fault, Fault::Cancelled);
    const BlockLayout longer(Pattern::window(4) & Pattern::causal(), kReachTokens + 1, kReachTokens + 1);
    EXPECT_TRUE(reachOf(longer, longer, 3).value().empty());
}

// Powers of the Boolean matrix (I + A), by their definition.
std::vector<int> hopsByDefinition(const BlockLayout& layout, Index query, Index layers)
{
    const Index n = layout.keys();
    std::vector<int> hops(std::size_t(n), -1);
    hops[std::size_t(query)] = 0;
    for (int layer = 1; layer <= layers; ++layer) {
        const std::vector<int> before = hops;
        for (Index p = 0; p < n; ++p)
            for (Index j = 0; j < n; ++j)
                if (before[std::size_t(p)] == layer - 1 && layout.allows(p, j) && hops[std::size_t(j)] < 0) hops[std::size_t(j)] = layer;
    }
    return hops;
}

TEST(Hops, EqualTheirDefinitionForRandomExpressions)
{
    Random random(8);
    for (int round = 0; round < 200; ++round) {
        const Index n = 1 + random.below(40);
        const BlockLayout layout(test::randomPattern(random, 2), n, n);
        const Index query = random.below(n), layers = random.below(6);
        ASSERT_EQ(hopsFrom(layout, query, layers), hopsByDefinition(layout, query, layers)) << layout.pattern().text();
    }
}

TEST(Hops, FollowTheLawsOfThePatterns)
{
    constexpr Index n = 100;
    const auto hops = [](const char* text) { return hopsFrom(BlockLayout(Pattern::causal() & Pattern::parse(text).value(), n, n), n - 1, 200); };
    const auto window = hops("window(5)"), log = hops("logsparse"), blocks = hops("blocks(10)");
    for (Index j = 0; j < n; ++j) {
        const Index back = n - 1 - j;
        EXPECT_EQ(window[std::size_t(j)], ceilDiv(back, 4)) << j;                    // w − 1 back with each layer
        EXPECT_EQ(log[std::size_t(j)], std::popcount(std::uint64_t(back))) << j;     // as many hops as ones
        EXPECT_EQ(blocks[std::size_t(j)], j == n - 1 ? 0 : j >= 90 ? 1 : -1) << j;   // nothing leaves its block
    }
}

TEST(Hops, CountTheLayersThatReachNeeds)
{
    Random random(9);
    for (int round = 0; round < 60; ++round) {
        const Index n = 2 + random.below(30), layers = 1 + random.below(4);
        const BlockLayout layout(Pattern::causal() & test::randomPattern(random, 2), n, n), own(Pattern::causal(), n, n);
        double connected = 0.0;
        for (Index p = 0; p < n; ++p)
            for (const int hops : hopsFrom(layout, p, layers)) connected += hops >= 0;
        ASSERT_DOUBLE_EQ(reachOf(layout, own, layers).value().back(), connected / double(own.pairs())) << layout.pattern().text();
    }
}

}   // namespace
}   // namespace core
