#include "core/linalg/rows.h"

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/linalg/activations.cpp"
#include <hwy/foreach_target.h>   // must come before highway.h
#include <hwy/highway.h>

#include "core/linalg/lanes_inl.h"

HWY_BEFORE_NAMESPACE();
namespace core::rows::HWY_NAMESPACE {

HWY_INLINE Vec logistic(Vec x)
{
    const Vec one = constant(1.0f);
    return hn::Div(one, hn::Add(one, exponential(hn::Neg(x))));
}

// Φ(x), the normal distribution, and e = exp(−x²/2), which its density shares: φ(x) = e / √(2π).
// Φ(−|x|) = ½ e · (a₁t + … + a₅t⁵), t = 1/(1 + p|x|/√2), within 7.5e-8: Abramowitz & Stegun 7.1.26.
HWY_INLINE Vec normalDistribution(Vec x, Vec& e)
{
    const Vec one = constant(1.0f), magnitude = hn::Abs(x);
    const Vec t = hn::Div(one, hn::MulAdd(magnitude, constant(0.3275911f * 0.707106781f), one));
    Vec p = hn::MulAdd(t, constant(0.5f * 1.061405429f), constant(0.5f * -1.453152027f));
    p = hn::MulAdd(p, t, constant(0.5f * 1.421413741f));
    p = hn::MulAdd(p, t, constant(0.5f * -0.284496736f));
    p = hn::Mul(hn::MulAdd(p, t, constant(0.5f * 0.254829592f)), t);
    e = exponential(hn::Mul(hn::Mul(x, x), constant(-0.5f)));
    const Vec tail = hn::Mul(p, e);
    return hn::IfThenElse(hn::Lt(x, hn::Zero(Lanes())), tail, hn::Sub(one, tail));
}

void geluKernel(float* x, size_t n)
{
    mapRow(x, n, x, [](Vec v) {
        Vec e;
        return hn::Mul(v, normalDistribution(v, e));
    });
}

void geluWithGradientKernel(const float* x, size_t n, float* y, float* dy)
{
    mapRowWithGradient(x, n, y, dy, [](Vec v, Vec& value, Vec& slope) {
        Vec e;
        const Vec distribution = normalDistribution(v, e);
        value = hn::Mul(v, distribution);
        slope = hn::MulAdd(hn::Mul(v, constant(0.398942280f)), e, distribution);
    });
}

// ½(1 + tanh u) = σ(2u), so one logistic serves; 2√(2/π) = 1.59576912.
void geluTanhKernel(float* x, size_t n)
{
    mapRow(x, n, x, [](Vec v) {
        const Vec cubic = hn::MulAdd(hn::Mul(v, v), constant(0.044715f * 1.59576912f), constant(1.59576912f));
        return hn::Mul(v, logistic(hn::Mul(v, cubic)));
    });
}

void siluKernel(float* x, size_t n)
{
    mapRow(x, n, x, [](Vec v) { return hn::Mul(v, logistic(v)); });
}

void siluWithGradientKernel(const float* x, size_t n, float* y, float* dy)
{
    mapRowWithGradient(x, n, y, dy, [](Vec v, Vec& value, Vec& slope) {
        const Vec s = logistic(v);
        value = hn::Mul(v, s);
        slope = hn::MulAdd(value, hn::Sub(constant(1.0f), s), s);
    });
}

// Σ (x − centre)²
float squaresAroundKernel(const float* x, size_t n, float centre)
{
    const Vec c = constant(centre);
    const auto full = [=](size_t i) {
        const Vec gap = hn::Sub(load(x + i), c);
        return hn::Mul(gap, gap);
    };
    const auto tail = [=](size_t i, size_t left) {
        const Vec gap = hn::Sub(loadTail(x + i, left, centre), c);
        return hn::Mul(gap, gap);
    };
    return sumRow(n, full, tail);
}

// y = gain ⊙ (x − centre) · factor + bias; gain or bias may be null.
void affineKernel(const float* x, size_t n, float centre, float factor, const float* gain, const float* bias, float* y)
{
    const Vec c = constant(centre), f = constant(factor);
    mapRow(x, n, y, [=](Vec v) { return hn::Mul(hn::Sub(v, c), f); });
    if (gain) updateRow(y, gain, n, [](Vec a, Vec b) { return hn::Mul(a, b); });
    if (bias) updateRow(y, bias, n, [](Vec a, Vec b) { return hn::Add(a, b); });
}

}   // namespace core::rows::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace core::rows {

HWY_EXPORT(geluKernel);
HWY_EXPORT(geluWithGradientKernel);
HWY_EXPORT(geluTanhKernel);
HWY_EXPORT(siluKernel);
HWY_EXPORT(siluWithGradientKernel);
HWY_EXPORT(squaresAroundKernel);
HWY_EXPORT(affineKernel);

void gelu(float* x, Index n) { HWY_DYNAMIC_DISPATCH(geluKernel)(x, size_t(n)); }
void geluWithGradient(const float* x, Index n, float* y, float* dy) { HWY_DYNAMIC_DISPATCH(geluWithGradientKernel)(x, size_t(n), y, dy); }
void geluTanh(float* x, Index n) { HWY_DYNAMIC_DISPATCH(geluTanhKernel)(x, size_t(n)); }
void silu(float* x, Index n) { HWY_DYNAMIC_DISPATCH(siluKernel)(x, size_t(n)); }
void siluWithGradient(const float* x, Index n, float* y, float* dy) { HWY_DYNAMIC_DISPATCH(siluWithGradientKernel)(x, size_t(n), y, dy); }

float layerNorm(const float* x, Index n, const float* gain, const float* bias, float epsilon, float* y)
{
    if (n == 0) return 0.0f;
    const float mean = sum(x, n) / float(n);
    const float variance = HWY_DYNAMIC_DISPATCH(squaresAroundKernel)(x, size_t(n), mean) / float(n);
    HWY_DYNAMIC_DISPATCH(affineKernel)(x, size_t(n), mean, 1.0f / std::sqrt(variance + epsilon), gain, bias, y);
    return variance;
}

float rmsNorm(const float* x, Index n, const float* gain, float epsilon, float* y)
{
    if (n == 0) return 0.0f;
    const float meanSquare = HWY_DYNAMIC_DISPATCH(squaresAroundKernel)(x, size_t(n), 0.0f) / float(n);
    HWY_DYNAMIC_DISPATCH(affineKernel)(x, size_t(n), 0.0f, 1.0f / std::sqrt(meanSquare + epsilon), gain, nullptr, y);
    return meanSquare;
}

}   // namespace core::rows
#endif
