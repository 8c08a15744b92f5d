// Comparisons that cannot hide a NaN, for every test that measures an error.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>

#include "core/base/shape.h"

namespace core::test {

// The largest of some errors; infinity when one is NaN, so that "<=" fails. std::max(x, NaN) is x, and Eigen's maxCoeff promises nothing.
inline double largestOf(std::initializer_list<double> errors)
{
    double largest = 0.0;
    for (const double error : errors)
        if (!(error <= largest)) largest = std::isnan(error) ? std::numeric_limits<double>::infinity() : error;
    return largest;
}

// max |a − b|; infinity when the shapes differ or any difference is NaN.
template<class A, class B>
double largestGap(const A& a, const B& b)
{
    if (a.rows() != b.rows() || a.cols() != b.cols()) return std::numeric_limits<double>::infinity();
    double largest = 0.0;
    for (Index i = 0; i < a.rows(); ++i)
        for (Index j = 0; j < a.cols(); ++j) largest = largestOf({largest, std::abs(double(a(i, j)) - double(b(i, j)))});
    return largest;
}

// Bits, not values: 0 is not −0, and a NaN is itself.
inline bool sameBits(const RowMatrix& a, const RowMatrix& b)
{
    if (a.rows() != b.rows() || a.cols() != b.cols()) return false;
    for (Index i = 0; i < a.size(); ++i)
        if (std::bit_cast<std::uint32_t>(a.data()[i]) != std::bit_cast<std::uint32_t>(b.data()[i])) return false;
    return true;
}

}   // namespace core::test
