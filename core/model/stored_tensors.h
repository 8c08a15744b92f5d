// How the tensors of a checkpoint correspond to this program's: one list that readWeights and saveWeights both follow.
#pragma once

#include <string>
#include <vector>

#include "core/base/shape.h"
#include "core/model/model_config.h"
#include "core/model/weights.h"

namespace core {

enum class Field {
    Embedding,
    AttentionGain,
    AttentionShift,
    QkvWeight,
    QkvBias,
    OutWeight,
    OutBias,
    MlpGain,
    MlpShift,
    UpWeight,
    UpBias,
    DownWeight,
    DownBias,
    FinalGain,
    FinalShift,
    Head
};

struct StoredTensor {
    std::string prefix;   // "gpt_neox." or "model."; checkpoints of the bare model lack it
    std::string name;     // the rest, "layers.0.attention.dense.weight"
    std::vector<Index> shape;
    Index layer = 0;   // of fields that layers have
    Field field = Field::Embedding;
    Span place;        // elements of the field that it fills
    Index heads = 0;   // of a tensor with q, k and v of head 0, then those of head 1 …, where the field has all q first; 0: both have one order

    [[nodiscard]] Index pieceCount() const { return heads == 0 ? 1 : 3 * heads; }
    [[nodiscard]] Span piece(Index i) const;   // elements of the field; in the order in which the file holds them
};

// In the order of the field guide's data flow: embedding, layers, final norm, head (unless tied).
[[nodiscard]] std::vector<StoredTensor> storedTensors(const ModelConfig& config);

// First element of a field. W is Weights<float> or const Weights<float>.
template<class W>
[[nodiscard]] auto* dataOf(W& weights, Index layer, Field field)
{
    switch (field) {
    case Field::Embedding:
        return weights.embedding.data();
    case Field::FinalGain:
        return weights.finalNorm.gain.data();
    case Field::FinalShift:
        return weights.finalNorm.bias.data();
    case Field::Head:
        return weights.head.data();
    default:
        break;
    }
    auto& of = weights.layers[std::size_t(layer)];
    switch (field) {
    case Field::AttentionGain:
        return of.attentionNorm.gain.data();
    case Field::AttentionShift:
        return of.attentionNorm.bias.data();
    case Field::QkvWeight:
        return of.qkv.weight.data();
    case Field::QkvBias:
        return of.qkv.bias.data();
    case Field::OutWeight:
        return of.out.weight.data();
    case Field::OutBias:
        return of.out.bias.data();
    case Field::MlpGain:
        return of.mlpNorm.gain.data();
    case Field::MlpShift:
        return of.mlpNorm.bias.data();
    case Field::UpWeight:
        return of.up.weight.data();
    case Field::UpBias:
        return of.up.bias.data();
    case Field::DownWeight:
        return of.down.weight.data();
    default:
        return of.down.bias.data();
    }
}

}   // namespace core
