#include "core/recording/unfolded_row.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/recording/attention_map.h"
#include "tests/core/comparisons.h"
#include "tests/core/recording/recordings.h"

namespace core {
namespace {

using test::largestGap;

RowVector<double> rowOf(const Matrix<double>& matrix, Index row) { return matrix.row(row); }

struct Shape {
    Index tokens;
    std::string pattern;
};

class Unfolded : public ::testing::TestWithParam<Shape> {
protected:
    const test::KnownRecording known = test::knownRecording({.tokens = GetParam().tokens, .pattern = GetParam().pattern});
    template<class Check>
    void forEachRow(Check check) const
    {
        for (const HeadId head : {HeadId{0, 0}, HeadId{0, 3}, HeadId{1, 2}})
            for (Index query = 0; query < GetParam().tokens; ++query) check(head, query, unfold(*known.recording, head, query));
    }
};
INSTANTIATE_TEST_SUITE_P(Shapes, Unfolded,
                         ::testing::Values(Shape{1, "causal"}, Shape{2, "causal"}, Shape{33, "causal"}, Shape{33, "window(4) | sinks(1)"},
                                           Shape{33, "causal & strided(5)"}, Shape{300, "causal"}));

TEST_P(Unfolded, IsTheDefinition)
{
    forEachRow([&](HeadId head, Index query, const UnfoldedRow& row) {
        const ReferenceAttention& reference = known.head(head);
        EXPECT_LE(largestGap(row.weights, rowOf(reference.weights, query)), 1e-12);
        EXPECT_LE(largestGap(row.output, rowOf(reference.output, query)), 1e-12);
        EXPECT_NEAR(row.lse, reference.lse[query], 1e-12);
        for (const Span run : row.allowed)
            for (Index key = run.begin; key < run.end; ++key) EXPECT_NEAR(row.scoreOf(key), reference.scores(query, key), 1e-12);
    });
}

TEST_P(Unfolded, HasProductsOfAbsentPairsToo)
{
    forEachRow([&](HeadId head, Index query, const UnfoldedRow& row) {
        const AttentionSite& site = known.recording->sites[std::size_t(head.layer)];
        ASSERT_EQ(row.products.size(), GetParam().tokens);
        const Index key = GetParam().tokens - 1;
        double sum = 0.0;
        for (Index i = 0; i < site.q.width(); ++i)
            sum += double(site.q.row(head.head, query)[i]) * double(site.k.row(site.kvHeadOf(head.head), key)[i]);
        EXPECT_EQ(row.products[key], sum);
    });
}

TEST_P(Unfolded, AgreesWithTheMapThatPicturesDraw)
{
    forEachRow([&](HeadId head, Index query, const UnfoldedRow& row) {
        EXPECT_LE(largestGap(row.weights, RowVector<double>(mapOf(known.recording, head)->row(query).cast<double>())), 2e-6);
    });
}

TEST_P(Unfolded, AMaskThatIsLiftedTakesSharesFromTheRest)
{
    forEachRow([&](HeadId, Index query, const UnfoldedRow& row) {
        const Index n = GetParam().tokens;
        const RowVector<double> open = softmaxOver(row.products, row.scale, {{0, n}});
        EXPECT_NEAR(open.sum(), 1.0, 1e-12);
        double kept = 0.0;
        for (const Span run : row.allowed) kept += open.segment(run.begin, run.size()).sum();
        for (const Span run : row.allowed)
            for (Index key = run.begin; key < run.end; ++key) EXPECT_NEAR(open[key] / kept, row.weights[key], 1e-12) << query;
    });
}

TEST_P(Unfolded, TheWrongAxisSharesOutEveryColumn)
{
    const Index n = GetParam().tokens;
    const HeadId head{1, 1};
    RowVector<double> columns = RowVector<double>::Zero(n);
    for (Index query = 0; query < n; ++query) columns += *softmaxOverQueries(*known.recording, head, query);
    const BlockLayout& layout = *known.recording->sites[1].layouts[1];
    for (Index key = 0; key < n; ++key) {
        bool isSeen = false;
        for (Index query = 0; query < n; ++query) isSeen = isSeen || layout.allows(query, key);
        EXPECT_NEAR(columns[key], isSeen ? 1.0 : 0.0, 1e-12) << key;
    }
}

TEST(UnfoldedRow, OfAnAblatedHeadCarriesWhatThePlanSays)
{
    const test::KnownRecording known = test::knownRecording({.tokens = 9});
    Recording recording = *known.recording;
    recording.sites[0].mechanisms[1] = OffMechanism{};
    recording.sites[0].mechanisms[2] = MeanMechanism{};
    const UnfoldedRow off = unfold(recording, {0, 1}, 8), mean = unfold(recording, {0, 2}, 8);
    EXPECT_LE(largestGap(off.weights, rowOf(known.head({0, 1}).weights, 8)), 1e-12);
    EXPECT_EQ(off.output.squaredNorm(), 0.0);
    RowVector<double> values = RowVector<double>::Zero(8);
    for (Index key = 0; key < 9; ++key) {
        EXPECT_NEAR(mean.weights[key], 1.0 / 9.0, 1e-15);
        values += Eigen::Map<const RowVector<float>>(recording.sites[0].v.row(1, key), 8).cast<double>() / 9.0;
    }
    EXPECT_LE(largestGap(mean.output, values), 1e-12);
}

TEST(UnfoldedRow, WithoutKeysIsEmptyAndNeverNaN)
{
    const test::KnownRecording known = test::knownRecording({.tokens = 5, .pattern = "causal & cells(3:1)"});
    const UnfoldedRow row = unfold(*known.recording, {0, 0}, 2);
    EXPECT_TRUE(row.allowed.empty());
    EXPECT_EQ(row.lse, -std::numeric_limits<double>::infinity());
    EXPECT_EQ(row.weights, RowVector<double>::Zero(5));
    EXPECT_EQ(row.output, RowVector<double>::Zero(8));
    EXPECT_EQ(entropyOf(row.weights), 0.0);
    EXPECT_EQ(softmaxOverQueries(*known.recording, {0, 0}, 2)->squaredNorm(), 0.0);
}

TEST(SoftmaxOver, StaysFiniteWhereExpDoesNot)
{
    RowVector<double> products(3);
    products << 4000.0, 3999.0, -4000.0;
    const RowVector<double> weights = softmaxOver(products, 1.0, {{0, 3}});
    EXPECT_NEAR(weights[0], 1.0 / (1.0 + std::exp(-1.0)), 1e-12);
    EXPECT_EQ(weights[2], 0.0);
}

TEST(EntropyAndResponse, OfKnownRows)
{
    const RowVector<double> uniform = RowVector<double>::Constant(8, 0.125), one = RowVector<double>::Unit(8, 3);
    EXPECT_NEAR(entropyOf(uniform), std::log(8.0), 1e-15);
    EXPECT_NEAR(responseOf(uniform), 7.0 / 8.0, 1e-15);
    EXPECT_EQ(entropyOf(one), 0.0);
    EXPECT_EQ(responseOf(one), 0.0);
}

// The response is the trace of the softmax's derivative: central differences of each weight by its own score.
TEST(EntropyAndResponse, TheResponseIsTheTraceOfTheDerivative)
{
    RowVector<double> scores(5);
    scores << 0.3, -1.2, 2.0, 0.0, 0.7;
    const KeyRuns all{{0, 5}};
    double trace = 0.0;
    constexpr double kStep = 1e-6;
    for (Index i = 0; i < 5; ++i) {
        RowVector<double> up = scores, down = scores;
        up[i] += kStep, down[i] -= kStep;
        trace += (softmaxOver(up, 1.0, all)[i] - softmaxOver(down, 1.0, all)[i]) / (2 * kStep);
    }
    EXPECT_NEAR(responseOf(softmaxOver(scores, 1.0, all)), trace, 1e-9);
}

TEST(SoftmaxOverQueries, StopsWhenItIsAskedTo)
{
    const test::KnownRecording known = test::knownRecording({});
    std::stop_source stop;
    stop.request_stop();
    const auto weights = softmaxOverQueries(*known.recording, {0, 0}, 20, stop.get_token());
    ASSERT_FALSE(weights);
    EXPECT_EQ(weights.error().fault, Fault::Cancelled);
}

}   // namespace
}   // namespace core
