#include "core/metrics/head_metrics.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/metrics/induction_probe.h"
#include "tests/core/recording/matrices.h"

namespace core {
namespace {

using test::causalGiven;
using test::Given;

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

Tokens tokensOf(const std::vector<TokenId>& ids)
{
    Tokens tokens;
    for (const TokenId id : ids) tokens.items.push_back({.id = id, .span = {}, .bytes = {}, .special = false, .wordStart = false});
    return tokens;
}

Tokens differentTokens(Index n)
{
    std::vector<TokenId> ids;
    for (Index i = 0; i < n; ++i) ids.push_back(TokenId(i));
    return tokensOf(ids);
}

HeadMetrics metricsOf(const Given& given, const Tokens& tokens, Index trainedContext = 0)
{
    return *headMetrics(*given.map(), measuredRows(tokens, trainedContext), {});
}
HeadMetrics metricsOf(const Given& given) { return metricsOf(given, differentTokens(given.weights.rows())); }

// Written so that a missing value and NaN both fail.
bool isNear(const std::optional<double>& value, double expected)
{
    return value && std::abs(*value - expected) <= 1e-6 * std::max(1.0, std::abs(expected));
}

Given uniformCausal(Index n)
{
    return causalGiven(n, [](Index i, Index) { return 1.0f / float(i + 1); });
}

class EveryLength : public ::testing::TestWithParam<Index> {};
INSTANTIATE_TEST_SUITE_P(Lengths, EveryLength, ::testing::Values(2, 7, 33, 257));

TEST_P(EveryLength, PerfectPreviousTokenHeadScoresOne)
{
    const Index n = GetParam();
    const HeadMetrics metrics = metricsOf(causalGiven(n, [](Index i, Index j) { return j == std::max(i - 1, Index(0)) ? 1.0f : 0.0f; }));
    EXPECT_TRUE(isNear(metrics.previousToken, 1.0));
    EXPECT_TRUE(isNear(metrics.meanDistance, 1.0));
    EXPECT_TRUE(isNear(metrics.entropyNormalised, 0.0));
    EXPECT_TRUE(isNear(metrics.firstToken, 1.0 / double(n - 1))) << "row 1 alone looks at the first token";
}

TEST_P(EveryLength, IdentityScoresNothing)
{
    const HeadMetrics metrics = metricsOf(causalGiven(GetParam(), [](Index i, Index j) { return i == j ? 1.0f : 0.0f; }));
    EXPECT_TRUE(isNear(metrics.previousToken, 0.0));
    EXPECT_TRUE(isNear(metrics.meanDistance, 0.0));
    EXPECT_TRUE(isNear(metrics.entropyNormalised, 0.0));
    EXPECT_TRUE(isNear(metrics.firstToken, 0.0));
    EXPECT_FALSE(metrics.duplicateToken) << "no token occurs twice";
    EXPECT_FALSE(metrics.induction) << "only the probe gives it";
}

// With H_N the harmonic number, the means over i ≥ 1 are (H_N − 1)/(N − 1) for one key, and N/4 for the distance: row i has Σ_j (i − j)/(i + 1) =
// i/2.
TEST_P(EveryLength, UniformCausalRowsScoreTheBaselines)
{
    const Index n = GetParam();
    double harmonic = 0.0;
    for (Index i = 1; i <= n; ++i) harmonic += 1.0 / double(i);
    const HeadMetrics metrics = metricsOf(uniformCausal(n));
    EXPECT_TRUE(isNear(metrics.entropyNormalised, 1.0));
    EXPECT_TRUE(isNear(metrics.previousToken, (harmonic - 1.0) / double(n - 1)));
    EXPECT_TRUE(isNear(metrics.firstToken, (harmonic - 1.0) / double(n - 1)));
    EXPECT_TRUE(isNear(metrics.meanDistance, double(n) / 4.0));
}

// A mean over no rows is none, and the metric must say so too.
struct MeanByDefinition {
    double sum = 0.0;
    Index rows = 0;
    void add(double value) { sum += value, ++rows; }
    bool equals(std::optional<double> metric) const { return rows > 0 ? isNear(metric, sum / double(rows)) : !metric; }
};

TEST_P(EveryLength, EqualTheDefinitionsOnRandomRows)
{
    const Index n = GetParam();
    Given given = test::randomGiven(n, n, 0.6, 31);
    given.weights = given.weights.cwiseAbs();
    for (Index i = 0; i < n; ++i)
        if (given.weights.row(i).sum() > 0) given.weights.row(i) /= given.weights.row(i).sum();
    std::vector<TokenId> ids;
    for (Index i = 0; i < n; ++i) ids.push_back(TokenId(i * i % 5));
    const HeadMetrics metrics = metricsOf(given, tokensOf(ids));

    MeanByDefinition entropy, previous, first, distance, duplicate;
    for (Index i = 1; i < n; ++i) {
        const Index allowed = (given.allowed.row(i).array() != 0).count();
        if (allowed == 0) continue;
        double h = 0, away = 0, mass = 0;
        bool occurred = false;
        for (Index j = 0; j < n; ++j) {
            const double p = double(given.weights(i, j));
            if (p > 0) h -= p * std::log(p);
            away += p * std::abs(double(i - j));
            if (j < i && ids[std::size_t(i)] == ids[std::size_t(j)]) occurred = true, mass += p;
        }
        if (allowed > 1) entropy.add(h / std::log(double(allowed)));
        if (occurred) duplicate.add(mass);
        previous.add(double(given.weights(i, i - 1)));
        first.add(double(given.weights(i, 0)));
        distance.add(away);
    }
    EXPECT_TRUE(previous.equals(metrics.previousToken));
    EXPECT_TRUE(first.equals(metrics.firstToken));
    EXPECT_TRUE(distance.equals(metrics.meanDistance));
    EXPECT_TRUE(entropy.equals(metrics.entropyNormalised));
    EXPECT_TRUE(duplicate.equals(metrics.duplicateToken));
}

TEST(HeadMetrics, ComparisonNoticesAWrongMissingOrBrokenScore)
{
    const HeadMetrics metrics = metricsOf(uniformCausal(33));
    EXPECT_FALSE(isNear(metrics.meanDistance, 32.0 / 4.0)) << "(N − 1)/4 is the mean over all rows, the first included";
    EXPECT_FALSE(isNear(std::nullopt, 0.0));
    EXPECT_FALSE(isNear(double(kNaN), 0.0));
    EXPECT_FALSE(MeanByDefinition().equals(0.0)) << "a number where there is no row";
}

TEST(HeadMetrics, DuplicateMassIsOnAllEarlierOccurrencesAndOnNoLaterOne)
{
    // Tokens a b a a; every row looks at all four positions equally, the future included.
    Given given{RowMatrix::Constant(4, 4, 0.25f), AllowedMatrix::Ones(4, 4)};
    const HeadMetrics metrics = metricsOf(given, tokensOf({1, 2, 1, 1}));
    EXPECT_TRUE(isNear(metrics.duplicateToken, (0.25 + 0.5) / 2.0)) << "row 2 has one earlier a, row 3 has two";
}

TEST(HeadMetrics, DuplicateMassIsWholeAcrossStrips)
{
    const Index n = 1100;   // rows longer than one strip of keys
    double expected = 0.0;
    for (Index i = 1; i < n; ++i) expected += double(i) / double(i + 1);
    EXPECT_TRUE(isNear(metricsOf(uniformCausal(n), tokensOf(std::vector<TokenId>(std::size_t(n), 4))).duplicateToken, expected / double(n - 1)));
}

TEST(HeadMetrics, RowsWithoutKeysAreLeftOut)
{
    Given given = causalGiven(40, [](Index i, Index j) { return j == std::max(i - 1, Index(0)) ? 1.0f : 0.0f; });
    for (Index i = 1; i < 40; i += 2) given.allowed.row(i).setZero();
    const HeadMetrics metrics = metricsOf(given);
    EXPECT_TRUE(isNear(metrics.previousToken, 1.0));
    EXPECT_TRUE(isNear(metrics.meanDistance, 1.0));
}

TEST(HeadMetrics, RowsWithOneKeyHaveNoEntropy)
{
    const HeadMetrics metrics = metricsOf(Given{RowMatrix::Identity(9, 9), AllowedMatrix::Identity(9, 9)});
    EXPECT_FALSE(metrics.entropyNormalised);
    EXPECT_TRUE(isNear(metrics.meanDistance, 0.0));
}

TEST(HeadMetrics, TooShortTextsHaveNone)
{
    for (const Index n : {0, 1}) {
        const HeadMetrics metrics = metricsOf(uniformCausal(n));
        EXPECT_FALSE(metrics.entropyNormalised || metrics.previousToken || metrics.firstToken || metrics.meanDistance || metrics.duplicateToken) << n;
    }
    const HeadMetrics allAbsent = metricsOf(test::randomGiven(33, 33, 0.0, 1));
    EXPECT_FALSE(allAbsent.entropyNormalised || allAbsent.previousToken || allAbsent.firstToken || allAbsent.meanDistance);
}

TEST(HeadMetrics, ABrokenRowIsNotHidden)
{
    Given given = uniformCausal(33);
    given.weights.row(20).setConstant(kNaN);
    const HeadMetrics metrics = metricsOf(given);
    for (const std::optional<double>& score : {metrics.entropyNormalised, metrics.previousToken, metrics.firstToken, metrics.meanDistance})
        EXPECT_TRUE(score && std::isnan(*score));
}

TEST(HeadMetrics, RowsPastTheTrainedContextAreLeftOut)
{
    Given given = causalGiven(40, [](Index i, Index j) { return j == (i < 16 ? i : 0) ? 1.0f : 0.0f; });
    EXPECT_TRUE(isNear(metricsOf(given, differentTokens(40), 16).firstToken, 0.0));
    EXPECT_TRUE(isNear(metricsOf(given, differentTokens(40), 0).firstToken, 24.0 / 39.0));
    EXPECT_TRUE(isNear(metricsOf(given, differentTokens(40), 100).firstToken, 24.0 / 39.0));
}

TEST(HeadMetrics, LeaveTheMapUnchanged)
{
    const Given given = uniformCausal(100);
    const MapPtr map = given.map();
    (void)headMetrics(*map, TokenOccurrences(differentTokens(100)), {});
    (void)inductionScore(*map);
    for (Index i = 0; i < 100; ++i) EXPECT_TRUE(map->row(i) == given.weights.row(i));
}

TEST(InductionScore, OfASyntheticInductionHeadIsOne)
{
    // start + R + R: a row of the second copy looks at what followed its token in the first one.
    const Given given = causalGiven(101, [](Index i, Index j) { return j == (i > 50 ? i - 49 : i) ? 1.0f : 0.0f; });
    EXPECT_LE(std::abs(inductionScore(*given.map()) - 1.0), 1e-12);
    EXPECT_TRUE(isNear(metricsOf(given).previousToken, 0.0));
    // Off by one, a duplicate-token head: the score must tell them apart.
    const Given duplicate = causalGiven(101, [](Index i, Index j) { return j == (i > 50 ? i - 50 : i) ? 1.0f : 0.0f; });
    EXPECT_EQ(inductionScore(*duplicate.map()), 0.0);
}

TEST(InductionScore, OfUniformRowsIsAboutOneOverI)
{
    double expected = 0.0;
    for (Index i = 51; i < 101; ++i) expected += 1.0 / double(i + 1) / 50.0;
    EXPECT_LE(std::abs(inductionScore(*uniformCausal(101).map()) - expected), 1e-8);
}

}   // namespace
}   // namespace core
