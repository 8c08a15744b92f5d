#include <vector>

#include <gtest/gtest.h>

#include "tests/core/attention/attention_checks.h"
#include "tests/core/attention/random_patterns.h"

namespace {

using core::Index;
using core::Pattern;
using test::Heads;
using test::mustAttend;
using test::Setting;

class Lengths : public ::testing::TestWithParam<Index> {};
INSTANTIATE_TEST_SUITE_P(EdgesOfBlocksAndPanels, Lengths, ::testing::Values(0, 1, 2, 7, 33, 127, 128, 129, 255, 256, 257, 600));

TEST_P(Lengths, EqualTheReferenceForEveryPattern)
{
    const Heads heads({.n = GetParam(), .heads = 2, .kvHeads = 1, .d = 8});
    for (const Pattern& pattern : test::patterns()) {
        const Setting setting = Setting::all(heads.shape, pattern);
        EXPECT_EQ(test::fault(heads, setting, mustAttend(heads, setting)), "") << pattern.text();
    }
}

class Widths : public ::testing::TestWithParam<Index> {};
INSTANTIATE_TEST_SUITE_P(OddAndEven, Widths, ::testing::Values(1, 7, 8, 32, 64));

TEST_P(Widths, EqualTheReference)
{
    for (const Index n : {33, 257}) {
        const Heads heads({.n = n, .heads = 4, .kvHeads = 2, .d = GetParam()});
        const Setting setting = Setting::all(heads.shape, Pattern::causal());
        EXPECT_EQ(test::fault(heads, setting, mustAttend(heads, setting)), "");
    }
}

TEST(CpuBackend, SharpScoresStayWithinTheirGate)
{
    const Heads heads({.n = 300, .d = 64, .spread = 4.0});   // scores have deviation 16
    const Setting setting = Setting::all(heads.shape, Pattern::causal());
    const test::Tolerance sharp{.output = 1e-4, .weights = 3e-5, .lse = 5e-5, .rowSum = 1e-5};
    EXPECT_EQ(test::fault(heads, setting, mustAttend(heads, setting), sharp), "");
}

TEST(CpuBackend, GoldenVectorsOfTheFieldGuide)
{
    Heads heads({.n = 3, .d = 2});
    heads.q << 1, 0, 0, 1, 1, 1;
    heads.k << 1, 0, 0, 1, 1, -1;
    heads.v << 1, 0, 0, 1, 2, 2;
    const auto near = [](const core::RowMatrix& actual, std::vector<double> expected) {
        for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_LE(std::abs(actual.data()[i] - expected[i]), 1e-6) << "element " << i;
    };
    const test::Attended dense = mustAttend(heads, Setting::all(heads.shape, Pattern::dense()));
    near(dense.weights[0], {0.401112, 0.197776, 0.401112, 0.283995, 0.575975, 0.140029, 0.401112, 0.401112, 0.197776});
    near(dense.out, {1.203336, 1.000000, 0.564054, 0.856034, 0.796664, 0.796664});
    near(dense.lse, {1.620621, 1.258797, 1.620621});
    const test::Attended causal = mustAttend(heads, Setting::all(heads.shape, Pattern::causal()));
    near(causal.weights[0], {1, 0, 0, 0.330238, 0.669762, 0, 0.401112, 0.401112, 0.197776});
    near(causal.lse, {0.707107, 1.107940, 1.620621});
}

TEST(CpuBackend, LawsOfSoftmaxAttention)
{
    Heads heads({.n = 50, .d = 8});
    const Setting dense = Setting::all(heads.shape, Pattern::dense());
    const test::Attended before = mustAttend(heads, dense);
    for (Index c = 0; c < 8; ++c) {   // every output lies between the smallest and the largest value
        EXPECT_TRUE((before.out.col(c).array() <= heads.v.col(c).maxCoeff() + 1e-6f).all());   // NaN is not
        EXPECT_TRUE((before.out.col(c).array() >= heads.v.col(c).minCoeff() - 1e-6f).all());
    }
    Heads turned = heads;   // keys and values permuted together: the same output
    turned.k = heads.k.colwise().reverse();
    turned.v = heads.v.colwise().reverse();
    EXPECT_LE(test::largestGap(mustAttend(turned, dense).out, before.out), 2e-6);
    heads.k.rowwise() = core::RowVector<float>(heads.k.row(0));   // equal keys: the mean of the values
    const core::RowMatrix means = core::RowVector<float>(heads.v.colwise().mean()).replicate(50, 1);
    EXPECT_LE(test::largestGap(mustAttend(heads, dense).out, means), 2e-6);
    const test::Attended itself = mustAttend(heads, Setting::all(heads.shape, Pattern::window(1)));
    EXPECT_TRUE(test::sameBits(itself.out, heads.v));   // w = 1: O = V exactly
}

// Expressions of the whole table, rows without keys among them.
TEST(CpuBackend, EqualsTheReferenceForRandomExpressions)
{
    core::Random random(21);
    for (int round = 0; round < 60; ++round) {
        const Pattern pattern = core::test::randomPattern(random, 2);
        const Heads heads({.n = 1 + random.below(150), .heads = 2, .kvHeads = 1, .d = 8, .seed = std::uint64_t(round)});
        const Setting setting = Setting::all(heads.shape, pattern);
        ASSERT_EQ(test::fault(heads, setting, mustAttend(heads, setting)), "") << pattern.text() << " n " << heads.shape.n;
    }
}

TEST(CpuBackend, DegenerateWindowsEqualTheWholePattern)
{
    const Heads heads({.n = 100});
    const Pattern causal = Pattern::causal();
    const test::Attended whole = mustAttend(heads, Setting::all(heads.shape, causal));
    for (const Pattern& same : {causal & Pattern::window(100), causal & Pattern::window(5000), causal | causal, !!causal})
        EXPECT_TRUE(test::sameBits(mustAttend(heads, Setting::all(heads.shape, same)).out, whole.out)) << same.text();
    EXPECT_FALSE(test::sameBits(mustAttend(heads, Setting::all(heads.shape, causal & Pattern::window(99))).out, whole.out));
}

TEST(CpuBackend, GroupedQueriesEqualRepeatedKeysAndValues)
{
    const Heads grouped({.n = 70, .heads = 6, .kvHeads = 2});
    Heads repeated({.n = 70, .heads = 6, .kvHeads = 6});
    repeated.q = grouped.q;
    for (Index h = 0; h < 6; ++h) {   // each key/value head three times in a row
        repeated.k.middleCols(h * 8, 8) = grouped.k.middleCols(h / 3 * 8, 8);
        repeated.v.middleCols(h * 8, 8) = grouped.v.middleCols(h / 3 * 8, 8);
    }
    const Setting setting = Setting::all(grouped.shape, Pattern::causal());
    EXPECT_TRUE(test::sameBits(mustAttend(grouped, setting).out, mustAttend(repeated, setting).out));
}

TEST(CpuBackend, OffWritesNothingAndKeepsItsWeights)
{
    const Heads heads({.n = 40});
    const test::Attended on = mustAttend(heads, Setting::all(heads.shape, Pattern::causal()));
    const test::Attended off = mustAttend(heads, Setting::all(heads.shape, Pattern::causal(), core::OffMechanism{}));
    EXPECT_TRUE((off.out.array() == 0.0f).all());
    EXPECT_TRUE(test::sameBits(off.weights[0], on.weights[0]));
    EXPECT_TRUE(test::sameBits(off.lse, on.lse));
}

TEST(CpuBackend, MeanWeighsAllAllowedKeysAlike)
{
    const Heads heads({.n = 40});
    const test::Attended mean = mustAttend(heads, Setting::all(heads.shape, Pattern::causal(), core::MeanMechanism{}));
    for (Index i = 0; i < 40; ++i) {
        EXPECT_LE(std::abs(double(mean.lse(i, 0)) - std::log(double(i + 1))), 1e-6);
        EXPECT_LE(test::largestGap(mean.out.row(i), core::RowVector<float>(heads.v.topRows(i + 1).colwise().mean())), 1e-6);
        for (Index j = 0; j < 40; ++j) EXPECT_LE(std::abs(mean.weights[0](i, j) - (j <= i ? 1.0f / float(i + 1) : 0.0f)), 1e-7f);
    }
}

}   // namespace
