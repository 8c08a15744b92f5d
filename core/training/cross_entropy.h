// The output end of the model: logits = y·Eᵀ, cross-entropy against the targets, and their gradients, in chunks of rows, so that N × V
// numbers never exist at once and a chunk of logits is still in the cache when it becomes its own gradient.
//
//   loss = w·Σ (ln Σ_v exp(z_v) − z_target),   dz = w·(softmax(z) − 1_target)        ignored targets (−1) contribute neither
#pragma once

#include <span>
#include <stop_token>

#include "core/base/shape.h"
#include "core/text/tokens.h"

namespace core::training {

inline constexpr TokenId kIgnoredTarget = -1;

template<class T>
class CrossEntropy {
public:
    explicit CrossEntropy(Index vocabulary);

    // y [n × d_m], head [V × d_m], targets [n] in [0, V) or kIgnoredTarget. Returns the weighted sum of losses.
    [[nodiscard]] double forward(const Matrix<T>& y, const Matrix<T>& head, std::span<const TokenId> targets, double targetWeight);
    // The same, with dy [n × d_m] (overwritten) and headGradient [V × d_m] (accumulated). Once `stop` is requested no further chunk is begun.
    [[nodiscard]] double backward(const Matrix<T>& y, const Matrix<T>& head, std::span<const TokenId> targets, double targetWeight, Matrix<T>& dy,
                                  Matrix<T>& headGradient, const std::stop_token& stop = {});

private:
    void logits(const Matrix<T>& y, const Matrix<T>& head, Span rows);
    Matrix<T> m_logits;   // one chunk [256 × V]
};

}   // namespace core::training
