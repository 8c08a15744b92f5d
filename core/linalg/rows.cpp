#include "core/linalg/rows.h"

#include <bit>
#include <cstdint>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/linalg/rows.cpp"
#include <hwy/cache_control.h>
#include <hwy/foreach_target.h>   // must come before highway.h
#include <hwy/highway.h>

#include "core/linalg/lanes_inl.h"

HWY_BEFORE_NAMESPACE();
namespace core::rows::HWY_NAMESPACE {

// The hardware's maximum may drop a NaN, so NaNs are gathered beside it.
float maxKernel(const float* x, size_t n)
{
    const size_t lanes = laneCount();
    const Vec none = constant(-__builtin_inff());
    Vec m0 = none, m1 = none, nans = hn::Zero(Lanes());
    const auto note = [&nans](Vec v) { nans = hn::Or(nans, hn::VecFromMask(Lanes(), hn::IsNaN(v))); };
    size_t i = 0;
    for (; i + 2 * lanes <= n; i += 2 * lanes) {
        const Vec a = load(x + i), b = load(x + i + lanes);
        m0 = hn::Max(m0, a);
        m1 = hn::Max(m1, b);
        note(a);
        note(b);
    }
    for (; i < n; i += lanes) {
        const Vec a = n - i < lanes ? loadTail(x + i, n - i, -__builtin_inff()) : load(x + i);
        m0 = hn::Max(m0, a);
        note(a);
    }
    if (!hn::AllFalse(Lanes(), hn::IsNaN(nans))) return __builtin_nanf("");
    return hn::GetLane(hn::MaxOfLanes(Lanes(), hn::Max(m0, m1)));
}

float sumKernel(const float* x, size_t n)
{
    return sumRow(
        n, [=](size_t i) { return load(x + i); }, [=](size_t i, size_t left) { return loadTail(x + i, left, 0.0f); });
}

float dotKernel(const float* x, const float* y, size_t n)
{
    return sumRow(
        n, [=](size_t i) { return hn::Mul(load(x + i), load(y + i)); },
        [=](size_t i, size_t left) { return hn::Mul(loadTail(x + i, left, 0.0f), loadTail(y + i, left, 0.0f)); });
}

float expSubtractKernel(float* x, size_t n, float shift)
{
    const Vec s = constant(shift);
    const auto full = [=](size_t i) {
        const Vec e = exponential(hn::Sub(load(x + i), s));
        store(e, x + i);
        return e;
    };
    const auto tail = [=](size_t i, size_t left) {
        const Vec e = exponential(hn::Sub(loadTail(x + i, left, -__builtin_inff()), s));
        storeTail(e, x + i, left);
        return e;
    };
    return sumRow(n, full, tail);
}

void scaleKernel(float* x, size_t n, float factor)
{
    mapRow(x, n, x, [f = constant(factor)](Vec v) { return hn::Mul(v, f); });
}

void addKernel(float* x, const float* y, size_t n)
{
    updateRow(x, y, n, [](Vec a, Vec b) { return hn::Add(a, b); });
}

void addScaledKernel(float* x, const float* y, size_t n, float factor)
{
    updateRow(x, y, n, [f = constant(factor)](Vec a, Vec b) { return hn::MulAdd(b, f, a); });
}

void multiplyKernel(float* x, const float* y, size_t n)
{
    updateRow(x, y, n, [](Vec a, Vec b) { return hn::Mul(a, b); });
}

void copyOutKernel(const float* x, size_t strideX, size_t count, size_t n, float* y, size_t strideY)
{
    const size_t lanes = laneCount();
    for (size_t row = 0; row < count; ++row, x += strideX, y += strideY) {
        size_t i = 0;
        for (; i < n && reinterpret_cast<size_t>(y + i) % (lanes * sizeof(float)) != 0; ++i) y[i] = x[i];
        for (; i + lanes <= n; i += lanes) hn::Stream(load(x + i), Lanes(), y + i);
        for (; i < n; ++i) y[i] = x[i];
    }
    hwy::FlushStream();   // other threads see the rows once this call has returned and they are told
}

}   // namespace core::rows::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace core::rows {

HWY_EXPORT(maxKernel);
HWY_EXPORT(sumKernel);
HWY_EXPORT(dotKernel);
HWY_EXPORT(expSubtractKernel);
HWY_EXPORT(scaleKernel);
HWY_EXPORT(addKernel);
HWY_EXPORT(addScaledKernel);
HWY_EXPORT(multiplyKernel);
HWY_EXPORT(copyOutKernel);

float max(const float* x, Index n) { return HWY_DYNAMIC_DISPATCH(maxKernel)(x, size_t(n)); }
float sum(const float* x, Index n) { return HWY_DYNAMIC_DISPATCH(sumKernel)(x, size_t(n)); }
float dot(const float* x, const float* y, Index n) { return HWY_DYNAMIC_DISPATCH(dotKernel)(x, y, size_t(n)); }
float expSubtract(float* x, Index n, float shift) { return HWY_DYNAMIC_DISPATCH(expSubtractKernel)(x, size_t(n), shift); }
void scale(float* x, Index n, float factor) { HWY_DYNAMIC_DISPATCH(scaleKernel)(x, size_t(n), factor); }
void add(float* x, const float* y, Index n) { HWY_DYNAMIC_DISPATCH(addKernel)(x, y, size_t(n)); }
void addScaled(float* x, const float* y, Index n, float factor) { HWY_DYNAMIC_DISPATCH(addScaledKernel)(x, y, size_t(n), factor); }
void multiply(float* x, const float* y, Index n) { HWY_DYNAMIC_DISPATCH(multiplyKernel)(x, y, size_t(n)); }

void copyOut(const float* x, Index strideX, Index count, Index n, float* y, Index strideY)
{
    HWY_DYNAMIC_DISPATCH(copyOutKernel)(x, size_t(strideX), size_t(count), size_t(n), y, size_t(strideY));
}

bool allFinite(const float* x, Index n)
{
    constexpr std::uint32_t kExponent = 0x7F800000;   // all ones only in NaN and infinity
    std::uint32_t bad = 0;
    for (Index i = 0; i < n; ++i) bad |= std::uint32_t((std::bit_cast<std::uint32_t>(x[i]) & kExponent) == kExponent);
    return bad == 0;
}

}   // namespace core::rows
#endif
