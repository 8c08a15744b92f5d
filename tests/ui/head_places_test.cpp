// Where heads stand: places of the grid, marks of the map, squares of a drawing. Without a window.
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "tests/ui/head_records.h"
#include "ui/plot/head_badges.h"
#include "ui/plot/head_grid_geometry.h"
#include "ui/views/explore/heads/head_marks.h"
#include "ui/views/explore/heads/target_grid.h"

namespace {

using namespace ui;
using core::HeadId;
using core::Index;

TEST(HeadPlaces, ModelOrderIsItsOwnPlace)
{
    const HeadPlaces places;
    EXPECT_TRUE(places.isModelOrder());
    EXPECT_EQ(places.placeOf({2, 5}), (HeadId{2, 5}));
    EXPECT_EQ(places.headAt({2, 5}), (HeadId{2, 5}));
}

TEST(HeadPlaces, EveryOrderIsInvertible)
{
    std::vector<HeadId> order;
    for (Index i = 0; i < 12; ++i) order.push_back({(i * 5 % 12) / 4, (i * 5 % 12) % 4});
    const HeadPlaces places(order, 4);
    EXPECT_EQ(places.headAt({0, 0}), order.front());
    for (Index layer = 0; layer < 3; ++layer)
        for (Index head = 0; head < 4; ++head) EXPECT_EQ(places.headAt(places.placeOf({layer, head})), (HeadId{layer, head}));
    EXPECT_FALSE(places.headAt({3, 0}));
}

TEST(HeadGridGeometry, BarsTakeRoomBelowEachThumbnailAndGoWhereThumbnailsAreSmall)
{
    const HeadGridGeometry with = HeadGridGeometry::of({280, 400}, 4, 8, 1, 1.0, HeadGridGeometry::kLargest, kBadgeRoom),
                           without = HeadGridGeometry::of({280, 400}, 4, 8, 1);
    EXPECT_EQ(with.thumb, without.thumb);
    EXPECT_EQ(with.height(), without.height() + 4 * kBadgeRoom);
    for (Index layer = 0; layer < 4; ++layer)
        for (Index head = 0; head < 8; ++head) EXPECT_EQ(with.headAt(with.rectOf({layer, head}).center()), (HeadId{layer, head}));
    EXPECT_EQ(with.headAt(QPointF(with.rectOf({1, 2}).center().x(), with.rectOf({1, 2}).bottom() + 4)), (HeadId{1, 2}))
        << "a bar belongs to its head";
    const HeadGridGeometry many = HeadGridGeometry::of({280, 400}, 32, 32, 1, 1.0, HeadGridGeometry::kLargest, kBadgeRoom);
    EXPECT_EQ(many, HeadGridGeometry::of({280, 400}, 32, 32, 1));
}

TEST(HeadMarks, ShapesDivideTheLayersInOrderedBandsOfEqualSize)
{
    for (const Index layers : {1, 2, 4, 5, 6, 12, 32, 33}) {
        int before = 0;
        std::array<Index, kMarkShapes> count{};
        for (Index layer = 0; layer < layers; ++layer) {
            const int shape = shapeOf(layer, layers);
            ASSERT_TRUE(shape >= before && shape < kMarkShapes);
            EXPECT_TRUE(layersOf(shape, layers).contains(layer)) << layer << " of " << layers;
            ++count[std::size_t(shape)];
            before = shape;
        }
        for (int shape = 0; shape < kMarkShapes; ++shape) EXPECT_EQ(layersOf(shape, layers).size(), count[std::size_t(shape)]) << layers;
        if (layers <= kMarkShapes) {
            EXPECT_EQ(before, int(layers) - 1) << "a shape each";
        }
    }
}

TEST(HeadMarks, OnlyHeadsWithBothNumbersAreOnTheMap)
{
    const auto record = test::headRecord({.layers = 2, .heads = 2, .kvHeads = 2}, [](core::HeadMetrics& metrics) {
        if (metrics.head.layer == 0) metrics.entropyNormalised = 0.5;
        if (metrics.head.head == 1) metrics.meanDistance = 12.0;
    });
    const std::vector<HeadMark> marks = marksOf(HeadValues(record, {}), 2, {true, false, true, true});
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_EQ(marks[0], (HeadMark{.head = {0, 1}, .entropy = 0.5, .distance = 12.0, .shape = 0, .passes = false}));
    EXPECT_EQ(roundedLimit(marks), 15.0);
    EXPECT_EQ(roundedLimit({}), 1.0);
}

TEST(PlacedMarks, NearestIsTheNearestWithinReach)
{
    const PlacedMarks marks{{{10, 10}, {20, 10}, {20, 10}, {100, 100}}};
    EXPECT_EQ(marks.nearest({11, 12}, 10), 0u);
    EXPECT_EQ(marks.nearest({19, 10}, 10), 1u) << "of equal ones the first";
    EXPECT_FALSE(marks.nearest({60, 60}, 10));
}

TEST(PlacedMarks, ArrowsReachEveryMark)
{
    std::mt19937 random(5);
    PlacedMarks marks;
    for (int i = 0; i < 60; ++i) marks.places.emplace_back(double(random() % 200), double(random() % 150));
    marks.places.push_back(marks.places[7]);   // one upon another
    std::set<std::size_t> seen{0};
    std::vector<std::size_t> open{0};
    while (!open.empty()) {
        const std::size_t from = open.back();
        open.pop_back();
        for (const Direction direction : {Direction::Left, Direction::Right, Direction::Up, Direction::Down})
            if (const auto to = marks.step(from, direction); to && seen.insert(*to).second) open.push_back(*to);
    }
    EXPECT_EQ(seen.size(), marks.places.size());
    const PlacedMarks line{{{0, 0}, {10, 0}, {30, 0}}};
    EXPECT_EQ(line.step(0, Direction::Right), 1u);
    EXPECT_EQ(line.step(2, Direction::Left), 1u);
    EXPECT_FALSE(line.step(2, Direction::Right));
    EXPECT_FALSE(line.step(1, Direction::Up));
}

class Squares : public ::testing::TestWithParam<Index> {};
INSTANTIATE_TEST_SUITE_P(Lengths, Squares, ::testing::Values(1, 2, 12, 48, 49, 500, 4096));

TEST_P(Squares, CoverEveryTokenOnceAndAreFoundWhereTheyStand)
{
    const TargetGrid grid(GetParam());
    const QRectF area(3, 5, 260, 260);
    Index next = 0;
    for (Index i = 0; i < grid.side(); ++i) {
        EXPECT_EQ(grid.tokensOf(i).begin, next);
        next = grid.tokensOf(i).end;
        const TargetSquare square{i, grid.side() - 1 - i};
        EXPECT_EQ(grid.squareAt(grid.rectOf(square, area).center(), area), square);
    }
    EXPECT_EQ(next, GetParam());
    EXPECT_LE(grid.side(), kTargetSquares);
    EXPECT_FALSE(grid.squareAt({2, 6}, area));
}

TEST_P(Squares, ADrawingComesBackAsItWasDrawn)
{
    TargetGrid grid(GetParam());
    std::mt19937 random(3);
    for (Index row = 0; row < grid.side(); ++row)
        for (Index column = 0; column < grid.side(); ++column) grid.set({row, column}, random() % 3 == 0);
    const DrawnCells drawing = grid.cells();
    TargetGrid other(GetParam());
    other.show(drawing);
    EXPECT_TRUE(other.cells() == drawing);
    other.clear();
    EXPECT_TRUE(other.cells().empty());
}

// A square is drawn where its middle row looks at any of its keys.
TEST_P(Squares, RulesAreSeenAtEverySize)
{
    const core::Tokens tokens = test::repeatedTokens(GetParam(), 5);
    TargetGrid grid(GetParam());
    grid.show(RuleKeys(TargetRule::OwnToken, tokens));
    for (Index row = 0; row < grid.side(); ++row)
        for (Index column = 0; column < grid.side(); ++column) EXPECT_EQ(grid.isDrawn({row, column}), row == column);
    for (const TargetRule rule : {TargetRule::PreviousToken, TargetRule::FirstToken, TargetRule::SameToken}) {
        const RuleKeys keys(rule, tokens);
        grid.show(keys);
        EXPECT_EQ(!grid.cells().empty(), keys.any()) << int(rule);
    }
}

TEST(TargetRules, AreWhatTheirNamesSay)
{
    const core::Tokens tokens = test::repeatedTokens(7, 3);   // 0 1 2 0 1 2 0
    using Cells = std::set<std::pair<Index, Index>>;
    const auto cells = [&](TargetRule rule) {
        const RuleKeys keys(rule, tokens);
        Cells result;
        for (Index query = 0; query < 7; ++query)
            for (const core::Span run : keys.of(query))
                for (Index key = run.begin; key < run.end; ++key) result.emplace(query, key);
        return result;
    };
    EXPECT_EQ(cells(TargetRule::PreviousToken), (Cells{{1, 0}, {2, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 5}}));
    EXPECT_EQ(cells(TargetRule::FirstToken), (Cells{{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}, {6, 0}}));
    EXPECT_EQ(cells(TargetRule::SameToken), (Cells{{3, 0}, {4, 1}, {5, 2}, {6, 0}, {6, 3}}));
    EXPECT_EQ(cells(TargetRule::OwnToken).size(), 7u);
}

TEST(TargetRules, KnowWhetherTheyHaveCellsAndCostRunsNotPairs)
{
    for (const TargetRule rule : {TargetRule::PreviousToken, TargetRule::FirstToken, TargetRule::OwnToken, TargetRule::SameToken}) {
        EXPECT_FALSE(RuleKeys(rule, {}).any());
        EXPECT_EQ(RuleKeys(rule, test::repeatedTokens(1, 1)).any(), rule == TargetRule::OwnToken);
        EXPECT_EQ(RuleKeys(rule, test::repeatedTokens(4, 4)).any(), rule != TargetRule::SameToken);
        EXPECT_TRUE(RuleKeys(rule, test::repeatedTokens(4, 2)).any());
    }
    const RuleKeys same(TargetRule::SameToken, test::repeatedTokens(4092, 1));
    for (const Index query : {1, 2000, 4091}) EXPECT_EQ(same.of(query), (core::KeyRuns{{0, query}}));
}

}   // namespace
