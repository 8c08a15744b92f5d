#include "core/attention/steady_runs.h"

#include <gtest/gtest.h>

#include "tests/core/attention/random_patterns.h"

namespace core {
namespace {

KeyRuns rowOf(const SteadyRuns& steady, Index rowsOn)
{
    KeyRuns keys;
    for (const SteadyRun& run : steady.runs)
        for (Index i = 0; i < run.count; ++i) appendRun(keys, run.run(i).at(rowsOn));
    return keys;
}

// Each stretch of the pattern, row by row, against what the predicate says; how many stretches there are.
Index stretches(const Pattern& pattern, Index keys)
{
    Index count = 0;
    for (Index begin = 0; begin < keys; ++count) {
        const SteadyRuns steady = steadyRuns(pattern, {begin}, keys);
        EXPECT_GT(steady.until, begin);
        const Index end = std::min(steady.until, keys);
        for (Index p = begin; p < end; ++p) {
            KeyRuns allowed;
            for (Index j = 0; j < keys; ++j)
                if (pattern.allows({p}, {j}, keys)) appendRun(allowed, {j, j + 1});
            EXPECT_EQ(rowOf(steady, p - begin), allowed) << pattern.text() << " row " << p << " of " << keys << ", steady from " << begin;
            if (testing::Test::HasFailure()) return 0;
            for (const SteadyRun& run : steady.runs) EXPECT_GE(run.at(p - begin).size(), 0);
        }
        begin = end;
    }
    return count;
}

TEST(SteadyRuns, AreWhatThePatternAllowsOfRandomExpressions)
{
    Random random(21);
    for (int round = 0; round < 1'000 && !HasFailure(); ++round) {
        const Pattern pattern = round % 2 ? Pattern::causal() & test::randomPattern(random, 3) : test::randomPattern(random, 3);
        (void)stretches(pattern, random.below(50));
    }
}

TEST(SteadyRuns, AreFewWhereAPatternChangesSeldom)
{
    const auto of = [](const char* text) { return stretches(Pattern::parse(text).value(), 200); };
    EXPECT_EQ(of("dense"), 1);
    EXPECT_EQ(of("causal"), 1);
    EXPECT_LE(of("causal & (sinks(4) | window(32))"), 4);
    EXPECT_LE(of("causal & blocks(20)"), 10);
    EXPECT_LE(of("causal & longformer(8, 3, 90-99)"), 14);
    EXPECT_LE(of("cells(3-20:5-9, 30-40:0-50)"), 5);
    EXPECT_EQ(of("where(q > k)"), 200);
}

TEST(SteadyRuns, EqualRunsAtEqualStepsAreOne)
{
    for (const char* text : {"causal & strided(50)", "causal & (sinks(4) | fixed(50, 3))", "causal & dilated(200, 5)", "!strided(50)"})
        for (const Index p : {100, 54'321, 99'999})
            EXPECT_LE(steadyRuns(Pattern::parse(text).value(), {p}, 100'000).runs.size(), 6u) << text << " " << p;
    SteadyRuns comb;
    comb.standEvery(10, 3, 4, 55);
    ASSERT_EQ(comb.runs.size(), 1u);
    EXPECT_EQ(firstRow(comb, 30), (KeyRuns{{4, 7}, {14, 17}, {24, 27}}));
    EXPECT_EQ(firstRow(complementOf(within(comb, 30, 0), 30), 30), (KeyRuns{{0, 4}, {7, 14}, {17, 24}, {27, 30}}));
    SteadyRuns closed;
    closed.standEvery(3, 3, 0, 9);
    EXPECT_EQ(closed.runs[0].at(0), (Span{0, 9}));
}

TEST(SteadyRuns, CombsOverEachOtherAreNotWrittenOutBeyondTheLimit)
{
    const Pattern pattern = Pattern::parse("strided(2) | strided(3)").value();
    const Index far = 16'777'216;
    for (const Index most : {Index(24'000'000), Index(1'000'000'000'000)}) {   // steps enough, memory not
        const SteadyRuns none = steadyRuns(pattern, {far / 2}, far, {.most = most});
        EXPECT_EQ(none.runs.capacity(), 0u);
        EXPECT_GT(none.steps, most);
    }
    const SteadyRuns all = steadyRuns(pattern, {50}, 100);
    EXPECT_EQ(firstRow(steadyRuns(pattern, {50}, 100, {.most = all.steps}), 100), firstRow(all, 100));
    EXPECT_FALSE(all.runs.empty());
    for (Index most = 0; most < all.steps; ++most) EXPECT_GT(steadyRuns(pattern, {50}, 100, {.most = most}).steps, most);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(steadyRuns(pattern, {50}, 100, {.stop = stop.get_token()}).runs.empty());
}

TEST(SteadyRuns, DrawnBlocksAreSteps)
{
    const auto stepsOf = [](const char* text) { return steadyRuns(Pattern::parse(text).value(), {9'000}, 10'000).steps; };
    EXPECT_GT(stepsOf("random(1, 4096, 1)"), 100'000);
    EXPECT_GT(stepsOf("bigbird(1, 4096, 1)"), 100'000);
    EXPECT_LT(stepsOf("random(64, 4, 1)"), 100);
}

TEST(SteadyRuns, RunsThatTouchAtEveryRowAreOne)
{
    SteadyRuns runs;
    runs.stand({0, 3});
    runs.stand({3, 5});
    runs.follow({5, 5});
    ASSERT_EQ(runs.runs.size(), 1u);
    EXPECT_EQ(runs.runs[0].at(7), (Span{0, 5}));
    runs.follow({5, 6});   // touches now, and never again
    EXPECT_EQ(runs.runs.size(), 2u);
    EXPECT_EQ(runs.runs[1].over(1, 3), (Span{6, 9}));
}

}   // namespace
}   // namespace core
