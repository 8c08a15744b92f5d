// The few row kernels that training needs in both scalars: Highway's for float, the plain definition for double (which is the reference).
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/shape.h"
#include "core/linalg/rows.h"

namespace core::training {

[[nodiscard]] inline float rowMax(const float* x, Index n) { return rows::max(x, n); }
[[nodiscard]] inline double rowMax(const double* x, Index n) { return *std::max_element(x, x + n); }   // n ≥ 1

// x ← exp(x − shift), returns Σ.
inline float expSubtract(float* x, Index n, float shift) { return rows::expSubtract(x, n, shift); }
inline double expSubtract(double* x, Index n, double shift)
{
    double sum = 0.0;
    for (Index i = 0; i < n; ++i) sum += x[i] = std::exp(x[i] - shift);
    return sum;
}

// x ← act(x), slope ← act′(x): what the backward pass needs is made while x is still in the cache. They may not overlap.
void geluWithSlope(float* x, float* slope, Index n);   // x·Φ(x)
void geluWithSlope(double* x, double* slope, Index n);
void geluTanhWithSlope(float* x, float* slope, Index n);
void geluTanhWithSlope(double* x, double* slope, Index n);
void siluWithSlope(float* x, float* slope, Index n);   // x·σ(x)
void siluWithSlope(double* x, double* slope, Index n);

}   // namespace core::training
