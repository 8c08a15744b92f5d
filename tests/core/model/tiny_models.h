// Small models with random weights for tests: one configuration for every part a Transformer can be put together from.
#pragma once

#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/model/model_config.h"
#include "core/model/weights.h"

namespace core::test {

inline ModelConfig neoxConfig()
{
    ModelConfig config{.architecture = Architecture::GptNeoX, .vocabulary = 31, .width = 24, .layers = 2, .heads = 3, .kvHeads = 3, .headDim = 8};
    config.mlpWidth = 40, config.context = 64, config.rotaryDim = 8, config.attentionBias = true, config.mlpBias = true;
    return config;
}

inline ModelConfig parallelNeoxConfig()
{
    ModelConfig config = neoxConfig();
    config.parallelResidual = true, config.rotaryDim = 2, config.activation = Activation::GeluTanh;
    return config;
}

inline ModelConfig llamaConfig()
{
    ModelConfig config{.architecture = Architecture::Llama, .vocabulary = 29, .width = 20, .layers = 2, .heads = 6, .kvHeads = 2, .headDim = 6};
    config.mlpWidth = 28, config.context = 64, config.rotaryDim = 6, config.norm = NormKind::RmsNorm, config.gated = true;
    config.activation = Activation::Silu, config.tiedHead = true;
    return config;
}

inline ModelConfig biasedLlamaConfig()
{
    ModelConfig config = llamaConfig();
    config.attentionBias = true, config.mlpBias = true, config.tiedHead = false, config.kvHeads = 1;
    return config;
}

inline std::vector<ModelConfig> allConfigs() { return {neoxConfig(), parallelNeoxConfig(), llamaConfig(), biasedLlamaConfig()}; }

// Gains near 1, everything else of deviation 0.3, so that attention is far from uniform.
inline Weights<float> randomWeights(const ModelConfig& config, std::uint64_t seed)
{
    Weights<float> weights = Weights<float>::zeros(config);
    Random random(seed);
    forEachTensor(weights, [&](const std::string& name, float* data, Index size, bool) {
        const float mean = name.ends_with("gain") ? 1.0f : 0.0f;
        for (Index i = 0; i < size; ++i) data[i] = mean + 0.3f * float(random.normal());
    });
    return weights;
}

}   // namespace core::test
