#include "core/training/graph.h"

#include <cassert>

#include "core/training/dense.h"

namespace core {

using namespace training;

namespace {

// output = input + x·Wᵀ + bias: the residual is laid down first and the product adds to it.
template<class T>
void addProduct(const LinearWeights<T>& weights, const Matrix<T>& x, const Matrix<T>& input, Matrix<T>& output)
{
    if (weights.bias.size() != 0)
        output = input.rowwise() + weights.bias;
    else
        output = input;
    product(weights.weight, x.data(), x.rows(), T(1), output.data());
}

}   // namespace

template<class T>
TrainingGraph<T>::TrainingGraph(const ModelConfig& config, Index sequences, Index length) :
    m_config(config),
    m_sequences(sequences),
    m_length(length),
    m_rotary(config, {0, length}),
    m_attention(config, length),
    m_crossEntropy(config.vocabulary),
    m_layers(std::size_t(config.layers))
{
    const Index n = sequences * length, width = config.width;
    for (LayerState& layer : m_layers) {
        layer.input.resize(n, width);
        layer.middle.resize(config.parallelResidual ? 0 : n, width);
        resize(layer.attentionNorm, n, width);
        resize(layer.mlpNorm, n, width);
        layer.qkv.resize(n, config.qkvWidth());
        layer.attended.resize(n, config.heads * config.headDim);
        layer.lse.resize(sequences, config.heads * length);
        resize(layer.mlp, config, n);
    }
    m_output.resize(n, width);
    resize(m_finalNorm, n, width);
    m_dx.resize(n, width);
    m_dxBranch.resize(config.parallelResidual ? n : 0, width);
    m_dnormed.resize(n, width);
    m_dqkv.resize(n, config.qkvWidth());
    m_dattended.resize(n, config.heads * config.headDim);
    m_dhidden.resize(n, config.mlpWidth);
}

template<class T>
std::int64_t TrainingGraph<T>::bytes(const ModelConfig& config, Index sequences, Index length)
{
    const Index attended = config.heads * config.headDim, mlp = config.gated ? 5 * config.mlpWidth : 3 * config.mlpWidth;
    const Index layer = 4 * config.width + config.qkvWidth() + attended + config.heads + mlp;
    const Index ends = 5 * config.width + config.qkvWidth() + attended + config.mlpWidth;
    const Index panels = 256 * config.vocabulary + (2 * 128 + config.rotaryDim) * length;   // logits; weights and their gradients; rotation
    return std::int64_t(sizeof(T)) * (sequences * length * (config.layers * layer + ends) + panels);
}

template<class T>
void TrainingGraph<T>::forward(const Weights<T>& weights, std::span<const TokenId> inputs, const std::stop_token& stop)
{
    assert(Index(inputs.size()) == m_output.rows());
    for (Index i = 0; i < m_output.rows(); ++i) m_layers.front().input.row(i) = weights.embedding.row(inputs[std::size_t(i)]);
    for (std::size_t l = 0; l < m_layers.size() && !stop.stop_requested(); ++l) {
        LayerState& state = m_layers[l];
        const LayerWeights<T>& layer = weights.layers[l];
        Matrix<T>& next = l + 1 < m_layers.size() ? m_layers[l + 1].input : m_output;
        attentionForward(layer, state, stop);
        if (m_config.parallelResidual) {
            addProduct(layer.out, state.attended, state.input, next);
            mlpForward(layer, state, state.input, next);
        } else {
            addProduct(layer.out, state.attended, state.input, state.middle);
            mlpForward(layer, state, state.middle, next);
        }
    }
    normForward(m_config.norm, T(m_config.epsilon), weights.finalNorm, m_output, m_finalNorm);
}

template<class T>
void TrainingGraph<T>::attentionForward(const LayerWeights<T>& weights, LayerState& state, const std::stop_token& stop)
{
    normForward(m_config.norm, T(m_config.epsilon), weights.attentionNorm, state.input, state.attentionNorm);
    product(weights.qkv.weight, state.attentionNorm.output.data(), state.qkv.rows(), T(0), state.qkv.data());
    for (Index i = 0; i < state.qkv.rows(); ++i) {
        if (weights.qkv.bias.size() != 0) state.qkv.row(i) += weights.qkv.bias;
        m_rotary.rotate(Turn::Forward, i % m_length, state.qkv.row(i).data(), m_config.heads + m_config.kvHeads);
    }
    for (Index s = 0; s < m_sequences && !stop.stop_requested(); ++s)
        m_attention.forward(state.qkv.row(s * m_length).data(), state.attended.row(s * m_length).data(), state.lse.row(s).data());
}

template<class T>
void TrainingGraph<T>::mlpForward(const LayerWeights<T>& weights, LayerState& state, const Matrix<T>& input, Matrix<T>& output)
{
    normForward(m_config.norm, T(m_config.epsilon), weights.mlpNorm, input, state.mlpNorm);
    product(weights.up.weight, state.mlpNorm.output.data(), input.rows(), T(0), state.mlp.up.data());
    activate(m_config, weights.up.bias, state.mlp);
    addProduct(weights.down, state.mlp.hidden, m_config.parallelResidual ? output : input, output);
}

template<class T>
double TrainingGraph<T>::loss(const Weights<T>& weights, std::span<const TokenId> inputs, std::span<const TokenId> targets, double targetWeight)
{
    forward(weights, inputs);
    return m_crossEntropy.forward(m_finalNorm.output, head(weights), targets, targetWeight);
}

template<class T>
Matrix<T> TrainingGraph<T>::logits(const Weights<T>& weights, std::span<const TokenId> inputs)
{
    forward(weights, inputs);
    Matrix<T> result(m_output.rows(), m_config.vocabulary);
    product(head(weights), m_finalNorm.output.data(), result.rows(), T(0), result.data());
    return result;
}

template class TrainingGraph<float>;
template class TrainingGraph<double>;

}   // namespace core
