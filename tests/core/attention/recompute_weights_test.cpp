#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/attention/attention_checks.h"

namespace {

using core::Index;
using core::Pattern;
using core::Span;

void expectRecomputed(const core::Mechanism& mechanism, const Pattern& pattern, bool sharp = false)
{
    const test::Heads heads({.n = 300, .heads = 4, .kvHeads = 2, .d = 32, .spread = sharp ? 4.0 : 1.0});
    const test::Setting setting = test::Setting::all(heads.shape, pattern, mechanism);
    const auto shown = test::attended(heads, setting);
    ASSERT_TRUE(shown);
    const test::Blocks blocks(heads);
    const core::HeadRows lse = core::HeadRows(4, 1).appended(shown->lse.data(), 300, 4);
    for (const Index head : {0, 3}) {
        const core::HeadWeightsSource source{.q = &blocks.q,
                                             .k = &blocks.k,
                                             .lse = &lse,
                                             .head = head,
                                             .kvHead = head / 2,
                                             .lseHead = head,
                                             .scale = heads.scale(),
                                             .layout = setting.layouts[std::size_t(head)].get(),
                                             .mechanism = &mechanism};
        const core::Matrix<double> q = heads.part(heads.q, head), k = heads.part(heads.k, head / 2);
        for (const Span rows : {Span{0, 300}, Span{0, 0}, Span{17, 18}, Span{250, 260}, Span{299, 300}}) {
            for (const Span keys : {Span{0, 300}, Span{5, 5}, Span{0, 1}, Span{30, 286}, Span{255, 257}}) {
                core::RowMatrix out = core::RowMatrix::Constant(rows.size(), keys.size(), test::kNaN);
                core::recomputeWeights(source, rows, keys, out.data());
                for (Index i = 0; i < rows.size(); ++i) {
                    for (Index j = 0; j < keys.size(); ++j) {
                        const float expected = shown->weights[std::size_t(head)](rows.begin + i, keys.begin + j);
                        const double reach = double(heads.scale()) * q.row(rows.begin + i).norm() * k.row(keys.begin + j).norm();
                        const double rounding = sharp ? double(expected) * std::sqrt(32.0) * std::ldexp(reach, -23) : 0.0;
                        ASSERT_LE(std::abs(double(out(i, j)) - double(expected)), 1e-6 + rounding)
                            << pattern.text() << " " << rows.begin + i << ", " << keys.begin + j;
                        ASSERT_TRUE(out(i, j) == 0.0f || source.layout->allows(rows.begin + i, keys.begin + j));
                    }
                }
            }
        }
    }
}

TEST(RecomputeWeights, EqualsWhatTheObserverSaw)
{
    const Pattern causal = Pattern::causal();
    for (const Pattern& pattern :
         {Pattern::dense(), causal, causal & Pattern::window(40), causal & (Pattern::window(5) | !Pattern::window(100)), !Pattern::dense()})
        expectRecomputed(core::SoftmaxMechanism{}, pattern);
}

// Scores of up to 90: what rounds differently in the two products is a share of a weight.
TEST(RecomputeWeights, OfSharpHeadsKeepsToTheRoundingOfTheirScores)
{
    for (const Pattern& pattern : {Pattern::dense(), Pattern::causal(), Pattern::causal() & Pattern::window(40)})
        expectRecomputed(core::SoftmaxMechanism{}, pattern, true);
}

TEST(RecomputeWeights, AblatedHeadsCanStillBeLookedAt)
{
    expectRecomputed(core::OffMechanism{}, Pattern::causal());
    expectRecomputed(core::MeanMechanism{}, Pattern::causal() & Pattern::window(40));
}

}   // namespace
