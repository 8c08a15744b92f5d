#include "core/training/cross_entropy.h"

#include <algorithm>
#include <cmath>

#include "core/training/dense.h"
#include "core/training/row_kernels.h"

namespace core::training {

namespace {

constexpr Index kChunk = 256;   // rows

// −log p(target) of one row of logits, which becomes softmax numerators; `sum` their denominator.
template<class T>
double rowLoss(T* row, Index vocabulary, TokenId target, T& sum)
{
    const T top = rowMax(row, vocabulary), chosen = row[target];
    sum = expSubtract(row, vocabulary, top);
    return double(top - chosen) + std::log(double(sum));
}

template<class T>
double toGradient(T* row, Index vocabulary, TokenId target, double weight)
{
    if (target == kIgnoredTarget) {
        std::fill(row, row + vocabulary, T(0));
        return 0.0;
    }
    T sum = 0;
    const double loss = rowLoss(row, vocabulary, target, sum);
    const T factor = T(weight) / sum;
    for (Index j = 0; j < vocabulary; ++j) row[j] *= factor;
    row[target] -= T(weight);
    return weight * loss;
}

}   // namespace

template<class T>
CrossEntropy<T>::CrossEntropy(Index vocabulary) : m_logits(kChunk, vocabulary)
{
}

template<class T>
void CrossEntropy<T>::logits(const Matrix<T>& y, const Matrix<T>& head, Span rows)
{
    product(head, y.data() + rows.begin * y.cols(), rows.size(), T(0), m_logits.data());
}

template<class T>
double CrossEntropy<T>::forward(const Matrix<T>& y, const Matrix<T>& head, std::span<const TokenId> targets, double targetWeight)
{
    double loss = 0.0;
    for (Index begin = 0; begin < y.rows(); begin += kChunk) {
        const Span rows{begin, std::min(begin + kChunk, y.rows())};
        logits(y, head, rows);
        T sum = 0;
        for (Index i = rows.begin; i < rows.end; ++i)
            if (const TokenId target = targets[std::size_t(i)]; target != kIgnoredTarget)
                loss += targetWeight * rowLoss(m_logits.row(i - begin).data(), head.rows(), target, sum);
    }
    return loss;
}

template<class T>
double CrossEntropy<T>::backward(const Matrix<T>& y, const Matrix<T>& head, std::span<const TokenId> targets, double targetWeight, Matrix<T>& dy,
                                 Matrix<T>& headGradient, const std::stop_token& stop)
{
    double loss = 0.0;
    for (Index begin = 0; begin < y.rows() && !stop.stop_requested(); begin += kChunk) {
        const Span rows{begin, std::min(begin + kChunk, y.rows())};
        logits(y, head, rows);
        for (Index i = rows.begin; i < rows.end; ++i)
            loss += toGradient(m_logits.row(i - begin).data(), head.rows(), targets[std::size_t(i)], targetWeight);
        productInputGradient(head, m_logits.data(), rows.size(), dy.data() + begin * dy.cols());
        addWeightGradient(m_logits.data(), y.data() + begin * y.cols(), rows.size(), headGradient);
    }
    return loss;
}

template class CrossEntropy<float>;
template class CrossEntropy<double>;

}   // namespace core::training
