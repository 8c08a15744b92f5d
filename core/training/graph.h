// TrainingGraph: the whole model forward and backward over a few sequences, with every activation preallocated and reused. It runs on the
// calling thread only: data parallelism is several graphs over several shards.
#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "core/model/model_config.h"
#include "core/model/rotary_table.h"
#include "core/model/weights.h"
#include "core/text/tokens.h"
#include "core/training/causal_attention.h"
#include "core/training/cross_entropy.h"
#include "core/training/mlp.h"
#include "core/training/norm.h"

namespace core {

template<class T>
class TrainingGraph {
public:
    // The configuration must have passed check(). Both counts ≥ 1. n = sequences · length rows.
    TrainingGraph(const ModelConfig& config, Index sequences, Index length);

    // Bytes of activations that such a graph holds.
    [[nodiscard]] static std::int64_t bytes(const ModelConfig& config, Index sequences, Index length);

    // Σ targetWeight · (−log p(target)) over the targets, and its gradient added to `gradients`. inputs [n] in [0, V), row-major
    // [sequences × length]; targets [n] in [0, V), or −1 for a position that counts for nothing. Once `stop` is requested it returns at the
    // next layer, sequence or chunk of logits; what it returns and what it has added to `gradients` then mean nothing.
    [[nodiscard]] double lossAndGradients(const Weights<T>& weights, std::span<const TokenId> inputs, std::span<const TokenId> targets,
                                          double targetWeight, Weights<T>& gradients, const std::stop_token& stop = {});
    [[nodiscard]] double loss(const Weights<T>& weights, std::span<const TokenId> inputs, std::span<const TokenId> targets, double targetWeight);
    [[nodiscard]] Matrix<T> logits(const Weights<T>& weights, std::span<const TokenId> inputs);   // [n × V]

private:
    struct LayerState {
        Matrix<T> input;    // x_l [n × d_m]
        Matrix<T> middle;   // after attention [n × d_m]; unused when the residual branches are parallel
        training::NormState<T> attentionNorm;
        training::NormState<T> mlpNorm;
        Matrix<T> qkv;        // after the rotation [n × qkvWidth]
        Matrix<T> attended;   // [n × H·d]
        Matrix<T> lse;        // [sequences × H·length]
        training::MlpState<T> mlp;
    };

    void forward(const Weights<T>& weights, std::span<const TokenId> inputs, const std::stop_token& stop = {});
    void attentionForward(const LayerWeights<T>& weights, LayerState& state, const std::stop_token& stop);
    void mlpForward(const LayerWeights<T>& weights, LayerState& state, const Matrix<T>& input, Matrix<T>& output);
    void layerBackward(const LayerWeights<T>& weights, LayerState& state, LayerWeights<T>& gradient, const std::stop_token& stop);
    void attentionBackward(const LayerWeights<T>& weights, LayerState& state, const Matrix<T>& dout, Matrix<T>& dx, LayerWeights<T>& gradient,
                           const std::stop_token& stop);
    void mlpBackward(const LayerWeights<T>& weights, LayerState& state, const Matrix<T>& dout, Matrix<T>& dx, LayerWeights<T>& gradient);
    void addEmbeddingGradient(std::span<const TokenId> inputs, Matrix<T>& gradient) const;
    [[nodiscard]] const Matrix<T>& head(const Weights<T>& weights) const { return m_config.tiedHead ? weights.embedding : weights.head; }

    ModelConfig m_config;
    Index m_sequences;
    Index m_length;
    RotaryTable<T> m_rotary;
    training::CausalAttention<T> m_attention;
    training::CrossEntropy<T> m_crossEntropy;
    std::vector<LayerState> m_layers;
    Matrix<T> m_output;   // x_L [n × d_m]
    training::NormState<T> m_finalNorm;
    Matrix<T> m_dx;          // gradient of the residual stream [n × d_m]
    Matrix<T> m_dxBranch;    // the same, for the second branch of a parallel residual
    Matrix<T> m_dnormed;     // gradient of a norm's output [n × d_m]
    Matrix<T> m_dqkv;        // [n × qkvWidth]
    Matrix<T> m_dattended;   // [n × H·d]
    Matrix<T> m_dhidden;     // [n × F]
};

}   // namespace core
