#include "core/attention/partial_row.h"

#include <vector>

#include <gtest/gtest.h>

#include "tests/core/attention/attention_checks.h"

namespace {

using core::FinishedRow;
using core::Index;
using core::PartialRow;

constexpr Index kKeys = 33;
constexpr Index kWidth = 5;

template<class T>
struct RandomRow {
    std::vector<T> scores;
    std::vector<T> values;
    RandomRow()
    {
        core::Random random(4);
        for (Index i = 0; i < kKeys; ++i) scores.push_back(T(3 * random.normal()));
        for (Index i = 0; i < kKeys * kWidth; ++i) values.push_back(T(random.normal()));
    }
    void absorbInto(PartialRow<T>& row, Index begin, Index end) const
    {
        core::absorb(row, scores.data() + begin, values.data() + begin * kWidth, end - begin, kWidth);
    }
    PartialRow<T> part(Index begin, Index end) const
    {
        PartialRow<T> row;
        absorbInto(row, begin, end);
        return row;
    }
};

// Straight from the definition of softmax.
FinishedRow<double> byDefinition(const RandomRow<double>& row)
{
    FinishedRow<double> exact{core::RowVector<double>::Zero(kWidth), 0};
    double sum = 0;
    for (Index j = 0; j < kKeys; ++j) {
        sum += std::exp(row.scores[std::size_t(j)]);
        for (Index c = 0; c < kWidth; ++c) exact.output(c) += std::exp(row.scores[std::size_t(j)]) * row.values[std::size_t(j * kWidth + c)];
    }
    exact.output /= sum;
    exact.lse = std::log(sum);
    return exact;
}

template<class T>
double gap(const FinishedRow<T>& a, const FinishedRow<double>& b)
{
    return core::test::largestOf({test::largestGap(a.output, b.output), std::abs(double(a.lse) - b.lse)});
}

template<class T>
void expectAnySplitMerges(double tolerance)
{
    const RandomRow<T> row;
    const FinishedRow<double> exact = byDefinition(RandomRow<double>());
    for (Index a = 0; a <= kKeys; a += 3) {
        const PartialRow<T> front = row.part(0, a), back = row.part(a, kKeys);
        EXPECT_LE(gap(core::finished(core::merged(front, back), kWidth), exact), tolerance);
        EXPECT_LE(gap(core::finished(core::merged(back, front), kWidth), exact), tolerance);
        EXPECT_LE(gap(core::merged(core::finished(front, kWidth), core::finished(back, kWidth)), exact), tolerance);
        EXPECT_LE(gap(core::merged(core::finished(back, kWidth), core::finished(front, kWidth)), exact), tolerance);
        const PartialRow<T> left = row.part(a / 2, a), first = row.part(0, a / 2);
        EXPECT_LE(gap(core::finished(core::merged(core::merged(first, left), back), kWidth), exact), tolerance);
        EXPECT_LE(gap(core::finished(core::merged(first, core::merged(left, back)), kWidth), exact), tolerance);
        PartialRow<T> grown = front;   // a growing cache: one key after the other
        for (Index j = a; j < kKeys; ++j) row.absorbInto(grown, j, j + 1);
        EXPECT_LE(gap(core::finished(grown, kWidth), exact), tolerance);
    }
    EXPECT_GT(gap(core::finished(row.part(3, kKeys), kWidth), exact), tolerance);   // losing a part is noticed
}

TEST(PartialRow, AnySplitInAnyOrderGivesTheDefinition)
{
    expectAnySplitMerges<double>(1e-12);
    expectAnySplitMerges<float>(2e-6);
}

TEST(PartialRow, AnEmptyPartIsNeutral)
{
    const RandomRow<float> row;
    const PartialRow<float> whole = row.part(0, kKeys), empty;
    for (const PartialRow<float>& merged : {core::merged(whole, empty), core::merged(empty, whole), core::merged(whole, row.part(3, 3))}) {
        EXPECT_EQ(merged.m, whole.m);
        EXPECT_EQ(merged.l, whole.l);
        EXPECT_EQ(merged.acc, whole.acc);
    }
    const FinishedRow<float> nothing = core::finished(core::merged(empty, empty), kWidth);
    EXPECT_EQ(nothing.lse, -test::kInfinity);
    EXPECT_EQ(nothing.output, core::RowVector<float>::Zero(kWidth));
    const FinishedRow<float> done = core::finished(whole, kWidth);
    EXPECT_EQ(core::merged(done, nothing).output, done.output);
    EXPECT_EQ(core::merged(nothing, done).lse, done.lse);
    EXPECT_EQ(core::merged(nothing, nothing).lse, -test::kInfinity);
}

TEST(PartialRow, AbsentKeysAreNotTouched)
{
    RandomRow<float> row;
    const PartialRow<float> front = row.part(0, 20);
    for (std::size_t j = 20; j < std::size_t(kKeys); ++j) row.scores[j] = -test::kInfinity;
    std::fill(row.values.begin() + 20 * kWidth, row.values.end(), test::kNaN);
    const PartialRow<float> all = row.part(0, kKeys);
    EXPECT_EQ(all.m, front.m);
    EXPECT_EQ(all.l, front.l);
    EXPECT_EQ(all.acc, front.acc);
    const PartialRow<float> absent = row.part(20, kKeys);
    EXPECT_EQ(core::finished(absent, kWidth).lse, -test::kInfinity);
}

TEST(PartialRow, ANaNIsNotLost)
{
    for (const Index at : {0, 5, 9}) {
        RandomRow<float> row;
        row.scores[std::size_t(at)] = test::kNaN;
        EXPECT_TRUE(std::isnan(core::finished(row.part(0, 10), kWidth).lse)) << at;
        EXPECT_TRUE(std::isnan(core::finished(row.part(at, at + 1), kWidth).lse)) << at;
    }
}

TEST(PartialRow, GapsFarBeyondTheRangeOfExpDoNotOverflow)
{
    const FinishedRow<float> large{core::RowVector<float>::Constant(2, 3.0f), 200.0f}, small{core::RowVector<float>::Constant(2, 7.0f), -200.0f};
    for (const auto& merged : {core::merged(large, small), core::merged(small, large)}) {
        EXPECT_EQ(merged.lse, 200.0f);
        EXPECT_EQ(merged.output, large.output);
    }
    PartialRow<float> a{.m = 200.0f, .l = 1.0f, .acc = large.output}, b{.m = -200.0f, .l = 1.0f, .acc = small.output};
    EXPECT_EQ(core::finished(core::merged(b, a), 2).lse, 200.0f);
}

TEST(PartialRow, LseNeverFallsWhileKeysAreAbsorbed)
{
    const RandomRow<double> row;
    PartialRow<double> grown;
    double last = -double(test::kInfinity);
    for (Index j = 0; j < kKeys; ++j) {
        row.absorbInto(grown, j, j + 1);
        const double lse = core::finished(grown, kWidth).lse;
        EXPECT_GE(lse, last);
        last = lse;
    }
}

// A mask and its complement give the dense row.
TEST(PartialRow, AMaskAndItsComplementGiveTheDenseRow)
{
    const RandomRow<double> row;
    RandomRow<double> even = row, odd = row;
    for (std::size_t j = 0; j < std::size_t(kKeys); ++j) (j % 2 == 0 ? odd : even).scores[j] = -double(test::kInfinity);
    EXPECT_LE(gap(core::finished(core::merged(even.part(0, kKeys), odd.part(0, kKeys)), kWidth), byDefinition(row)), 1e-12);
}

}   // namespace
