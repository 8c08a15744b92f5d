#include "core/training/training_models.h"

namespace core {

ModelConfig smallModel(Index vocabulary, std::optional<std::int64_t> startToken)
{
    return {.architecture = Architecture::GptNeoX,
            .vocabulary = vocabulary,
            .width = 256,
            .layers = 4,
            .heads = 8,
            .kvHeads = 8,
            .headDim = 32,
            .mlpWidth = 1024,
            .context = 1,   // grows to what it is trained on
            .rotaryDim = 32,
            .attentionBias = true,
            .mlpBias = true,
            .tiedHead = true,
            .startToken = startToken,
            .endToken = startToken};
}

ModelConfig taskModel(Index vocabulary, std::optional<std::int64_t> startToken)
{
    ModelConfig config = smallModel(vocabulary, startToken);
    config.width = 64;
    config.layers = 2;
    config.heads = config.kvHeads = 4;
    config.headDim = config.rotaryDim = 16;
    config.mlpWidth = 256;
    return config;
}

}   // namespace core
