#include "core/training/norm.h"

#include <cmath>

namespace core::training {

template<class T>
void resize(NormState<T>& state, Index n, Index width)
{
    state.output.resize(n, width);
    state.mean.setZero(n);
    state.scale.resize(n);
}

template<class T>
void normForward(NormKind kind, T epsilon, const NormWeights<T>& weights, const Matrix<T>& x, NormState<T>& state)
{
    for (Index i = 0; i < x.rows(); ++i) {
        auto y = state.output.row(i).array();
        if (kind == NormKind::LayerNorm) state.mean[i] = x.row(i).mean();
        y = x.row(i).array() - state.mean[i];
        state.scale[i] = 1 / std::sqrt(y.square().mean() + epsilon);
        y *= state.scale[i] * weights.gain.array();
        if (weights.bias.size() != 0) y += weights.bias.array();
    }
}

template<class T>
void normBackward(NormKind kind, const NormWeights<T>& weights, const Matrix<T>& x, const NormState<T>& state, const Matrix<T>& dy, Matrix<T>& dx,
                  NormWeights<T>& gradient)
{
    RowVector<T> unit(x.cols()), u(x.cols());   // x̂ and gain ⊙ dy of one row
    for (Index i = 0; i < x.rows(); ++i) {
        unit.array() = (x.row(i).array() - state.mean[i]) * state.scale[i];
        u.array() = weights.gain.array() * dy.row(i).array();
        gradient.gain.array() += dy.row(i).array() * unit.array();
        if (weights.bias.size() != 0) gradient.bias += dy.row(i);
        const T shift = kind == NormKind::LayerNorm ? u.mean() : T(0);
        const T slope = u.dot(unit) / T(x.cols());
        dx.row(i).array() += state.scale[i] * (u.array() - shift - slope * unit.array());
    }
}

#define FOVEA_INSTANTIATE(T)                                                                                                                         \
    template void resize(NormState<T>&, Index, Index);                                                                                               \
    template void normForward(NormKind, T, const NormWeights<T>&, const Matrix<T>&, NormState<T>&);                                                  \
    template void normBackward(NormKind, const NormWeights<T>&, const Matrix<T>&, const NormState<T>&, const Matrix<T>&, Matrix<T>&, NormWeights<T>&);
FOVEA_INSTANTIATE(float)
FOVEA_INSTANTIATE(double)
#undef FOVEA_INSTANTIATE

}   // namespace core::training
