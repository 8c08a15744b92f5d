// Maps with known matrices for the tests of plots.
#pragma once

#include <cmath>
#include <limits>

#include "core/base/random.h"
#include "core/recording/matrix_map.h"
#include "ui/plot/axis_labels.h"

namespace test {

// Causal rows of pseudo-random weights that sum to 1.
struct CausalMatrix {
    core::RowMatrix weights;
    core::AllowedMatrix allowed;

    explicit CausalMatrix(core::Index n, std::uint64_t seed = 1) : weights(core::RowMatrix::Zero(n, n)), allowed(core::AllowedMatrix::Zero(n, n))
    {
        core::Random random(seed);
        for (core::Index i = 0; i < n; ++i) {
            double sum = 0.0;
            for (core::Index j = 0; j <= i; ++j) {
                allowed(i, j) = 1;
                weights(i, j) = float(std::exp(2.0 * random.normal()));
                sum += double(weights(i, j));
            }
            weights.row(i) /= float(sum);
        }
    }
    [[nodiscard]] core::MapPtr map() const { return core::matrixMap(weights, allowed); }
};

inline core::MapPtr causalMap(core::Index n, std::uint64_t seed = 1) { return CausalMatrix(n, seed).map(); }

inline ui::AxisLabels numberedLabels(core::Index n)
{
    ui::AxisLabels labels;
    for (core::Index i = 0; i < n; ++i) labels.texts.push_back(QStringLiteral("t%1").arg(i));
    return labels;
}

}   // namespace test
