// One matrix product for the whole program. Single precision is oneDNN's sgemm, double precision (references, gradient checks) Eigen.
#pragma once

#include <stop_token>

#include "core/base/shape.h"

namespace core {

enum class Op { None, Transposed };

// C = alpha · op(A) · op(B) + beta · C        op(A) [m × k], op(B) [k × n], C [m × n], all row-major; ld* = elements between rows.
// Runs on the calling thread only. beta = 0 never reads C, so C may be uninitialised. m, n or k of 0 is legal (k = 0: C = beta · C).
// Throws std::bad_alloc when there is no memory for the product's work space: C then means nothing.
void gemm(Op opA, Op opB, Index m, Index n, Index k, float alpha, const float* a, Index lda, const float* b, Index ldb, float beta, float* c,
          Index ldc);
void gemm(Op opA, Op opB, Index m, Index n, Index k, double alpha, const double* a, Index lda, const double* b, Index ldb, double beta, double* c,
          Index ldc);

// y [n × out] = x [n × in] · Wᵀ + bias        weight [out × in]; bias [out] or null. Cut into fixed pieces that run in parallel;
// once `stop` is requested no further piece starts, and false says that y is incomplete. Throws as gemm does.
bool linear(const float* x, Index n, Index in, const float* weight, const float* bias, Index out, float* y, const std::stop_token& stop = {});

}   // namespace core
