// AdamW against its definition in double precision, and the laws of the update of a whole model.
#include "core/training/adamw.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/core/model/tiny_models.h"

namespace core::test {

namespace {

using training::AdamWStep;
using training::adamwUpdate;
using training::Decays;

enum class Bias { Corrected, Left };   // of the moments, which start at 0

// One parameter, by the formula at the head of adamw.h.
struct Definition {
    double theta, m = 0.0, v = 0.0;
    void step(const AdamWOptions& o, Index t, double rate, double decay, double g, Bias bias = Bias::Corrected)
    {
        m = o.beta1 * m + (1 - o.beta1) * g;
        v = o.beta2 * v + (1 - o.beta2) * g * g;
        const double mHat = bias == Bias::Left ? m : m / (1 - std::pow(o.beta1, double(t)));
        const double vHat = bias == Bias::Left ? v : v / (1 - std::pow(o.beta2, double(t)));
        theta -= rate * (mHat / (std::sqrt(vHat) + o.epsilon) + decay * theta);
    }
};

// Largest error of three updates of n parameters with changing gradients and rates.
double worstError(Index n, Decays decays, Bias bias = Bias::Corrected)
{
    const AdamWOptions options{.weightDecay = 0.3};
    Random random(7);
    std::vector<float> theta, m(std::size_t(n), 0.0f), v(std::size_t(n), 0.0f), gradient(std::size_t(n), 0.0f);
    std::vector<Definition> expected;
    for (Index i = 0; i < n; ++i) {
        theta.push_back(float(random.normal()));
        expected.push_back({double(theta.back())});
    }
    for (Index t = 1; t <= 3; ++t) {
        for (float& g : gradient) g = float(random.normal());
        const double rate = 0.02 / double(t);
        adamwUpdate(AdamWStep(options, t, rate, 0.5), decays, n, theta.data(), m.data(), v.data(), gradient.data());
        for (std::size_t i = 0; i < std::size_t(n); ++i)
            expected[i].step(options, t, rate, decays == Decays::Yes ? options.weightDecay : 0.0, 0.5 * double(gradient[i]), bias);
    }
    double worst = 0.0;
    for (std::size_t i = 0; i < std::size_t(n); ++i)
        for (const double error : {theta[i] - expected[i].theta, m[i] - expected[i].m, v[i] - expected[i].v})
            if (!(std::abs(error) <= worst)) worst = std::abs(error);
    return worst;
}

Weights<float> filled(const ModelConfig& config, float value)
{
    Weights<float> weights = Weights<float>::zeros(config);
    forEachTensor(weights, [&](const std::string&, float* data, Index size, bool) { std::fill_n(data, size, value); });
    return weights;
}

bool allAre(const Weights<float>& weights, float value)
{
    bool all = true;
    forEachTensor(weights,
                  [&](const std::string&, const float* data, Index size, bool) { all = all && std::count(data, data + size, value) == size; });
    return all;
}

Index count(const Weights<float>& weights)
{
    Index sum = 0;
    forEachTensor(weights, [&](const std::string&, const float*, Index size, bool) { sum += size; });
    return sum;
}

}   // namespace

TEST(AdamW, FollowsTheDefinition)
{
    for (const Index n : {0, 1, 2, 7, 33})
        for (const Decays decays : {Decays::No, Decays::Yes}) EXPECT_LE(worstError(n, decays), 5e-7) << n;
}

TEST(AdamW, CheckerSeesAMissingBiasCorrection) { EXPECT_GE(worstError(33, Decays::Yes, Bias::Left), 1e-3); }

TEST(AdamW, ByHand)
{
    // m = 0.1 · 2 = 0.2 and v = 0.05 · 4 = 0.2; without their start's bias 2 and 4, so that the step is η·2/√4 = η, and decay takes η·λ·θ more.
    const AdamWOptions options{.beta1 = 0.9, .beta2 = 0.95, .weightDecay = 0.1};
    float theta = 3.0f, m = 0.0f, v = 0.0f;
    const float gradient = 2.0f;
    adamwUpdate(AdamWStep(options, 1, 0.01, 1.0), Decays::Yes, 1, &theta, &m, &v, &gradient);
    EXPECT_NEAR(m, 0.2f, 1e-7);
    EXPECT_NEAR(v, 0.2f, 1e-7);
    EXPECT_NEAR(theta, 3.0f - 0.01f - 0.01f * 0.1f * 3.0f, 1e-6);
}

TEST(AdamW, OnlyMatricesDecay)
{
    for (const auto& [name, config] : tinyConfigs()) {
        AdamW adamw(config, {.weightDecay = 0.5});
        Weights<float> weights = filled(config, 2.0f);
        std::vector<Weights<float>> gradients{Weights<float>::zeros(config)};
        EXPECT_EQ(adamw.update(1, 0.1, weights, gradients), 0.0);
        forEachTensor(weights, [&, n = name](const std::string& tensor, const float* data, Index size, bool isMatrix) {
            const bool isWeight = tensor.ends_with("weight") || tensor == "embedding" || tensor == "head";
            EXPECT_EQ(isMatrix, isWeight) << tensor;
            for (Index i = 0; i < size; ++i) EXPECT_FLOAT_EQ(data[i], isWeight ? 2.0f * (1.0f - 0.1f * 0.5f) : 2.0f) << n << " " << tensor;
        });
    }
}

TEST(AdamW, ClipsByTheNormOfAllGradientsTogether)
{
    const ModelConfig config = tinyGptNeoX();
    for (const double clip : {0.0, 1.0, 1e6}) {
        AdamW adamw(config, {.clip = clip});
        Weights<float> weights = filled(config, 1.0f);
        std::vector<Weights<float>> gradients{filled(config, 3.0f)};
        const double norm = adamw.update(1, 0.0, weights, gradients), expected = 3.0 * std::sqrt(double(count(weights)));
        EXPECT_NEAR(norm, expected, 1e-6 * expected);   // what is told is the norm before clipping
        const double kept = clip == 1.0 ? 3.0 / expected : 3.0;
        forEachTensor(std::as_const(adamw).first(), [&](const std::string& tensor, const float* data, Index size, bool) {
            for (Index i = 0; i < size; ++i) EXPECT_NEAR(data[i], 0.1 * kept, 1e-6 * kept) << tensor;
        });
        forEachTensor(std::as_const(adamw).second(), [&](const std::string& tensor, const float* data, Index size, bool) {
            for (Index i = 0; i < size; ++i) EXPECT_NEAR(data[i], 0.05 * kept * kept, 1e-6 * kept * kept) << tensor;
        });
        EXPECT_TRUE(allAre(weights, 1.0f));   // at a rate of 0 nothing moves, nor decays
    }
}

TEST(AdamW, AddsTheShardsAndLeavesThemZero)
{
    const ModelConfig config = tinyLlama();
    AdamW one(config, {}), three(config, {});
    Weights<float> a = filled(config, 1.0f), b = filled(config, 1.0f);
    std::vector<Weights<float>> whole{filled(config, 3.5f)}, parts{filled(config, 0.5f), filled(config, 1.0f), filled(config, 2.0f)};
    EXPECT_EQ(one.update(1, 0.1, a, whole), three.update(1, 0.1, b, parts));
    EXPECT_FALSE(allAre(a, 1.0f));
    EXPECT_EQ(a.embedding, b.embedding);
    EXPECT_EQ(a.layers[1].down.weight, b.layers[1].down.weight);
    for (const Weights<float>& part : parts) EXPECT_TRUE(allAre(part, 0.0f));
    EXPECT_TRUE(allAre(whole.front(), 0.0f));
}

TEST(AdamW, AGradientThatIsNoNumberChangesNothing)
{
    const ModelConfig config = tinyGptNeoX();
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        AdamW adamw(config, {});
        Weights<float> weights = filled(config, 1.0f);
        std::vector<Weights<float>> gradients{filled(config, 1.0f)};
        gradients.front().layers[1].mlpNorm.bias[2] = bad;
        EXPECT_FALSE(std::isfinite(adamw.update(1, 0.1, weights, gradients)));
        EXPECT_TRUE(allAre(weights, 1.0f));
        EXPECT_TRUE(allAre(adamw.first(), 0.0f));
        EXPECT_TRUE(allAre(adamw.second(), 0.0f));
        EXPECT_TRUE(allAre(gradients.front(), 0.0f));
    }
}

}   // namespace core::test
