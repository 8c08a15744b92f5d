// Random heads, the reference for all heads of a batch, and one checker that compares any implementation with it.
#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/attention/attention_backend.h"
#include "core/attention/reference.h"
#include "core/base/random.h"
#include "tests/core/comparisons.h"

namespace test {

using core::Index;
using core::test::largestGap;
using core::test::sameBits;

inline constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
inline constexpr float kInfinity = std::numeric_limits<float>::infinity();

struct HeadsShape {
    Index n = 0;
    Index heads = 1;
    Index kvHeads = 1;
    Index d = 8;
    double spread = 1.0;   // deviation of q and k
    std::uint64_t seed = 1;
};

// q, k, v as projections write them: [N][heads · d].
struct Heads {
    HeadsShape shape;
    core::RowMatrix q, k, v;
    explicit Heads(const HeadsShape& s) : shape(s)
    {
        core::Random random(s.seed);
        const auto draw = [&](Index heads, double spread) {
            core::RowMatrix rows(s.n, heads * s.d);
            for (Index i = 0; i < rows.size(); ++i) rows.data()[i] = float(spread * random.normal());
            return rows;
        };
        q = draw(s.heads, s.spread), k = draw(s.kvHeads, s.spread), v = draw(s.kvHeads, 1.0);
    }
    [[nodiscard]] float scale() const { return 1.0f / std::sqrt(float(shape.d)); }
    [[nodiscard]] Index kvHeadOf(Index head) const { return head / (shape.heads / shape.kvHeads); }
    [[nodiscard]] core::Matrix<double> part(const core::RowMatrix& rows, Index head) const
    {
        return rows.middleCols(head * shape.d, shape.d).cast<double>();
    }
};

// What attention of all heads leaves: the same fields whoever computed it.
struct Attended {
    core::RowMatrix out;                    // [N × H·d]
    core::RowMatrix lse;                    // [N × H]
    std::vector<core::RowMatrix> weights;   // [H] of [N × N]
};

struct Setting {
    std::vector<core::LayoutPtr> layouts;
    std::vector<core::Mechanism> mechanisms;
    static Setting all(const HeadsShape& shape, const core::Pattern& pattern, const core::Mechanism& mechanism = core::SoftmaxMechanism{})
    {
        return {std::vector(std::size_t(shape.heads), std::make_shared<const core::BlockLayout>(pattern, shape.n, shape.n)),
                std::vector(std::size_t(shape.heads), mechanism)};
    }
};

class CollectWeights : public core::RowObserver {
public:
    CollectWeights(Index heads, Index n) :
        weights(std::size_t(heads), core::RowMatrix::Zero(n, n)), seen(std::size_t(heads), core::Matrix<int>::Zero(n, n))
    {
    }
    void panel(const core::WeightPanel& panel) override
    {
        const core::ConstRowMap part(panel.weights, panel.rows.size(), panel.keys.size(), Eigen::OuterStride<>(panel.stride));
        weights[std::size_t(panel.head)].block(panel.rows.begin, panel.keys.begin, part.rows(), part.cols()) = part;
        seen[std::size_t(panel.head)].block(panel.rows.begin, panel.keys.begin, part.rows(), part.cols()).array() += 1;
    }
    std::vector<core::RowMatrix> weights;
    std::vector<core::Matrix<int>> seen;   // how often each pair was shown
};

struct Blocks {
    core::HeadRows q, k, v;
    explicit Blocks(const Heads& heads) :
        q(core::HeadRows(heads.shape.heads, heads.shape.d).appended(heads.q.data(), heads.shape.n, heads.q.cols())),
        k(core::HeadRows(heads.shape.kvHeads, heads.shape.d).appended(heads.k.data(), heads.shape.n, heads.k.cols())),
        v(core::HeadRows(heads.shape.kvHeads, heads.shape.d).appended(heads.v.data(), heads.shape.n, heads.v.cols()))
    {
    }
    [[nodiscard]] core::HeadBatch batch(const Heads& heads, const Setting& setting) const
    {
        return {.q = &q,
                .k = &k,
                .v = &v,
                .queries = {0, heads.shape.n},
                .scale = heads.scale(),
                .layouts = setting.layouts,
                .mechanisms = setting.mechanisms};
    }
};

inline core::Result<Attended> attended(const Heads& heads, const Setting& setting)
{
    const Blocks blocks(heads);
    CollectWeights observer(heads.shape.heads, heads.shape.n);
    FOVEA_TRY(output, core::cpuBackend()->attend(blocks.batch(heads, setting), &observer, {}));
    return Attended{std::move(output.out), std::move(output.lse), std::move(observer.weights)};
}

// Gates of the field guide, section 13, for float against double at moderate scores.
struct Tolerance {
    double output = 2e-6;
    double weights = 1e-6;
    double lse = 1e-5;
    double rowSum = 2e-6;
};

// Empty when `fast` is softmax attention as defined; otherwise what is wrong first. "<=" is false for NaN.
inline std::string fault(const Heads& heads, const Setting& setting, const Attended& fast, const Tolerance& tolerance = {})
{
    for (Index h = 0; h < heads.shape.heads; ++h) {
        const core::BlockLayout& layout = *setting.layouts[std::size_t(h)];
        const Index kv = heads.kvHeadOf(h);
        const auto exact =
            core::referenceAttention(heads.part(heads.q, h), heads.part(heads.k, kv), heads.part(heads.v, kv), double(heads.scale()), layout);
        for (Index i = 0; i < heads.shape.n; ++i) {
            const bool empty = layout.rowCount(i) == 0;
            const double lse = fast.lse(i, h), sum = fast.weights[std::size_t(h)].row(i).cast<double>().sum();
            if (empty ? lse != -double(kInfinity) : !(std::abs(lse - exact.lse(i)) <= tolerance.lse))
                return fmt::format("head {} row {}: lse {} instead of {}", h, i, lse, exact.lse(i));
            if (!(std::abs(sum - (empty ? 0.0 : 1.0)) <= tolerance.rowSum)) return fmt::format("head {} row {}: weights sum to {}", h, i, sum);
            for (Index j = 0; j < heads.shape.n; ++j) {
                const double weight = fast.weights[std::size_t(h)](i, j);
                if (!layout.allows(i, j) && weight != 0.0) return fmt::format("head {} pair {}, {}: absent, but weighs {}", h, i, j, weight);
                if (!(std::abs(weight - exact.weights(i, j)) <= tolerance.weights))
                    return fmt::format("head {} pair {}, {}: weight {} instead of {}", h, i, j, weight, exact.weights(i, j));
            }
            for (Index c = 0; c < heads.shape.d; ++c) {
                const double value = fast.out(i, h * heads.shape.d + c);
                if (!(std::abs(value - exact.output(i, c)) <= tolerance.output))
                    return fmt::format("head {} row {} column {}: output {} instead of {}", h, i, c, value, exact.output(i, c));
            }
        }
    }
    return {};
}

// Full, triangular, band, two-sided, scattered with gaps inside a row, with empty rows, and nothing at all.
inline std::vector<core::Pattern> patterns()
{
    using core::Pattern;
    const Pattern causal = Pattern::causal(), local = Pattern::window(5);
    return {Pattern::dense(), causal,           causal & Pattern::window(40), local, causal & (local | !Pattern::window(100)),
            causal & !local,  !Pattern::dense()};
}

inline Attended mustAttend(const Heads& heads, const Setting& setting)
{
    auto result = attended(heads, setting);
    EXPECT_TRUE(result) << result.error().what;
    return result ? *result : Attended();
}

}   // namespace test
