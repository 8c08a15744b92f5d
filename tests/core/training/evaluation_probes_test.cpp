#include "core/training/evaluation_probes.h"

#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "core/metrics/induction_probe.h"
#include "core/recording/matrix_map.h"
#include "tests/core/training/byte_tokenizer.h"

namespace {

using namespace core;

// A head that puts its whole weight where `keyOf` says, and spreads it evenly over the past where that is nowhere (negative).
using KeyOf = std::function<Index(const Tokens&, Index row)>;
MapPtr oracle(const Tokens& tokens, const KeyOf& keyOf)
{
    const Index n = tokens.size();
    RowMatrix weights = RowMatrix::Zero(n, n);
    AllowedMatrix allowed = AllowedMatrix::Zero(n, n);
    for (Index i = 0; i < n; ++i) {
        allowed.row(i).head(i + 1).setOnes();
        const Index key = keyOf(tokens, i);
        if (key >= 0)
            weights(i, key) = 1.0f;
        else
            weights.row(i).head(i + 1).setConstant(1.0f / float(i + 1));
    }
    return matrixMap(std::move(weights), std::move(allowed));
}

Index previous(const Tokens&, Index row) { return row - 1; }
Index first(const Tokens&, Index) { return 0; }
Index nowhere(const Tokens&, Index) { return -1; }
Index induction(const Tokens& tokens, Index row)
{
    for (Index j = row - 1; j >= 1; --j)
        if (tokens.items[std::size_t(j)].id == tokens.items[std::size_t(row)].id) return j + 1;
    return 0;
}

HeadRunner runnerOf(const std::vector<KeyOf>& heads)
{
    return [heads](const Tokens& tokens) -> Result<std::vector<MapPtr>> {
        std::vector<MapPtr> maps;
        for (const KeyOf& head : heads) maps.push_back(oracle(tokens, head));
        return maps;
    };
}

Tokens tokensOf(const std::vector<TokenId>& ids)
{
    Tokens tokens;
    for (const TokenId id : ids) tokens.items.push_back({.id = id, .span = {}, .bytes = {}, .special = id == 256, .wordStart = false});
    return tokens;
}

Tokens repeatedDigits(TokenId shift)
{
    std::vector<TokenId> ids = {256};
    for (int copy = 0; copy < 2; ++copy)
        for (TokenId i = 0; i < 20; ++i) ids.push_back((i * 37 + shift) % 256);
    return tokensOf(ids);
}

std::vector<ProbeItem> items(Index count, const std::function<std::vector<AttentionTarget>(Index)>& targetsOf)
{
    std::vector<ProbeItem> result;
    for (Index n = 0; n < count; ++n) {
        const Tokens tokens = repeatedDigits(TokenId(n));
        result.push_back({tokens, targetsOf(tokens.size())});
    }
    return result;
}

TEST(AttentionTargets, AgreeWithTheMetricsOfTheDesign)
{
    const Tokens tokens = repeatedDigits(3);
    const Index n = tokens.size();
    const MapPtr map = oracle(tokens, induction);
    EXPECT_NEAR(massOn(*map, inductionTargets(n, 20)), inductionScore(*map, 20), 1e-12);
    EXPECT_NEAR(massOn(*oracle(tokens, nowhere), inductionTargets(n, 20)), inductionScore(*oracle(tokens, nowhere), 20), 1e-9);
    EXPECT_EQ(massOn(*oracle(tokens, previous), previousTokenTargets(n)), 1.0);
    EXPECT_EQ(massOn(*oracle(tokens, first), firstTokenTargets(n)), 1.0);
    EXPECT_LE(massOn(*oracle(tokens, first), previousTokenTargets(n)), 1.0 / double(n - 1) + 1e-12);
    EXPECT_EQ(massOn(*map, {}), 0.0);
    EXPECT_TRUE(previousTokenTargets(0).empty() && previousTokenTargets(1).empty() && firstTokenTargets(1).empty());
}

TEST(ChooseHead, FindsEachOracleAmongTheOthers)
{
    const HeadRunner run = runnerOf({nowhere, previous, first, induction});
    const auto best = [&](const auto& targetsOf) { return *chooseHead(items(8, targetsOf), run, 1); };
    const ChosenHead p = best(previousTokenTargets), f = best(firstTokenTargets), i = best([](Index n) { return inductionTargets(n, 20); });
    EXPECT_EQ(p.head, 1);
    EXPECT_EQ(f.head, 2);
    EXPECT_EQ(i.head, 3);
    for (const ChosenHead& chosen : {p, f, i}) {
        EXPECT_DOUBLE_EQ(chosen.selected, 1.0);
        EXPECT_DOUBLE_EQ(chosen.measured, 1.0);
        EXPECT_EQ(chosen.items, 4);
    }
    EXPECT_DOUBLE_EQ(p.shuffled, 1.0);   // looking at the token before is a habit, and the shuffled value says so
    EXPECT_LE(i.shuffled, 0.2);          // looking at what followed last time is none
}

// The head that is perfect on the measuring half only must not be found: choosing on what is measured would find it.
TEST(ChooseHead, NeverLooksAtTheMeasuringHalf)
{
    const auto itemOf = [](const Tokens& tokens) { return tokens.items[1].id; };   // repeatedDigits(n) begins with n
    const KeyOf luckyWhenChosen = [&](const Tokens& tokens, Index row) { return itemOf(tokens) % 2 == 0 ? row - 1 : 0; };
    const KeyOf luckyWhenMeasured = [&](const Tokens& tokens, Index row) { return itemOf(tokens) % 2 == 1 ? row - 1 : 0; };
    const auto chosen = chooseHead(items(10, previousTokenTargets), runnerOf({luckyWhenMeasured, luckyWhenChosen}), 1);
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->head, 1);
    EXPECT_DOUBLE_EQ(chosen->selected, 1.0);
    EXPECT_LE(chosen->measured, 0.03);
}

TEST(ChooseHead, NeedsTwoItemsAndAHead)
{
    EXPECT_FALSE(chooseHead({}, runnerOf({first}), 1));
    EXPECT_FALSE(chooseHead(items(1, firstTokenTargets), runnerOf({first}), 1));
    EXPECT_FALSE(chooseHead(items(2, firstTokenTargets), runnerOf({}), 1));
    EXPECT_TRUE(chooseHead(items(2, firstTokenTargets), runnerOf({first}), 1));
    const HeadRunner broken = [](const Tokens&) -> Result<std::vector<MapPtr>> { return fail(Fault::NotFinite, "Layer 2 is not finite."); };
    EXPECT_EQ(chooseHead(items(2, firstTokenTargets), broken, 1).error().what, "Layer 2 is not finite.");
}

std::vector<PronounProbe> pronounProbes(Index count)
{
    std::vector<PronounProbe> probes;
    const Tokenizer tokenizer = test::byteTokenizer();
    for (Index n = 0; n < count; ++n) {
        auto probe = pronounProbe(pronounItem({.seed = 5, .set = StorySet::HeldOut, .cast = Cast::OneOfEach}, n), tokenizer, std::uint64_t(n));
        EXPECT_TRUE(probe) << probe.error().what;
        probes.push_back(*std::move(probe));
    }
    return probes;
}

// Puts `share` of the pronoun's row on the true name's pieces and the rest on the other's, for the story it was told about; a shuffled
// story it has never seen, and there it spreads its weight.
HeadRunner pronounOracles(const std::vector<PronounProbe>& probes, const std::vector<double>& shares)
{
    return [&probes, shares](const Tokens& tokens) -> Result<std::vector<MapPtr>> {
        std::vector<MapPtr> maps;
        const auto known = std::find_if(probes.begin(), probes.end(), [&](const PronounProbe& probe) { return probe.trueName.tokens == tokens; });
        for (const double share : shares) {
            const Index n = tokens.size();
            RowMatrix weights = RowMatrix::Constant(n, n, 1.0f / float(n));
            if (known != probes.end()) {
                weights.row(n - 1).setZero();
                const auto& own = known->trueName.targets[0].keys;
                const auto& other = known->otherName[0].keys;
                for (const Index key : own) weights(n - 1, key) += float(share / double(own.size()));
                for (const Index key : other) weights(n - 1, key) += float((1.0 - share) / double(other.size()));
            }
            maps.push_back(matrixMap(std::move(weights), AllowedMatrix::Ones(n, n)));
        }
        return maps;
    };
}

TEST(PronounProbe, TargetsAreThePiecesOfTheNamesAndTheRowIsThePronoun)
{
    const Tokenizer tokenizer = test::byteTokenizer();
    for (Index n = 0; n < 40; ++n) {
        const PronounItem item = pronounItem({.seed = 6, .set = StorySet::HeldOut}, n);
        const PronounProbe probe = *pronounProbe(item, tokenizer, 1);
        const auto at = [&](Span span) { return item.text.substr(std::size_t(span.begin), std::size_t(span.size())); };
        const auto textOf = [](const Tokens& tokens, const std::vector<Index>& keys) {
            std::string text;
            for (const Index key : keys) text += tokens.items[std::size_t(key)].bytes;
            return text;
        };
        std::string own, other;
        for (const Span mention : item.trueMentions) own += at(mention);
        for (const Span mention : item.otherMentions) other += at(mention);
        const Tokens& tokens = probe.trueName.tokens;
        EXPECT_EQ(textOf(tokens, probe.trueName.targets[0].keys), own);
        EXPECT_EQ(textOf(tokens, probe.otherName[0].keys), other);
        EXPECT_EQ(probe.trueName.targets[0].row, tokens.size() - 1);
        EXPECT_EQ(tokens.items.back().bytes, at(item.pronoun).substr(0, 1));
        const Tokens& shuffled = probe.shuffledTrueName.tokens;
        EXPECT_NE(shuffled, tokens);
        EXPECT_EQ(shuffled.size(), tokens.size());
        EXPECT_EQ(shuffled.items.front(), tokens.items.front());
        EXPECT_EQ(shuffled.items.back(), tokens.items.back());
        std::string letters = textOf(shuffled, probe.shuffledTrueName.targets[0].keys);   // the same letters, elsewhere
        std::sort(letters.begin(), letters.end());
        std::sort(own.begin(), own.end());
        EXPECT_EQ(letters, own);
    }
}

TEST(ChoosePronounHead, MeasuresTheOracleOnTheOtherStories)
{
    const std::vector<PronounProbe> probes = pronounProbes(32);
    const auto chosen = choosePronounHead(probes, pronounOracles(probes, {0.5, 0.75, 0.25}));
    ASSERT_TRUE(chosen) << chosen.error().what;
    EXPECT_EQ(chosen->head, 1);
    EXPECT_EQ(chosen->stories, 16);
    for (const NameMass mass :
         {chosen->selected, chosen->measured, chosen->trueNameFirst, chosen->trueNameSecond, chosen->trueNameLatest, chosen->otherNameLatest}) {
        EXPECT_NEAR(mass.trueName, 0.75, 1e-5);
        EXPECT_NEAR(mass.otherName, 0.25, 1e-5);
        EXPECT_NEAR(mass.ratio(), 3.0, 1e-4);
    }
    EXPECT_EQ(chosen->preferred, 1.0);
    EXPECT_LE(chosen->shuffledNames.trueName, 0.3);   // a few letters of a hundred
    EXPECT_NEAR(chosen->shuffledNames.ratio(), 1.0, 0.5);
    EXPECT_NEAR(chosen->shuffledPlaces.ratio(), 1.0, 0.5);
}

// Habits score nothing here: each order of names is equally common in both halves.
TEST(ChoosePronounHead, TheLatestNameIsRightInExactlyHalfOfTheStories)
{
    const std::vector<PronounProbe> probes = pronounProbes(32);
    const HeadRunner latest = [&](const Tokens& tokens) -> Result<std::vector<MapPtr>> {
        const auto known = std::find_if(probes.begin(), probes.end(), [&](const PronounProbe& probe) { return probe.trueName.tokens == tokens; });
        const Index key = known == probes.end() ? 0 : std::max(known->trueName.targets[0].keys.back(), known->otherName[0].keys.back());
        return std::vector<MapPtr>{oracle(tokens, [key](const Tokens& t, Index row) { return row + 1 == t.size() ? key : 0; })};
    };
    const auto chosen = choosePronounHead(probes, latest);
    ASSERT_TRUE(chosen);
    EXPECT_DOUBLE_EQ(chosen->measured.trueName, 0.5);
    EXPECT_DOUBLE_EQ(chosen->measured.otherName, 0.5);
    EXPECT_DOUBLE_EQ(chosen->preferred, 0.5);
    EXPECT_DOUBLE_EQ(chosen->trueNameLatest.trueName, 1.0);
    EXPECT_DOUBLE_EQ(chosen->otherNameLatest.trueName, 0.0);
}

TEST(ChoosePronounHead, NeedsEightStoriesAndSaysSo)
{
    const std::vector<PronounProbe> probes = pronounProbes(7);
    const auto chosen = choosePronounHead(probes, pronounOracles(probes, {0.5}));
    ASSERT_FALSE(chosen);
    EXPECT_NE(chosen.error().what.find("7 stories"), std::string::npos);
}

TEST(NameMass, RatioIsHonestAtZero)
{
    EXPECT_TRUE(std::isinf(NameMass{0.3, 0.0}.ratio()));
    EXPECT_TRUE(std::isnan(NameMass{0.0, 0.0}.ratio()));
    EXPECT_DOUBLE_EQ((NameMass{0.4, 0.1}.ratio()), 4.0);
}

}   // namespace
