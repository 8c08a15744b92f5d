// A small model folder made on the spot: random weights, a byte-level tokenizer learned from a sentence. Every byte has a token, so any
// text can be typed into it.
#pragma once

#include <filesystem>
#include <stdexcept>

#include "core/base/file.h"
#include "core/model/model.h"
#include "core/model/weights.h"
#include "core/training/bpe_trainer.h"
#include "core/training/initialise.h"

namespace test {

struct TinyModel {
    core::Index layers = 2;
    core::Index heads = 4;
    core::Index kvHeads = 0;   // heads that share keys and values, which GPT-NeoX has not: the model is then a llama
    core::Index headDim = 8;
    core::Index context = 128;
    std::uint64_t seed = 1;
};

inline core::ModelConfig configOf(const TinyModel& tiny, core::Index vocabulary)
{
    core::ModelConfig config;
    config.vocabulary = vocabulary;
    config.width = tiny.heads * tiny.headDim;
    config.layers = tiny.layers;
    config.heads = config.kvHeads = tiny.heads;
    config.headDim = config.rotaryDim = tiny.headDim;
    config.mlpWidth = 2 * config.width;
    config.context = tiny.context;
    config.attentionBias = config.mlpBias = true;
    config.startToken = 0;
    if (tiny.kvHeads == 0) return config;
    config.architecture = core::Architecture::Llama;
    config.norm = core::NormKind::RmsNorm;
    config.gated = true;
    config.parallelResidual = false;
    config.kvHeads = tiny.kvHeads;
    return config;
}

// Random matrices of deviation 0.02 attend almost evenly; larger ones make heads that look somewhere.
inline core::Weights<float> weightsOf(const core::ModelConfig& config, std::uint64_t seed)
{
    core::Weights<float> weights = core::initialWeights(config, seed);
    for (core::LayerWeights<float>& layer : weights.layers) layer.qkv.weight *= 40.0f;
    return weights;
}

inline void require(const core::Result<void>& done)
{
    if (!done) throw std::runtime_error(done.error().what);
}

// Errors are the test's own: they end it.
inline void writeTinyModel(const std::filesystem::path& folder, const TinyModel& tiny = {})
{
    std::filesystem::create_directories(folder);
    const std::string sentence = "The cat sat on the mat because it was tired. The dog sat on the cat because it was tired too. ";
    const std::vector<std::string> documents(4, sentence);
    const core::Json tokenizer = core::trainByteLevelBpe(documents, {.vocabulary = 280}).value();
    const core::ModelConfig config = configOf(tiny, core::Tokenizer::fromJson(tokenizer, "tokenizer.json").value().vocabularySize());
    require(core::saveFile(folder / "tokenizer.json", tokenizer.dump()));
    require(core::saveFile(folder / "config.json", config.toJson().dump(1)));
    require(core::saveWeights(folder / "model.safetensors", weightsOf(config, tiny.seed), config, core::StoredType::F32));
}

}   // namespace test
