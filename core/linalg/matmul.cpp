#include "core/linalg/matmul.h"

#include <algorithm>
#include <cassert>
#include <new>

#include <omp.h>
#include <oneapi/dnnl/dnnl.h>

#include "core/base/parallel.h"
#include "core/linalg/rows.h"

namespace core {

namespace {

// A product is cut into pieces of rows × outputs: big enough to pay for packing again, and small enough that a stop token is polled every
// few milliseconds. Borders depend on the shape alone.
constexpr Index kPanelRows = 256;
constexpr Index kFewRows = 16;                          // bound by reading the weight: only its rows are cut
constexpr Index kFewWeights = Index(1) << 18;           // elements read by a piece of few rows; less is not worth waking a thread
constexpr Index kProductsOfMany = Index(1) << 26;       // multiply-adds of a piece, half a millisecond or so
constexpr Index kProductsOfOnePanel = Index(1) << 24;   // outputs are then all there is to share between threads
constexpr Index kLeastOutputs = 256;

char letter(Op op) { return op == Op::None ? 'N' : 'T'; }

// oneDNN's own OpenMP team would spin against the workers of parallelFor and make results depend on its size.
void useOneThread()
{
    thread_local const bool once = [] {
        omp_set_num_threads(1);
        return true;
    }();
    static_cast<void>(once);
}

template<class T>
void scaleRows(T* c, Index m, Index n, Index ldc, T beta)
{
    for (Index i = 0; i < m; ++i)
        for (Index j = 0; j < n; ++j) c[i * ldc + j] = beta == T(0) ? T(0) : beta * c[i * ldc + j];
}

using DoubleMap = Eigen::Map<Matrix<double>, Eigen::Unaligned, Eigen::OuterStride<>>;
using ConstDoubleMap = Eigen::Map<const Matrix<double>, Eigen::Unaligned, Eigen::OuterStride<>>;

void linearPanel(const float* x, Index n, Index in, const float* weight, const float* bias, Index outputs, float* y, Index ldy)
{
    gemm(Op::None, Op::Transposed, n, outputs, in, 1.0f, x, in, weight, in, 0.0f, y, ldy);
    if (!bias) return;
    for (Index i = 0; i < n; ++i) rows::add(y + i * ldy, bias, outputs);
}

// Panels of nearly equal height, so that 257 rows do not become 256 and 1.
Index rowsOfPanel(Index n)
{
    const Index even = ceilDiv(n, ceilDiv(n, kPanelRows));
    return n <= kFewRows ? n : ceilDiv(even, kFewRows) * kFewRows;
}

Index outputsOfPanel(Index n, Index panelRows, Index in)
{
    if (n <= kFewRows) return std::max(kLeastOutputs, kFewWeights / in);
    return std::max(kLeastOutputs, (n > kPanelRows ? kProductsOfMany : kProductsOfOnePanel) / (panelRows * in));
}

}   // namespace

void gemm(Op opA, Op opB, Index m, Index n, Index k, float alpha, const float* a, Index lda, const float* b, Index ldb, float beta, float* c,
          Index ldc)
{
    assert(m >= 0 && n >= 0 && k >= 0);
    if (m == 0 || n == 0) return;
    if (k == 0) return scaleRows(c, m, n, ldc, beta);
    useOneThread();
    // Shapes are right here, so what fails is the allocation of work space; an unwritten C must never pass for a result.
    if (dnnl_sgemm(letter(opA), letter(opB), m, n, k, alpha, a, lda, b, ldb, beta, c, ldc) != dnnl_success) throw std::bad_alloc();
}

void gemm(Op opA, Op opB, Index m, Index n, Index k, double alpha, const double* a, Index lda, const double* b, Index ldb, double beta, double* c,
          Index ldc)
{
    assert(m >= 0 && n >= 0 && k >= 0);
    scaleRows(c, m, n, ldc, beta);
    if (m == 0 || n == 0 || k == 0) return;
    const ConstDoubleMap A(a, opA == Op::None ? m : k, opA == Op::None ? k : m, Eigen::OuterStride<>(lda));
    const ConstDoubleMap B(b, opB == Op::None ? k : n, opB == Op::None ? n : k, Eigen::OuterStride<>(ldb));
    DoubleMap C(c, m, n, Eigen::OuterStride<>(ldc));
    if (opA == Op::None && opB == Op::None) C.noalias() += alpha * A * B;
    if (opA == Op::None && opB == Op::Transposed) C.noalias() += alpha * A * B.transpose();
    if (opA == Op::Transposed && opB == Op::None) C.noalias() += alpha * A.transpose() * B;
    if (opA == Op::Transposed && opB == Op::Transposed) C.noalias() += alpha * A.transpose() * B.transpose();
}

bool linear(const float* x, Index n, Index in, const float* weight, const float* bias, Index out, float* y, const std::stop_token& stop)
{
    if (n == 0 || out == 0) return true;
    const Index panelRows = rowsOfPanel(n);
    const Index panelOutputs = outputsOfPanel(n, panelRows, std::max(in, Index(1)));
    const Index across = ceilDiv(out, panelOutputs);
    const auto piece = [=](Index panel) {
        const Index row = panel / across * panelRows, first = panel % across * panelOutputs;
        linearPanel(x + row * in, std::min(panelRows, n - row), in, weight + first * in, bias ? bias + first : nullptr,
                    std::min(panelOutputs, out - first), y + row * out + first, out);
    };
    return parallelFor(ceilDiv(n, panelRows) * across, piece, stop);
}

}   // namespace core
