// The letters of every shape comment in this program, declared once (attention field guide, section 0).
//
//   N      tokens (N_q queries, N_k keys where they differ); o = N_k - N_q, so query row i sits at position p = i + o
//   L, H   layers, query heads;  H_kv key/value heads;  g = H / H_kv query heads share one key/value head
//   d      width of a head (d_k = d_v = d);  d_m model width;  F width of the MLP;  V vocabulary size
//   S, P   scaled scores, weights [N_q x N_k];  O outputs [N_q x d];  lse (l in formulas) row log-sum-exp [N_q]
//   tau    score scale, 1/sqrt(d) unless a model says otherwise;  Pi number of allowed (query, key) pairs of a head
#pragma once

#include <compare>
#include <cstddef>

#include <Eigen/Core>

namespace core {

using Index = Eigen::Index;

// A query row and a key column are different things, so they are different types.
template<class Axis>
struct Position {
    Index value = 0;
    friend constexpr auto operator<=>(const Position&, const Position&) = default;
};
using QueryPos = Position<struct QueryAxis>;   // row of the weight matrix, counted from the start of the text
using KeyPos = Position<struct KeyAxis>;       // column of the weight matrix, same origin

// One head of one layer, both counted from 0. "2.5" in text is layer 2, head 5.
struct HeadId {
    Index layer = 0;
    Index head = 0;
    friend constexpr auto operator<=>(const HeadId&, const HeadId&) = default;
};

// Half-open range [begin, end) of rows, keys, tokens or bytes.
struct Span {
    Index begin = 0;
    Index end = 0;
    [[nodiscard]] constexpr Index size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return end <= begin; }
    [[nodiscard]] constexpr bool contains(Index i) const { return begin <= i && i < end; }
    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

template<class T>
using Matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
template<class T>
using RowVector = Eigen::Matrix<T, 1, Eigen::Dynamic, Eigen::RowMajor>;

using RowMatrix = Matrix<float>;
using RowMap = Eigen::Map<RowMatrix, Eigen::Unaligned, Eigen::OuterStride<>>;
using ConstRowMap = Eigen::Map<const RowMatrix, Eigen::Unaligned, Eigen::OuterStride<>>;

[[nodiscard]] constexpr Index ceilDiv(Index a, Index b) { return (a + b - 1) / b; }

}   // namespace core
