// LayerNorm and RMSNorm over rows, forward and backward.
//
//   x̂ = (x − μ)·r,  r = 1/√(σ² + ε)          RMSNorm is the case μ = 0, σ² = mean(x²)
//   y = gain ⊙ x̂ + bias
//   dx = r·(u − mean(u) − x̂·mean(u ⊙ x̂)),  u = gain ⊙ dy          without mean(u) for RMSNorm, whose μ is no function of x
#pragma once

#include "core/model/model_config.h"
#include "core/model/weights.h"

namespace core::training {

template<class T>
struct NormState {
    Matrix<T> output;     // y [n × d_m]
    RowVector<T> mean;    // μ [n]; 0 for RMSNorm
    RowVector<T> scale;   // r [n]
};

template<class T>
void resize(NormState<T>& state, Index n, Index width);

template<class T>
void normForward(NormKind kind, T epsilon, const NormWeights<T>& weights, const Matrix<T>& x, NormState<T>& state);

// dx += the gradient through the norm; dy [n × d_m].
template<class T>
void normBackward(NormKind kind, const NormWeights<T>& weights, const Matrix<T>& x, const NormState<T>& state, const Matrix<T>& dy, Matrix<T>& dx,
                  NormWeights<T>& gradient);

}   // namespace core::training
