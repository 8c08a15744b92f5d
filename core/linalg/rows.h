// Kernels over one row of floats, vectorised by Highway with run-time dispatch; the kernel files keep raw pointers inside their target
// regions. Every sum is taken in a fixed order, so results do not depend on threads. n = 0 is legal everywhere.
#pragma once

#include "core/base/shape.h"

namespace core::rows {

[[nodiscard]] float max(const float* x, Index n);   // −∞ for n = 0; NaN if any element is NaN
[[nodiscard]] float sum(const float* x, Index n);
[[nodiscard]] float dot(const float* x, const float* y, Index n);
[[nodiscard]] bool allFinite(const float* x, Index n);   // neither NaN nor infinity
// x ← exp(x − shift), returns Σ. exp within 2 ulp; −∞ and everything below 1.2e-38 give exactly 0; NaN stays NaN.
float expSubtract(float* x, Index n, float shift);
void scale(float* x, Index n, float factor);
void add(float* x, const float* y, Index n);                       // x ← x + y
void addScaled(float* x, const float* y, Index n, float factor);   // x ← x + factor · y
void multiply(float* x, const float* y, Index n);                  // x ← x ⊙ y

// y ← x for `count` rows of n elements, past the caches: for results that are larger than they are and that nobody reads soon. The benchmark of a
// backend that hands out all weights does so.
void copyOut(const float* x, Index strideX, Index count, Index n, float* y, Index strideY);

// y = gain ⊙ (x − mean)/√(var + ε) + bias, population variance; gain and bias may be null (1 and 0); may run in place. Returns var. Where it is
// not finite the squares have left single precision although x has not, and y is zeros that mean nothing.
float layerNorm(const float* x, Index n, const float* gain, const float* bias, float epsilon, float* y);
// y = gain ⊙ x/√(mean(x²) + ε); gain may be null; may run in place. Returns mean(x²), of which the same holds.
float rmsNorm(const float* x, Index n, const float* gain, float epsilon, float* y);

void gelu(float* x, Index n);       // x·Φ(x), the exact form, |error| ≤ 1e-6·max(1, |x|)
void geluTanh(float* x, Index n);   // ½x(1 + tanh(√(2/π)(x + 0.044715x³)))
void silu(float* x, Index n);       // x·σ(x)

// A function together with its derivative, for training: y = f(x), dy = f'(x), errors as above.
void geluWithGradient(const float* x, Index n, float* y, float* dy);   // f' = Φ(x) + x·φ(x)
void siluWithGradient(const float* x, Index n, float* y, float* dy);   // f' = σ(x)·(1 + x·(1 − σ(x)))

}   // namespace core::rows
