// The parameters of a Transformer, in one layout for every architecture and every scalar: float runs, double is the reference and the
// gradient check, and a gradient is a Weights again.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/result.h"
#include "core/base/shape.h"
#include "core/formats/safetensors.h"
#include "core/model/model_config.h"

namespace core {

template<class T>
struct NormWeights {
    RowVector<T> gain;   // [d_m]
    RowVector<T> bias;   // [d_m]; empty for RMSNorm
};

template<class T>
struct LinearWeights {
    Matrix<T> weight;    // [out × in]: y = x·Wᵀ + bias
    RowVector<T> bias;   // [out]; empty without bias
};

template<class T>
struct LayerWeights {
    NormWeights<T> attentionNorm;
    LinearWeights<T> qkv;   // [(H + 2·H_kv)·d × d_m]: q rows of all heads, then k rows, then v rows
    LinearWeights<T> out;   // W_O [d_m × H·d]: head h owns columns h·d …
    NormWeights<T> mlpNorm;
    LinearWeights<T> up;     // [F × d_m]; gated: [2F × d_m], the gate's rows first
    LinearWeights<T> down;   // [d_m × F]
};

template<class T>
struct Weights {
    Matrix<T> embedding;   // [V × d_m]
    std::vector<LayerWeights<T>> layers;
    NormWeights<T> finalNorm;
    Matrix<T> head;   // [V × d_m]; empty when tied

    [[nodiscard]] static Weights sized(const ModelConfig& config);   // all shapes set, values whatever the memory held
    [[nodiscard]] static Weights zeros(const ModelConfig& config);   // all shapes set, all values 0
    template<class U>
    [[nodiscard]] Weights<U> cast() const;
};

// Calls visit(name, data, size) for every parameter tensor in one fixed order; names are this program's ("layer.2.qkv.weight").
// isMatrix tells weight matrices (which decay) from gains and biases (which do not).
// Tensors that a configuration lets out (biases, a tied head) are skipped.
template<class T>
using TensorVisit = std::function<void(const std::string& name, T* data, Index size, bool isMatrix)>;
template<class T>
void forEachTensor(Weights<T>& weights, const std::type_identity_t<TensorVisit<T>>& visit);
template<class T>
void forEachTensor(const Weights<T>& weights, const std::type_identity_t<TensorVisit<const T>>& visit);

// Errors: BadInput naming the first tensor whose size is not what `config` asks for. An empty head is a tied one.
[[nodiscard]] Result<void> checkShapes(const Weights<float>& weights, const ModelConfig& config);

// Reads and converts to this layout (NeoX interleaves q, k, v by head; Llama stores them apart). Names with and without the class prefix.
// Of a tied model head stays empty; so it does where the configuration leaves open whether it is tied and the file has no head tensor.
// Errors: BadFile naming tensor, its shape and the shape the configuration asks for; a missing tensor, and the head is one where the configuration
// says that it is not tied; Unsupported for tensors that are no floats; OverBudget with both numbers, before anything is allocated; Cancelled,
// which is looked for at every tensor.
[[nodiscard]] Result<Weights<float>> readWeights(const Safetensors& file, const ModelConfig& config, const std::stop_token& stop = {});

enum class StoredType { F32, F16 };
// Writes model.safetensors with the names and layouts that transformers expects. Errors: System; BadInput naming the
// tensor and the number that would become an infinity in F16; Unsupported for a configuration that config.json cannot express (grouped queries
// in GPT-NeoX). `weights` must have the shapes of `config`.
[[nodiscard]] Result<void> saveWeights(const std::filesystem::path& file, const Weights<float>& weights, const ModelConfig& config, StoredType type);

}   // namespace core
