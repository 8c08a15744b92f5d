// The comparisons of the other tests can fail.
#include "tests/core/comparisons.h"

#include <gtest/gtest.h>

namespace core::test {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

TEST(Comparisons, ANaNIsInfinitelyFarFromEverything)
{
    for (const float wrong : {kNaN, -kNaN, std::numeric_limits<float>::infinity()}) {
        RowMatrix broken = RowMatrix::Ones(3, 5);
        broken(1, 2) = wrong;
        EXPECT_EQ(largestGap(broken, RowMatrix::Ones(3, 5)), std::numeric_limits<double>::infinity());
        EXPECT_EQ(largestGap(RowMatrix::Ones(3, 5), broken), std::numeric_limits<double>::infinity());
    }
    for (const double first : {0.0, 1.0, double(kNaN)})
        EXPECT_EQ(largestOf({first, double(kNaN), 2.0}), std::numeric_limits<double>::infinity()) << first;
}

TEST(Comparisons, TheLargestDifferenceCounts)
{
    RowMatrix other = RowMatrix::Ones(3, 5);
    other(2, 4) = 1.5f, other(0, 0) = 0.75f;
    EXPECT_EQ(largestGap(other, RowMatrix::Ones(3, 5)), 0.5);
    EXPECT_EQ(largestGap(RowMatrix::Ones(3, 5), RowMatrix::Ones(5, 3)), std::numeric_limits<double>::infinity()) << "shapes differ";
    EXPECT_EQ(largestGap(RowMatrix(0, 5), RowMatrix(0, 5)), 0.0);
}

TEST(Comparisons, BitsAreComparedAndNotValues)
{
    const RowMatrix zeros = RowMatrix::Zero(2, 2), negative = -zeros, broken = RowMatrix::Constant(2, 2, kNaN);
    EXPECT_TRUE(sameBits(zeros, zeros));
    EXPECT_FALSE(sameBits(zeros, negative));
    EXPECT_TRUE(sameBits(broken, broken));
    EXPECT_FALSE(sameBits(zeros, broken));
    EXPECT_FALSE(sameBits(zeros, RowMatrix::Zero(2, 3)));
}

}   // namespace
}   // namespace core::test
