#include "core/metrics/induction_probe.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

namespace core {
namespace {

InductionProbe probeOf(TokenId first, TokenId last, std::optional<TokenId> start)
{
    InductionProbe probe{.start = start, .candidates = {}, .order = ProbeOrder::Repeated, .run = {}};
    for (TokenId id = first; id <= last; ++id) probe.candidates.push_back(id);
    return probe;
}

TEST(ProbeTokens, AreStartAndTwoEqualCopies)
{
    const Tokens tokens = probeTokens(probeOf(10, 500, 3), 0);
    ASSERT_EQ(tokens.size(), 101);
    EXPECT_EQ(tokens.items[0].id, 3);
    EXPECT_TRUE(tokens.items[0].special);
    for (std::size_t i = 1; i <= 50; ++i) {
        EXPECT_EQ(tokens.items[i].id, tokens.items[i + 50].id);
        EXPECT_GE(tokens.items[i].id, 10);
        EXPECT_LE(tokens.items[i].id, 500);
    }
    EXPECT_EQ(probeTokens(probeOf(10, 500, std::nullopt), 0).size(), 100) << "a model without start token gets none";
}

TEST(ProbeTokens, DependOnTheSeedAlone)
{
    const InductionProbe probe = probeOf(0, 4000, std::nullopt);
    EXPECT_EQ(probeTokens(probe, 5), probeTokens(probe, 5));
    EXPECT_NE(probeTokens(probe, 5), probeTokens(probe, 6));
}

TEST(ProbeTokens, AreDrawnUniformly)
{
    std::map<TokenId, int> counts;
    const InductionProbe probe = probeOf(0, 9, std::nullopt);
    for (std::uint64_t seed = 0; seed < 200; ++seed)
        for (Index i = 0; i < kProbePeriod; ++i) ++counts[probeTokens(probe, seed).items[std::size_t(i)].id];
    ASSERT_EQ(counts.size(), 10u);
    for (const auto& [id, count] : counts) EXPECT_LE(std::abs(count - 1000), 150) << "five standard deviations of 10,000 draws among ten, id " << id;
}

Tokens numbered(Index n)
{
    Tokens tokens;
    for (Index i = 0; i < n; ++i)
        tokens.items.push_back({.id = TokenId(i), .span = {i, i + 1}, .bytes = std::to_string(i), .special = i == 0 || i == 7, .wordStart = false});
    return tokens;
}

TEST(ShuffledTokens, AreTheSameTokensWithSpecialOnesInTheirPlaces)
{
    const Tokens tokens = numbered(33), shuffled = shuffledTokens(tokens, 1);
    EXPECT_NE(shuffled, tokens);
    EXPECT_EQ(shuffled.items[0], tokens.items[0]);
    EXPECT_EQ(shuffled.items[7], tokens.items[7]);
    std::vector<Token> sorted = shuffled.items;
    std::ranges::sort(sorted, {}, &Token::id);
    EXPECT_EQ(sorted, tokens.items);
    EXPECT_EQ(shuffledTokens(tokens, 1), shuffled);
    EXPECT_NE(shuffledTokens(tokens, 2), shuffled);
}

TEST(ShuffledTokens, OfFewTokensAreThemselves)
{
    for (const Index n : {0, 1, 2}) EXPECT_EQ(shuffledTokens(numbered(n), 3), numbered(n)) << "one ordinary token at most: " << n;
}

TEST(ShuffledTokens, VisitEveryOrderOfThree)
{
    Tokens tokens = numbered(4);   // one special token and three others
    std::map<std::vector<TokenId>, int> orders;
    for (std::uint64_t seed = 0; seed < 600; ++seed) ++orders[shuffledTokens(tokens, seed).ids()];
    ASSERT_EQ(orders.size(), 6u);
    for (const auto& [order, count] : orders) EXPECT_LE(std::abs(count - 100), 50);
}

}   // namespace
}   // namespace core
