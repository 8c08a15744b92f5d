#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "tests/core/attention/attention_checks.h"

namespace {

using core::Index;
using core::Pattern;
using test::Heads;
using test::Setting;
using ::testing::HasSubstr;

// Full, triangular, band, two-sided, scattered with gaps inside a row, with empty rows, and nothing at all.
std::vector<Pattern> patterns()
{
    const Pattern causal = Pattern::causal(), local = Pattern::window(5);
    return {Pattern::dense(), causal,           causal & Pattern::window(40), local, causal & (local | !Pattern::window(100)),
            causal & !local,  !Pattern::dense()};
}

test::Attended mustAttend(const Heads& heads, const Setting& setting)
{
    auto result = test::attended(heads, setting);
    EXPECT_TRUE(result) << result.error().what;
    return result ? *result : test::Attended();
}

class Lengths : public ::testing::TestWithParam<Index> {};
INSTANTIATE_TEST_SUITE_P(EdgesOfBlocksAndPanels, Lengths, ::testing::Values(0, 1, 2, 7, 33, 127, 128, 129, 255, 256, 257, 600));

TEST_P(Lengths, EqualTheReferenceForEveryPattern)
{
    const Heads heads({.n = GetParam(), .heads = 2, .kvHeads = 1, .d = 8});
    for (const Pattern& pattern : patterns()) {
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
        EXPECT_LE(before.out.col(c).maxCoeff(), heads.v.col(c).maxCoeff() + 1e-6f);
        EXPECT_GE(before.out.col(c).minCoeff(), heads.v.col(c).minCoeff() - 1e-6f);
    }
    Heads turned = heads;   // keys and values permuted together: the same output
    turned.k = heads.k.colwise().reverse();
    turned.v = heads.v.colwise().reverse();
    EXPECT_LE((mustAttend(turned, dense).out - before.out).cwiseAbs().maxCoeff(), 2e-6f);
    heads.k.rowwise() = core::RowVector<float>(heads.k.row(0));   // equal keys: the mean of the values
    EXPECT_LE((mustAttend(heads, dense).out.rowwise() - heads.v.colwise().mean()).cwiseAbs().maxCoeff(), 2e-6f);
    const test::Attended itself = mustAttend(heads, Setting::all(heads.shape, Pattern::window(1)));
    EXPECT_TRUE(test::sameBits(itself.out, heads.v));   // w = 1: O = V exactly
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

TEST(CpuBackend, WhatIsAbsentChangesNoBit)
{
    for (const Index n : {2, 33, 200, 300}) {
        const Heads clean({.n = n, .heads = 2, .kvHeads = 1});
        const Setting setting = Setting::all(clean.shape, Pattern::causal());
        const test::Attended before = mustAttend(clean, setting);
        for (const float poison : {1000.0f, test::kNaN, test::kInfinity}) {
            Heads edited = clean;
            const Index from = n / 2;
            edited.k.bottomRows(n - from).setConstant(poison);
            edited.v.bottomRows(n - from).setConstant(poison);
            const test::Blocks blocks(edited);
            core::HeadBatch batch = blocks.batch(edited, setting);
            batch.queries = {0, from};
            const auto after = core::cpuBackend()->attend(batch, nullptr, {});
            ASSERT_TRUE(after) << after.error().what;
            const auto clear = [&] {
                const test::Blocks original(clean);
                core::HeadBatch same = original.batch(clean, setting);
                same.queries = {0, from};
                return *core::cpuBackend()->attend(same, nullptr, {});
            }();
            EXPECT_TRUE(test::sameBits(after->out, clear.out)) << n << " with " << poison;
            EXPECT_TRUE(test::sameBits(after->lse, clear.lse));
            EXPECT_LE((after->out - before.out.topRows(from)).cwiseAbs().maxCoeff(), 2e-6f);
        }
    }
}

TEST(CpuBackend, AValueNobodySeesMayBeNaNInTheMiddleOfAPanel)
{
    Heads heads({.n = 300});
    const Pattern all = Pattern::causal() & !Pattern::window(3);   // key 299, 298 and 297 are seen by nobody
    const test::Attended before = mustAttend(heads, Setting::all(heads.shape, all));
    heads.v.bottomRows(3).setConstant(test::kNaN);
    heads.k.bottomRows(3).setConstant(test::kNaN);
    const test::Attended after = mustAttend(heads, Setting::all(heads.shape, all));
    EXPECT_TRUE(test::sameBits(before.out, after.out));
    EXPECT_TRUE(test::sameBits(before.weights[0], after.weights[0]));
}

TEST(CpuBackend, WhatIsSeenAndNotFiniteIsAnErrorThatNamesThePlace)
{
    for (const char which : {'q', 'k', 'v'}) {
        Heads heads({.n = 300, .heads = 4, .kvHeads = 2});
        core::RowMatrix& rows = which == 'q' ? heads.q : which == 'k' ? heads.k : heads.v;
        rows(170, which == 'q' ? 2 * 8 + 3 : 8 + 3) = test::kNaN;   // query head 2; key/value head 1, which serves heads 2 and 3
        const auto result = test::attended(heads, Setting::all(heads.shape, Pattern::causal()));
        ASSERT_FALSE(result) << which;
        EXPECT_EQ(result.error().fault, core::Fault::NotFinite);
        EXPECT_THAT(result.error().what, HasSubstr("Head 2 has scores or values that are not finite at row 170."));
    }
    Heads infinite({.n = 300});
    infinite.v(170, 3) = test::kInfinity;
    EXPECT_FALSE(test::attended(infinite, Setting::all(infinite.shape, Pattern::causal())));
    infinite.v(170, 3) = 0.0f;
    infinite.k.row(170) = test::kInfinity * core::RowVector<float>::Ones(8);
    infinite.q = infinite.q.cwiseAbs();
    EXPECT_FALSE(test::attended(infinite, Setting::all(infinite.shape, Pattern::causal())));
}

TEST(CpuBackend, ResultsDoNotDependOnTheNumberOfThreads)
{
    const Heads heads({.n = 600, .heads = 3});
    for (const Pattern& pattern : patterns()) {
        const Setting setting = Setting::all(heads.shape, pattern);
        std::vector<test::Attended> results;
        for (const int threads : {1, 2, 4}) {
            core::setThreadCount(threads);
            results.push_back(mustAttend(heads, setting));
        }
        core::setThreadCount(0);
        for (const test::Attended& result : results) {
            EXPECT_TRUE(test::sameBits(result.out, results[0].out));
            EXPECT_TRUE(test::sameBits(result.lse, results[0].lse));
            for (std::size_t h = 0; h < 3; ++h) EXPECT_TRUE(test::sameBits(result.weights[h], results[0].weights[h]));
        }
    }
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

TEST(CpuBackend, RowsAreTheSameWhicheverOthersAreComputed)
{
    const Heads heads({.n = 600, .heads = 2});
    const Setting setting = Setting::all(heads.shape, Pattern::causal());
    const test::Attended all = mustAttend(heads, setting);
    const test::Blocks blocks(heads);
    for (const core::Span queries : {core::Span{0, 0}, core::Span{599, 600}, core::Span{255, 257}, core::Span{100, 400}, core::Span{128, 600}}) {
        core::HeadBatch batch = blocks.batch(heads, setting);
        batch.queries = queries;
        const auto part = core::cpuBackend()->attend(batch, nullptr, {});
        ASSERT_TRUE(part);
        ASSERT_EQ(part->out.rows(), queries.size());
        if (queries.empty()) continue;
        EXPECT_LE((part->out - all.out.middleRows(queries.begin, queries.size())).cwiseAbs().maxCoeff(), 1e-6f);
        for (Index row = core::ceilDiv(queries.begin, 128) * 128; row + 128 <= queries.end; row += 128)
            EXPECT_TRUE(test::sameBits(part->out.middleRows(row - queries.begin, 128), all.out.middleRows(row, 128)));
    }
}

TEST(CpuBackend, OffWritesNothingAndKeepsItsWeights)
{
    const Heads heads({.n = 40});
    const test::Attended on = mustAttend(heads, Setting::all(heads.shape, Pattern::causal()));
    const test::Attended off = mustAttend(heads, Setting::all(heads.shape, Pattern::causal(), core::OffMechanism{}));
    EXPECT_EQ(off.out.cwiseAbs().maxCoeff(), 0.0f);
    EXPECT_TRUE(test::sameBits(off.weights[0], on.weights[0]));
    EXPECT_TRUE(test::sameBits(off.lse, on.lse));
}

TEST(CpuBackend, MeanWeighsAllAllowedKeysAlike)
{
    const Heads heads({.n = 40});
    const test::Attended mean = mustAttend(heads, Setting::all(heads.shape, Pattern::causal(), core::MeanMechanism{}));
    for (Index i = 0; i < 40; ++i) {
        EXPECT_LE(std::abs(double(mean.lse(i, 0)) - std::log(double(i + 1))), 1e-6);
        EXPECT_LE((mean.out.row(i) - heads.v.topRows(i + 1).colwise().mean()).cwiseAbs().maxCoeff(), 1e-6f);
        for (Index j = 0; j < 40; ++j) EXPECT_LE(std::abs(mean.weights[0](i, j) - (j <= i ? 1.0f / float(i + 1) : 0.0f)), 1e-7f);
    }
}

TEST(CpuBackend, ARequestToStopEndsInCancelled)
{
    const Heads heads({.n = 300});
    const test::Blocks blocks(heads);
    std::stop_source stop;
    stop.request_stop();
    const auto result = core::cpuBackend()->attend(blocks.batch(heads, Setting::all(heads.shape, Pattern::dense())), nullptr, stop.get_token());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().fault, core::Fault::Cancelled);
}

TEST(CpuBackend, TheObserverSeesEveryPairAtMostOnceAndChangesNoBit)
{
    const Heads heads({.n = 600});
    for (const Pattern& pattern : patterns()) {
        const Setting setting = Setting::all(heads.shape, pattern);
        const test::Blocks blocks(heads);
        test::CollectWeights observer(1, 600);
        const auto watched = core::cpuBackend()->attend(blocks.batch(heads, setting), &observer, {});
        const auto alone = core::cpuBackend()->attend(blocks.batch(heads, setting), nullptr, {});
        ASSERT_TRUE(watched && alone);
        EXPECT_TRUE(test::sameBits(watched->out, alone->out));
        EXPECT_LE(observer.seen[0].maxCoeff(), 1);
        for (Index i = 0; i < 600; ++i)
            for (Index j = 0; j < 600; ++j) ASSERT_TRUE(observer.seen[0](i, j) == 1 || !setting.layouts[0]->allows(i, j)) << pattern.text();
    }
}

}   // namespace
