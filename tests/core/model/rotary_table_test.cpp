#include "core/model/rotary_table.h"

#include <cmath>

#include <gtest/gtest.h>

namespace core {
namespace {

ModelConfig headOf(Index headDim, Index rotaryDim)
{
    ModelConfig config;
    config.headDim = headDim, config.rotaryDim = rotaryDim;
    return config;
}

using Row = Eigen::Matrix<float, 1, 8>;

Row rotated(Row row, Index rotaryDim, Index position)
{
    RotaryTable<float>(headOf(8, rotaryDim), {position, position + 1}).rotate(Turn::Forward, position, row.data(), 1);
    return row;
}

TEST(RotaryTable, PositionZeroIsTheIdentityAndNormsStay)
{
    const Row x{1, -2, 3, -4, 5, -6, 7, -8};
    EXPECT_EQ(rotated(x, 8, 0), x);
    for (const Index position : {1, 7, 5000}) EXPECT_NEAR(rotated(x, 8, position).norm(), x.norm(), 1e-5);
}

TEST(RotaryTable, OnlyTheFirstElementsTurn)
{
    const Row x{1, -2, 3, -4, 5, -6, 7, -8};
    const Row y = rotated(x, 4, 3);
    EXPECT_EQ(y.tail(4), x.tail(4));
    EXPECT_NEAR(y[0], std::cos(3.0) * 1 - std::sin(3.0) * 3, 1e-6);   // pairs are (i, i + R/2)
    EXPECT_NEAR(y[2], std::cos(3.0) * 3 + std::sin(3.0) * 1, 1e-6);
    EXPECT_EQ(rotated(x, 0, 3), x);
}

TEST(RotaryTable, BackUndoesForwardInEveryHead)
{
    const RotaryTable<double> table(headOf(4, 4), {3, 9});
    const Eigen::Matrix<double, 1, 8> x{1, -2, 3, -4, 5, -6, 7, -8};   // two heads
    auto y = x;
    table.rotate(Turn::Forward, 5, y.data(), 2);
    EXPECT_GT((y.head(4) - x.head(4)).norm(), 1.0);
    EXPECT_GT((y.tail(4) - x.tail(4)).norm(), 1.0);
    table.rotate(Turn::Back, 5, y.data(), 2);
    EXPECT_LE((y - x).norm(), 1e-14);
}

TEST(RotaryTable, ProductsDependOnDistanceAlone)
{
    const Row q{0.3f, -1, 0.7f, 0.2f, 1, 0.5f, -0.4f, 0.1f}, k{1, 0.2f, -0.6f, 0.9f, 0.3f, -0.8f, 0.5f, 0.4f};
    const double near = rotated(q, 8, 9).dot(rotated(k, 8, 2));
    EXPECT_NEAR(rotated(q, 8, 100007).dot(rotated(k, 8, 100000)), near, 1e-5);   // angles in float would be off by 0.008
    EXPECT_GT(std::abs(rotated(q, 8, 100008).dot(rotated(k, 8, 100000)) - near), 1e-3);
}

}   // namespace
}   // namespace core
