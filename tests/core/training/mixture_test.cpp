#include "core/training/mixture.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "core/training/generators/story.h"
#include "tests/core/training/byte_tokenizer.h"

namespace
{

using namespace core;
using ::testing::HasSubstr;

Corpus smallCorpus()
{
    Corpus corpus;
    corpus.sources = {"novels", "tales"};
    std::string novel, tale;
    for (int i = 0; i < 200; ++i) novel += "The old captain said nothing. Then he went below. ";
    for (int i = 0; i < 50; ++i) tale += "a fox ran!\nA hen saw it. ";
    corpus.train = {{0, "N", novel}, {1, "T", tale}, {1, "E", ""}};
    corpus.validation = {{1, "V", "zzzz"}};
    return corpus;
}

Mixture mixtureOf(const MixtureOptions& options)
{
    auto mixture = Mixture::create(smallCorpus(), test::byteTokenizer(), options);
    EXPECT_TRUE(mixture) << mixture.error().what;
    return *std::move(mixture);
}

// What every sequence must be, whatever its kind.
std::string faultOf(std::span<const TokenId> sequence, const Tokenizer& tokenizer)
{
    if (sequence.empty() || sequence.front() != *tokenizer.startToken()) return "no start token at position 0";
    for (std::size_t i = 1; i < sequence.size(); ++i) {
        if (sequence[i] < 0 || Index(sequence[i]) >= tokenizer.vocabularySize()) return "an id outside the vocabulary at " + std::to_string(i);
        if (tokenizer.isSpecial(sequence[i])) return "a special token at " + std::to_string(i);
    }
    return {};
}

TEST(Mixture, EverySequenceBeginsWithItsOnlyStartTokenAndIsFilled)
{
    const Mixture mixture = mixtureOf({.seed = 4});
    const Tokenizer tokenizer = test::byteTokenizer();
    for (const Index length : {0, 1, 2, 7, 33, 128, 1000}) {
        constexpr Index kSequences = 24;
        std::vector<TokenId> tokens(std::size_t(kSequences * (length + 1)), -1);
        mixture.fill(3, kSequences, length, tokens);
        for (Index s = 0; s < kSequences; ++s)
            EXPECT_EQ(faultOf(std::span(tokens).subspan(std::size_t(s * (length + 1)), std::size_t(length + 1)), tokenizer), "");
    }
}

TEST(Mixture, TheCheckItselfCanFail)
{
    const Tokenizer tokenizer = test::byteTokenizer();
    std::vector<TokenId> sequence = mixtureOf({}).sequenceOf(TextKind::Natural, 0, 0, 20);
    ASSERT_EQ(faultOf(sequence, tokenizer), "");
    sequence[7] = sequence[0];
    EXPECT_NE(faultOf(sequence, tokenizer), "");
    sequence[7] = -1;
    EXPECT_NE(faultOf(sequence, tokenizer), "");
    EXPECT_NE(faultOf(std::span(sequence).subspan(1), tokenizer), "");
}

TEST(Mixture, ASequenceDependsOnSeedStepAndItsOwnIndexAlone)
{
    const Mixture mixture = mixtureOf({.seed = 5});
    std::vector<TokenId> eight(8 * 65), two(2 * 65), other(2 * 65);
    mixture.fill(11, 8, 64, eight);
    mixture.fill(11, 2, 64, two);
    EXPECT_TRUE(std::equal(two.begin(), two.end(), eight.begin()));
    mixture.fill(12, 2, 64, other);
    EXPECT_NE(two, other);
    mixtureOf({.seed = 6}).fill(11, 2, 64, other);
    EXPECT_NE(two, other);
    mixtureOf({.seed = 5}).fill(11, 2, 64, other);
    EXPECT_EQ(two, other);
}

TEST(Mixture, FillsTheSameFromManyThreads)
{
    const Mixture mixture = mixtureOf({.seed = 5});
    std::vector<std::vector<TokenId>> batches(16, std::vector<TokenId>(4 * 65));
    parallelFor(16, [&](Index i) { mixture.fill(i % 4, 4, 64, batches[std::size_t(i)]); });
    for (std::size_t i = 4; i < 16; ++i) EXPECT_EQ(batches[i], batches[i % 4]);
}

TEST(Mixture, KindsComeInTheirSharesOfTheStage)
{
    const Mixture mixture = mixtureOf({.seed = 7, .stages = {{0, {0.1, 0.2, 0.3, 0.4}}, {100, {1.0, 0.0, 0.0, 1.0}}}});
    const auto share = [&](Index firstStep, TextKind kind) {
        Index count = 0;
        for (Index step = firstStep; step < firstStep + 100; ++step)
            for (Index s = 0; s < 40; ++s) count += mixture.kindOf(step, s) == kind;
        return double(count) / 4000.0;
    };
    const double expected[] = {0.1, 0.2, 0.3, 0.4};
    for (Index kind = 0; kind < kTextKinds; ++kind) EXPECT_NEAR(share(0, TextKind(kind)), expected[kind], 4.0 * std::sqrt(0.25 / 4000.0));
    EXPECT_EQ(share(100, TextKind::Stories), 0.0);
    EXPECT_EQ(share(100, TextKind::RandomRepeats), 0.0);
    EXPECT_NEAR(share(100, TextKind::Natural), 0.5, 4.0 * std::sqrt(0.25 / 4000.0));
}

TEST(Mixture, SourcesAreDrawnByTheirWeights)
{
    const Tokenizer tokenizer = test::byteTokenizer();
    const auto hens = [&](const std::map<std::string, double>& weights) {
        const Mixture mixture = mixtureOf({.seed = 8, .sourceWeights = weights});
        Index count = 0;
        for (Index s = 0; s < 200; ++s) count += tokenizer.decode(mixture.sequenceOf(TextKind::Natural, 0, s, 40))->find("A hen") != std::string::npos;
        return count;
    };
    EXPECT_EQ(hens({{"tales", 0.0}}), 0);
    EXPECT_EQ(hens({{"novels", 0.0}}), 200);
    EXPECT_GT(hens({{"tales", 100.0}}), 180);
}

TEST(Mixture, NaturalTextMostlyBeginsWithASentenceAndIsNeverHeldOut)
{
    const Mixture mixture = mixtureOf({.seed = 9});
    const Tokenizer tokenizer = test::byteTokenizer();
    Index capitals = 0;
    for (Index s = 0; s < 400; ++s) {
        const std::string text = tokenizer.decode(mixture.sequenceOf(TextKind::Natural, 0, s, 60)).value();
        const std::size_t letter = text.find_first_not_of(" \n");
        capitals += letter <= 2 && std::isupper(static_cast<unsigned char>(text[letter]));
        EXPECT_EQ(text.find("zz"), std::string::npos);
    }
    EXPECT_GT(capitals, 240);
}

TEST(Mixture, RepeatsRepeat)
{
    const Mixture mixture = mixtureOf({.seed = 10});
    for (const TextKind kind : {TextKind::RandomRepeats, TextKind::NaturalRepeats}) {
        Index repeated = 0, all = 0;
        for (Index s = 0; s < 100; ++s) {
            const std::vector<TokenId> ids = mixture.sequenceOf(kind, 0, s, 128);
            std::set<std::vector<TokenId>> seen;
            for (std::size_t i = 5; i <= ids.size(); ++i, ++all)
                repeated += !seen.insert({ids.begin() + Index(i) - 5, ids.begin() + Index(i)}).second;
        }
        EXPECT_GT(double(repeated) / double(all), 0.3);
    }
}

TEST(Mixture, RefusesOptionsThatMakeNoSense)
{
    const Tokenizer tokenizer = test::byteTokenizer();
    const auto refusal = [&](const MixtureOptions& options) {
        const auto mixture = Mixture::create(smallCorpus(), tokenizer, options);
        return mixture ? std::string() : mixture.error().what;
    };
    EXPECT_EQ(refusal({}), "");
    EXPECT_THAT(refusal({.stages = {}}), HasSubstr("step 0"));
    EXPECT_THAT(refusal({.stages = {{5, {}}}}), HasSubstr("step 0"));
    EXPECT_THAT(refusal({.stages = {{0, {}}, {0, {}}}}), HasSubstr("Stage 1"));
    EXPECT_THAT(refusal({.stages = {{0, {0.0, 0.0, 0.0, 0.0}}}}), HasSubstr("no shares"));
    EXPECT_THAT(refusal({.stages = {{0, {-1.0, 1.0, 1.0, 1.0}}}}), HasSubstr("no shares"));
    EXPECT_THAT(refusal({.stages = {{0, {std::nan(""), 1.0, 1.0, 1.0}}}}), HasSubstr("no shares"));
    EXPECT_THAT(refusal({.sourceWeights = {{"novels", 0.0}, {"tales", 0.0}}}), HasSubstr("no text of any weight"));
    EXPECT_THAT(refusal({.sourceWeights = {{"novels", -1.0}}}), HasSubstr("novels"));
    Corpus empty = smallCorpus();
    empty.train.clear();
    EXPECT_FALSE(Mixture::create(empty, tokenizer, {}));
    EXPECT_THAT(Mixture::create(smallCorpus(), test::byteTokenizer(test::StartToken::None), {}).error().what, HasSubstr("start token"));
}

TEST(Mixture, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = Mixture::create(smallCorpus(), test::byteTokenizer(), {}, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().fault, Fault::Cancelled);
}

TEST(TokenizerTrainingText, HoldsTheCorpusAndAllNames)
{
    const std::vector<std::string> texts = tokenizerTrainingText(smallCorpus(), {.stories = 2000});
    EXPECT_EQ(texts, tokenizerTrainingText(smallCorpus(), {.stories = 2000}));
    EXPECT_EQ(texts[0], smallCorpus().train[0].text);
    std::string all;
    for (const std::string& text : texts) all += text;
    for (const Gender gender : {Gender::Female, Gender::Male})
        for (const std::string_view name : namesOf(gender)) EXPECT_NE(all.find(fmt::format(" {}", name)), std::string::npos) << name;
    EXPECT_EQ(all.find("zzzz"), std::string::npos);   // what is held out does not shape the vocabulary either
}

}   // namespace
