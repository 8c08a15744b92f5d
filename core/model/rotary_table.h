// Rotary positions of a stretch of tokens.   Su et al. 2021, arXiv 2104.09864.
#pragma once

#include "core/base/shape.h"
#include "core/model/model_config.h"

namespace core {

// cos and sin of t·θ_i, θ_i = base^(−2i/R), i < R/2, for the positions t of a span. Angles are taken in double: in float the one of
// position 131,072 is off by 0.008.
class RotaryTable {
public:
    RotaryTable(const ModelConfig& config, Span positions);

    // Turns the pairs (i, i + R/2) of one head's row [d] at a position of the span; elements from R on pass.
    void rotate(float* head, Index position) const;

private:
    Span m_positions;
    Index m_half;
    RowMatrix m_cos;   // [positions × R/2]
    RowMatrix m_sin;
};

}   // namespace core
