// The hand-written backward passes against central differences, in double, for every parameter tensor of every part.
#include <gtest/gtest.h>

#include <cmath>

#include "core/training/graph.h"
#include "tests/core/model/tiny_models.h"

namespace core::test {

namespace {

struct Batch {
    Index sequences;
    Index length;
    std::vector<TokenId> inputs;
    std::vector<TokenId> targets;
};

Batch randomBatch(const ModelConfig& config, Index sequences, Index length)
{
    Batch batch{sequences, length, randomIds(config, sequences * length, 5), randomIds(config, sequences * length, 6)};
    batch.targets[1] = training::kIgnoredTarget;
    return batch;
}

Weights<double> gradientsOf(const ModelConfig& config, const Weights<double>& weights, const Batch& batch)
{
    TrainingGraph<double> graph(config, batch.sequences, batch.length);
    Weights<double> gradients = Weights<double>::zeros(config);
    EXPECT_TRUE(std::isfinite(graph.lossAndGradients(weights, batch.inputs, batch.targets, 0.5, gradients)));
    return gradients;
}

// Largest |analytic − numeric| of a tensor, relative to the tensor's largest gradient. Looks at up to 40 numbers of each tensor.
struct Mismatch {
    std::string tensor;
    double relative = 0.0;
};
Mismatch worstMismatch(const ModelConfig& config, Weights<double> weights, Weights<double> gradients, const Batch& batch)
{
    TrainingGraph<double> graph(config, batch.sequences, batch.length);
    std::vector<const double*> analytic;
    forEachTensor<double>(gradients, [&](const std::string&, double* data, Index, bool) { analytic.push_back(data); });
    Mismatch worst;
    std::size_t tensor = 0;
    forEachTensor<double>(weights, [&](const std::string& name, double* data, Index size, bool) {
        const double* gradient = analytic[tensor++];
        double scale = 1e-3, difference = 0.0;
        for (Index i = 0; i < size; ++i) scale = std::max(scale, std::abs(gradient[i]));
        for (Index i = 0; i < size; i += 1 + size / 40) {
            constexpr double kStep = 1e-5;
            const double value = data[i];
            data[i] = value + kStep;
            const double above = graph.loss(weights, batch.inputs, batch.targets, 0.5);
            data[i] = value - kStep;
            const double below = graph.loss(weights, batch.inputs, batch.targets, 0.5);
            data[i] = value;
            difference = std::max(difference, std::abs((above - below) / (2 * kStep) - gradient[i]));
        }
        if (!(difference / scale <= worst.relative)) worst = {name, difference / scale};
    });
    return worst;
}

constexpr double kTolerance = 2e-8;   // truncation h²·f‴ plus rounding ε·loss/h

}   // namespace

TEST(GraphGradient, EqualsCentralDifferencesForEveryTensorOfEveryArchitecture)
{
    for (const auto& [name, config] : tinyConfigs()) {
        const Batch batch = randomBatch(config, 2, 7);
        const Weights<double> weights = randomWeights<double>(config, 3);
        const Mismatch worst = worstMismatch(config, weights, gradientsOf(config, weights, batch), batch);
        EXPECT_LE(worst.relative, kTolerance) << name << ": " << worst.tensor;
    }
}

TEST(GraphGradient, EqualsCentralDifferencesAcrossAttentionPanels)
{
    ModelConfig config = tinyLlama();
    config.layers = 1;
    const Batch batch = randomBatch(config, 1, 131);   // a full panel of 128 rows and a ragged one
    const Weights<double> weights = randomWeights<double>(config, 3);
    const Mismatch worst = worstMismatch(config, weights, gradientsOf(config, weights, batch), batch);
    EXPECT_LE(worst.relative, kTolerance * 20) << worst.tensor;   // the loss is a sum of 131 terms
}

TEST(GraphGradient, CheckerSeesAPlantedError)
{
    const ModelConfig config = tinyGptNeoX();
    const Batch batch = randomBatch(config, 2, 7);
    const Weights<double> weights = randomWeights<double>(config, 3);
    Weights<double> gradients = gradientsOf(config, weights, batch);
    gradients.layers[1].qkv.weight *= 1.001;
    const Mismatch worst = worstMismatch(config, weights, gradients, batch);
    EXPECT_GE(worst.relative, 100 * kTolerance);
    EXPECT_EQ(worst.tensor, "layer.1.qkv.weight");
}

}   // namespace core::test
