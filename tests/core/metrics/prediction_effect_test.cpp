#include "core/metrics/prediction_effect.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace core {
namespace {

std::vector<float> someLogits(Index n, std::uint64_t seed)
{
    Random random(seed);
    std::vector<float> logits(static_cast<std::size_t>(n));
    for (float& x : logits) x = float(8.0 * random.uniform() - 4.0);
    return logits;
}

// By the definition, without shifting by the maximum.
double divergenceOf(const std::vector<float>& own, const std::vector<float>& changed)
{
    double ownSum = 0.0, sum = 0.0, divergence = 0.0;
    for (std::size_t i = 0; i < own.size(); ++i) ownSum += std::exp(double(own[i])), sum += std::exp(double(changed[i]));
    for (std::size_t i = 0; i < own.size(); ++i) {
        const double p = std::exp(double(own[i])) / ownSum, q = std::exp(double(changed[i])) / sum;
        divergence += p * std::log(p / q);
    }
    return divergence;
}

TEST(PredictionEffect, TheDivergenceIsThatOfTheDefinition)
{
    for (const Index n : {2, 5, 400})
        for (std::uint64_t seed = 0; seed < 5; ++seed) {
            const std::vector<float> own = someLogits(n, seed), changed = someLogits(n, seed + 100);
            const double divergence = predictionEffect(own.data(), changed.data(), n, 5).divergence;
            EXPECT_LE(std::abs(divergence - divergenceOf(own, changed)), 1e-12);
            EXPECT_GT(divergence, 0.0);
            EXPECT_GT(std::abs(divergence - divergenceOf(changed, own)), 1e-6);   // which of them comes first matters
        }
}

TEST(PredictionEffect, EqualLogitsHaveNoEffectAndAConstantChangesNothing)
{
    const std::vector<float> own = someLogits(300, 1);
    EXPECT_EQ(predictionEffect(own.data(), own.data(), 300, 5).divergence, 0.0);
    std::vector<float> shifted = own;
    for (float& x : shifted) x += 0.5f;
    EXPECT_LE(predictionEffect(own.data(), shifted.data(), 300, 5).divergence, 1e-12);
    EXPECT_EQ(predictionEffect(nullptr, nullptr, 0, 5).candidates.size(), 0u);
}

TEST(PredictionEffect, LargeLogitsDoNotOverflow)
{
    const std::vector<float> own{9000.0f, 0.0f, -9000.0f}, changed{0.0f, 9000.0f, -9000.0f};
    const PredictionEffect effect = predictionEffect(own.data(), changed.data(), 3, 2);
    EXPECT_EQ(effect.divergence, 9000.0);
    EXPECT_EQ(effect.candidates.front().id, 1);
}

TEST(PredictionEffect, NamesWhatEnteredAndWhatLeft)
{
    const std::vector<float> own{5.0f, 4.0f, 3.0f, 2.0f, 1.0f}, changed{5.0f, 1.0f, 2.0f, 4.0f, 3.0f};
    const PredictionEffect effect = predictionEffect(own.data(), changed.data(), 5, 3);
    ASSERT_EQ(effect.candidates.size(), 5u);
    const std::vector<std::pair<TokenId, Candidacy>> expected{
        {0, Candidacy::Stayed}, {3, Candidacy::Entered}, {4, Candidacy::Entered}, {1, Candidacy::Left}, {2, Candidacy::Left}};
    double before = 0.0, after = 0.0;
    for (std::size_t i = 0; i < 5; ++i) {
        const Candidate& candidate = effect.candidates[i];
        EXPECT_EQ(candidate.id, expected[i].first) << i;
        EXPECT_EQ(candidate.candidacy, expected[i].second) << i;
        before += candidate.own, after += candidate.probability;
    }
    EXPECT_LE(std::abs(before - 1.0), 1e-12);   // all five tokens are there, each with both of its probabilities
    EXPECT_LE(std::abs(after - 1.0), 1e-12);
    EXPECT_GT(effect.candidates[3].own, effect.candidates[3].probability);
}

}   // namespace
}   // namespace core
