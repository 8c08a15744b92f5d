// Causal self-attention of one sequence, forward and backward, without ever holding N × N numbers: the forward pass keeps the outputs and
// the row log-sum-exp, and every panel of weights is recomputed as P = exp(S − lse) where the backward pass needs it.
//
//   S = τ·q·kᵀ,  P = exp(S − lse),  o = P·v
//   dv = Pᵀ·do,  dP = do·vᵀ,  D_i = Σ_c do_ic·o_ic,  dS = P ⊙ (dP − D),  dq = τ·dS·k,  dk = τ·dSᵀ·q       (Dao et al. 2022, 2205.14135)
#pragma once

#include "core/model/model_config.h"

namespace core::training {

// A row of qkv belongs to one token: q of all heads, then k, then v, after the rotation, qkvWidth() numbers in all.
template<class T>
class CausalAttention {
public:
    // Room for panels of 128 query rows of a sequence of `length` tokens; nothing larger is allocated.
    CausalAttention(const ModelConfig& config, Index length);

    // out [N × H·d], lse [H × N] from qkv [N × qkvWidth].
    void forward(const T* qkv, T* out, T* lse);
    // dqkv [N × qkvWidth] (overwritten) from the gradient dout [N × H·d] of out.
    void backward(const T* qkv, const T* out, const T* lse, const T* dout, T* dqkv);

private:
    void forwardPanel(const T* q, const T* k, const T* v, Span rows, T* out, T* lse);
    void backwardPanel(const T* q, const T* k, const T* v, const T* out, const T* lse, const T* dout, Span rows, T* dq, T* dk, T* dv, T beta);
    void scores(const T* q, const T* k, Span rows);   // m_weights [rows × rows.end] = S

    Index m_length;                // N
    Index m_heads;                 // H
    Index m_kvHeads;               // H_kv
    Index m_headDim;               // d
    Index m_stride;                // numbers between the rows of qkv
    T m_scale;                     // τ
    Matrix<T> m_weights;           // S, then P of a panel [128 × N]; its rows are as wide as the panel has keys
    Matrix<T> m_weightGradients;   // dP, then dS of the same panel
};

}   // namespace core::training
