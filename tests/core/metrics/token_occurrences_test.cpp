#include "core/metrics/token_occurrences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace core {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Tokens tokensOf(const std::vector<TokenId>& ids)
{
    Tokens tokens;
    for (const TokenId id : ids) tokens.items.push_back({.id = id, .span = {}, .bytes = {}, .special = false, .wordStart = false});
    return tokens;
}

TEST(TokenOccurrences, AreThePlacesBeforeARowInsideARange)
{
    const TokenOccurrences occurrences(tokensOf({5, 2, 5, 5, 2, 9, 5}));
    EXPECT_THAT(occurrences.before(6, {0, 7}), ElementsAre(0, 2, 3));
    EXPECT_THAT(occurrences.before(6, {1, 3}), ElementsAre(2));
    EXPECT_THAT(occurrences.before(3, {0, 7}), ElementsAre(0, 2)) << "neither the row itself nor what follows";
    EXPECT_THAT(occurrences.before(4, {0, 2}), ElementsAre(1));
    EXPECT_THAT(occurrences.before(6, {4, 6}), IsEmpty());
    EXPECT_THAT(occurrences.before(0, {0, 7}), IsEmpty());
    EXPECT_THAT(occurrences.before(3, {5, 7}), IsEmpty()) << "the range lies behind the row";
    EXPECT_THAT(occurrences.before(5, {0, 7}), IsEmpty());
}

TEST(TokenOccurrences, EndWithTheRowsAskedFor)
{
    const TokenOccurrences front(tokensOf({5, 2, 5, 5}), 3);
    EXPECT_EQ(front.rows(), 3);
    EXPECT_TRUE(front.anyBefore(2));
    EXPECT_EQ(TokenOccurrences(tokensOf({5, 2}), 9).rows(), 2);
}

TEST(TokenOccurrences, SayWhetherThereIsAny)
{
    const TokenOccurrences occurrences(tokensOf({5, 2, 5, 9}));
    EXPECT_FALSE(occurrences.anyBefore(0));
    EXPECT_FALSE(occurrences.anyBefore(1));
    EXPECT_TRUE(occurrences.anyBefore(2));
    EXPECT_FALSE(occurrences.anyBefore(3));
}

// What the ranges of a row hold adds up to its earlier occurrences: nothing outside a range is walked for it, however many there are.
TEST(TokenOccurrences, OfOneTokenRepeatedAreHandedOutRangeByRange)
{
    const Index n = 65536;
    const TokenOccurrences occurrences(tokensOf(std::vector<TokenId>(std::size_t(n), 3)));
    for (Index begin = 0; begin < n; begin += 1024) {
        const auto places = occurrences.before(n - 1, {begin, begin + 1024});
        ASSERT_EQ(places.front(), begin);
        ASSERT_EQ(places.size(), begin + 1024 == n ? 1023u : 1024u);
    }
}

}   // namespace
}   // namespace core
