#include "core/linalg/rows.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace {

using core::Index;
namespace rows = core::rows;

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
const std::vector<Index> kLengths{0, 1, 2, 3, 4, 7, 8, 15, 16, 17, 31, 33, 63, 64, 65, 100, 129, 257};

// A row between two guard values, at every misalignment: a kernel that touches its neighbours is found.
struct GuardedRow {
    std::vector<float> values;
    Index begin;
    Index n;
    GuardedRow(Index length, Index shift, std::uint64_t seed, float spread = 2.0f) :
        values(std::size_t(length + shift + 2), 1234.5f), begin(shift + 1), n(length)
    {
        core::Random random(seed);
        for (Index i = 0; i < n; ++i) data()[i] = spread * float(random.normal());
    }
    float* data() { return values.data() + begin; }
    bool guardsHold() const { return values[std::size_t(begin - 1)] == 1234.5f && values[std::size_t(begin + n)] == 1234.5f; }
};

template<class F>
void forEveryRow(const F& f)
{
    for (const Index n : kLengths)
        for (const Index shift : {0, 1, 3}) f(n, shift);
}

std::int64_t ordered(float x)
{
    const auto bits = std::bit_cast<std::int32_t>(x);
    return bits < 0 ? -std::int64_t(bits & 0x7fffffff) : bits;
}

std::int64_t ulps(float a, float b) { return std::abs(ordered(a) - ordered(b)); }

float expOf(float x)
{
    rows::expSubtract(&x, 1, 0.0f);
    return x;
}

TEST(Rows, ReductionsEqualTheDefinition)
{
    forEveryRow([](Index n, Index shift) {
        GuardedRow x(n, shift, 1), y(n, shift, 2);
        double sum = 0, dot = 0, size = 1;
        float max = -kInfinity;
        for (Index i = 0; i < n; ++i) {
            sum += x.data()[i];
            dot += double(x.data()[i]) * y.data()[i];
            size += std::abs(double(x.data()[i])) + std::abs(double(x.data()[i]) * y.data()[i]);
            max = std::max(max, x.data()[i]);
        }
        ASSERT_EQ(rows::max(x.data(), n), max);
        ASSERT_LE(std::abs(rows::sum(x.data(), n) - sum), 2e-7 * size);
        ASSERT_LE(std::abs(rows::dot(x.data(), y.data(), n) - dot), 2e-7 * size);
    });
}

TEST(Rows, MaxReportsANaNWhereverItIs)
{
    for (const Index n : kLengths) {
        for (Index at = 0; at < n; ++at) {
            GuardedRow x(n, 1, 3);
            x.data()[at] = kNaN;
            ASSERT_TRUE(std::isnan(rows::max(x.data(), n))) << n << ", " << at;
        }
    }
    const std::vector<float> infinities{-kInfinity, kInfinity, 1.0f};
    EXPECT_EQ(rows::max(infinities.data(), 3), kInfinity);
    EXPECT_EQ(rows::max(infinities.data(), 1), -kInfinity);
}

TEST(Rows, ElementwiseKernelsTouchTheirRowOnly)
{
    forEveryRow([](Index n, Index shift) {
        GuardedRow x(n, shift, 1), y(n, shift, 2), sum(n, shift, 1), product(n, shift, 1), scaled(n, shift, 1), both(n, shift, 1);
        rows::add(sum.data(), y.data(), n);
        rows::multiply(product.data(), y.data(), n);
        rows::scale(scaled.data(), n, -1.5f);
        rows::addScaled(both.data(), y.data(), n, 0.5f);
        for (Index i = 0; i < n; ++i) {
            const float a = x.data()[i], b = y.data()[i];
            ASSERT_EQ(sum.data()[i], a + b);
            ASSERT_EQ(product.data()[i], a * b);
            ASSERT_EQ(scaled.data()[i], -1.5f * a);
            ASSERT_LE(std::abs(both.data()[i] - (a + 0.5f * b)), 1e-6f * (std::abs(a) + std::abs(b)));
        }
        ASSERT_TRUE(sum.guardsHold() && product.guardsHold() && scaled.guardsHold() && both.guardsHold());
    });
}

TEST(Rows, CopyOutWritesItsRowsOnly)
{
    forEveryRow([](Index n, Index shift) {
        const Index count = 3, strideX = n + 2, strideY = n + 5;
        std::vector<float> x(std::size_t(count * strideX)), y(std::size_t(count * strideY + shift), 1234.5f);
        for (std::size_t i = 0; i < x.size(); ++i) x[i] = float(i);
        rows::copyOut(x.data(), strideX, count, n, y.data() + shift, strideY);
        for (Index row = 0; row < count; ++row)
            for (Index i = 0; i < strideY; ++i)
                ASSERT_EQ(y[std::size_t(shift + row * strideY + i)], i < n ? x[std::size_t(row * strideX + i)] : 1234.5f);
    });
}

TEST(Rows, ExpIsWithinTwoUlpOverItsWholeRange)
{
    std::vector<float> x;
    for (double v = -87.33; v <= 88.72; v += 0.00037) x.push_back(float(v));
    std::vector<float> y = x;
    rows::expSubtract(y.data(), Index(y.size()), 0.0f);
    std::int64_t worst = 0;
    for (std::size_t i = 0; i < x.size(); ++i) worst = std::max(worst, ulps(y[i], float(std::exp(double(x[i])))));
    EXPECT_LE(worst, 2);
    EXPECT_GT(ulps(1.0f, 1.0000005f), 2);   // the measure itself can fail
}

TEST(Rows, ExpAtItsEnds)
{
    EXPECT_EQ(expOf(-kInfinity), 0.0f);
    EXPECT_EQ(expOf(-88.0f), 0.0f);
    EXPECT_EQ(expOf(-1e30f), 0.0f);
    EXPECT_GT(expOf(-87.3365f), 0.0f);
    EXPECT_EQ(expOf(0.0f), 1.0f);
    EXPECT_EQ(expOf(88.73f), kInfinity);
    EXPECT_EQ(expOf(kInfinity), kInfinity);
    EXPECT_TRUE(std::isfinite(expOf(88.72f)));
    EXPECT_TRUE(std::isnan(expOf(kNaN)));
    EXPECT_TRUE(std::isnan(expOf(std::bit_cast<float>(0x7fc00001))));   // a payload must not leak into the exponent
}

TEST(Rows, ExpSubtractReturnsTheSumOfWhatItWrote)
{
    forEveryRow([](Index n, Index shift) {
        GuardedRow x(n, shift, 5), e(n, shift, 5);
        const float sum = rows::expSubtract(e.data(), n, 0.75f);
        double expected = 0;
        for (Index i = 0; i < n; ++i) {
            ASSERT_LE(ulps(e.data()[i], std::exp(x.data()[i] - 0.75f)), 3);
            expected += double(e.data()[i]);
        }
        ASSERT_LE(std::abs(sum - expected), 3e-7 * (1 + expected));
        ASSERT_TRUE(e.guardsHold());
    });
}

struct Activation {
    const char* name;
    void (*kernel)(float*, Index);
    double (*exact)(double);
};
double geluExact(double x) { return 0.5 * x * std::erfc(-x / std::sqrt(2.0)); }
double geluTanhExact(double x) { return 0.5 * x * (1 + std::tanh(std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x))); }
double siluExact(double x) { return x / (1 + std::exp(-x)); }

TEST(Rows, ActivationsAreWithinTheirStatedError)
{
    for (const Activation& activation : {Activation{"gelu", rows::gelu, geluExact}, Activation{"geluTanh", rows::geluTanh, geluTanhExact},
                                         Activation{"silu", rows::silu, siluExact}}) {
        std::vector<float> x;
        for (double v = -30; v <= 30; v += 0.00123) x.push_back(float(v));
        std::vector<float> y = x;
        activation.kernel(y.data(), Index(y.size()));
        for (std::size_t i = 0; i < x.size(); ++i)
            ASSERT_LE(std::abs(y[i] - activation.exact(x[i])), 1e-6 * std::max(1.0, std::abs(double(x[i])))) << activation.name << " at " << x[i];
    }
    EXPECT_GT(std::abs(geluTanhExact(2.7) - geluExact(2.7)), 1e-4);   // the two forms of GELU would not pass for each other
}

TEST(Rows, ActivationsStayFiniteFarOut)
{
    std::vector<float> x{-1e4f, 1e4f};
    std::vector<float> a = x, b = x, c = x;
    rows::gelu(a.data(), 2);
    rows::geluTanh(b.data(), 2);
    rows::silu(c.data(), 2);
    for (const auto& y : {a, b, c}) {
        EXPECT_EQ(y[0], 0.0f);
        EXPECT_EQ(y[1], 1e4f);
    }
}

TEST(Rows, GradientsAreTheSlopesOfTheirFunctions)
{
    struct Pair {
        void (*kernel)(const float*, Index, float*, float*);
        double (*exact)(double);
    };
    for (const Pair& pair : {Pair{rows::geluWithGradient, geluExact}, Pair{rows::siluWithGradient, siluExact}}) {
        forEveryRow([&](Index n, Index shift) {
            GuardedRow x(n, shift, 7, 3.0f), y(n, shift, 8), dy(n, shift, 9);
            pair.kernel(x.data(), n, y.data(), dy.data());
            for (Index i = 0; i < n; ++i) {
                const double v = x.data()[i], h = 1e-5;
                ASSERT_LE(std::abs(y.data()[i] - pair.exact(v)), 1e-6 * std::max(1.0, std::abs(v)));
                ASSERT_LE(std::abs(dy.data()[i] - (pair.exact(v + h) - pair.exact(v - h)) / (2 * h)), 2e-6);
            }
            ASSERT_TRUE(y.guardsHold() && dy.guardsHold());
        });
    }
}

TEST(Rows, NormsEqualTheDefinitionAndMayRunInPlace)
{
    forEveryRow([](Index n, Index shift) {
        GuardedRow x(n, shift, 1), gain(n, shift, 2), bias(n, shift, 3), y(n, shift, 4), plain(n, shift, 4), rms(n, shift, 1);
        rows::layerNorm(x.data(), n, gain.data(), bias.data(), 1e-5f, y.data());
        rows::layerNorm(x.data(), n, nullptr, nullptr, 1e-5f, plain.data());
        rows::rmsNorm(rms.data(), n, gain.data(), 1e-5f, rms.data());
        double mean = 0, variance = 0, square = 0;
        for (Index i = 0; i < n; ++i) mean += double(x.data()[i]) / double(n);
        for (Index i = 0; i < n; ++i) {
            variance += std::pow(x.data()[i] - mean, 2) / double(n);
            square += std::pow(double(x.data()[i]), 2) / double(n);
        }
        for (Index i = 0; i < n; ++i) {
            const double centred = (x.data()[i] - mean) / std::sqrt(variance + 1e-5), g = gain.data()[i];
            ASSERT_LE(std::abs(plain.data()[i] - centred), 5e-6 * (1 + std::abs(centred))) << n;
            ASSERT_LE(std::abs(y.data()[i] - (g * centred + bias.data()[i])), 2e-5 * (1 + std::abs(g * centred)));
            ASSERT_LE(std::abs(rms.data()[i] - g * x.data()[i] / std::sqrt(square + 1e-5)), 5e-6 * (1 + std::abs(g * x.data()[i])));
        }
        ASSERT_TRUE(y.guardsHold() && plain.guardsHold() && rms.guardsHold());
    });
}

// 3e19 squared is no float; what comes out is zeros, and the spread tells.
TEST(Rows, NormsSayWhenSquaresLeaveSinglePrecision)
{
    for (const float size : {3e18f, 3e19f}) {
        const std::vector<float> x{size, -size, size, -size};
        std::vector<float> y(4);
        const bool fits = size < 1e19f;
        EXPECT_EQ(std::isfinite(rows::rmsNorm(x.data(), 4, nullptr, 1e-5f, y.data())), fits);
        EXPECT_EQ(std::isfinite(rows::layerNorm(x.data(), 4, nullptr, nullptr, 1e-5f, y.data())), fits);
        EXPECT_TRUE(rows::allFinite(y.data(), 4));
    }
    EXPECT_EQ(rows::rmsNorm(nullptr, 0, nullptr, 1e-5f, nullptr), 0.0f);
}

TEST(Rows, AllFiniteFindsOneBadNumberAnywhere)
{
    for (const Index n : kLengths) {
        std::vector<float> x(std::size_t(n), -std::numeric_limits<float>::max());
        EXPECT_TRUE(rows::allFinite(x.data(), n)) << n;
        for (float& value : x)
            for (const float bad : {kNaN, kInfinity, -kInfinity}) {
                value = bad;
                EXPECT_FALSE(rows::allFinite(x.data(), n)) << n;
                value = std::numeric_limits<float>::denorm_min();
            }
    }
}

}   // namespace
