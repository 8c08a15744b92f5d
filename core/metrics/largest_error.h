// Maxima of errors that cannot hide a NaN: once one is met the maximum is NaN, and NaN is never "<=" a tolerance.
#pragma once

#include <cmath>
#include <limits>

#include "core/base/shape.h"

namespace core {

inline void noteLargest(double& largest, double value)
{
    if (!(value <= largest) && !std::isnan(largest)) largest = value;
}

// max |x|; 0 for an empty matrix.
template<class Derived>
[[nodiscard]] double largestMagnitude(const Eigen::MatrixBase<Derived>& x)
{
    double largest = 0.0;
    for (Index i = 0; i < x.rows(); ++i)
        for (Index j = 0; j < x.cols(); ++j) noteLargest(largest, std::abs(double(x(i, j))));
    return largest;
}

// max |a − b|; matrices of different shapes are infinitely far apart.
template<class A, class B>
[[nodiscard]] double largestGap(const Eigen::MatrixBase<A>& a, const Eigen::MatrixBase<B>& b)
{
    if (a.rows() != b.rows() || a.cols() != b.cols()) return std::numeric_limits<double>::infinity();
    return largestMagnitude((a - b).eval());
}

}   // namespace core
