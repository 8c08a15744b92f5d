#include <set>

#include <gtest/gtest.h>

#include "tests/core/recording/matrices.h"

namespace core {
namespace {

TEST(AttentionMap, CellsAndRowsAreTheMatrix)
{
    const test::Given given = test::randomGiven(33, 40, 0.5, 1);
    const MapPtr map = given.map();
    for (Index i = 0; i < 33; ++i) {
        EXPECT_TRUE(map->row(i) == given.weights.row(i));
        for (Index j = 0; j < 40; ++j) {
            EXPECT_EQ(map->cell(i, j).allowed, given.allowed(i, j) != 0);
            EXPECT_EQ(map->cell(i, j).weight, given.weights(i, j));
        }
    }
}

TEST(AttentionMap, OutsideTheMatrixCellsAreAbsentAndRowsAreZero)
{
    const MapPtr map = test::randomGiven(3, 4, 1.0, 1).map();
    for (const auto& [query, key] : {std::pair<Index, Index>{-1, 0}, {3, 0}, {0, -1}, {0, 4}}) EXPECT_FALSE(map->cell(query, key).allowed);
    EXPECT_TRUE(map->row(3) == RowVector<float>::Zero(4));
    EXPECT_EQ(matrixMap({}, {})->row(0).size(), 0);
}

TEST(AttentionMap, AnAbsentPairReadsAsZeroWhateverWasGiven)
{
    test::Given given = test::randomGiven(5, 5, 1.0, 1);
    given.allowed(2, 3) = 0;
    const MapPtr map = given.map();
    EXPECT_NE(given.weights(2, 3), 0.0f);
    EXPECT_EQ(map->row(2)(3), 0.0f);
    EXPECT_FALSE(map->cell(2, 3).allowed);
}

TEST(AttentionMap, IdsAreUnique)
{
    std::set<std::uint64_t> ids;
    for (int i = 0; i < 20; ++i) ids.insert(test::randomGiven(2, 2, 1.0, 1).map()->id());
    EXPECT_EQ(ids.size(), 20u);
}

TEST(MatrixMap, RunsAndCountsAgreeWithTheMatrix)
{
    const test::Given given = test::randomGiven(20, 30, 0.6, 8);
    const MapPtr map = given.map();
    for (Index i = 0; i < 20; ++i) {
        AllowedMatrix fromRuns = AllowedMatrix::Zero(1, 30);
        Index previousEnd = -1;
        for (const Span run : map->allowedKeys(i)) {
            EXPECT_GT(run.begin, previousEnd) << "runs are sorted and do not touch";
            EXPECT_FALSE(run.empty());
            fromRuns.middleCols(run.begin, run.size()).setOnes();
            previousEnd = run.end;
        }
        EXPECT_TRUE(fromRuns == given.allowed.row(i));
    }
    EXPECT_EQ(map->allowedIn({3, 9}, {5, 25}), (given.allowed.block(3, 5, 6, 20).array() != 0).count());
    EXPECT_EQ(map->allowedIn({3, 3}, {5, 25}), 0);
}

}   // namespace
}   // namespace core
