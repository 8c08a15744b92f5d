// What is computed about heads on demand, on a real small model: shuffled scores, the probe, the search for a drawing; and what is not
// computed twice.
#include <filesystem>

#include <gtest/gtest.h>

#include "core/metrics/induction_probe.h"
#include "core/metrics/shuffled_metrics.h"
#include "tests/ui/tiny_model.h"
#include "ui/controllers/engine.h"
#include "ui/controllers/head_scorer.h"

namespace {

using namespace ui;

class HeadScorer : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        const std::filesystem::path folder = std::filesystem::temp_directory_path() / "fovea_head_scorer_test";
        test::writeTinyModel(folder);
        s_record = described(core::openModel(folder.string()).value(), "The cat sat on the mat because it was tired.");
        std::filesystem::remove_all(folder);
    }
    static void TearDownTestSuite() { s_record.reset(); }
    static ExploreRecordPtr described(const core::ModelPtr& model, const QString& text)
    {
        const CoreEngine engine;
        return engine.describe(engine.run({.text = text, .plan = {}, .model = model, .previous = {}}, {}).value(), {}).value();
    }
    static HeadScoresRequest request() { return {.record = s_record}; }
    static HeadDrawingPtr drawing(HeadDrawing blocks) { return std::make_shared<const HeadDrawing>(std::move(blocks)); }

    inline static ExploreRecordPtr s_record;
};

TEST_F(HeadScorer, NothingAskedForIsNothingComputed)
{
    const HeadScoresPtr scores = scoreHeads(request(), {}).value();
    EXPECT_EQ(scores->recording, s_record->recording->id);
    EXPECT_TRUE(scores->shuffled.empty() && scores->matches.empty() && scores->induction.empty());
    EXPECT_TRUE(answers(*scores, request()));
}

TEST_F(HeadScorer, ShuffledScoresAreTheMeanOverRunsOfTheModelOnShuffledTokens)
{
    HeadScoresRequest asked = request();
    asked.baseline = HeadBaseline::Shuffled;
    const HeadScoresPtr scores = scoreHeads(asked, {}).value();
    ASSERT_EQ(scores->shuffled.size(), s_record->maps.size());
    std::vector<std::vector<core::HeadMetrics>> shuffles;
    for (int seed = 0; seed < kShuffles; ++seed) {
        const core::Tokens tokens = core::shuffledTokens(s_record->recording->tokens, std::uint64_t(seed));
        shuffles.push_back(core::allHeadMetrics(s_record->model->transformer->run(tokens).value()).value());
    }
    const std::vector<core::HeadMetrics> expected = core::meanMetrics(shuffles);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(scores->shuffled[i].head, expected[i].head);
        EXPECT_EQ(scores->shuffled[i].previousToken, expected[i].previousToken);
        EXPECT_EQ(scores->shuffled[i].meanDistance, expected[i].meanDistance);
    }
    EXPECT_TRUE(answers(*scores, asked));
    EXPECT_FALSE(answers(*scoreHeads(request(), {}).value(), asked));
}

TEST_F(HeadScorer, ADrawingIsSearchedInTheTextAndInTheShuffles)
{
    HeadScoresRequest asked = request();
    asked.drawing = drawing({{{3, 6}, {0, 1}}, {{5, 6}, {4, 5}}});
    const HeadScoresPtr own = scoreHeads(asked, {}).value();
    const auto expected = core::headSearch(s_record->recording, *targetOf(*asked.drawing, s_record->recording->size())).value();
    ASSERT_EQ(own->matches.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(own->matches[i].score(), expected[i].score());
    EXPECT_TRUE(own->shuffledMatches.empty());

    asked.baseline = HeadBaseline::Shuffled;
    asked.known = own;
    const HeadScoresPtr both = scoreHeads(asked, {}).value();
    ASSERT_EQ(both->shuffledMatches.size(), expected.size());
    EXPECT_EQ(both->shuffledMatches[3].rows, expected[3].rows);
    EXPECT_TRUE(answers(*both, asked));
    // Another drawing asks anew, and keeps the shuffled metrics.
    asked.known = both;
    asked.drawing = drawing({{{2, 3}, {1, 2}}});
    EXPECT_FALSE(answers(*both, asked));
    const HeadScoresPtr other = scoreHeads(asked, {}).value();
    EXPECT_EQ(other->drawing, asked.drawing);
    EXPECT_EQ(other->shuffled.size(), both->shuffled.size());
    EXPECT_NE(other->matches[0].score(), both->matches[0].score());
}

TEST_F(HeadScorer, WhatLiesOutsideTheTextIsNotPartOfADrawing)
{
    const core::Index n = s_record->recording->size();
    EXPECT_EQ(targetOf({{{n - 1, n + 9}, {0, 1}}}, n)->cells(), 1);
    EXPECT_FALSE(targetOf({{{n, n + 1}, {0, 1}}}, n));
    HeadScoresRequest asked = request();
    asked.drawing = drawing({{{n, n + 1}, {0, 1}}});
    const HeadScoresPtr scores = scoreHeads(asked, {}).value();
    EXPECT_TRUE(scores->matches.empty());
    EXPECT_TRUE(answers(*scores, asked)) << "there is nothing to search for, so nothing is asked again";
}

TEST_F(HeadScorer, TheProbeIsRunOnceForAModelAndAPlan)
{
    HeadScoresRequest asked = request();
    asked.induction = true;
    const HeadScoresPtr first = scoreHeads(asked, {}).value();
    ASSERT_EQ(first->induction.size(), s_record->maps.size());
    core::InductionProbe probe = core::inductionProbe(s_record->model->tokenizer);
    EXPECT_EQ(first->induction, core::inductionScores(*s_record->model->transformer, probe).value());

    HeadScoresRequest next = asked;
    next.record = described(s_record->model, "Another text.");
    next.known = first;
    EXPECT_TRUE(answers(*first, next)) << "the probe is a text of its own";
    std::stop_source stop;
    stop.request_stop();   // whatever is computed now fails
    EXPECT_EQ(scoreHeads(next, stop.get_token()).value()->induction, first->induction);
    next.baseline = HeadBaseline::Shuffled;
    EXPECT_FALSE(answers(*first, next));
    const HeadScoresPtr second = scoreHeads(next, {}).value();
    EXPECT_EQ(second->shuffledInduction.size(), first->induction.size());
    EXPECT_NE(second->shuffledInduction, first->induction);
}

TEST_F(HeadScorer, HeedsStop)
{
    std::stop_source stop;
    stop.request_stop();
    HeadScoresRequest asked = request();
    asked.baseline = HeadBaseline::Shuffled;
    EXPECT_EQ(scoreHeads(asked, stop.get_token()).error().fault, core::Fault::Cancelled);
}

}   // namespace
