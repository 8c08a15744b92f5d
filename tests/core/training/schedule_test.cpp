#include "core/training/schedule.h"

#include <gtest/gtest.h>

namespace core::test {

namespace {

// Rises to the peak, which the last step of the warm-up reaches, then falls to the floor, which the last step reaches, and stays.
bool isWarmupAndFall(const Schedule& s)
{
    for (Index step = 0; step + 1 < s.steps; ++step)
        if (!(step + 1 < s.warmup ? s.rate(step) < s.rate(step + 1) : s.rate(step) > s.rate(step + 1))) return false;
    return s.rate(s.steps) == s.rate(s.steps - 1) && s.rate(s.steps + 1000) == s.rate(s.steps - 1);
}

}   // namespace

TEST(Schedule, HasTheValuesOfItsCorners)
{
    const Schedule s{.peak = 2e-3, .warmup = 100, .floor = 0.05, .steps = 1100};
    EXPECT_DOUBLE_EQ(s.rate(0), 2e-5);
    EXPECT_DOUBLE_EQ(s.rate(49), 1e-3);
    EXPECT_DOUBLE_EQ(s.rate(99), 2e-3);
    EXPECT_DOUBLE_EQ(s.rate(599), 2e-3 * (0.05 + 0.95 * 0.5));   // the middle of the cosine
    EXPECT_NEAR(s.rate(1099), 1e-4, 1e-18);
    EXPECT_NEAR(s.rate(5000), 1e-4, 1e-18);
    EXPECT_TRUE(isWarmupAndFall(s));
}

TEST(Schedule, IsDefinedAtItsEdges)
{
    EXPECT_TRUE(isWarmupAndFall({.peak = 1.0, .warmup = 0, .floor = 0.5, .steps = 7}));   // no warm-up
    EXPECT_TRUE(isWarmupAndFall({.peak = 1.0, .warmup = 1, .floor = 0.0, .steps = 33}));
    const Schedule onlyWarmup{.peak = 1.0, .warmup = 10, .floor = 0.1, .steps = 4};
    EXPECT_DOUBLE_EQ(onlyWarmup.rate(3), 0.4);
    const Schedule none{.peak = 1.0, .warmup = 0, .floor = 0.1, .steps = 0};
    EXPECT_NEAR(none.rate(0), 0.1, 1e-15);
}

TEST(Schedule, CheckerSeesAFlatSchedule) { EXPECT_FALSE(isWarmupAndFall({.peak = 1.0, .warmup = 3, .floor = 1.0, .steps = 10})); }

}   // namespace core::test
