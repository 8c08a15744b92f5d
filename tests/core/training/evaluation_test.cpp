#include "core/training/evaluation.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <numbers>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/training/initialise.h"
#include "core/training/model_card.h"
#include "tests/core/training/byte_tokenizer.h"

namespace {

using namespace core;
using ::testing::HasSubstr;

ModelConfig tinyConfig()
{
    ModelConfig config;
    config.vocabulary = 257, config.width = 16, config.layers = 2, config.heads = 2, config.kvHeads = 2, config.headDim = 8, config.mlpWidth = 32;
    config.context = 64, config.rotaryDim = 8, config.attentionBias = true, config.mlpBias = true, config.startToken = 256;
    return config;
}

Model tinyModel(Weights<float> weights)
{
    auto transformer = Transformer::create(tinyConfig(), std::move(weights), "tiny");
    EXPECT_TRUE(transformer) << transformer.error().what;
    return {.name = "tiny", .path = {}, .transformer = *transformer, .tokenizer = test::byteTokenizer()};
}

Corpus heldOutCorpus()
{
    Corpus corpus;
    corpus.sources = {"a", "b", "c"};
    corpus.train = {{0, "T", "train"}};
    corpus.validation = {{0, "V", "An old man sat by the sea."},
                         {2, "W", "Ünder the trée, thére was à fox. It slept, and slept, and slept on until noon."}};
    return corpus;
}

TEST(CrossEntropy, IsTheDefinitionAndDoesNotOverflow)
{
    const float even[] = {2.0f, 2.0f, 2.0f, 2.0f}, sure[] = {1000.0f, 0.0f, -1000.0f}, some[] = {0.5f, -1.0f, 2.0f};
    EXPECT_NEAR(crossEntropy(even, 4, 1), std::log(4.0), 1e-12);
    EXPECT_NEAR(crossEntropy(sure, 3, 0), 0.0, 1e-12);
    EXPECT_NEAR(crossEntropy(sure, 3, 2), 2000.0, 1e-9);
    EXPECT_NEAR(crossEntropy(some, 3, 1), std::log(std::exp(0.5) + std::exp(-1.0) + std::exp(2.0)) + 1.0, 1e-7);
}

TEST(CodePoints, CountsCharactersNotBytes)
{
    EXPECT_EQ(codePoints(""), 0);
    EXPECT_EQ(codePoints("abc"), 3);
    EXPECT_EQ(codePoints("trée"), 4);
    EXPECT_EQ(codePoints("🦊!"), 2);
}

// A model whose weights are all 0 gives every token the same probability, so that bits per character can be worked out by hand.
TEST(ScoreText, AnIgnorantModelNeedsTheEntropyOfTheVocabulary)
{
    const Model model = tinyModel(Weights<float>::zeros(tinyConfig()));
    for (const Index context : {2, 7, 33, 64}) {
        const auto scores = scoreText(*model.transformer, model.tokenizer, heldOutCorpus(), {.context = context});
        ASSERT_TRUE(scores) << scores.error().what;
        ASSERT_EQ(scores->size(), 2u);   // source "b" holds nothing out
        const TextScore& plain = scores->front();
        EXPECT_EQ(plain.source, "a");
        EXPECT_EQ(plain.tokens, 26);   // every byte once, whatever the window
        EXPECT_EQ(plain.characters, 26);
        EXPECT_NEAR(plain.bitsPerCharacter(), std::log2(257.0), 1e-5);
        EXPECT_NEAR(plain.shuffledBitsPerCharacter(), std::log2(257.0), 1e-5);
        const TextScore& accents = scores->back();
        EXPECT_EQ(accents.tokens, accents.characters + 4);   // Ü, é, é, à have two bytes
        const TextScore total = totalOf(*scores);
        EXPECT_EQ(total.tokens, plain.tokens + accents.tokens);
        EXPECT_NEAR(total.nats, double(total.tokens) * std::log(257.0), 1e-3);
    }
}

TEST(ScoreText, RefusesAContextThatPredictsNothing)
{
    const Model model = tinyModel(Weights<float>::zeros(tinyConfig()));
    const auto scores = scoreText(*model.transformer, model.tokenizer, heldOutCorpus(), {.context = 1});
    ASSERT_FALSE(scores);
    EXPECT_THAT(scores.error().what, HasSubstr("context of 1"));
    EXPECT_FALSE(scoreText(*model.transformer, test::byteTokenizer(test::StartToken::None), heldOutCorpus(), {}));
    EXPECT_TRUE(std::isnan(totalOf({}).bitsPerCharacter()));
}

class EvaluateModel : public ::testing::Test {
protected:
    void SetUp() override
    {
        m_folder = std::filesystem::path(::testing::TempDir()) / (std::string("fovea_evaluation_") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::create_directories(m_folder);
        std::ofstream out(m_folder / "tales.jsonl");
        for (int work = 0; work < 8; ++work) {
            out << "{\"title\": \"Work " << work << "\", \"text\": \"";
            for (int i = 0; i < 12; ++i) out << "Fox " << work << " saw hen " << i << ". ";
            out << "\"}\n";
        }
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    EvaluationOptions options() const
    {
        return {.corpus = m_folder, .heldOut = 0.4, .windows = 4, .windowTokens = 30, .repeats = 4, .period = 10, .stories = 8, .sampleTokens = 3};
    }
    std::filesystem::path m_folder;
};

TEST_F(EvaluateModel, ReportsEveryScoreAndTheSameAgain)
{
    const Model model = tinyModel(initialWeights(tinyConfig(), 1));
    const auto report = evaluateModel(model, options());
    ASSERT_TRUE(report) << report.error().what;
    ASSERT_TRUE(report->previousToken && report->firstToken && report->inductionNatural);
    // Random weights of deviation 0.02 attend almost evenly: every score is near that of an even row, and its shuffled value near it.
    double evenPrevious = 0.0;
    for (int i = 1; i <= 30; ++i) evenPrevious += 1.0 / (i + 1) / 30.0;
    for (const HeadScore& score : {*report->previousToken, *report->firstToken}) {
        EXPECT_NEAR(score.score.measured, evenPrevious, 0.02);
        EXPECT_NEAR(score.score.shuffled, evenPrevious, 0.02);
        EXPECT_EQ(score.score.items, 2);
        EXPECT_EQ(score.head.layer * 2 + score.head.head, score.score.head);
    }
    EXPECT_NEAR(report->inductionRandom.score.measured, 0.06, 0.03);
    EXPECT_EQ(report->pronoun.score.stories, 4);
    EXPECT_NEAR(totalOf(report->text).bitsPerCharacter(), std::log2(257.0), 0.5);
    EXPECT_EQ(report->samples.size(), 5u);
    const auto again = evaluateModel(model, options());
    ASSERT_TRUE(again);
    EXPECT_EQ(toJson(*again).dump(), toJson(*report).dump());
}

TEST_F(EvaluateModel, LeavesOutNaturalTextWithoutACorpus)
{
    const Model model = tinyModel(initialWeights(tinyConfig(), 1));
    EvaluationOptions alone = options();
    alone.corpus.clear();
    const auto report = evaluateModel(model, alone);
    ASSERT_TRUE(report) << report.error().what;
    EXPECT_FALSE(report->previousToken || report->firstToken || report->inductionNatural);
    EXPECT_TRUE(toJson(*report).find("previous_token")->isNull());
    EXPECT_THAT(markdownOf(*report), HasSubstr("not measured"));
}

TEST_F(EvaluateModel, SaysWhatIsMissing)
{
    const Model model = tinyModel(initialWeights(tinyConfig(), 1));
    EvaluationOptions wrong = options();
    wrong.corpus = m_folder / "nowhere";
    EXPECT_THAT(evaluateModel(model, wrong).error().what, HasSubstr("nowhere"));
    wrong = options();
    wrong.windowTokens = 100'000;   // no held-out text is that long
    EXPECT_THAT(evaluateModel(model, wrong).error().what, HasSubstr("0 items"));
    wrong = options();
    wrong.period = 1;
    EXPECT_FALSE(evaluateModel(model, wrong));
    std::stop_source stop;
    stop.request_stop();
    wrong = options();
    wrong.stop = stop.get_token();
    EXPECT_EQ(evaluateModel(model, wrong).error().fault, Fault::Cancelled);
}

TEST(ModelCard, HoldsTheNumbersOfTheReportAndItsWarnings)
{
    EvaluationReport report = {.model = "fovea-x", .layers = 4, .heads = 8};
    report.previousToken = HeadScore{{1, 2}, {.head = 10, .selected = 0.91, .measured = 0.87, .shuffled = 0.53, .items = 32}};
    report.pronoun.head = {3, 5};
    report.pronoun.score.stories = 200;
    report.pronoun.score.measured = {0.41, 0.13};
    report.text = {
        {.source = "tales", .documents = 2, .characters = 1000, .tokens = 300, .nats = 1000.0 * 1.5 * std::numbers::ln2, .shuffledNats = 2500.0}};
    report.samples = {{"Once", " upon"}};
    ModelCardFacts facts;
    facts.config = tinyConfig();
    facts.trainedTokens = 25'000'000;
    facts.command = "fovea train --corpus DIR";
    const std::string card = modelCard(report, facts);
    for (const char* part : {"# fovea-x", "| the token before, held-out text | 1.2 | 0.87 | 0.53 | 0.91 | 32 |", "head 3.5", "n = 200 stories",
                             "| 0.41 | 0.13 | 3.2 |", "| tales | 1.50 |", "25.0 million tokens", "fovea train --corpus DIR", "Project Gutenberg",
                             "CC BY", "Once▸ upon", "Attention is not explanation"})
        EXPECT_THAT(card, HasSubstr(part));
}

}   // namespace
