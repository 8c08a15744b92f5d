// The MLP's elementwise middle: a = act(u), or a = act(g) ⊙ u for gated models, with its gradient. The products around it are plain.
#pragma once

#include "core/model/model_config.h"

namespace core::training {

template<class T>
struct MlpState {
    Matrix<T> hidden;   // a [n × F]
    Matrix<T> up;       // pre-activations [n × F]; gated [n × 2F], the gate first. After activateBackward() their gradient
    Matrix<T> slope;    // act′ [n × F]
    Matrix<T> gate;     // act(g) [n × F], gated only
};

template<class T>
void resize(MlpState<T>& state, const ModelConfig& config, Index n);

// Adds `bias` (may be empty) to state.up and fills hidden and what the backward pass needs.
template<class T>
void activate(const ModelConfig& config, const RowVector<T>& bias, MlpState<T>& state);

// state.up becomes the gradient of the pre-activations, from the gradient dHidden [n × F] of hidden.
template<class T>
void activateBackward(const ModelConfig& config, const Matrix<T>& dHidden, MlpState<T>& state);

}   // namespace core::training
