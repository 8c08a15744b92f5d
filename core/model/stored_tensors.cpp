#include "core/model/stored_tensors.h"

#include <fmt/format.h>

namespace core {

namespace {

// Adds tensors of one layer (or of none) to a list, with the class prefix that all of them share.
class List {
public:
    List(std::vector<StoredTensor>& tensors, std::string prefix, std::string stem, Index layer) :
        m_tensors(tensors), m_prefix(std::move(prefix)), m_stem(std::move(stem)), m_layer(layer)
    {
    }

    // A tensor that is the whole field.
    void whole(const char* name, std::vector<Index> shape, Field field)
    {
        Index size = 1;
        for (const Index extent : shape) size *= extent;
        part(name, std::move(shape), field, {0, size});
    }
    // A tensor that is a part of the field, or one whose heads lie in another order there.
    void part(const char* name, std::vector<Index> shape, Field field, Span place, Index heads = 0)
    {
        m_tensors.push_back({m_prefix, m_stem + name, std::move(shape), m_layer, field, place, heads});
    }

private:
    std::vector<StoredTensor>& m_tensors;
    std::string m_prefix;
    std::string m_stem;
    Index m_layer;
};

void addGptNeoXLayer(List list, const ModelConfig& c)
{
    list.whole("input_layernorm.weight", {c.width}, Field::AttentionGain);
    list.whole("input_layernorm.bias", {c.width}, Field::AttentionShift);
    list.part("attention.query_key_value.weight", {c.qkvWidth(), c.width}, Field::QkvWeight, {0, c.qkvWidth() * c.width}, c.heads);
    if (c.attentionBias) list.part("attention.query_key_value.bias", {c.qkvWidth()}, Field::QkvBias, {0, c.qkvWidth()}, c.heads);
    list.whole("attention.dense.weight", {c.width, c.heads * c.headDim}, Field::OutWeight);
    if (c.attentionBias) list.whole("attention.dense.bias", {c.width}, Field::OutBias);
    list.whole("post_attention_layernorm.weight", {c.width}, Field::MlpGain);
    list.whole("post_attention_layernorm.bias", {c.width}, Field::MlpShift);
    list.whole("mlp.dense_h_to_4h.weight", {c.mlpWidth, c.width}, Field::UpWeight);
    list.whole("mlp.dense_h_to_4h.bias", {c.mlpWidth}, Field::UpBias);
    list.whole("mlp.dense_4h_to_h.weight", {c.width, c.mlpWidth}, Field::DownWeight);
    list.whole("mlp.dense_4h_to_h.bias", {c.width}, Field::DownBias);
}

// q_proj, k_proj and v_proj lie behind each other here; so do gate_proj and up_proj.
void addLlamaProjections(List& list, const ModelConfig& c, const char* kind, Index row, Field qkv, Field out)
{
    const Index q = c.heads * c.headDim, kv = c.kvHeads * c.headDim;
    const auto shape = [row](Index rows) { return row == 0 ? std::vector<Index>{rows} : std::vector<Index>{rows, row}; };
    const Index step = row == 0 ? 1 : row;
    list.part(fmt::format("self_attn.q_proj.{}", kind).c_str(), shape(q), qkv, {0, q * step});
    list.part(fmt::format("self_attn.k_proj.{}", kind).c_str(), shape(kv), qkv, {q * step, (q + kv) * step});
    list.part(fmt::format("self_attn.v_proj.{}", kind).c_str(), shape(kv), qkv, {(q + kv) * step, (q + 2 * kv) * step});
    list.whole(fmt::format("self_attn.o_proj.{}", kind).c_str(), row == 0 ? std::vector<Index>{c.width} : std::vector<Index>{c.width, q}, out);
}

void addLlamaLayer(List list, const ModelConfig& c)
{
    list.whole("input_layernorm.weight", {c.width}, Field::AttentionGain);
    addLlamaProjections(list, c, "weight", c.width, Field::QkvWeight, Field::OutWeight);
    if (c.attentionBias) addLlamaProjections(list, c, "bias", 0, Field::QkvBias, Field::OutBias);
    list.whole("post_attention_layernorm.weight", {c.width}, Field::MlpGain);
    const Index half = c.mlpWidth * c.width;
    list.part("mlp.gate_proj.weight", {c.mlpWidth, c.width}, Field::UpWeight, {0, half});
    list.part("mlp.up_proj.weight", {c.mlpWidth, c.width}, Field::UpWeight, {half, 2 * half});
    list.whole("mlp.down_proj.weight", {c.width, c.mlpWidth}, Field::DownWeight);
    if (!c.mlpBias) return;
    list.part("mlp.gate_proj.bias", {c.mlpWidth}, Field::UpBias, {0, c.mlpWidth});
    list.part("mlp.up_proj.bias", {c.mlpWidth}, Field::UpBias, {c.mlpWidth, 2 * c.mlpWidth});
    list.whole("mlp.down_proj.bias", {c.width}, Field::DownBias);
}

}   // namespace

Span StoredTensor::piece(Index i) const
{
    const Index size = place.size() / pieceCount();
    const Index at = heads == 0 ? 0 : i % 3 * heads + i / 3;   // of q, k or v, and the head
    return {place.begin + at * size, place.begin + (at + 1) * size};
}

std::vector<StoredTensor> storedTensors(const ModelConfig& config)
{
    const bool neox = config.architecture == Architecture::GptNeoX;
    const std::string prefix = neox ? "gpt_neox." : "model.";
    std::vector<StoredTensor> tensors;
    List top(tensors, prefix, "", 0);
    top.whole(neox ? "embed_in.weight" : "embed_tokens.weight", {config.vocabulary, config.width}, Field::Embedding);
    for (Index layer = 0; layer < config.layers; ++layer) {
        const List list(tensors, prefix, fmt::format("layers.{}.", layer), layer);
        neox ? addGptNeoXLayer(list, config) : addLlamaLayer(list, config);
    }
    top.whole(neox ? "final_layer_norm.weight" : "norm.weight", {config.width}, Field::FinalGain);
    if (neox) top.whole("final_layer_norm.bias", {config.width}, Field::FinalShift);
    if (!config.tiedHead)
        List(tensors, "", "", 0).whole(neox ? "embed_out.weight" : "lm_head.weight", {config.vocabulary, config.width}, Field::Head);
    return tensors;
}

}   // namespace core
