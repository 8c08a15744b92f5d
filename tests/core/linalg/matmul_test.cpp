#include "core/linalg/matmul.h"

#include <vector>

#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "core/base/random.h"

namespace {

using core::Index;
using core::Op;

template<class T>
core::Matrix<T> randomMatrix(Index rows, Index columns, std::uint64_t seed)
{
    core::Random random(seed);
    core::Matrix<T> result(rows, columns);
    for (Index i = 0; i < result.size(); ++i) result.data()[i] = T(random.normal());
    return result;
}

struct Shape {
    Index m, n, k;
};

class Gemm : public ::testing::TestWithParam<Shape> {};
INSTANTIATE_TEST_SUITE_P(Shapes, Gemm,
                         ::testing::Values(Shape{0, 3, 2}, Shape{3, 0, 2}, Shape{3, 2, 0}, Shape{1, 1, 1}, Shape{1, 7, 33}, Shape{7, 1, 5},
                                           Shape{7, 33, 2}, Shape{33, 7, 64}, Shape{65, 130, 31}));

// The product by definition, in double precision.
core::Matrix<double> product(Op opA, Op opB, const core::Matrix<double>& a, const core::Matrix<double>& b, Index m, Index n, Index k)
{
    core::Matrix<double> c = core::Matrix<double>::Zero(m, n);
    for (Index i = 0; i < m; ++i)
        for (Index j = 0; j < n; ++j)
            for (Index l = 0; l < k; ++l) c(i, j) += (opA == Op::None ? a(i, l) : a(l, i)) * (opB == Op::None ? b(l, j) : b(j, l));
    return c;
}

template<class T>
void expectProduct(const Shape& shape, Op opA, Op opB, double tolerance)
{
    const auto [m, n, k] = shape;
    // Two spare columns in every operand: leading dimensions are honoured and nothing outside C is written.
    const core::Matrix<T> a = randomMatrix<T>(opA == Op::None ? m : k, (opA == Op::None ? k : m) + 2, 1);
    const core::Matrix<T> b = randomMatrix<T>(opB == Op::None ? k : n, (opB == Op::None ? n : k) + 2, 2);
    const core::Matrix<T> before = randomMatrix<T>(m, n + 2, 3);
    const core::Matrix<double> exact = product(opA, opB, a.template cast<double>(), b.template cast<double>(), m, n, k);
    for (const T beta : {T(0), T(1), T(-0.5)}) {
        core::Matrix<T> c = before;
        if (beta == T(0)) c.leftCols(n).setConstant(std::numeric_limits<T>::quiet_NaN());   // beta = 0 never reads C
        core::gemm(opA, opB, m, n, k, T(2), a.data(), a.cols(), b.data(), b.cols(), beta, c.data(), c.cols());
        for (Index i = 0; i < m; ++i) {
            for (Index j = 0; j < n; ++j) {
                const double expected = 2 * exact(i, j) + (beta == T(0) ? 0.0 : double(beta) * double(before(i, j)));
                ASSERT_LE(std::abs(double(c(i, j)) - expected), tolerance * double(k + 1)) << i << ", " << j << " beta " << beta;
            }
            ASSERT_EQ(c(i, n), before(i, n));
            ASSERT_EQ(c(i, n + 1), before(i, n + 1));
        }
    }
}

TEST_P(Gemm, EqualsTheDefinitionForEveryTranspositionAndBeta)
{
    for (const Op opA : {Op::None, Op::Transposed}) {
        for (const Op opB : {Op::None, Op::Transposed}) {
            expectProduct<float>(GetParam(), opA, opB, 2e-6);
            expectProduct<double>(GetParam(), opA, opB, 1e-14);
        }
    }
}

class Linear : public ::testing::TestWithParam<Shape> {};
INSTANTIATE_TEST_SUITE_P(Shapes, Linear,
                         ::testing::Values(Shape{0, 3, 2}, Shape{3, 0, 2}, Shape{2, 3, 0}, Shape{1, 300, 16}, Shape{16, 129, 8}, Shape{17, 5, 8},
                                           Shape{300, 40, 24}, Shape{257, 600, 300}));

TEST_P(Linear, EqualsTheProductPlusBiasForAnyNumberOfThreads)
{
    const auto [n, out, in] = GetParam();
    const core::RowMatrix x = randomMatrix<float>(n, in, 1), weight = randomMatrix<float>(out, in, 2), bias = randomMatrix<float>(1, out, 3);
    const core::Matrix<double> exact = product(Op::None, Op::Transposed, x.cast<double>(), weight.cast<double>(), n, out, in);
    core::RowMatrix first;
    for (const int threads : {1, 2, 4}) {
        core::setThreadCount(threads);
        core::RowMatrix y(n, out);
        core::linear(x.data(), n, in, weight.data(), bias.data(), out, y.data());
        for (Index i = 0; i < n; ++i)
            for (Index j = 0; j < out; ++j) ASSERT_LE(std::abs(double(y(i, j)) - exact(i, j) - double(bias(0, j))), 2e-6 * double(in + 1));
        if (threads == 1) first = y;
        EXPECT_TRUE((y.array() == first.array()).all()) << threads << " threads change the bits";
    }
    core::setThreadCount(0);
    core::RowMatrix y(n, out);
    core::linear(x.data(), n, in, weight.data(), nullptr, out, y.data());
    for (Index i = 0; i < n; ++i)
        for (Index j = 0; j < out; ++j) ASSERT_LE(std::abs(double(y(i, j)) - exact(i, j)), 2e-6 * double(in + 1));
}

TEST(LinearStopped, StartsNothingAndSaysSo)
{
    std::stop_source stop;
    const core::RowMatrix x = randomMatrix<float>(3, 4, 1), weight = randomMatrix<float>(5, 4, 2);
    core::RowMatrix y = core::RowMatrix::Constant(3, 5, -7.0f);
    EXPECT_TRUE(core::linear(x.data(), 3, 4, weight.data(), nullptr, 5, y.data(), stop.get_token()));
    EXPECT_NE(y(2, 4), -7.0f);
    y.setConstant(-7.0f);
    stop.request_stop();
    EXPECT_FALSE(core::linear(x.data(), 3, 4, weight.data(), nullptr, 5, y.data(), stop.get_token()));
    EXPECT_TRUE((y.array() == -7.0f).all());
}

}   // namespace
