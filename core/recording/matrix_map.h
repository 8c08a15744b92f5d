// A map whose matrix is given: the oracles of tests, and later imported weights; nothing in the program makes one yet.
#pragma once

#include <cstdint>

#include "core/recording/attention_map.h"

namespace core {

// 1: the pair exists; 0: it is absent and its weight means nothing.
using AllowedMatrix = Matrix<std::uint8_t>;

// weights and allowed [N_q × N_k], of the same shape. Absent pairs read as 0, whatever `weights` holds there.
[[nodiscard]] MapPtr matrixMap(RowMatrix weights, AllowedMatrix allowed, MatrixKind kind = MatrixKind::RowStochastic);

}   // namespace core
