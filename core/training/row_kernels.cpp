#include "core/training/row_kernels.h"

namespace core::training {

namespace {

template<class T>
void geluDefinition(T* x, T* slope, Index n)
{
    const T root = T(std::numbers::sqrt2) / 2, density = T(std::numbers::inv_sqrtpi * std::numbers::sqrt2 / 2);
    for (Index i = 0; i < n; ++i) {
        const T probability = T(0.5) * std::erfc(-x[i] * root);   // Φ(x); erfc keeps the left tail
        slope[i] = probability + x[i] * density * std::exp(-x[i] * x[i] / 2);
        x[i] *= probability;
    }
}

template<class T>
void geluTanhDefinition(T* x, T* slope, Index n)
{
    const T a = T(std::numbers::sqrt2 * std::numbers::inv_sqrtpi), b = T(0.044715);
    for (Index i = 0; i < n; ++i) {
        const T square = x[i] * x[i], t = std::tanh(a * x[i] * (1 + b * square));
        slope[i] = (1 + t) / 2 + x[i] / 2 * (1 - t * t) * a * (1 + 3 * b * square);
        x[i] *= (1 + t) / 2;
    }
}

template<class T>
void siluDefinition(T* x, T* slope, Index n)
{
    for (Index i = 0; i < n; ++i) {
        const T sigma = 1 / (1 + std::exp(-x[i]));
        slope[i] = sigma * (1 + x[i] * (1 - sigma));
        x[i] *= sigma;
    }
}

}   // namespace

void geluWithSlope(float* x, float* slope, Index n) { rows::geluWithGradient(x, n, x, slope); }
void geluWithSlope(double* x, double* slope, Index n) { geluDefinition(x, slope, n); }
void geluTanhWithSlope(float* x, float* slope, Index n) { geluTanhDefinition(x, slope, n); }
void geluTanhWithSlope(double* x, double* slope, Index n) { geluTanhDefinition(x, slope, n); }
void siluWithSlope(float* x, float* slope, Index n) { rows::siluWithGradient(x, n, x, slope); }
void siluWithSlope(double* x, double* slope, Index n) { siluDefinition(x, slope, n); }

}   // namespace core::training
