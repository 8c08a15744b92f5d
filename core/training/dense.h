// y = x·Wᵀ + b and its gradients, for n rows at once. Bias and residual are added where the caller already touches the rows.
#pragma once

#include "core/linalg/matmul.h"
#include "core/model/weights.h"

namespace core::training {

// y [n × out] = x [n × in] · Wᵀ + beta · y
template<class T>
void product(const Matrix<T>& weight, const T* x, Index n, T beta, T* y)
{
    gemm(Op::None, Op::Transposed, n, weight.rows(), weight.cols(), T(1), x, weight.cols(), weight.data(), weight.cols(), beta, y, weight.rows());
}

// dx [n × in] = dy [n × out] · W
template<class T>
void productInputGradient(const Matrix<T>& weight, const T* dy, Index n, T* dx)
{
    gemm(Op::None, Op::None, n, weight.cols(), weight.rows(), T(1), dy, weight.rows(), weight.data(), weight.cols(), T(0), dx, weight.cols());
}

// dW [out × in] += dyᵀ · x
template<class T>
void addWeightGradient(const T* dy, const T* x, Index n, Matrix<T>& gradient)
{
    gemm(Op::Transposed, Op::None, gradient.rows(), gradient.cols(), n, T(1), dy, gradient.rows(), x, gradient.cols(), T(1), gradient.data(),
         gradient.cols());
}

// db [out] += Σ over rows of dy; nothing for a layer without bias.
template<class T>
void addBiasGradient(const T* dy, Index n, RowVector<T>& gradient)
{
    if (gradient.size() == 0) return;
    for (Index i = 0; i < n; ++i) gradient += Eigen::Map<const RowVector<T>>(dy + i * gradient.size(), gradient.size());
}

// Both parameter gradients of a linear layer.
template<class T>
void addLinearGradient(const T* dy, const T* x, Index n, LinearWeights<T>& gradient)
{
    addWeightGradient(dy, x, n, gradient.weight);
    addBiasGradient(dy, n, gradient.bias);
}

}   // namespace core::training
