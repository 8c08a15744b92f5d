#include "core/metrics/head_search.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "tests/core/recording/matrices.h"
#include "tests/core/recording/recordings.h"

namespace core {
namespace {

using test::causalGiven;
using test::Given;
using Cells = std::vector<HeadTarget::Cell>;
using Blocks = std::vector<HeadTarget::Block>;

HeadTarget targetOf(Index tokens, const Cells& cells) { return HeadTarget::create(tokens, cells).value(); }

bool isNear(std::optional<double> value, double expected) { return value && std::abs(*value - expected) <= 1e-6; }

// Random rows that sum to 1 over their allowed keys.
Given randomRowsGiven(Index n, double density, std::uint64_t seed)
{
    Given given = test::randomGiven(n, n, density, seed);
    given.weights = given.weights.cwiseAbs();
    for (Index i = 0; i < n; ++i)
        if (given.weights.row(i).sum() > 0) given.weights.row(i) /= given.weights.row(i).sum();
    return given;
}

Cells randomCells(Index n, std::size_t count, std::uint64_t seed)
{
    Random random(seed);
    Cells cells;
    for (std::size_t i = 0; i < count; ++i) cells.push_back({Index(random.below(n)), Index(random.below(n))});
    return cells;
}

class EverySize : public ::testing::TestWithParam<Index> {};
INSTANTIATE_TEST_SUITE_P(Lengths, EverySize, ::testing::Values(1, 2, 7, 33, 257));

// Straight from the formula, cell by cell.
std::optional<double> scoreByDefinition(const Given& given, const Cells& cells)
{
    const Index n = given.weights.rows();
    AllowedMatrix drawn = AllowedMatrix::Zero(n, n);
    for (const HeadTarget::Cell& cell : cells) drawn(cell.query, cell.key) = 1;
    double sum = 0.0;
    Index rows = 0;
    for (Index i = 0; i < n; ++i) {
        double mass = 0.0;
        Index hit = 0, allowed = 0;
        for (Index j = 0; j < n; ++j) {
            if (!given.allowed(i, j)) continue;
            ++allowed;
            if (drawn(i, j)) ++hit, mass += double(given.weights(i, j));
        }
        if (hit == 0) continue;
        ++rows;
        sum += mass - double(hit) / double(allowed);
    }
    return rows > 0 ? std::optional(sum / double(rows)) : std::nullopt;
}

TEST_P(EverySize, EqualsTheDefinitionOnRandomRowsAndDrawings)
{
    const Index n = GetParam();
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Given given = randomRowsGiven(n, 0.6, seed);
        const Cells cells = randomCells(n, std::size_t(2 * n), seed + 100);
        const std::optional<double> expected = scoreByDefinition(given, cells);
        const HeadMatch match = matchOf(*given.map(), targetOf(n, cells), {}).value();
        if (expected)
            EXPECT_TRUE(isNear(match.score(), *expected)) << n << " tokens, seed " << seed;
        else
            EXPECT_FALSE(match.score());
    }
}

TEST_P(EverySize, AnEvenHeadScoresWhatChanceGives)
{
    const Index n = GetParam();
    const Given even = causalGiven(n, [](Index i, Index) { return 1.0f / float(i + 1); });
    const HeadMatch match = matchOf(*even.map(), targetOf(n, {{n - 1, 0}, {n / 2, n / 2}, {n - 1, n - 1}}), {}).value();
    EXPECT_TRUE(isNear(match.score(), 0.0));
    EXPECT_LE(std::abs(match.mass - match.chance), 1e-6);
}

TEST_P(EverySize, NoDrawingOfOneCellPerRowFitsAHeadBetterThanItsOwnStrongestCells)
{
    const Index n = GetParam();
    const Given given = randomRowsGiven(n, 0.8, 3);
    Cells own, other;
    double expected = 0.0;
    Index rows = 0;
    for (Index i = 0; i < n; ++i) {
        const Index allowed = (given.allowed.row(i).array() != 0).count();
        if (allowed == 0) continue;
        Index best = 0;
        expected += double(given.weights.row(i).maxCoeff(&best)) - 1.0 / double(allowed);
        ++rows;
        own.push_back({i, best});
        Index any = 0;
        while (!given.allowed(i, any)) ++any;
        other.push_back({i, any});
    }
    if (rows == 0) {
        EXPECT_FALSE(HeadTarget::create(n, own)) << "where no row has keys there is no cell to draw";
        return;
    }
    const HeadMatch match = matchOf(*given.map(), targetOf(n, own), {}).value();
    EXPECT_TRUE(isNear(match.score(), expected / double(rows)));
    EXPECT_GE(*match.score(), -1e-6);
    EXPECT_LE(*matchOf(*given.map(), targetOf(n, other), {})->score(), *match.score() + 1e-6);
}

TEST(HeadSearch, APerfectHeadReachesOneMinusChance)
{
    const Index n = 40;
    const Given previous = causalGiven(n, [](Index i, Index j) { return j == std::max(i - 1, Index(0)) ? 1.0f : 0.0f; });
    Cells diagonal;
    for (Index i = 1; i < n; ++i) diagonal.push_back({i, i - 1});
    const HeadMatch match = matchOf(*previous.map(), targetOf(n, diagonal), {}).value();
    EXPECT_EQ(match.rows, n - 1);
    EXPECT_LE(std::abs(match.mass - 1.0), 1e-6);
    EXPECT_TRUE(isNear(match.score(), 1.0 - match.chance));
    // Drawn one place beside, the same head scores below chance.
    Cells beside;
    for (Index i = 1; i < n; ++i) beside.push_back({i, i});
    EXPECT_LE(*matchOf(*previous.map(), targetOf(n, beside), {})->score(), 0.0);
}

TEST(HeadSearch, AbsentCellsNeverCount)
{
    const Index n = 33;
    const Given causal = causalGiven(n, [](Index i, Index j) { return j == i ? 0.75f : 0.25f / float(std::max(i, Index(1))); });
    const Cells drawn{{5, 5}, {9, 2}};
    Cells withFuture = drawn;
    for (const Index query : {5, 9, 12}) withFuture.push_back({query, n - 1});   // row 12 has nothing else drawn
    const HeadMatch own = matchOf(*causal.map(), targetOf(n, drawn), {}).value(), more = matchOf(*causal.map(), targetOf(n, withFuture), {}).value();
    EXPECT_EQ(own.rows, more.rows);
    EXPECT_EQ(own.mass, more.mass);
    EXPECT_EQ(own.chance, more.chance);
    const HeadMatch onlyFuture = matchOf(*causal.map(), targetOf(n, {{3, 8}}), {}).value();
    EXPECT_FALSE(onlyFuture.score()) << "nothing was drawn where this head may look";
}

TEST(HeadSearch, RowsPastTheTrainedContextAreLeftOut)
{
    const Index n = 20;
    const Given given = causalGiven(n, [](Index i, Index j) { return j == (i < 10 ? i : 0) ? 1.0f : 0.0f; });
    const HeadTarget target = targetOf(n, {{4, 4}, {15, 15}});
    EXPECT_TRUE(isNear(matchOf(*given.map(), target, {}, 10)->score(), 1.0 - 1.0 / 5.0));
    EXPECT_EQ(matchOf(*given.map(), target, {}, 10)->rows, 1);
    EXPECT_EQ(matchOf(*given.map(), target, {}, 0)->rows, 2);
    EXPECT_FALSE(matchOf(*given.map(), target, {}, 3)->score());
}

TEST(HeadSearch, ABrokenRowIsNotHidden)
{
    Given given = causalGiven(9, [](Index i, Index) { return 1.0f / float(i + 1); });
    given.weights.row(4).setConstant(std::numeric_limits<float>::quiet_NaN());
    EXPECT_TRUE(std::isnan(*matchOf(*given.map(), targetOf(9, {{4, 1}, {6, 2}}), {})->score()));
}

TEST(HeadTarget, IsTheSetOfItsCells)
{
    const HeadTarget target = targetOf(9, {{5, 2}, {1, 0}, {5, 3}, {5, 2}, {5, 7}});
    EXPECT_EQ(target.cells(), 4);
    EXPECT_EQ(target.rows(), (std::vector<TargetRow>{{1, {{0, 1}}}, {5, {{2, 4}, {7, 8}}}}));
    EXPECT_EQ(target, HeadTarget::create(9, Blocks{{{5, 6}, {2, 4}}, {{1, 2}, {0, 1}}, {{5, 6}, {7, 8}}, {{5, 6}, {3, 4}}}).value());
}

TEST(HeadTarget, RefusesNothingAndCellsOutside)
{
    for (const Result<HeadTarget>& empty : {HeadTarget::create(9, Cells{}), HeadTarget::create(9, Blocks{{{2, 2}, {0, 9}}}), HeadTarget::create(0, Cells{})}) {
        ASSERT_FALSE(empty);
        EXPECT_EQ(empty.error().fault, Fault::BadInput);
        EXPECT_FALSE(empty.error().remedy.empty());
    }
    for (const HeadTarget::Cell cell : {HeadTarget::Cell{9, 0}, HeadTarget::Cell{0, 9}, HeadTarget::Cell{-1, 0}, HeadTarget::Cell{0, -1}}) {
        const Result<HeadTarget> outside = HeadTarget::create(9, Cells{cell});
        ASSERT_FALSE(outside);
        EXPECT_NE(outside.error().what.find("9 tokens"), std::string::npos) << outside.error().what;
    }
}

TEST(HeadSearch, ScoresEveryHeadOfARecordingFromItsOwnMap)
{
    const test::KnownRecording known = test::knownRecording({});
    const Index n = known.recording->size();
    const HeadTarget target = targetOf(n, randomCells(n, 60, 7));
    const std::vector<HeadMatch> matches = headSearch(known.recording, target).value();
    ASSERT_EQ(matches.size(), 8u);
    for (const HeadMatch& match : matches) {
        const core::ReferenceAttention& reference = known.head(match.head);
        Given given = causalGiven(n, [&](Index i, Index j) { return float(reference.weights(i, j)); });
        Cells cells;
        for (const TargetRow& row : target.rows())
            for (const Span run : row.keys)
                for (Index key = run.begin; key < run.end; ++key) cells.push_back({row.query, key});
        EXPECT_TRUE(isNear(match.score(), *scoreByDefinition(given, cells))) << match.head.layer << '.' << match.head.head;
    }
    EXPECT_EQ(matches[5].head, (HeadId{1, 1}));
}

TEST(HeadSearch, RefusesADrawingOfAnotherTextAndHeedsStop)
{
    const test::KnownRecording known = test::knownRecording({});
    const Result<std::vector<HeadMatch>> other = headSearch(known.recording, targetOf(12, {{3, 1}}));
    ASSERT_FALSE(other);
    EXPECT_NE(other.error().what.find("12"), std::string::npos);
    EXPECT_NE(other.error().what.find("33"), std::string::npos);
    std::stop_source stop;
    stop.request_stop();
    const Result<std::vector<HeadMatch>> stopped = headSearch(known.recording, targetOf(33, {{3, 1}}), stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().fault, Fault::Cancelled);
}

}   // namespace
}   // namespace core
