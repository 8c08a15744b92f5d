// The checker of attention_checks.h can fail: a plain implementation passes it, and each classic mistake planted in it is found.
#include <gtest/gtest.h>

#include "tests/core/attention/attention_checks.h"

namespace {

using core::Index;
using core::Pattern;

enum class Mistake { None, WrongAxis, MissingScale, StrictDiagonal, WindowOffByOne, TailUnmasked, HeadModulo, SingleNaN };

constexpr Index kWindow = 6;

bool allows(Mistake mistake, Index p, Index j, Index n)
{
    if (mistake == Mistake::TailUnmasked && p / 8 == (n - 1) / 8) return p - j < kWindow;   // the ragged last tile forgets the mask
    const Index width = mistake == Mistake::WindowOffByOne ? kWindow + 1 : kWindow;
    const bool past = mistake == Mistake::StrictDiagonal ? j < p || p == 0 : j <= p;
    return past && p - j < width;
}

// Causal attention with a window, written plainly in double.
test::Attended plainAttention(const test::Heads& heads, Mistake mistake)
{
    const auto [n, H, kvHeads, d, spread, seed] = heads.shape;
    test::Attended result{core::RowMatrix::Zero(n, H * d), core::RowMatrix::Zero(n, H), {}};
    for (Index h = 0; h < H; ++h) {
        const Index kv = mistake == Mistake::HeadModulo ? h % kvHeads : heads.kvHeadOf(h);
        const core::Matrix<double> q = heads.part(heads.q, h), k = heads.part(heads.k, kv), v = heads.part(heads.v, kv);
        core::Matrix<double> e = (q * k.transpose() * (mistake == Mistake::MissingScale ? 1.0 : double(heads.scale()))).array().exp();
        for (Index i = 0; i < n; ++i)
            for (Index j = 0; j < n; ++j)
                if (!allows(mistake, i, j, n)) e(i, j) = 0;
        const core::RowVector<double> rowSums = e.rowwise().sum(), columnSums = e.colwise().sum();
        for (Index i = 0; i < n; ++i) {
            for (Index j = 0; j < n; ++j) e(i, j) /= mistake == Mistake::WrongAxis ? columnSums(j) : rowSums(i);
            result.lse(i, h) = float(std::log(rowSums(i)));
        }
        result.weights.push_back(e.cast<float>());
        result.out.middleCols(h * d, d) = (e * v).cast<float>();
    }
    if (mistake == Mistake::SingleNaN) result.out(n / 2, 0) = test::kNaN;
    return result;
}

TEST(AttentionChecker, AcceptsAPlainImplementationAndFindsEveryPlantedMistake)
{
    const test::Heads heads({.n = 21, .heads = 4, .kvHeads = 2});
    const test::Setting setting = test::Setting::all(heads.shape, Pattern::causal() & Pattern::window(kWindow));
    EXPECT_EQ(test::fault(heads, setting, plainAttention(heads, Mistake::None)), "");
    for (const Mistake mistake : {Mistake::WrongAxis, Mistake::MissingScale, Mistake::StrictDiagonal, Mistake::WindowOffByOne, Mistake::TailUnmasked,
                                  Mistake::HeadModulo, Mistake::SingleNaN})
        EXPECT_NE(test::fault(heads, setting, plainAttention(heads, mistake)), "") << int(mistake);
}

TEST(AttentionChecker, FindsALeakOfTheSmallestWeight)
{
    const test::Heads heads({.n = 21});
    const test::Setting setting = test::Setting::all(heads.shape, Pattern::causal() & Pattern::window(kWindow));
    test::Attended leaking = plainAttention(heads, Mistake::None);
    leaking.weights[0](3, 10) = 1e-30f;   // absent is exactly 0
    EXPECT_NE(test::fault(heads, setting, leaking), "");
}

}   // namespace
