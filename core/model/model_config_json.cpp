// The way back: a config.json for what ModelConfig holds.
#include <cmath>

#include "core/model/model_config.h"

namespace core {

namespace {

const char* nameOf(Activation activation)
{
    switch (activation) {
    case Activation::Gelu:
        return "gelu";
    case Activation::GeluTanh:
        return "gelu_pytorch_tanh";
    case Activation::Silu:
        return "silu";
    }
    return "";
}

Json idOrNull(const std::optional<std::int64_t>& id) { return id ? Json(*id) : Json(nullptr); }

// The fraction that a reader's truncation of d · fraction turns into R again, although R / d may round down.
double rotaryFraction(Index rotaryDim, Index headDim)
{
    double fraction = double(rotaryDim) / double(headDim);
    while (Index(double(headDim) * fraction) < rotaryDim) fraction = std::nextafter(fraction, 2.0);
    return fraction;
}

void setGptNeoX(const ModelConfig& config, Json& json)
{
    json.set("layer_norm_eps", config.epsilon);
    json.set("rotary_pct", rotaryFraction(config.rotaryDim, config.headDim));
    json.set("rotary_emb_base", config.ropeBase);
    json.set("use_parallel_residual", config.parallelResidual);
    json.set("attention_bias", config.attentionBias);
}

void setLlama(const ModelConfig& config, Json& json)
{
    json.set("num_key_value_heads", std::int64_t(config.kvHeads));
    json.set("head_dim", std::int64_t(config.headDim));
    json.set("rms_norm_eps", config.epsilon);
    json.set("rope_theta", config.ropeBase);
    json.set("attention_bias", config.attentionBias);
    json.set("mlp_bias", config.mlpBias);
}

}   // namespace

Json ModelConfig::toJson() const
{
    const bool neox = architecture == Architecture::GptNeoX;
    Json json = Json::object({{"architectures", Json::array(std::vector<std::string>{neox ? "GPTNeoXForCausalLM" : "LlamaForCausalLM"})},
                              {"model_type", Json(neox ? "gpt_neox" : "llama")},
                              {"vocab_size", Json(std::int64_t(vocabulary))},
                              {"hidden_size", Json(std::int64_t(width))},
                              {"num_hidden_layers", Json(std::int64_t(layers))},
                              {"num_attention_heads", Json(std::int64_t(heads))},
                              {"intermediate_size", Json(std::int64_t(mlpWidth))},
                              {"max_position_embeddings", Json(std::int64_t(context))},
                              {"hidden_act", Json(nameOf(activation))},
                              {"bos_token_id", idOrNull(startToken)},
                              {"eos_token_id", idOrNull(endToken)},
                              {"torch_dtype", Json("float32")},
                              {"use_cache", Json(true)}});
    if (!tiedIfNoHead) json.set("tie_word_embeddings", tiedHead);
    neox ? setGptNeoX(*this, json) : setLlama(*this, json);
    return json;
}

}   // namespace core
