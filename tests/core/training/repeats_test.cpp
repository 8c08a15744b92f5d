#include "core/training/generators/repeats.h"

#include <algorithm>
#include <numeric>
#include <set>

#include <gtest/gtest.h>

namespace
{

using namespace core;

std::vector<TokenId> range(TokenId begin, TokenId end)
{
    std::vector<TokenId> ids(std::size_t(end - begin), 0);
    std::iota(ids.begin(), ids.end(), begin);
    return ids;
}

// Share of positions whose token and the one before it stood together earlier: what an induction head can predict.
double predictable(const std::vector<TokenId>& ids)
{
    std::set<std::pair<TokenId, TokenId>> seen;
    Index count = 0;
    for (std::size_t i = 1; i < ids.size(); ++i) count += !seen.insert({ids[i - 1], ids[i]}).second;
    return double(count) / double(ids.size());
}

TEST(RandomRepeats, FillExactlyAndReallyRepeat)
{
    const std::vector<TokenId> alphabet = range(3, 4003);
    for (const Index size : {0, 1, 2, 7, 33, 129, 2049}) {
        Random random(1);
        std::vector<TokenId> ids;
        appendRandomRepeats(alphabet, {}, size, random, ids);
        ASSERT_EQ(Index(ids.size()), size);
        EXPECT_TRUE(std::all_of(ids.begin(), ids.end(), [](TokenId id) { return id >= 3 && id < 4003; }));
    }
    Random random(2);
    std::vector<TokenId> ids;
    appendRandomRepeats(alphabet, {}, 20'000, random, ids);
    EXPECT_GT(predictable(ids), 0.5);   // two to four copies: about two thirds of all tokens are copies
    EXPECT_LT(predictable(ids), 0.75);
    std::vector<TokenId> fresh;
    for (int i = 0; i < 20'000; ++i) fresh.push_back(alphabet[std::size_t(random.below(4000))]);
    EXPECT_LT(predictable(fresh), 0.01);   // and the measure is not fooled by what never repeats
}

TEST(RandomRepeats, KeepToTheirLengthsAndTimes)
{
    const std::vector<TokenId> alphabet = range(0, 100'000);
    const RepeatOptions options = {.length = {6, 7}, .longShare = 0.0, .times = {3, 4}};
    Random random(5);
    std::vector<TokenId> ids;
    appendRandomRepeats(alphabet, options, 18 * 10, random, ids);
    for (std::size_t passage = 0; passage < 10; ++passage)
        for (std::size_t i = 0; i < 12; ++i) EXPECT_EQ(ids[passage * 18 + i], ids[passage * 18 + i + 6]);
}

TEST(RandomRepeats, DrawTheWholeAlphabetEvenly)
{
    const std::vector<TokenId> alphabet = range(10, 20);
    Random random(6);
    std::vector<TokenId> ids;
    appendRandomRepeats(alphabet, {.length = {1, 2}, .longShare = 0.0, .times = {1, 2}}, 10'000, random, ids);
    for (const TokenId id : alphabet) EXPECT_NEAR(double(std::count(ids.begin(), ids.end(), id)), 1000.0, 150.0);
}

TEST(NaturalRepeats, RepeatTheTextItself)
{
    const std::vector<TokenId> text = range(100, 400), separator = {7};
    for (const Index size : {0, 1, 2, 7, 33, 129}) {
        Random random(3);
        std::vector<TokenId> ids;
        appendNaturalRepeats(text, separator, {}, size, random, ids);
        ASSERT_EQ(Index(ids.size()), size);
    }
    double sum = 0.0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Random random(seed);
        std::vector<TokenId> ids;
        appendNaturalRepeats(text, separator, {}, 129, random, ids);
        EXPECT_TRUE(std::all_of(ids.begin(), ids.end(), [](TokenId id) { return id == 7 || (id >= 100 && id < 400); }));
        EXPECT_EQ(ids.front(), 100);   // the passage begins where the text does
        sum += predictable(ids);
    }
    EXPECT_GT(sum / 100.0, 0.4);
}

TEST(NaturalRepeats, EndWithTheTextAndAcceptNone)
{
    Random random(4);
    std::vector<TokenId> ids = {1};
    appendNaturalRepeats({}, {}, {}, 50, random, ids);
    EXPECT_EQ(ids, (std::vector<TokenId>{1}));
    appendNaturalRepeats(range(0, 3), {}, {}, 50, random, ids);
    EXPECT_GT(ids.size(), 3u);
    EXPECT_LT(ids.size(), 50u);
}

}   // namespace
