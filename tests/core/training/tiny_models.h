// Tiny configurations that together use every part of the model, and random weights and tokens for them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/model/model_config.h"
#include "core/model/weights.h"
#include "core/text/tokens.h"

namespace core::tests {

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

// Larger than a training start, so that no gradient is negligible; gains around 1.
inline Weights<double> randomWeights(const ModelConfig& config, std::uint64_t seed)
{
    Weights<double> weights = Weights<double>::zeros(config);
    Random random(seed);
    forEachTensor<double>(weights, [&](const std::string& name, double* data, Index size, bool) {
        const double centre = name.ends_with("gain") ? 1.0 : 0.0;
        for (Index i = 0; i < size; ++i) data[i] = centre + 0.4 * random.normal();
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

}   // namespace core::tests
