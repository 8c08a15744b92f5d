// Small matrices with known content, and the maps made of them.
#pragma once

#include <utility>

#include "core/base/random.h"
#include "core/recording/matrix_map.h"

namespace core::test {

struct Given {
    RowMatrix weights;
    AllowedMatrix allowed;
    [[nodiscard]] MapPtr map(MatrixKind kind = MatrixKind::RowStochastic) const { return matrixMap(weights, allowed, kind); }
};

enum class Ties { Rare, Many };

// Values in [−1, 1] where a pair exists, which it does with the given probability; 0 where absent. Many ties: only five values occur.
inline Given randomGiven(Index queries, Index keys, double density, std::uint64_t seed, Ties ties = Ties::Rare)
{
    Random random(seed);
    Given given{RowMatrix::Zero(queries, keys), AllowedMatrix::Zero(queries, keys)};
    for (Index i = 0; i < given.weights.size(); ++i) {
        const double value = ties == Ties::Many ? double(random.below(5)) / 2.0 - 1.0 : 2.0 * random.uniform() - 1.0;
        if (random.uniform() >= density) continue;
        given.weights.data()[i] = float(value);
        given.allowed.data()[i] = 1;
    }
    return given;
}

// Causal: row i has the keys 0 … i, each with weight(i, j).
template<class Weight>
[[nodiscard]] Given causalGiven(Index n, const Weight& weight)
{
    Given given{RowMatrix::Zero(n, n), AllowedMatrix::Zero(n, n)};
    for (Index i = 0; i < n; ++i)
        for (Index j = 0; j <= i; ++j) given.weights(i, j) = weight(i, j), given.allowed(i, j) = 1;
    return given;
}

}   // namespace core::test
