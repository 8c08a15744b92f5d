#include <cmath>
#include <limits>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/core/recording/matrices.h"

namespace core {
namespace {

using test::Given;

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

// One pooled cell straight from the definition.
struct Pooled {
    double maximum = 0.0;
    double sum = 0.0;
    Index count = 0;
};

Pooled pooledByDefinition(const Given& given, MatrixKind kind, Span rows, Span keys)
{
    Pooled pooled;
    for (Index i = rows.begin; i < rows.end; ++i)
        for (Index j = keys.begin; j < keys.end; ++j) {
            if (given.allowed(i, j) == 0) continue;
            const double value = double(given.weights(i, j));
            const bool larger = kind == MatrixKind::Signed ? std::abs(value) > std::abs(pooled.maximum) : value > pooled.maximum;
            if (pooled.count == 0 || larger) pooled.maximum = value;
            pooled.sum += value;
            ++pooled.count;
        }
    return pooled;
}

// What is wrong with a tile; empty when every cell is what the definition says.
std::string faultOf(const Tile& tile, const Given& given, MatrixKind kind)
{
    const Index step = Index(1) << tile.level;
    const std::size_t cells = std::size_t(tile.height * tile.width);
    if (tile.maximum.size() != cells || tile.allowed.size() != cells || tile.mean.size() != (tile.level > 0 ? cells : 0)) return "wrong sizes";
    if (tile.height != ceilDiv(tile.rows.size(), step) || tile.width != ceilDiv(tile.keys.size(), step))
        return "cells do not cover the rows and keys";
    for (Index y = 0; y < tile.height; ++y)
        for (Index x = 0; x < tile.width; ++x) {
            const Span rows{tile.rows.begin + y * step, std::min(tile.rows.begin + (y + 1) * step, tile.rows.end)};
            const Span keys{tile.keys.begin + x * step, std::min(tile.keys.begin + (x + 1) * step, tile.keys.end)};
            const Pooled expected = pooledByDefinition(given, kind, rows, keys);
            const std::size_t cell = std::size_t(y * tile.width + x);
            const double mean = tile.level == 0 ? double(tile.maximum[cell]) : double(tile.mean[cell]);
            const double expectedMean = expected.count > 0 ? expected.sum / double(expected.count) : 0.0;
            const bool fine = Index(tile.allowed[cell]) == expected.count && std::abs(double(tile.maximum[cell]) - expected.maximum) <= 0.0 &&
                              std::abs(mean - expectedMean) <= 1e-6;
            if (!fine)
                return fmt::format("cell {},{}: count {} not {}, maximum {} not {}, mean {} not {}", y, x, tile.allowed[cell], expected.count,
                                   tile.maximum[cell], expected.maximum, mean, expectedMean);
        }
    return {};
}

struct Case {
    Index queries;
    Index keys;
    double density;
    MatrixKind kind;
};

class EveryTile : public ::testing::TestWithParam<Case> {};

INSTANTIATE_TEST_SUITE_P(Sizes, EveryTile,
                         ::testing::Values(Case{1, 1, 1.0, MatrixKind::RowStochastic}, Case{2, 2, 0.5, MatrixKind::RowStochastic},
                                           Case{7, 7, 0.5, MatrixKind::Signed}, Case{33, 33, 0.3, MatrixKind::RowStochastic},
                                           Case{256, 256, 0.5, MatrixKind::RowStochastic}, Case{257, 257, 0.5, MatrixKind::Signed},
                                           Case{257, 257, 0.01, MatrixKind::RowStochastic}, Case{600, 600, 1.0, MatrixKind::RowStochastic},
                                           Case{100, 1100, 0.4, MatrixKind::Signed}, Case{300, 300, 0.0, MatrixKind::RowStochastic}));

TEST_P(EveryTile, PoolsExactlyTheAllowedCells)
{
    const auto [queries, keys, density, kind] = GetParam();
    const Given given = test::randomGiven(queries, keys, density, 7);
    const MapPtr map = given.map(kind);
    for (Index level = 0; level < map->levels(); ++level) {
        const Index side = kTileCells << level;
        Index cellsSeen = 0;
        for (Index row = 0; row < ceilDiv(queries, side); ++row)
            for (Index column = 0; column < ceilDiv(keys, side); ++column) {
                const Tile tile = *map->tile(level, row, column);
                EXPECT_EQ(faultOf(tile, given, kind), "") << "level " << level << " tile " << row << ',' << column;
                cellsSeen += tile.rows.size() * tile.keys.size();
            }
        EXPECT_EQ(cellsSeen, queries * keys) << "the tiles of level " << level << " cover the matrix once";
    }
}

TEST(TileChecker, NoticesEachKindOfDamage)
{
    const Given given = test::randomGiven(300, 300, 0.5, 3);
    const Tile tile = *given.map()->tile(1, 0, 0);
    ASSERT_EQ(faultOf(tile, given, MatrixKind::RowStochastic), "");
    Tile lostMaximum = tile, absentAsZero = tile, wrongCount = tile, broken = tile;
    lostMaximum.maximum[5] -= 1e-3f;
    absentAsZero.mean[5] *= float(tile.allowed[5]) / 4.0f + 0.01f;
    wrongCount.allowed[5] += 1;
    broken.mean[5] = kNaN;
    for (const Tile& damaged : {lostMaximum, absentAsZero, wrongCount, broken}) EXPECT_NE(faultOf(damaged, given, MatrixKind::RowStochastic), "");
}

TEST(Levels, EndWithOneTile)
{
    const auto levelsOf = [](Index n) { return matrixMap(RowMatrix::Zero(n, n), AllowedMatrix::Zero(n, n))->levels(); };
    EXPECT_EQ(levelsOf(0), 1);
    EXPECT_EQ(levelsOf(1), 1);
    EXPECT_EQ(levelsOf(256), 1);
    EXPECT_EQ(levelsOf(257), 2);
    EXPECT_EQ(levelsOf(512), 2);
    EXPECT_EQ(levelsOf(513), 3);
}

TEST(Levels, SumsOfMeanTimesCountAgreeAtAllLevels)
{
    const MapPtr map = test::randomGiven(700, 700, 0.6, 11).map();
    const auto total = [&](Index level) {
        double sum = 0.0;
        for (Index row = 0; row < ceilDiv(700, kTileCells << level); ++row)
            for (Index column = 0; column < ceilDiv(700, kTileCells << level); ++column) {
                const Tile tile = *map->tile(level, row, column);
                const std::vector<float>& mean = level == 0 ? tile.maximum : tile.mean;
                for (std::size_t i = 0; i < mean.size(); ++i) sum += double(mean[i]) * double(tile.allowed[i]);
            }
        return sum;
    };
    for (Index level = 1; level < map->levels(); ++level) EXPECT_LE(std::abs(total(level) - total(0)), 1e-2) << "of 294,000 cells, level " << level;
}

TEST(Tile, AHotCellSurvivesToTheTop)
{
    Given given{RowMatrix::Constant(1000, 1000, 1e-4f), AllowedMatrix::Ones(1000, 1000)};
    given.weights(777, 3) = 0.9f;
    const MapPtr map = given.map();
    for (Index level = 0; level < map->levels(); ++level) {
        const Index side = kTileCells << level, cell = Index(1) << level;
        const Tile tile = *map->tile(level, 777 / side, 0);
        EXPECT_EQ(tile.maximum[std::size_t((777 - tile.rows.begin) / cell * tile.width + 3 / cell)], 0.9f) << "level " << level;
    }
}

TEST(Tile, AbsentStaysAbsentAndIsNotZero)
{
    // The left half exists with weight −1; the right half is absent. An absent pair taken for 0 would win every maximum at the border.
    Given given{RowMatrix::Zero(512, 512), AllowedMatrix::Zero(512, 512)};
    given.weights.leftCols(255).setConstant(-1.0f);
    given.allowed.leftCols(255).setOnes();
    const Tile tile = *given.map()->tile(1, 0, 0);
    EXPECT_EQ(tile.allowed[127], 2u);
    EXPECT_EQ(tile.maximum[127], -1.0f);
    EXPECT_EQ(tile.mean[127], -1.0f);
    EXPECT_EQ(tile.allowed[128], 0u);
    EXPECT_EQ(tile.maximum[128], 0.0f);
}

TEST(Tile, NaNIsSeenAtEveryLevel)
{
    Given given = test::randomGiven(600, 600, 1.0, 5);
    given.weights(400, 100) = kNaN;
    const MapPtr map = given.map();
    for (Index level = 0; level < map->levels(); ++level) {
        const Index side = kTileCells << level, cell = Index(1) << level;
        const Tile tile = *map->tile(level, 400 / side, 0);
        const std::size_t place = std::size_t((400 - tile.rows.begin) / cell * tile.width + 100 / cell);
        EXPECT_TRUE(std::isnan(tile.maximum[place])) << "level " << level;
        EXPECT_FALSE(std::isnan(tile.maximum[place + 1])) << "level " << level;
    }
}

TEST(Tile, OutsideTheMatrixThereIsNothing)
{
    const MapPtr map = test::randomGiven(300, 300, 1.0, 5).map();
    for (const Tile& tile : {*map->tile(0, 2, 0), *map->tile(0, 0, -1), *map->tile(1, 1, 1), *matrixMap({}, {})->tile(0, 0, 0)}) {
        EXPECT_EQ(tile.height * tile.width, 0);
        EXPECT_TRUE(tile.maximum.empty());
    }
    const Tile beyondTheTop = *map->tile(5, 0, 0);
    EXPECT_EQ(beyondTheTop.height, 10);
    EXPECT_EQ(beyondTheTop.allowed.front(), 1024u);
}

}   // namespace
}   // namespace core
