// Ranking, filtering and naming of heads, without a window.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/ui/head_records.h"
#include "ui/views/explore/heads/head_order.h"
#include "ui/views/explore/heads/head_words.h"

namespace {

using namespace ui;

HeadOrder orderOf(const ExploreRecordPtr& record, const HeadsView& view, const HeadScoresPtr& scores = {})
{
    return HeadOrder::of(HeadValues(record, {.scores = scores}), view);
}

TEST(HeadOrder, RanksEveryHeadOnceByValue)
{
    const auto record = test::headRecord();
    for (const HeadMeasure measure :
         {HeadMeasure::PreviousToken, HeadMeasure::FirstToken, HeadMeasure::Entropy, HeadMeasure::MeanDistance, HeadMeasure::SameToken})
        for (const HeadDirection direction : {HeadDirection::HighestFirst, HeadDirection::LowestFirst}) {
            HeadsView view;
            view.bars = measure;
            view.direction = direction;
            const HeadOrder order = orderOf(record, view);
            ASSERT_EQ(order.ranked.size(), 32u);
            EXPECT_EQ(order.valued, 32);
            std::vector<std::size_t> sorted = order.ranked;
            std::ranges::sort(sorted);
            EXPECT_TRUE(std::ranges::adjacent_find(sorted) == sorted.end());
            for (std::size_t i = 0; i < order.ranked.size(); ++i) {
                EXPECT_EQ(order.entries[order.ranked[i]].rank, core::Index(i + 1));
                if (i == 0) continue;
                const double before = *order.entries[order.ranked[i - 1]].value, after = *order.entries[order.ranked[i]].value;
                EXPECT_TRUE(direction == HeadDirection::HighestFirst ? before >= after : before <= after);
            }
        }
}

TEST(HeadOrder, EqualHeadsStayInModelOrderAndHeadsWithoutANumberComeLast)
{
    const auto record = test::headRecord({.layers = 2, .heads = 3, .kvHeads = 3}, [](core::HeadMetrics& metrics) {
        if (metrics.head.head != 1) metrics.previousToken = 0.5;
    });
    for (const HeadDirection direction : {HeadDirection::HighestFirst, HeadDirection::LowestFirst}) {
        HeadsView view;
        view.bars = HeadMeasure::PreviousToken;
        view.direction = direction;
        const HeadOrder order = orderOf(record, view);
        EXPECT_EQ(order.ranked, (std::vector<std::size_t>{0, 2, 3, 5, 1, 4}));
        EXPECT_EQ(order.valued, 4);
        EXPECT_EQ(order.entries[1].rank, 0);
        EXPECT_FALSE(order.entries[1].value);
        EXPECT_EQ(order.entries[1].bar, 0.0);
    }
}

TEST(HeadOrder, WhatIsNoNumberIsNeitherRankedNorDrawn)
{
    const auto record = test::headRecord({.layers = 1, .heads = 2, .kvHeads = 2},
                                         [](core::HeadMetrics& metrics) { metrics.meanDistance = metrics.head.head == 0 ? std::nan("") : 2.0; });
    const HeadOrder order = orderOf(record, {});
    EXPECT_EQ(order.valued, 1);
    EXPECT_FALSE(order.entries[0].value);
    EXPECT_EQ(order.entries[1].bar, 1.0);
}

TEST(HeadOrder, BarsOfSharesKeepTheirScaleAndDistancesFillIt)
{
    const auto record = test::headRecord();
    HeadsView view;
    view.bars = HeadMeasure::FirstToken;
    for (const HeadEntry& entry : orderOf(record, view).entries) EXPECT_EQ(entry.bar, *entry.value);
    view.bars = HeadMeasure::MeanDistance;
    const HeadOrder far = orderOf(record, view);
    EXPECT_EQ(far.entries[far.ranked.front()].bar, 1.0);
    for (const HeadEntry& entry : far.entries) EXPECT_LE(std::abs(entry.bar * *far.entries[far.ranked.front()].value - *entry.value), 1e-12);
}

TEST(HeadOrder, AFilterOnAnotherMeasureHidesRowsAndKeepsRanks)
{
    const auto record = test::headRecord();
    HeadsView view;
    view.bars = HeadMeasure::MeanDistance;
    view.filter = HeadRange{.measure = HeadMeasure::PreviousToken, .least = 0.25, .most = 0.5};
    const HeadOrder filtered = orderOf(record, view);
    view.filter.reset();
    const HeadOrder whole = orderOf(record, view);
    EXPECT_GT(filtered.passing, 0);
    EXPECT_LT(filtered.passing, 32);
    EXPECT_EQ(core::Index(filtered.rankedPassing().size()), filtered.passing);
    for (std::size_t i = 0; i < 32; ++i) {
        const double previous = *record->heads[i].metrics.previousToken;
        EXPECT_EQ(filtered.entries[i].passes, 0.25 <= previous && previous <= 0.5);
        EXPECT_EQ(filtered.entries[i].rank, whole.entries[i].rank);
    }
    // A head without a number for the filter does not pass, whatever the range.
    view.filter = wholeRange(HeadMeasure::Induction);
    EXPECT_EQ(orderOf(record, view).passing, 0);
}

TEST(HeadRange, HoldsEveryHeadThatHasANumber)
{
    const HeadValues values(test::headRecord(), {});
    for (const HeadMeasure measure : {HeadMeasure::PreviousToken, HeadMeasure::Entropy, HeadMeasure::MeanDistance}) {
        HeadsView view;
        view.filter = rangeOf(values, measure);
        EXPECT_EQ(HeadOrder::of(values, view).passing, 32);
        EXPECT_GE(view.filter->least, wholeRange(measure).least);
        EXPECT_LE(view.filter->most, wholeRange(measure).most);
    }
    EXPECT_EQ(rangeOf(values, HeadMeasure::MeanDistance), (HeadRange{HeadMeasure::MeanDistance, 0.5, 8.0}));
    EXPECT_EQ(rangeOf(values, HeadMeasure::Induction), wholeRange(HeadMeasure::Induction));
}

TEST(HeadOrder, AnEmptyRecordHasNoHeads)
{
    EXPECT_TRUE(orderOf(nullptr, {}).entries.empty());
    const auto undescribed = test::headRecord();
    undescribed->heads.clear();
    const HeadOrder order = orderOf(undescribed, {});
    EXPECT_EQ(order.valued, 0);
    EXPECT_EQ(order.ranked.size(), 32u);
}

TEST(HeadValues, ScoresOfAnotherTextAreNotLookedAtAndThoseOfTheProbeOfAnotherModelNeither)
{
    const auto record = test::headRecord({.layers = 1, .heads = 2, .kvHeads = 2});
    auto scores = std::make_shared<HeadScores>();
    scores->recording = record->recording->id;
    scores->shuffled.resize(2);
    scores->shuffled[1].meanDistance = 3.0;
    scores->matches = {{.head = {0, 0}, .rows = 2, .mass = 0.75, .chance = 0.25}, {.head = {0, 1}}};
    scores->drawing = std::make_shared<const HeadDrawing>(TargetRule::OwnToken);
    scores->induction = {0.25, 0.5};
    scores->shuffledInduction = {0.125, 0.0625};
    const HeadValues own(record, {.scores = scores});
    EXPECT_EQ(own.shuffled(1, HeadMeasure::MeanDistance), 3.0);
    EXPECT_EQ(own.shuffled(0, HeadMeasure::MeanDistance), std::nullopt);
    EXPECT_EQ(own.value(0, HeadMeasure::Drawn), 0.5);
    EXPECT_EQ(own.missing(1, HeadMeasure::Drawn), Missing::NotAllowed);
    EXPECT_EQ(own.value(1, HeadMeasure::Induction), 0.5);
    EXPECT_EQ(own.shuffled(1, HeadMeasure::Induction), 0.0625);

    const auto other = test::headRecord({.layers = 1, .heads = 2, .kvHeads = 2});
    const HeadValues next(other, {.scores = scores});
    EXPECT_EQ(next.shuffled(1, HeadMeasure::MeanDistance), std::nullopt);
    EXPECT_EQ(next.missing(0, HeadMeasure::Drawn), Missing::NothingDrawn);
    EXPECT_EQ(next.value(1, HeadMeasure::Induction), 0.5) << "the probe is not of this text, but of this model";
    scores->probedModel = 7;
    EXPECT_EQ(HeadValues(other, {.scores = scores}).missing(1, HeadMeasure::Induction), Missing::NotMeasured);
}

TEST(HeadWords, EveryMeasureHasItsOwnAndEveryAbsenceAReason)
{
    QStringList names;
    for (const HeadMeasure measure : kHeadMeasures) {
        names.append(nameOf(measure));
        for (const QString& text : {explanationOf(measure), unitOf(measure), titleOf(measure, HeadDirection::HighestFirst)})
            EXPECT_FALSE(text.isEmpty());
        EXPECT_NE(titleOf(measure, HeadDirection::HighestFirst), titleOf(measure, HeadDirection::LowestFirst));
        EXPECT_EQ(printedValue({}, measure), QString("–"));
    }
    names.removeDuplicates();
    EXPECT_EQ(names.size(), qsizetype(kHeadMeasures.size()));
    for (const Missing missing : {Missing::NotDescribed, Missing::NotMeasured, Missing::OnItsWay, Missing::NothingDrawn, Missing::NotAllowed,
                                  Missing::NoRows, Missing::NoChoice, Missing::NoRepeat})
        EXPECT_FALSE(reasonOf(missing).isEmpty());
    EXPECT_EQ(printedValue(8.84, HeadMeasure::MeanDistance), QString("8.8"));
    EXPECT_EQ(printedValue(0.9684, HeadMeasure::PreviousToken), QString("0.968"));
}

TEST(HeadValues, WhatIsBeingComputedIsOnItsWay)
{
    const auto record = test::headRecord({.layers = 1, .heads = 2, .kvHeads = 2});
    const HeadValues idle(record, {}), probing(record, {.work = ScoringWork::Probing}), matching(record, {.work = ScoringWork::Matching});
    EXPECT_EQ(idle.missing(0, HeadMeasure::Induction), Missing::NotMeasured);
    EXPECT_EQ(probing.missing(0, HeadMeasure::Induction), Missing::OnItsWay);
    EXPECT_EQ(probing.missing(0, HeadMeasure::Drawn), Missing::NothingDrawn);
    EXPECT_EQ(matching.missing(0, HeadMeasure::Drawn), Missing::OnItsWay);
    EXPECT_TRUE(probing.isPending() && !idle.isPending());
}

TEST(HeadsView, ShortTextsAreComparedByThemselvesAndOthersOnRequest)
{
    HeadsView view;
    EXPECT_TRUE(view.compares(12) && view.compares(kShortText) && !view.compares(kShortText + 1));
    view.baseline = HeadBaseline::Shuffled;
    EXPECT_TRUE(view.compares(12) && view.compares(4096));
    view.baseline = HeadBaseline::None;
    EXPECT_FALSE(view.compares(12) || view.compares(4096));
}

TEST(HeadWords, FactsNameTheRankAndSayWhyANumberIsMissing)
{
    const auto record = test::headRecord({.layers = 1, .heads = 2, .kvHeads = 2}, [](core::HeadMetrics& metrics) { metrics.meanDistance = 1.5; });
    const HeadValues values(record, {});
    const QString facts = factsOf(values, 0, HeadOrder::of(values, {}));
    EXPECT_TRUE(facts.contains("mean distance 1.5")) << facts.toStdString();
    EXPECT_TRUE(facts.contains("same token –: no token occurs twice")) << facts.toStdString();
    EXPECT_TRUE(facts.contains("rank 1 of 2 by mean distance")) << facts.toStdString();
    EXPECT_FALSE(facts.contains("drawn")) << facts.toStdString();
    const HeadOrder order = HeadOrder::of(values, {});
    EXPECT_FALSE(facts.contains(ageText())) << facts.toStdString();
    EXPECT_TRUE(factsOf(HeadValues(record, {}, HeadsAge::TextBefore), 0, order).startsWith(ageText()));
    EXPECT_EQ(spokenOf(order.entries[1], order), QString("Layer 0, head 1, mean distance 1.5, rank 2 of 2"));
}

TEST(HeadsView, SortingTurnsTheBarsAndADrawingIsLookedForAtOnce)
{
    const HeadsView sorted = HeadsView().withSort(HeadMeasure::SameToken);
    EXPECT_EQ(sorted.bars, HeadMeasure::SameToken);
    EXPECT_EQ(sorted.withSort({}).bars, HeadMeasure::SameToken);
    EXPECT_FALSE(sorted.withSort({}).sort);

    const HeadDrawing first = DrawnCells{{{1, 2}, {0, 1}}}, more = DrawnCells{{{1, 2}, {0, 1}}, {{2, 3}, {0, 1}}};
    const HeadsView drawn = sorted.withDrawing(first);
    EXPECT_EQ(drawn.bars, HeadMeasure::Drawn);
    ASSERT_TRUE(drawn.filter && drawn.filter->measure == HeadMeasure::Drawn);
    HeadsView narrowed = drawn;
    narrowed.filter->least = 0.4;
    EXPECT_EQ(narrowed.withDrawing(more).filter->least, 0.4) << "a longer drawing does not undo what was set";
    EXPECT_EQ(*narrowed.withDrawing(more).drawing, more);
    EXPECT_EQ(drawn.withDrawing(first), drawn) << "the same drawing again is no other question";
    EXPECT_EQ(*drawn.withDrawing(TargetRule::SameToken).drawing, HeadDrawing(TargetRule::SameToken));
    const HeadsView wiped = drawn.withSort(HeadMeasure::Drawn).withDrawing(DrawnCells());
    EXPECT_FALSE(wiped.drawing || wiped.filter || wiped.sort);
    EXPECT_FALSE(wiped.uses(HeadMeasure::Drawn));
}

}   // namespace
