// Kernels over one row of floats, vectorised by Highway with run-time dispatch; rows.cpp keeps raw pointers inside its target regions.
// Every sum is taken in a fixed order, so results do not depend on threads. n = 0 is legal everywhere.
#pragma once

#include "core/base/shape.h"

namespace core::rows {

[[nodiscard]] float max(const float* x, Index n);                 // −∞ for n = 0; NaN if any element is NaN
[[nodiscard]] float sum(const float* x, Index n);
[[nodiscard]] float dot(const float* x, const float* y, Index n);
float expSubtract(float* x, Index n, float shift);                // x ← exp(x − shift), returns Σ; exp within 2 ulp; −∞ gives exactly 0
void scale(float* x, Index n, float factor);
void add(float* x, const float* y, Index n);                      // x ← x + y

// y = gain ⊙ (x − mean)/√(var + ε) + bias, population variance; may run in place. bias null: RMS form gain ⊙ x/√(mean(x²) + ε).
void layerNorm(const float* x, Index n, const float* gain, const float* bias, float epsilon, float* y);
void rmsNorm(const float* x, Index n, const float* gain, float epsilon, float* y);

void gelu(float* x, Index n);                                     // x·Φ(x), the exact form, |error| ≤ 1e-6·max(1, |x|)
void geluTanh(float* x, Index n);                                 // ½x(1 + tanh(√(2/π)(x + 0.044715x³)))
void silu(float* x, Index n);                                     // x·σ(x)
void multiply(float* x, const float* y, Index n);                 // x ← x ⊙ y

}   // namespace core::rows
