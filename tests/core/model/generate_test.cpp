#include "core/model/generate.h"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/model/model.h"
#include "tests/core/model/golden.h"
#include "tests/core/model/tiny_models.h"

namespace core {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<TokenId> idsOf(const std::vector<GeneratedToken>& tokens)
{
    std::vector<TokenId> ids;
    for (const GeneratedToken& token : tokens) ids.push_back(token.id);
    return ids;
}

class Generation : public ::testing::Test {
protected:
    std::vector<GeneratedToken> continued(Index count, const Sampling& sampling = {})
    {
        const auto tokens = generate(*model, prompt, count, sampling, {}, {});
        EXPECT_TRUE(tokens) << tokens.error().what;
        return tokens.value_or(std::vector<GeneratedToken>());
    }
    const ModelConfig config = test::neoxConfig();
    const TransformerPtr model = *Transformer::create(config, test::randomWeights(config, 41), "test");
    const std::vector<TokenId> prompt{1, 2, 3};
};

class GoldenGeneration : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Generation, GoldenGeneration, ::testing::ValuesIn(test::goldenNames()), [](const auto& name) {
    std::string letters = name.param;
    std::erase(letters, '-');
    return letters;
});

TEST_P(GoldenGeneration, GreedyContinuationIsThatOfTheReferenceLibrary)
{
    const auto model = loadTransformer(test::goldenFolder(GetParam()));
    ASSERT_TRUE(model) << model.error().what;
    const Json golden = test::readJson(test::goldenFolder(GetParam()) / "golden.json");
    const auto tokens = generate(**model, test::idsOf(*golden.find("ids")), 20, {}, {}, {});
    ASSERT_TRUE(tokens) << tokens.error().what;
    EXPECT_EQ(idsOf(*tokens), test::idsOf(*golden.find("greedy")));
}

// Decoding with kept keys and values is the same as running the whole text again for each token.
TEST_F(Generation, DecodingEqualsPrefill)
{
    const std::vector<GeneratedToken> tokens = continued(30);
    std::vector<TokenId> text = prompt;
    for (const GeneratedToken& token : tokens) {
        const auto recording = model->run(test::tokensOf(text));
        ASSERT_TRUE(recording);
        const std::vector<NextToken> best = mostLikely((*recording)->logits.data(), config.vocabulary, 1);
        EXPECT_EQ(best[0].id, token.id);
        EXPECT_NEAR(std::log(best[0].probability), token.logProbability, 1e-5);
        EXPECT_EQ(token.kvBytes, Index(text.size()) * 2 * config.layers * config.kvHeads * config.headDim * 4);
        text.push_back(token.id);
    }
}

// … also under a plan, be it one whose rows depend on how many keys there are.
TEST_F(Generation, DecodingEqualsPrefillUnderAPlan)
{
    for (const char* text :
         {"all: window(4)", "head 0.1: off; layer 1: kv_groups(1)", "all: causal & topk(3)", "all: bigbird(2, 1, 5)", "all: where(k > n - 6)"}) {
        RunOptions options;
        options.plan = *AttentionPlan::parse(text);
        const auto tokens = generate(*model, prompt, 20, {}, options.plan, {});
        ASSERT_TRUE(tokens) << text;
        std::vector<TokenId> ids = prompt;
        for (const GeneratedToken& token : *tokens) {
            const auto recording = model->run(test::tokensOf(ids), options);
            const std::vector<NextToken> best = mostLikely((*recording)->logits.data(), config.vocabulary, 1);
            EXPECT_EQ(best[0].id, token.id) << text << " at " << ids.size();
            EXPECT_NEAR(std::log(best[0].probability), token.logProbability, 1e-5) << text;
            ids.push_back(token.id);
        }
        EXPECT_NE(tokens->back().logProbability, continued(20).back().logProbability) << text << " changes what is written";
    }
}

TEST_F(Generation, SeedsDecideAndTopKOfOneIsGreedy)
{
    const Sampling warm{.temperature = 1.0, .topK = 0, .topP = 1.0, .seed = 7};
    Sampling other = warm, one = warm, nucleus = warm;
    other.seed = 8, one.topK = 1, nucleus.topP = 1e-9;
    EXPECT_EQ(idsOf(continued(20, warm)), idsOf(continued(20, warm)));
    EXPECT_NE(idsOf(continued(20, warm)), idsOf(continued(20, other)));
    EXPECT_EQ(idsOf(continued(20, one)), idsOf(continued(20)));
    EXPECT_EQ(idsOf(continued(20, nucleus)), idsOf(continued(20)));
}

// Frequencies of the first token over many seeds against its probabilities, within four standard deviations.
TEST_F(Generation, DrawsFollowTheProbabilities)
{
    const auto recording = model->run(test::tokensOf(prompt));
    const std::vector<NextToken> expected = mostLikely((*recording)->logits.data(), config.vocabulary, 3);
    constexpr int kDraws = 600;
    std::vector<int> counts(std::size_t(config.vocabulary), 0);
    for (int seed = 0; seed < kDraws; ++seed)
        ++counts[std::size_t(continued(1, {.temperature = 1.0, .topK = 0, .topP = 1.0, .seed = std::uint64_t(seed)})[0].id)];
    for (const NextToken& token : expected) {
        const double deviation = std::sqrt(token.probability * (1.0 - token.probability) * kDraws);
        EXPECT_LE(std::abs(counts[std::size_t(token.id)] - token.probability * kDraws), 4.0 * deviation + 1.0) << token.id;
    }
}

TEST_F(Generation, StopsBehindTheEndTokenAndAtTheCount)
{
    const std::vector<GeneratedToken> tokens = continued(10);
    EXPECT_EQ(tokens.size(), 10u);
    EXPECT_TRUE(continued(0).empty());
    ModelConfig ending = config;
    ending.endToken = tokens[2].id;
    const TransformerPtr shorter = *Transformer::create(ending, model->weights(), "test");
    const auto ended = generate(*shorter, prompt, 10, {}, {}, {});
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->back().id, *ending.endToken);
    EXPECT_LE(ended->size(), 3u);
}

TEST_F(Generation, EveryTokenIsToldAndMayBeTheLast)
{
    std::stop_source stop;
    int told = 0;
    const auto tokens = generate(*model, prompt, 10, {}, {}, stop.get_token(), [&](const GeneratedToken&) {
        if (++told == 3) stop.request_stop();
    });
    ASSERT_FALSE(tokens);
    EXPECT_EQ(tokens.error().fault, Fault::Cancelled);
    EXPECT_EQ(told, 3);
}

TEST_F(Generation, IllegalParametersAreNamed)
{
    const auto messageOf = [&](const Sampling& sampling) { return generate(*model, prompt, 1, sampling, {}, {}).error().what; };
    EXPECT_THAT(messageOf({.temperature = -1.0}), HasSubstr("temperature is -1"));
    EXPECT_THAT(messageOf({.temperature = std::nan("")}), HasSubstr("temperature is nan"));
    EXPECT_THAT(messageOf({.topK = -2}), HasSubstr("top-k is -2"));
    EXPECT_THAT(messageOf({.topP = 0.0}), HasSubstr("top-p is 0"));
    EXPECT_THAT(messageOf({.topP = 1.5}), HasSubstr("top-p is 1.5"));
    EXPECT_EQ(generate(*model, {}, 1, {}, {}, {}).error().fault, Fault::BadInput);
    EXPECT_EQ(generate(*model, {99}, 1, {}, {}, {}).error().fault, Fault::BadInput);
}

TEST_F(Generation, MoreTokensThanMemoryHoldsAreRefusedBeforeTheFirst)
{
    for (const Index count : {Index(1'000'000'000'000), std::numeric_limits<Index>::max()}) {
        Index told = 0;
        const auto tokens = generate(*model, prompt, count, {}, {}, {}, [&](const GeneratedToken&) { ++told; });
        ASSERT_FALSE(tokens);
        EXPECT_EQ(tokens.error().fault, Fault::OverBudget);
        EXPECT_THAT(tokens.error().what, HasSubstr("Generating " + std::to_string(count) + " tokens would need"));
        EXPECT_EQ(told, 0);
    }
}

TEST(MostLikely, OrdersByProbabilityThenById)
{
    const std::vector<float> logits{1, 3, 2, 3};
    const std::vector<NextToken> best = mostLikely(logits.data(), 4, 9);
    ASSERT_EQ(best.size(), 4u);
    EXPECT_THAT((std::vector<TokenId>{best[0].id, best[1].id, best[2].id, best[3].id}), ElementsAre(1, 3, 2, 0));
    double sum = 0.0;
    for (const NextToken& token : best) sum += token.probability;
    EXPECT_NEAR(sum, 1.0, 1e-12);
    EXPECT_NEAR(best[0].probability / best[2].probability, std::exp(1.0), 1e-9);
    EXPECT_TRUE(mostLikely(logits.data(), 0, 3).empty());
    EXPECT_EQ(mostLikely(logits.data(), 4, 2).size(), 2u);
}

TEST(Generate, EndingMemoryIsAnError)
{
    const auto model = Transformer::create(test::neoxConfig(), test::randomWeights(test::neoxConfig(), 1), "test");
    ASSERT_TRUE(model);
    const auto tokens = generate(**model, {1, 2}, 3, {}, {}, {}, [](const GeneratedToken&) { throw std::bad_alloc(); });
    ASSERT_FALSE(tokens);
    EXPECT_EQ(tokens.error().fault, Fault::OverBudget);
    EXPECT_EQ(tokens.error().what, "The system has too little free memory for generating 3 tokens.");
}

}   // namespace
}   // namespace core
