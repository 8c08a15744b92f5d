// The slow definition, kept in the tree: the oracle of every fast path. Double precision, straight from the formula, N × N on purpose.
#pragma once

#include <stop_token>

#include "core/attention/block_layout.h"
#include "core/base/result.h"
#include "core/base/shape.h"

namespace core {

struct ReferenceAttention {
    Matrix<double> scores;    // S [N_q × N_k], −∞ where absent
    Matrix<double> weights;   // P [N_q × N_k], 0 where absent; a row without keys is all 0
    RowVector<double> lse;    // [N_q], −∞ for a row without keys
    Matrix<double> output;    // O [N_q × d]
};

// q [N_q × d], k and v [N_k × d]. Absent keys and values are never read.
[[nodiscard]] ReferenceAttention referenceAttention(const Matrix<double>& q, const Matrix<double>& k, const Matrix<double>& v, double scale,
                                                    const BlockLayout& layout);
// The same; `stop` is polled for every query row. Errors: Cancelled.
[[nodiscard]] Result<ReferenceAttention> referenceAttention(const Matrix<double>& q, const Matrix<double>& k, const Matrix<double>& v, double scale,
                                                            const BlockLayout& layout, const std::stop_token& stop);

}   // namespace core
