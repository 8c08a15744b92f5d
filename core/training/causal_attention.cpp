#include "core/training/causal_attention.h"

#include <algorithm>
#include <cmath>

#include "core/linalg/matmul.h"
#include "core/training/row_kernels.h"

namespace core::training {

namespace {
constexpr Index kPanel = 128;   // query rows
}

template<class T>
CausalAttention<T>::CausalAttention(const ModelConfig& config, Index length) :
    m_length(length),
    m_heads(config.heads),
    m_kvHeads(config.kvHeads),
    m_headDim(config.headDim),
    m_stride(config.qkvWidth()),
    m_scale(T(1 / std::sqrt(double(config.headDim)))),
    m_weights(std::min(kPanel, length), length),
    m_weightGradients(std::min(kPanel, length), length)
{
}

template<class T>
void CausalAttention<T>::forward(const T* qkv, T* out, T* lse)
{
    const Index group = m_heads / m_kvHeads;
    for (Index h = 0; h < m_heads; ++h) {
        const T *q = qkv + h * m_headDim, *k = qkv + (m_heads + h / group) * m_headDim, *v = k + m_kvHeads * m_headDim;
        for (Index begin = 0; begin < m_length; begin += kPanel)
            forwardPanel(q, k, v, {begin, std::min(begin + kPanel, m_length)}, out + h * m_headDim, lse + h * m_length);
    }
}

template<class T>
void CausalAttention<T>::backward(const T* qkv, const T* out, const T* lse, const T* dout, T* dqkv)
{
    const Index group = m_heads / m_kvHeads, kOffset = m_heads * m_headDim, vOffset = kOffset + m_kvHeads * m_headDim;
    for (Index h = 0; h < m_heads; ++h) {
        const Index own = h * m_headDim, shared = h / group * m_headDim;
        // The last panel sees every key. Going from it to the first, it alone overwrites dk and dv and the others add.
        for (Index begin = (ceilDiv(m_length, kPanel) - 1) * kPanel; begin >= 0; begin -= kPanel) {
            const Span rows{begin, std::min(begin + kPanel, m_length)};
            const T beta = rows.end == m_length && h % group == 0 ? T(0) : T(1);
            backwardPanel(qkv + own, qkv + kOffset + shared, qkv + vOffset + shared, out + own, lse + h * m_length, dout + own, rows, dqkv + own,
                          dqkv + kOffset + shared, dqkv + vOffset + shared, beta);
        }
    }
}

template<class T>
void CausalAttention<T>::scores(const T* q, const T* k, Span rows)
{
    gemm(Op::None, Op::Transposed, rows.size(), rows.end, m_headDim, m_scale, q + rows.begin * m_stride, m_stride, k, m_stride, T(0),
         m_weights.data(), rows.end);
}

template<class T>
void CausalAttention<T>::forwardPanel(const T* q, const T* k, const T* v, Span rows, T* out, T* lse)
{
    const Index keys = rows.end, width = m_heads * m_headDim;
    scores(q, k, rows);
    T sums[kPanel];
    for (Index i = rows.begin; i < rows.end; ++i) {
        T* row = m_weights.data() + (i - rows.begin) * keys;
        const T top = rowMax(row, i + 1);
        const T sum = sums[i - rows.begin] = expSubtract(row, i + 1, top);
        std::fill(row + i + 1, row + keys, T(0));
        lse[i] = top + std::log(sum);
    }
    gemm(Op::None, Op::None, rows.size(), m_headDim, keys, T(1), m_weights.data(), keys, v, m_stride, T(0), out + rows.begin * width, width);
    for (Index i = rows.begin; i < rows.end; ++i)   // the outputs are narrower than the weights: divide there
        for (Index c = 0; c < m_headDim; ++c) out[i * width + c] /= sums[i - rows.begin];
}

template<class T>
void CausalAttention<T>::backwardPanel(const T* q, const T* k, const T* v, const T* out, const T* lse, const T* dout, Span rows, T* dq, T* dk, T* dv,
                                       T beta)
{
    const Index keys = rows.end, width = m_heads * m_headDim, first = rows.begin;
    T *p = m_weights.data(), *dp = m_weightGradients.data();
    scores(q, k, rows);
    for (Index i = first; i < rows.end; ++i) {
        T* row = p + (i - first) * keys;
        expSubtract(row, i + 1, lse[i]);
        std::fill(row + i + 1, row + keys, T(0));
    }
    gemm(Op::Transposed, Op::None, keys, m_headDim, rows.size(), T(1), p, keys, dout + first * width, width, beta, dv, m_stride);
    gemm(Op::None, Op::Transposed, rows.size(), keys, m_headDim, T(1), dout + first * width, width, v, m_stride, T(0), dp, keys);
    for (Index i = first; i < rows.end; ++i) {
        T delta = 0;
        for (Index c = 0; c < m_headDim; ++c) delta += dout[i * width + c] * out[i * width + c];
        const T* weight = p + (i - first) * keys;
        T* gradient = dp + (i - first) * keys;
        for (Index j = 0; j < keys; ++j) gradient[j] = weight[j] * (gradient[j] - delta);
    }
    gemm(Op::None, Op::None, rows.size(), m_headDim, keys, m_scale, dp, keys, k, m_stride, T(0), dq + first * m_stride, m_stride);
    gemm(Op::Transposed, Op::None, keys, m_headDim, rows.size(), m_scale, dp, keys, q + first * m_stride, m_stride, beta, dk, m_stride);
}

template class CausalAttention<float>;
template class CausalAttention<double>;

}   // namespace core::training
