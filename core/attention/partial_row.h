// The merge law: one query row's attention over any set of keys, and how two disjoint sets join. FlashAttention's tiles, a growing KV cache
// and the steps of a ring all obey it.   Milakov & Gimelshein 2018, arXiv 1805.02867; Rabe & Staats 2021, arXiv 2112.05682.
// Kernels write it out for whole panels (panel_worker.cpp), and this, a row at a time, is the oracle they are tested against.
//
// After absorbing any set A of keys with scores s_j:   m = max s_j,   l = Σ e^(s_j − m),   acc = Σ e^(s_j − m)·v_j
// A = ∅:  m = −∞, l = 0, acc = 0.          Finished:  O = acc / l,  lse = m + ln l      (empty row: O = 0, lse = −∞)
#pragma once

#include <limits>

#include "core/base/shape.h"

namespace core {

template<class T>
struct PartialRow {
    T m = -std::numeric_limits<T>::infinity();
    T l = 0;
    RowVector<T> acc;   // [d]; empty while no key was absorbed
};

// scores [n] (−∞ means absent), values [n × d].
template<class T>
void absorb(PartialRow<T>& row, const T* scores, const T* values, Index n, Index d);

// Joins two disjoint key sets. Commutative and associative up to rounding; an empty part is neutral.
template<class T>
[[nodiscard]] PartialRow<T> merged(const PartialRow<T>& a, const PartialRow<T>& b);

template<class T>
struct FinishedRow {
    RowVector<T> output;   // [d]
    T lse;
};
template<class T>
[[nodiscard]] FinishedRow<T> finished(const PartialRow<T>& row, Index d);
// Joins two finished parts: lse = max + log1p(exp(−|Δ|)), O = e^(lse₁−lse)·O₁ + e^(lse₂−lse)·O₂; both −∞ stays empty.
template<class T>
[[nodiscard]] FinishedRow<T> merged(const FinishedRow<T>& a, const FinishedRow<T>& b);

}   // namespace core
