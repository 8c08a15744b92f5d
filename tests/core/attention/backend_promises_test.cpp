// What a backend promises beside the right numbers: absent pairs touch nothing, NaN is told, results do not depend on threads or company.
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "tests/core/attention/attention_checks.h"

namespace {

using core::Index;
using core::Pattern;
using test::Heads;
using test::mustAttend;
using test::Setting;
using ::testing::HasSubstr;

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
            EXPECT_LE(test::largestGap(after->out, before.out.topRows(from)), 2e-6);
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
        EXPECT_THAT(result.error().what, HasSubstr("Head 2 has scores, values or outputs that are not finite at row 170."));
    }
    Heads infinite({.n = 300});
    infinite.v(170, 3) = test::kInfinity;
    EXPECT_FALSE(test::attended(infinite, Setting::all(infinite.shape, Pattern::causal())));
    infinite.v(170, 3) = 0.0f;
    infinite.k.row(170) = test::kInfinity * core::RowVector<float>::Ones(8);
    infinite.q = infinite.q.cwiseAbs();
    EXPECT_FALSE(test::attended(infinite, Setting::all(infinite.shape, Pattern::causal())));
}

// Finite scores and values whose weighted sum is not: e^0·3e38 + e^0·3e38 overflows before it is divided by 2.
TEST(CpuBackend, AnOutputThatOverflowsIsAnError)
{
    Heads heads({.n = 300, .heads = 2, .kvHeads = 2});
    heads.q.setZero();
    heads.v.rightCols(8).setConstant(3e38f);
    const auto result = test::attended(heads, Setting::all(heads.shape, Pattern::causal()));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().fault, core::Fault::NotFinite);
    EXPECT_THAT(result.error().what, HasSubstr("Head 1 has scores, values or outputs that are not finite at row 1."));
    EXPECT_TRUE(test::attended(heads, Setting::all(heads.shape, Pattern::window(1)))) << "a single value of that size is a fine output";
    EXPECT_TRUE(test::attended(heads, Setting::all(heads.shape, Pattern::causal(), core::OffMechanism{}))) << "nothing is summed";
}

TEST(CpuBackend, ResultsDoNotDependOnTheNumberOfThreads)
{
    const Heads heads({.n = 600, .heads = 3});
    for (const Pattern& pattern : test::patterns()) {
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
        EXPECT_LE(test::largestGap(part->out, all.out.middleRows(queries.begin, queries.size())), 1e-6);
        for (Index row = core::ceilDiv(queries.begin, 128) * 128; row + 128 <= queries.end; row += 128)
            EXPECT_TRUE(test::sameBits(part->out.middleRows(row - queries.begin, 128), all.out.middleRows(row, 128)));
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
    for (const Pattern& pattern : test::patterns()) {
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
