// In which order scores are computed, what is not computed twice, and how answers join: without a model.
#include <gtest/gtest.h>

#include "tests/ui/head_records.h"
#include "ui/controllers/head_steps.h"

namespace {

using namespace ui;
using Kind = HeadScoresStep::Kind;

constexpr std::size_t kHeads = 2;

ExploreRecordPtr smallRecord() { return test::headRecord({.layers = 1, .heads = 2, .kvHeads = 2}); }

// The answer of a step, told apart by its seed.
HeadScoresPart answerOf(const HeadScoresStep& step)
{
    HeadScoresPart part;
    for (core::Index head = 0; head < core::Index(kHeads); ++head) {
        if (step.wantsMetrics) part.metrics.emplace_back().head = {0, head};
        if (step.wantsMetrics) part.metrics.back().meanDistance = double(step.seed);
        if (step.drawing) part.matches.push_back({.head = {0, head}, .rows = 3, .mass = 0.25 * double(step.seed), .chance = 0.125});
    }
    if (step.kind == Kind::Induction || step.kind == Kind::ShuffledInduction) part.induction.assign(kHeads, 0.5);
    return part;
}

HeadScoresPtr answered(HeadScoresPtr known, const HeadScoresStep& step) { return joined(known, step, answerOf(step)); }

// All steps that a question takes, in their order.
std::vector<HeadScoresStep> stepsOf(const HeadScoresQuestion& question, HeadScoresPtr& known)
{
    std::vector<HeadScoresStep> steps;
    while (const std::optional<HeadScoresStep> next = nextStep(question, known)) {
        steps.push_back(*next);
        known = answered(known, *next);
        if (steps.size() > 20) break;
    }
    return steps;
}

std::vector<Kind> kindsOf(const std::vector<HeadScoresStep>& steps)
{
    std::vector<Kind> kinds;
    for (const HeadScoresStep& step : steps) kinds.push_back(step.kind);
    return kinds;
}

HeadDrawingPtr drawing() { return std::make_shared<const HeadDrawing>(TargetRule::PreviousToken); }

TEST(HeadSteps, NothingAskedForIsNothingToDo) { EXPECT_FALSE(nextStep({.record = smallRecord()}, nullptr)); }

TEST(HeadSteps, WhatIsQuickComesFirstAndEveryStepOnce)
{
    HeadScoresPtr known;
    const std::vector<HeadScoresStep> steps = stepsOf({.record = smallRecord(), .shuffled = true, .induction = true, .drawing = drawing()}, known);
    EXPECT_EQ(kindsOf(steps),
              (std::vector{Kind::Matches, Kind::Induction, Kind::ShuffledInduction, Kind::Shuffle, Kind::Shuffle, Kind::Shuffle, Kind::Shuffle}));
    for (int seed = 0; seed < kShuffles; ++seed) {
        const HeadScoresStep& shuffle = steps[std::size_t(3 + seed)];
        EXPECT_TRUE(shuffle.seed == seed && shuffle.wantsMetrics && shuffle.drawing) << "one run serves metrics and matches";
    }
    EXPECT_EQ(known->shuffled[1].meanDistance, 1.5);
    EXPECT_EQ(known->shuffledMatches[1].mass, 0.375);
    EXPECT_EQ(known->shuffledMatches[1].chance, 0.125);
    EXPECT_EQ(known->shuffledMatches[1].rows, 3);
}

TEST(HeadSteps, ShufflesThatAreDoneStayDoneWhenADrawingIsAdded)
{
    HeadScoresQuestion question{.record = smallRecord(), .shuffled = true};
    HeadScoresPtr known;
    known = answered(known, *nextStep(question, known));
    known = answered(known, *nextStep(question, known));   // seeds 0 and 1
    EXPECT_TRUE(known->shuffled.empty()) << "no mean before the last";
    question.drawing = drawing();
    const std::vector<HeadScoresStep> steps = stepsOf(question, known);
    ASSERT_EQ(steps.size(), 5u);
    EXPECT_EQ(steps[0].kind, Kind::Matches);
    for (int seed = 0; seed < kShuffles; ++seed) {
        EXPECT_EQ(steps[std::size_t(1 + seed)].seed, seed);
        EXPECT_EQ(steps[std::size_t(1 + seed)].wantsMetrics, seed >= 2);
    }
    EXPECT_EQ(known->shuffled[0].meanDistance, 1.5);
    // Another drawing asks for its own matches alone.
    question.drawing = drawing();
    for (const HeadScoresStep& step : stepsOf(question, known)) EXPECT_FALSE(step.wantsMetrics);
}

TEST(HeadSteps, ADrawingWithoutCellsIsSearchedOnce)
{
    const HeadScoresQuestion question{.record = smallRecord(), .drawing = drawing()};
    const HeadScoresStep step = *nextStep(question, nullptr);
    const HeadScoresPtr known = joined(nullptr, step, {});
    EXPECT_FALSE(nextStep(question, known));
    HeadScoresQuestion compared = question;
    compared.shuffled = true;
    EXPECT_FALSE(nextStep(compared, known)->drawing);
}

TEST(HeadSteps, AFailedStepTakesNoOtherWithIt)
{
    const HeadScoresQuestion question{.record = smallRecord(), .shuffled = true, .induction = true, .drawing = drawing()};
    const HeadScoresPtr known = answered(nullptr, *nextStep(question, nullptr));
    EXPECT_EQ(nextStep(question, known, {Kind::Induction})->kind, Kind::ShuffledInduction);
    EXPECT_EQ(nextStep(question, known, {Kind::Induction, Kind::ShuffledInduction})->kind, Kind::Shuffle);
    EXPECT_FALSE(nextStep(question, known, {Kind::Induction, Kind::ShuffledInduction, Kind::Shuffle}));
}

TEST(HeadSteps, AnotherTextKeepsTheProbeAndNothingElse)
{
    HeadScoresQuestion question{.record = smallRecord(), .shuffled = true, .induction = true};
    HeadScoresPtr known;
    const HeadScoresStep probe = stepsOf(question, known).front();
    question.record = smallRecord();
    EXPECT_EQ(nextStep(question, known)->kind, Kind::Shuffle) << "the probe is a text of its own";
    EXPECT_EQ(nextStep(question, known)->seed, 0);
    EXPECT_EQ(nextStep(question, nullptr), probe) << "a probe that is under way goes on";
    known = answered(known, *nextStep(question, known));
    EXPECT_EQ(known->shuffles.size(), 1u);
    EXPECT_EQ(known->induction.size(), kHeads);
    // … but it is of one model and plan.
    auto other = test::headRecord({.layers = 1, .heads = 2, .kvHeads = 2});
    auto recording = std::make_shared<core::Recording>(*other->recording);
    recording->modelId = 99;
    other->recording = recording;
    question.record = other;
    EXPECT_EQ(nextStep(question, known)->kind, Kind::Induction);
    EXPECT_FALSE(nextStep(question, known) == probe);
}

}   // namespace
