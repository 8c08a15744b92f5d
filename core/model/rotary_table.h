// Rotary positions of a stretch of tokens.   Su et al. 2021, arXiv 2104.09864.
#pragma once

#include <stop_token>

#include "core/base/shape.h"
#include "core/model/model_config.h"

namespace core {

enum class Turn { Forward, Back };   // back is the inverse, and so the gradient

// cos and sin of t·θ_i, θ_i = base^(−2i/R), i < R/2, for the positions t of a span. Angles are taken in double: in float the one of
// position 131,072 is off by 0.008. T is float or double.
template<class T>
class RotaryTable {
public:
    // Once `stop` is requested it ends early, and the table means nothing.
    RotaryTable(const ModelConfig& config, Span positions, const std::stop_token& stop = {});

    // Turns the pairs (i, i + R/2) of each of `heads` neighbouring heads of a row [heads × d] at a position of the span; in each head the
    // elements from R on pass.
    void rotate(Turn turn, Index position, T* row, Index heads) const;

private:
    Span m_positions;
    Index m_headDim;
    Index m_half;
    Matrix<T> m_cos;   // [positions × R/2]
    Matrix<T> m_sin;
};

}   // namespace core
