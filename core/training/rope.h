// Rotary positions: the pair (x_c, x_{c+R/2}) of a head turns by p·base^(−2c/R) at position p. A rotation's gradient is the rotation back.
#pragma once

#include "core/model/model_config.h"

namespace core::training {

enum class Turn { Forward, Back };

template<class T>
class RopeTable {
public:
    RopeTable(const ModelConfig& config, Index length);
    // Turns the first R numbers of each of `heads` neighbouring heads of one row in place. position < length.
    void turn(Turn direction, Index position, T* row, Index heads) const;

private:
    Index m_headDim;
    Matrix<T> m_cos;   // [length × R/2]
    Matrix<T> m_sin;
};

}   // namespace core::training
