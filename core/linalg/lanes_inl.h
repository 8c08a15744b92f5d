// What the row kernels share: loads and stores of ragged ends, loops over a row, and exp. Compiled once for each instruction set, hence the
// toggled guard instead of #pragma once. Inside the region only raw pointers and Highway are used: a standard template instantiated there
// could replace the portable copy of the rest of the program.
#if defined(FOVEA_LANES_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef FOVEA_LANES_INL
#undef FOVEA_LANES_INL
#else
#define FOVEA_LANES_INL
#endif

#include <cstddef>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace core::rows::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Lanes = hn::ScalableTag<float>;
using Vec = hn::Vec<Lanes>;

HWY_INLINE Vec constant(float value) { return hn::Set(Lanes(), value); }
HWY_INLINE size_t laneCount() { return hn::Lanes(Lanes()); }
HWY_INLINE Vec load(const float* x) { return hn::LoadU(Lanes(), x); }
HWY_INLINE void store(Vec value, float* x) { hn::StoreU(value, Lanes(), x); }

// The last n < lanes elements of a row; lanes beyond n hold `filler`. Nothing outside the row is touched.
HWY_INLINE Vec loadTail(const float* x, size_t n, float filler)
{
#if HWY_MEM_OPS_MIGHT_FAULT
    HWY_ALIGN float lanes[HWY_MAX_BYTES / sizeof(float)];
    hn::Store(constant(filler), Lanes(), lanes);
    for (size_t i = 0; i < n; ++i) lanes[i] = x[i];
    return hn::Load(Lanes(), lanes);
#else
    const auto valid = hn::FirstN(Lanes(), n);
    return hn::IfThenElse(valid, hn::MaskedLoad(valid, Lanes(), x), constant(filler));
#endif
}

HWY_INLINE void storeTail(Vec value, float* x, size_t n)
{
#if HWY_MEM_OPS_MIGHT_FAULT
    HWY_ALIGN float lanes[HWY_MAX_BYTES / sizeof(float)];
    hn::Store(value, Lanes(), lanes);
    for (size_t i = 0; i < n; ++i) x[i] = lanes[i];
#else
    hn::BlendedStore(value, hn::FirstN(Lanes(), n), Lanes(), x);
#endif
}

// y[i] ← f(x[i]); may run in place.
template<class F>
HWY_INLINE void mapRow(const float* x, size_t n, float* y, const F& f)
{
    const size_t lanes = laneCount();
    size_t i = 0;
    for (; i + lanes <= n; i += lanes) store(f(load(x + i)), y + i);
    if (i < n) storeTail(f(loadTail(x + i, n - i, 0.0f)), y + i, n - i);
}

// x[i] ← f(x[i], y[i]).
template<class F>
HWY_INLINE void updateRow(float* x, const float* y, size_t n, const F& f)
{
    const size_t lanes = laneCount();
    size_t i = 0;
    for (; i + lanes <= n; i += lanes) store(f(load(x + i), load(y + i)), x + i);
    if (i < n) storeTail(f(loadTail(x + i, n - i, 0.0f), loadTail(y + i, n - i, 0.0f)), x + i, n - i);
}

// (y[i], dy[i]) ← f(x[i]): a function together with its derivative.
template<class F>
HWY_INLINE void mapRowWithGradient(const float* x, size_t n, float* y, float* dy, const F& f)
{
    const size_t lanes = laneCount();
    Vec value, slope;
    size_t i = 0;
    for (; i + lanes <= n; i += lanes) {
        f(load(x + i), value, slope);
        store(value, y + i);
        store(slope, dy + i);
    }
    if (i == n) return;
    f(loadTail(x + i, n - i, 0.0f), value, slope);
    storeTail(value, y + i, n - i);
    storeTail(slope, dy + i, n - i);
}

// Sum over a row with four partial sums, joined in a fixed order. full(i) gives the lanes that start at i; tail(i, n) the last n < lanes,
// 0 beyond them.
template<class Full, class Tail>
HWY_INLINE float sumRow(size_t n, const Full& full, const Tail& tail)
{
    const size_t lanes = laneCount();
    Vec s0 = constant(0.0f), s1 = s0, s2 = s0, s3 = s0;
    size_t i = 0;
    for (; i + 4 * lanes <= n; i += 4 * lanes) {
        s0 = hn::Add(s0, full(i));
        s1 = hn::Add(s1, full(i + lanes));
        s2 = hn::Add(s2, full(i + 2 * lanes));
        s3 = hn::Add(s3, full(i + 3 * lanes));
    }
    for (; i + lanes <= n; i += lanes) s0 = hn::Add(s0, full(i));
    if (i < n) s1 = hn::Add(s1, tail(i, n - i));
    return hn::GetLane(hn::SumOfLanes(Lanes(), hn::Add(hn::Add(s0, s1), hn::Add(s2, s3))));
}

// exp(x) = 2^k · e^r with k = round(x / ln 2) and |r| ≤ ½ ln 2. The polynomial interpolates (e^r − 1 − r)/r² at Chebyshev points; its
// relative error is 6.5e-9. Adding 1.5 · 2²³ leaves k in the low bits of the sum. ln 2 comes in two parts: k times the first, 17 bits long,
// is exact. Results below the smallest normal number, 1.2e-38, are exactly 0. NaN stays NaN.
HWY_INLINE Vec exponential(Vec x)
{
    const hn::RebindToSigned<Lanes> bits;
    const Vec shifter = constant(12582912.0f);
    const Vec shifted = hn::MulAdd(x, constant(1.44269504f), shifter);
    const Vec k = hn::Sub(shifted, shifter);
    const Vec r = hn::NegMulAdd(k, constant(1.42860682e-6f), hn::NegMulAdd(k, constant(0.693145752f), x));
    Vec p = hn::MulAdd(r, constant(0.00139050356f), constant(0.00836631145f));
    p = hn::MulAdd(p, r, constant(0.0416668636f));
    p = hn::MulAdd(p, r, constant(0.166665450f));
    p = hn::MulAdd(p, r, constant(0.499999991f));
    p = hn::Add(hn::MulAdd(hn::Mul(p, r), r, r), constant(1.0f));
    const Vec scaled = hn::BitCast(Lanes(), hn::Add(hn::BitCast(bits, p), hn::ShiftLeft<23>(hn::BitCast(bits, shifted))));
    const Vec bounded = hn::IfThenElse(hn::Le(x, constant(88.722839f)), scaled, hn::Add(x, constant(__builtin_inff())));
    return hn::IfThenZeroElse(hn::Lt(x, constant(-87.336544f)), bounded);
}

}   // namespace core::rows::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
