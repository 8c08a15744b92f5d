// What is computed about heads on demand, on a real small model: shuffled scores, the probe, the search for a drawing.
#include <gtest/gtest.h>

#include "core/metrics/induction_probe.h"
#include "core/metrics/shuffled_metrics.h"
#include "tests/core/formats/temporary_folder.h"
#include "tests/ui/tiny_model.h"
#include "ui/controllers/engine.h"
#include "ui/controllers/head_scorer.h"

namespace {

using namespace ui;
using Kind = HeadScoresStep::Kind;

class HeadScorer : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        const core::test::TemporaryFolder folder;   // of this process alone: each test runs in one of its own, beside the others
        test::writeTinyModel(folder.path());
        s_record = described(core::openModel(folder.path().string()).value(), "The cat sat on the mat because it was tired.");
    }
    static void TearDownTestSuite() { s_record.reset(); }
    static ExploreRecordPtr described(const core::ModelPtr& model, const QString& text)
    {
        const CoreEngine engine;
        return engine.describe(engine.run({.text = text, .plan = {}, .model = model, .previous = {}}, {}).value(), {}).value();
    }
    static HeadScoresPart part(const HeadScoresStep& step) { return scoreHeads(step, {}).value(); }
    static HeadDrawingPtr drawing(HeadDrawing drawn) { return std::make_shared<const HeadDrawing>(std::move(drawn)); }
    static core::RecordingPtr shuffledRun(int seed)
    {
        const core::Tokens tokens = core::shuffledTokens(s_record->recording->tokens, std::uint64_t(seed));
        return s_record->model->transformer->run(tokens).value();
    }

    inline static ExploreRecordPtr s_record;
};

TEST_F(HeadScorer, AShuffleIsARunOfTheModelOnShuffledTokens)
{
    for (const int seed : {0, 3}) {
        const HeadScoresPart found = part({.kind = Kind::Shuffle, .record = s_record, .seed = seed, .wantsMetrics = true});
        const auto expected = core::allHeadMetrics(shuffledRun(seed)).value();
        ASSERT_EQ(found.metrics.size(), expected.size());
        EXPECT_TRUE(found.matches.empty());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            EXPECT_EQ(found.metrics[i].head, expected[i].head);
            EXPECT_EQ(found.metrics[i].previousToken, expected[i].previousToken);
            EXPECT_EQ(found.metrics[i].meanDistance, expected[i].meanDistance);
        }
    }
}

TEST_F(HeadScorer, ADrawingIsSearchedInTheTextAndInTheShuffles)
{
    const HeadDrawingPtr drawn = drawing(DrawnCells{{{3, 6}, {0, 1}}, {{5, 6}, {4, 5}}});
    const auto expected = core::headSearch(s_record->recording, *targetOf(*drawn, s_record->recording->tokens)).value();
    const HeadScoresPart own = part({.kind = Kind::Matches, .record = s_record, .drawing = drawn});
    ASSERT_EQ(own.matches.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(own.matches[i].score(), expected[i].score());
    const HeadScoresPart shuffled = part({.kind = Kind::Shuffle, .record = s_record, .drawing = drawn, .seed = 1});
    const auto other = core::headSearch(shuffledRun(1), *targetOf(*drawn, s_record->recording->tokens)).value();
    ASSERT_EQ(shuffled.matches.size(), other.size());
    EXPECT_TRUE(shuffled.metrics.empty());
    for (std::size_t i = 0; i < other.size(); ++i) EXPECT_EQ(shuffled.matches[i].score(), other[i].score());
}

TEST_F(HeadScorer, WhatLiesOutsideTheTextIsNotPartOfADrawing)
{
    const core::Tokens& tokens = s_record->recording->tokens;
    const core::Index n = tokens.size();
    EXPECT_EQ(targetOf(DrawnCells{{{n - 1, n + 9}, {0, 1}}}, tokens)->cells(), 1);
    EXPECT_FALSE(targetOf(DrawnCells{{{n, n + 1}, {0, 1}}}, tokens));
    EXPECT_TRUE(part({.kind = Kind::Matches, .record = s_record, .drawing = drawing(DrawnCells{{{n, n + 1}, {0, 1}}})}).matches.empty());
}

TEST_F(HeadScorer, TheProbeIsThatOfCore)
{
    core::InductionProbe probe = core::inductionProbe(s_record->model->tokenizer);
    EXPECT_EQ(part({.kind = Kind::Induction, .record = s_record}).induction, core::inductionScores(*s_record->model->transformer, probe).value());
    probe.order = core::ProbeOrder::Shuffled;
    EXPECT_EQ(part({.kind = Kind::ShuffledInduction, .record = s_record}).induction,
              core::inductionScores(*s_record->model->transformer, probe).value());
}

TEST_F(HeadScorer, HeedsStop)
{
    std::stop_source stop;
    stop.request_stop();
    for (const Kind kind : {Kind::Matches, Kind::Induction, Kind::ShuffledInduction, Kind::Shuffle}) {
        const HeadScoresStep step{.kind = kind, .record = s_record, .drawing = drawing(TargetRule::OwnToken), .wantsMetrics = true};
        EXPECT_EQ(scoreHeads(step, stop.get_token()).error().fault, core::Fault::Cancelled);
    }
}

}   // namespace
