// Rows longer than the scratch memory are absorbed group by group; here such rows are compared with the merge law in double precision.
#include <vector>

#include <gtest/gtest.h>

#include "core/attention/partial_row.h"
#include "tests/core/attention/attention_checks.h"

namespace {

using core::Index;
using core::Pattern;

constexpr Index kLength = 4500;
constexpr Index kWidth = 4;

struct ExactRow {
    core::RowVector<double> output;
    double lse = 0;
    core::RowVector<double> weights;
};

ExactRow exactRow(const test::Heads& heads, const core::BlockLayout& layout, Index i)
{
    core::RowVector<double> scores = core::RowVector<double>::Constant(kLength, -double(test::kInfinity));
    for (Index j = 0; j < kLength; ++j)
        if (layout.allows(i, j)) scores(j) = double(heads.scale()) * heads.q.row(i).cast<double>().dot(heads.k.row(j).cast<double>());
    core::PartialRow<double> row;
    const core::Matrix<double> values = heads.v.cast<double>();
    core::absorb(row, scores.data(), values.data(), kLength, kWidth);
    const auto done = core::finished(row, kWidth);
    return {done.output, done.lse, (scores.array() - done.lse).exp().matrix()};
}

class LongRows : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Patterns, LongRows,
                         ::testing::Values("dense", "causal", "causal & window(3000)", "causal & (window(70) | !window(4300))",
                                           "window(2) | !window(2100)", "causal & !window(4490)"));

TEST_P(LongRows, EqualTheMergeLaw)
{
    const test::Heads heads({.n = kLength, .d = kWidth, .spread = 1.5});
    const test::Setting setting = test::Setting::all(heads.shape, *Pattern::parse(GetParam()));
    const core::BlockLayout& layout = *setting.layouts[0];
    const test::Blocks blocks(heads);
    core::HeadBatch batch = blocks.batch(heads, setting);
    batch.queries = {kLength - 6, kLength - 3};

    struct LastRows : core::RowObserver {
        core::RowMatrix weights = core::RowMatrix::Zero(3, kLength);
        Index reached = 0;
        bool ascending = true;
        void panel(const core::WeightPanel& panel) override
        {
            ascending = ascending && panel.keys.begin >= reached;
            reached = panel.keys.end;
            weights.middleCols(panel.keys.begin, panel.keys.size()) +=
                core::ConstRowMap(panel.weights, 3, panel.keys.size(), Eigen::OuterStride<>(panel.stride));
        }
    } observer;
    const auto result = core::cpuBackend()->attend(batch, &observer, {});
    ASSERT_TRUE(result) << result.error().what;
    EXPECT_TRUE(observer.ascending);

    core::RowMatrix lseRows = core::RowMatrix::Zero(kLength, 1);
    lseRows.middleRows(kLength - 6, 3) = result->lse;
    const core::HeadRows lse = core::HeadRows(1, 1).appended(lseRows.data(), kLength, 1);
    core::RowMatrix recomputed(3, kLength);
    const core::HeadWeightsSource source{
        .q = &blocks.q, .k = &blocks.k, .lse = &lse, .scale = heads.scale(), .layout = &layout, .mechanism = &setting.mechanisms[0]};
    core::recomputeWeights(source, batch.queries, {0, kLength}, recomputed.data());
    for (Index i = 0; i < 3; ++i) {
        const ExactRow exact = exactRow(heads, layout, kLength - 6 + i);
        EXPECT_LE(std::abs(double(result->lse(i, 0)) - exact.lse), 1e-5);
        for (Index c = 0; c < kWidth; ++c) ASSERT_LE(std::abs(double(result->out(i, c)) - exact.output(c)), 2e-6);
        for (Index j = 0; j < kLength; ++j) {
            ASSERT_LE(std::abs(double(observer.weights(i, j)) - exact.weights(j)), 1e-6) << j;
            ASSERT_LE(std::abs(double(recomputed(i, j)) - exact.weights(j)), 1e-6) << j;
        }
    }
}

TEST(LongRowsWithoutKeys, AreEmpty)
{
    const test::Heads heads({.n = kLength, .d = kWidth});
    const test::Setting setting = test::Setting::all(heads.shape, !Pattern::dense());
    const test::Blocks blocks(heads);
    const auto result = core::cpuBackend()->attend(blocks.batch(heads, setting), nullptr, {});
    ASSERT_TRUE(result);
    EXPECT_TRUE((result->out.array() == 0.0f).all());
    EXPECT_TRUE((result->lse.array() == -test::kInfinity).all());
}

}   // namespace
