#include <algorithm>
#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "tests/core/recording/matrices.h"

namespace core {
namespace {

using test::Given;
using test::Ties;
using ::testing::ElementsAreArray;

// All allowed cells of the region, sorted, cut: the definition.
std::vector<StrongCell> strongestBySorting(const Given& given, MatrixKind kind, Index n, Span rows, Span keys)
{
    std::vector<StrongCell> cells;
    for (Index i = rows.begin; i < rows.end; ++i)
        for (Index j = keys.begin; j < keys.end; ++j)
            if (given.allowed(i, j) != 0) cells.push_back({i, j, given.weights(i, j)});
    std::stable_sort(cells.begin(), cells.end(), [kind](const StrongCell& a, const StrongCell& b) {
        return kind == MatrixKind::Signed ? std::abs(a.weight) > std::abs(b.weight) : a.weight > b.weight;
    });
    cells.resize(std::min(cells.size(), std::size_t(n)));
    return cells;
}

struct Case {
    Index queries;
    Index keys;
    double density;
    Ties ties;
    MatrixKind kind;
};

class Strongest : public ::testing::TestWithParam<Case> {};

INSTANTIATE_TEST_SUITE_P(Maps, Strongest,
                         ::testing::Values(Case{1, 1, 1.0, Ties::Rare, MatrixKind::RowStochastic}, Case{7, 7, 0.5, Ties::Many, MatrixKind::Signed},
                                           Case{33, 33, 0.5, Ties::Many, MatrixKind::RowStochastic},
                                           Case{257, 257, 0.5, Ties::Rare, MatrixKind::RowStochastic},
                                           Case{257, 257, 0.5, Ties::Many, MatrixKind::RowStochastic},
                                           Case{300, 1100, 0.2, Ties::Rare, MatrixKind::Signed},
                                           Case{300, 1100, 0.01, Ties::Many, MatrixKind::RowStochastic}));

TEST_P(Strongest, EqualsSortingAllCells)
{
    const auto [queries, keys, density, ties, kind] = GetParam();
    const Given given = test::randomGiven(queries, keys, density, 19, ties);
    const MapPtr map = given.map(kind);
    const Span allRows{0, queries}, allKeys{0, keys};
    for (const Index n : {Index(1), Index(2), Index(50), Index(3000), queries * keys + 1})
        EXPECT_THAT(*map->strongest(n, allRows, allKeys), ElementsAreArray(strongestBySorting(given, kind, n, allRows, allKeys))) << "n = " << n;
    const Span someRows{queries / 3, queries - queries / 4}, someKeys{keys / 4, keys - keys / 3};
    EXPECT_THAT(*map->strongest(40, someRows, someKeys), ElementsAreArray(strongestBySorting(given, kind, 40, someRows, someKeys)));
}

TEST(StrongestCell, IsTheSameForAnyNumberOfThreads)
{
    const MapPtr map = test::randomGiven(500, 500, 0.8, 2, Ties::Many).map();
    setThreadCount(1);
    const std::vector<StrongCell> alone = *map->strongest(100, {0, 500}, {0, 500});
    setThreadCount(4);
    EXPECT_THAT(*map->strongest(100, {0, 500}, {0, 500}), ElementsAreArray(alone));
    setThreadCount(0);
}

TEST(StrongestCell, OfNothingIsNothing)
{
    const MapPtr map = test::randomGiven(10, 10, 1.0, 2).map();
    EXPECT_TRUE(map->strongest(0, {0, 10}, {0, 10})->empty());
    EXPECT_TRUE(map->strongest(-3, {0, 10}, {0, 10})->empty());
    EXPECT_TRUE(map->strongest(5, {4, 4}, {0, 10})->empty());
    EXPECT_TRUE(map->strongest(5, {20, 30}, {0, 10})->empty());
    EXPECT_TRUE(matrixMap({}, {})->strongest(5, {0, 1}, {0, 1})->empty());
    EXPECT_TRUE(test::randomGiven(10, 10, 0.0, 2).map()->strongest(5, {0, 10}, {0, 10})->empty());
    EXPECT_EQ(map->strongest(500, {-5, 20}, {-5, 20})->size(), 100u) << "a region is clipped at the map";
}

TEST(StrongestCell, LeavesNaNOutAndAbsentPairsToo)
{
    Given given = test::randomGiven(40, 40, 0.5, 4);
    given.weights.array() -= 2.0f;   // every weight is negative: an absent pair read as 0 would come first
    for (Index i = 0; i < 40; ++i) given.weights(i, i) = std::numeric_limits<float>::quiet_NaN();
    const std::vector<StrongCell> all = *given.map()->strongest(1600, {0, 40}, {0, 40});
    EXPECT_GT(all.size(), 600u);
    for (const StrongCell& cell : all) {
        EXPECT_NE(cell.query, cell.key);
        EXPECT_EQ(given.allowed(cell.query, cell.key), 1);
        EXPECT_LT(cell.weight, 0.0f);
    }
}

TEST(StrongestCell, ComparisonNoticesAWrongTie)
{
    const Given given = test::randomGiven(33, 33, 0.5, 19, Ties::Many);
    std::vector<StrongCell> expected = strongestBySorting(given, MatrixKind::RowStochastic, 50, {0, 33}, {0, 33});
    std::swap(expected[3], expected[4]);   // both weigh 1
    ASSERT_EQ(expected[3].weight, expected[4].weight);
    EXPECT_THAT(*given.map()->strongest(50, {0, 33}, {0, 33}), ::testing::Not(ElementsAreArray(expected)));
}

}   // namespace
}   // namespace core
