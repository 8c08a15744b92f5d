#include "core/training/dense.h"
#include "core/training/graph.h"

namespace core {

using namespace training;

template<class T>
double TrainingGraph<T>::lossAndGradients(const Weights<T>& weights, std::span<const TokenId> inputs, std::span<const TokenId> targets,
                                          double targetWeight, Weights<T>& gradients, const std::stop_token& stop)
{
    forward(weights, inputs, stop);
    Matrix<T>& headGradient = m_config.tiedHead ? gradients.embedding : gradients.head;
    const double loss = m_crossEntropy.backward(m_finalNorm.output, head(weights), targets, targetWeight, m_dnormed, headGradient, stop);
    if (stop.stop_requested()) return loss;
    m_dx.setZero();
    normBackward(m_config.norm, weights.finalNorm, m_output, m_finalNorm, m_dnormed, m_dx, gradients.finalNorm);
    for (std::size_t l = m_layers.size(); l-- > 0 && !stop.stop_requested();)
        layerBackward(weights.layers[l], m_layers[l], gradients.layers[l], stop);
    addEmbeddingGradient(inputs, gradients.embedding);
    return loss;
}

// m_dx: gradient of the layer's output on entry, of its input on return.
template<class T>
void TrainingGraph<T>::layerBackward(const LayerWeights<T>& weights, LayerState& state, LayerWeights<T>& gradient, const std::stop_token& stop)
{
    if (m_config.parallelResidual) {   // both branches see the gradient of the output, which neither may change for the other
        m_dxBranch = m_dx;
        mlpBackward(weights, state, m_dx, m_dxBranch, gradient);
        attentionBackward(weights, state, m_dx, m_dxBranch, gradient, stop);
        m_dx.swap(m_dxBranch);
    } else {
        mlpBackward(weights, state, m_dx, m_dx, gradient);
        attentionBackward(weights, state, m_dx, m_dx, gradient, stop);
    }
}

// dx += gradient through norm, MLP and its two products. dout may be dx: it is read before dx is written.
template<class T>
void TrainingGraph<T>::mlpBackward(const LayerWeights<T>& weights, LayerState& state, const Matrix<T>& dout, Matrix<T>& dx, LayerWeights<T>& gradient)
{
    const Index n = dout.rows();
    addLinearGradient(dout.data(), state.mlp.hidden.data(), n, gradient.down);
    productInputGradient(weights.down.weight, dout.data(), n, m_dhidden.data());
    activateBackward(m_config, m_dhidden, state.mlp);
    addLinearGradient(state.mlp.up.data(), state.mlpNorm.output.data(), n, gradient.up);
    productInputGradient(weights.up.weight, state.mlp.up.data(), n, m_dnormed.data());
    const Matrix<T>& input = m_config.parallelResidual ? state.input : state.middle;
    normBackward(m_config.norm, weights.mlpNorm, input, state.mlpNorm, m_dnormed, dx, gradient.mlpNorm);
}

template<class T>
void TrainingGraph<T>::attentionBackward(const LayerWeights<T>& weights, LayerState& state, const Matrix<T>& dout, Matrix<T>& dx,
                                         LayerWeights<T>& gradient, const std::stop_token& stop)
{
    const Index n = dout.rows();
    addLinearGradient(dout.data(), state.attended.data(), n, gradient.out);
    productInputGradient(weights.out.weight, dout.data(), n, m_dattended.data());
    for (Index s = 0; s < m_sequences && !stop.stop_requested(); ++s) {
        const Index row = s * m_length;
        m_attention.backward(state.qkv.row(row).data(), state.attended.row(row).data(), state.lse.row(s).data(), m_dattended.row(row).data(),
                             m_dqkv.row(row).data());
    }
    for (Index i = 0; i < n; ++i) m_rotary.rotate(Turn::Back, i % m_length, m_dqkv.row(i).data(), m_config.heads + m_config.kvHeads);
    addLinearGradient(m_dqkv.data(), state.attentionNorm.output.data(), n, gradient.qkv);
    productInputGradient(weights.qkv.weight, m_dqkv.data(), n, m_dnormed.data());
    normBackward(m_config.norm, weights.attentionNorm, state.input, state.attentionNorm, m_dnormed, dx, gradient.attentionNorm);
}

template<class T>
void TrainingGraph<T>::addEmbeddingGradient(std::span<const TokenId> inputs, Matrix<T>& gradient) const
{
    for (Index i = 0; i < m_dx.rows(); ++i) gradient.row(inputs[std::size_t(i)]) += m_dx.row(i);
}

// Members that graph.cpp instantiates the class without.
#define FOVEA_INSTANTIATE(T)                                                                                                                         \
    template double TrainingGraph<T>::lossAndGradients(const Weights<T>&, std::span<const TokenId>, std::span<const TokenId>, double, Weights<T>&,  \
                                                       const std::stop_token&);
FOVEA_INSTANTIATE(float)
FOVEA_INSTANTIATE(double)
#undef FOVEA_INSTANTIATE

}   // namespace core
