#include "core/recording/weight_strips.h"

#include <gtest/gtest.h>

#include "tests/core/recording/matrices.h"

namespace core {
namespace {

// Every allowed pair of the region is visited once, with its weight, and nothing else is.
bool visitsEachPairOnce(const test::Given& given, Span rows, Span keys, Index skipEvery = 0)
{
    AllowedMatrix visits = AllowedMatrix::Zero(given.weights.rows(), given.weights.cols());
    bool fine = true;
    Index strips = 0;
    forEachStrip(*given.map(), rows, keys, [&](const WeightStrip& strip) {
        if (skipEvery > 0 && ++strips % skipEvery == 0) return;
        fine = fine && strip.rows.size() <= kStripRows && strip.keys.size() <= kStripKeys;
        for (Index row = strip.rows.begin; row < strip.rows.end; ++row)
            for (const Span run : strip.runsOf(row))
                for (Index key = run.begin; key < run.end; ++key) {
                    ++visits(row, key);
                    fine = fine && *strip.from(row, key) == given.weights(row, key);
                }
    });
    AllowedMatrix expected = AllowedMatrix::Zero(visits.rows(), visits.cols());
    expected.block(rows.begin, keys.begin, rows.size(), keys.size()) = given.allowed.block(rows.begin, keys.begin, rows.size(), keys.size());
    return fine && visits == expected;
}

TEST(WeightStrips, VisitEachAllowedPairOnce)
{
    for (const double density : {0.0, 0.001, 0.5, 1.0}) {
        const test::Given given = test::randomGiven(150, 2600, density, 23);
        EXPECT_TRUE(visitsEachPairOnce(given, {0, 150}, {0, 2600})) << density;
        EXPECT_TRUE(visitsEachPairOnce(given, {63, 65}, {1023, 2049})) << density;
        EXPECT_TRUE(visitsEachPairOnce(given, {10, 10}, {0, 2600})) << density;
    }
    for (const Index n : {0, 1, 2, 7, 33}) EXPECT_TRUE(visitsEachPairOnce(test::randomGiven(n, n, 0.5, 23), {0, n}, {0, n})) << n;
}

TEST(WeightStrips, TheCheckNoticesALostStrip) { EXPECT_FALSE(visitsEachPairOnce(test::randomGiven(150, 2600, 0.5, 23), {0, 150}, {0, 2600}, 5)); }

TEST(WeightStrips, WhereNothingIsAllowedNothingIsComputed)
{
    test::Given given{RowMatrix::Ones(64, 4096), AllowedMatrix::Zero(64, 4096)};
    given.allowed(5, 10) = given.allowed(7, 4000) = 1;
    Index strips = 0;
    forEachStrip(*given.map(), {0, 64}, {0, 4096}, [&](const WeightStrip& strip) {
        ++strips;
        EXPECT_EQ(strip.keys.size(), 1);
    });
    EXPECT_EQ(strips, 2);
}

}   // namespace
}   // namespace core
