#include "core/training/mlp.h"

#include <algorithm>

#include "core/training/row_kernels.h"

namespace core::training {

namespace {

template<class T>
void withSlope(Activation activation, T* x, T* slope, Index n)
{
    switch (activation) {
    case Activation::Gelu:
        return geluWithSlope(x, slope, n);
    case Activation::GeluTanh:
        return geluTanhWithSlope(x, slope, n);
    case Activation::Silu:
        return siluWithSlope(x, slope, n);
    }
}

}   // namespace

template<class T>
void resize(MlpState<T>& state, const ModelConfig& config, Index n)
{
    state.hidden.resize(n, config.mlpWidth);
    state.slope.resize(n, config.mlpWidth);
    state.up.resize(n, config.gated ? 2 * config.mlpWidth : config.mlpWidth);
    state.gate.resize(config.gated ? n : 0, config.mlpWidth);
}

template<class T>
void activate(const ModelConfig& config, const RowVector<T>& bias, MlpState<T>& state)
{
    const Index width = config.mlpWidth;
    for (Index i = 0; i < state.up.rows(); ++i) {
        auto up = state.up.row(i);
        if (bias.size() != 0) up += bias;
        Matrix<T>& activated = config.gated ? state.gate : state.hidden;
        activated.row(i) = up.head(width);
        withSlope(config.activation, activated.row(i).data(), state.slope.row(i).data(), width);
        if (config.gated) state.hidden.row(i).array() = state.gate.row(i).array() * up.tail(width).array();
    }
}

template<class T>
void activateBackward(const ModelConfig& config, const Matrix<T>& dHidden, MlpState<T>& state)
{
    const Index width = config.mlpWidth;
    if (!config.gated) {
        state.up.array() = dHidden.array() * state.slope.array();
        return;
    }
    for (Index i = 0; i < state.up.rows(); ++i) {
        auto gate = state.up.row(i).head(width).array(), up = state.up.row(i).tail(width).array();
        gate = dHidden.row(i).array() * up * state.slope.row(i).array();
        up = dHidden.row(i).array() * state.gate.row(i).array();
    }
}

#define FOVEA_INSTANTIATE(T)                                                                                                                         \
    template void resize(MlpState<T>&, const ModelConfig&, Index);                                                                                   \
    template void activate(const ModelConfig&, const RowVector<T>&, MlpState<T>&);                                                                   \
    template void activateBackward(const ModelConfig&, const Matrix<T>&, MlpState<T>&);
FOVEA_INSTANTIATE(float)
FOVEA_INSTANTIATE(double)
#undef FOVEA_INSTANTIATE

}   // namespace core::training
