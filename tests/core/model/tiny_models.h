// Small models with random weights for tests: one configuration for every part a Transformer can be put together from.
#pragma once

#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/model/model_config.h"
#include "core/model/weights.h"
#include "core/text/tokens.h"

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

// Smaller ones, for checks that evaluate a model once or more for every parameter it has.

struct NamedConfig {
    std::string name;
    ModelConfig config;
};

inline ModelConfig tinyGptNeoX()
{
    return {.architecture = Architecture::GptNeoX,
            .vocabulary = 11,
            .width = 12,
            .layers = 2,
            .heads = 3,
            .kvHeads = 3,
            .headDim = 4,
            .mlpWidth = 10,
            .context = 64,
            .norm = NormKind::LayerNorm,
            .epsilon = 1e-5,
            .rotaryDim = 4,
            .ropeBase = 100.0,
            .activation = Activation::Gelu,
            .gated = false,
            .parallelResidual = false,
            .attentionBias = true,
            .mlpBias = true,
            .tiedHead = true,
            .startToken = 0,
            .endToken = 0};
}

inline ModelConfig tinyLlama()
{
    return {.architecture = Architecture::Llama,
            .vocabulary = 9,
            .width = 8,
            .layers = 2,
            .heads = 4,
            .kvHeads = 2,
            .headDim = 4,
            .mlpWidth = 6,
            .context = 64,
            .norm = NormKind::RmsNorm,
            .epsilon = 1e-6,
            .rotaryDim = 4,
            .ropeBase = 10000.0,
            .activation = Activation::Silu,
            .gated = true,
            .parallelResidual = false,
            .attentionBias = false,
            .mlpBias = false,
            .tiedHead = false,
            .startToken = 1,
            .endToken = 2};
}

inline std::vector<NamedConfig> tinyConfigs()
{
    ModelConfig parallel = tinyGptNeoX(), partial = tinyGptNeoX(), tanh = tinyGptNeoX(), singleKv = tinyLlama(), tiedLlama = tinyLlama();
    parallel.parallelResidual = true;
    parallel.tiedHead = false;
    partial.rotaryDim = 2;
    tanh.activation = Activation::GeluTanh;
    tanh.rotaryDim = 0;
    singleKv.kvHeads = 1;
    singleKv.headDim = 6;   // H·d differs from d_m
    singleKv.rotaryDim = 6;
    tiedLlama.tiedHead = true;
    tiedLlama.kvHeads = 4;
    tiedLlama.attentionBias = true;
    return {{"gpt_neox", tinyGptNeoX()}, {"gpt_neox parallel untied", parallel}, {"gpt_neox partial rotary", partial},
            {"gpt_neox tanh", tanh},     {"llama grouped", tinyLlama()},         {"llama one kv head", singleKv},
            {"llama tied", tiedLlama}};
}

// Gains near 1, everything else of deviation 0.3, so that attention is far from uniform and no gradient is negligible.
template<class T = float>
Weights<T> randomWeights(const ModelConfig& config, std::uint64_t seed)
{
    Weights<T> weights = Weights<T>::zeros(config);
    Random random(seed);
    forEachTensor(weights, [&](const std::string& name, T* data, Index size, bool) {
        const T mean = name.ends_with("gain") ? T(1) : T(0);
        for (Index i = 0; i < size; ++i) data[i] = mean + T(0.3) * T(random.normal());
    });
    return weights;
}

inline std::vector<TokenId> randomIds(const ModelConfig& config, Index count, std::uint64_t seed)
{
    Random random(seed);
    std::vector<TokenId> ids(static_cast<std::size_t>(count));
    for (TokenId& id : ids) id = TokenId(random.below(config.vocabulary));
    return ids;
}

}   // namespace core::test
