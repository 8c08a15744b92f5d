#include "core/metrics/context_effect.h"

#include <cmath>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/metrics/next_token_loss.h"
#include "core/metrics/prediction_effect.h"
#include "tests/core/base/memory_budget.h"
#include "tests/core/model/runs.h"

namespace core {
namespace {

using test::make;
using test::someIds;
using test::tokensOf;
using ::testing::HasSubstr;

class ContextEffects : public ::testing::TestWithParam<int> {
protected:
    ContextEffect effectOf(const std::vector<TokenId>& text, ContextWindow window)
    {
        const auto effect = contextEffect(*model, tokensOf(text), window);
        EXPECT_TRUE(effect) << effect.error().what;
        return effect.value_or(ContextEffect());
    }
    const ModelConfig config = test::allConfigs()[std::size_t(GetParam())];
    const TransformerPtr model = make(config);
    const std::vector<TokenId> ids = someIds(33, config.vocabulary);
};
INSTANTIATE_TEST_SUITE_P(EveryConfig, ContextEffects, ::testing::Range(0, 4));

void expectSame(const ContextRun& a, const ContextRun& b, double tolerance)
{
    EXPECT_EQ(a.begin, b.begin);
    ASSERT_EQ(a.loss.size(), b.loss.size());
    for (std::size_t i = 0; i < a.loss.size(); ++i) EXPECT_LE(std::abs(a.loss[i] - b.loss[i]), tolerance) << i;
    for (std::size_t i = 0; i < a.next.size(); ++i) {
        EXPECT_EQ(a.next[i].id, b.next[i].id);
        EXPECT_LE(std::abs(a.next[i].probability - b.next[i].probability), tolerance);
    }
}

TEST_P(ContextEffects, AWindowThatHoldsTheTextChangesNothing)
{
    for (const Index window : {33, 34, 1'000'000}) {
        const ContextEffect effect = effectOf(ids, {.window = window, .sinks = 2});
        EXPECT_EQ(effect.window.window, window);
        EXPECT_EQ(effect.full.divergence, 0.0);
        EXPECT_EQ(effect.cropped.divergence, 0.0) << "bit by bit";
        expectSame(effect.cropped, effect.full, 0.0);
        expectSame(effect.sliding, effect.full, 1e-5);
        expectSame(*effect.withSinks, effect.full, 1e-5);
        EXPECT_LE(effect.sliding.divergence, 1e-9);
    }
    EXPECT_GT(effectOf(ids, {.window = 3}).sliding.divergence, 1e-4) << "the comparison can fail";
}

TEST_P(ContextEffects, EachReadingIsTheRunThatItNames)
{
    for (const Index window : {1, 3, 32}) {
        const ContextEffect effect = effectOf(ids, {.window = window, .sinks = 2});
        const RecordingPtr full = test::run(model, ids, test::all());
        const auto expect = [&](const ContextRun& reading, const RecordingPtr& run, Index begin) {
            EXPECT_EQ(reading.begin, begin);
            EXPECT_EQ(reading.loss, *nextTokenLoss(*run));
            EXPECT_EQ(reading.next.size(), 5u);
            const Index last = run->size() - 1;
            EXPECT_EQ(reading.next[0].id, mostLikely(run->logits.row(last).data(), config.vocabulary, 1)[0].id);
            EXPECT_EQ(reading.divergence, divergenceOf(full->logits.row(32).data(), run->logits.row(last).data(), config.vocabulary));
        };
        expect(effect.full, full, 0);
        expect(effect.sliding, test::run(model, ids, test::all(fmt::format("all: window({})", window))), 0);
        expect(*effect.withSinks, test::run(model, ids, test::all(fmt::format("all: window({}) | sinks(2)", window))), 0);
        expect(effect.cropped, test::run(model, {ids.end() - window, ids.end()}, test::all()), 33 - window);
    }
}

// In one layer a window sees what a crop sees; in more, it hears of what came before.
TEST(ContextEffect, LayersCarryWhatSlidOutOfTheWindow)
{
    ModelConfig config = test::neoxConfig();
    config.layers = 1;
    const TransformerPtr one = make(config), two = make(test::neoxConfig());
    std::vector<TokenId> ids = someIds(9, 31);
    for (const TransformerPtr& model : {one, two}) {
        const auto before = contextEffect(*model, tokensOf(ids), {.window = 3});
        std::vector<TokenId> edited = ids;
        edited[5] = (edited[5] + 1) % 31;   // one token before the window of the last
        const auto after = contextEffect(*model, tokensOf(edited), {.window = 3});
        const bool slidingKnows = before->sliding.next[0].probability != after->sliding.next[0].probability;
        EXPECT_EQ(slidingKnows, model == two);
        EXPECT_EQ(before->cropped.next[0].probability, after->cropped.next[0].probability);
    }
}

TEST(ContextEffect, ParametersOutOfRangeAreRefusedByName)
{
    const TransformerPtr model = make(test::neoxConfig());
    const Tokens tokens = tokensOf(someIds(9, 31));
    EXPECT_THAT(contextEffect(*model, tokens, {.window = 0}).error().what, HasSubstr("The window is 0; legal is 1 or more"));
    EXPECT_THAT(contextEffect(*model, tokens, {.window = 3, .sinks = -1}).error().what, HasSubstr("The sinks are -1; legal is 0 or more"));
    EXPECT_THAT(contextEffect(*model, {}, {.window = 3}).error().what, HasSubstr("no token"));
    EXPECT_FALSE(contextEffect(*model, tokens, {.window = 3})->withSinks) << "none were asked for";
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(contextEffect(*model, tokens, {.window = 3}, stop.get_token()).error().fault, Fault::Cancelled);
    const test::ScopedMemoryBudget little(10'000);
    EXPECT_EQ(contextEffect(*model, tokens, {.window = 3}).error().fault, Fault::OverBudget);
}

TEST(ContextEffect, OneTokenIsItsOwnWindow)
{
    const auto effect = contextEffect(*make(test::neoxConfig()), tokensOf({4}), {.window = 3, .sinks = 1});
    ASSERT_TRUE(effect);
    EXPECT_TRUE(effect->full.loss.empty());
    EXPECT_EQ(effect->cropped.divergence, 0.0);
    EXPECT_LE(effect->sliding.divergence, 1e-9);
}

}   // namespace
}   // namespace core
