#include "core/attention/partial_row.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

template<class T>
constexpr T kEmpty = -std::numeric_limits<T>::infinity();

template<class T>
void rescale(PartialRow<T>& row, T m)
{
    const T factor = std::exp(row.m - m);   // an empty row: e^(−∞ − m) = 0 times 0
    row.l *= factor;
    row.acc *= factor;
    row.m = m;
}

}   // namespace

template<class T>
void absorb(PartialRow<T>& row, const T* scores, const T* values, Index n, Index d)
{
    T m = row.m;
    for (Index j = 0; j < n; ++j) m = std::max(m, scores[j]);
    if (row.acc.size() == 0) row.acc = RowVector<T>::Zero(d);
    if (m == kEmpty<T>) {
        // Nothing but absent keys, or NaN scores, which must not be lost.
        for (Index j = 0; j < n; ++j)
            if (std::isnan(scores[j])) row.m = row.l = scores[j];
        return;
    }
    rescale(row, m);
    // The block is summed by itself first: long rows then lose no digits to one ever-growing sum.
    T l = 0;
    RowVector<T> acc = RowVector<T>::Zero(d);
    for (Index j = 0; j < n; ++j) {
        if (scores[j] == kEmpty<T>) continue;   // absent: its value may be NaN
        const T weight = std::exp(scores[j] - m);
        l += weight;
        acc += weight * Eigen::Map<const RowVector<T>>(values + j * d, d);
    }
    row.l += l;
    row.acc += acc;
}

template<class T>
PartialRow<T> merged(const PartialRow<T>& a, const PartialRow<T>& b)
{
    if (b.m == kEmpty<T>) return a;   // e^(−∞ − −∞) would be NaN
    if (a.m == kEmpty<T>) return b;
    PartialRow<T> result = a, other = b;
    const T m = std::max(a.m, b.m);
    rescale(result, m);
    rescale(other, m);
    result.l += other.l;
    result.acc += other.acc;
    return result;
}

template<class T>
FinishedRow<T> finished(const PartialRow<T>& row, Index d)
{
    if (row.m == kEmpty<T>) return {RowVector<T>::Zero(d), kEmpty<T>};
    return {row.acc / row.l, row.m + std::log(row.l)};
}

template<class T>
FinishedRow<T> merged(const FinishedRow<T>& a, const FinishedRow<T>& b)
{
    if (b.lse == kEmpty<T>) return a;   // the difference of two −∞ would be NaN
    if (a.lse == kEmpty<T>) return b;
    const T lse = std::max(a.lse, b.lse) + std::log1p(std::exp(-std::abs(a.lse - b.lse)));
    return {std::exp(a.lse - lse) * a.output + std::exp(b.lse - lse) * b.output, lse};
}

template struct PartialRow<float>;
template struct PartialRow<double>;
template void absorb(PartialRow<float>&, const float*, const float*, Index, Index);
template void absorb(PartialRow<double>&, const double*, const double*, Index, Index);
template PartialRow<float> merged(const PartialRow<float>&, const PartialRow<float>&);
template PartialRow<double> merged(const PartialRow<double>&, const PartialRow<double>&);
template FinishedRow<float> finished(const PartialRow<float>&, Index);
template FinishedRow<double> finished(const PartialRow<double>&, Index);
template FinishedRow<float> merged(const FinishedRow<float>&, const FinishedRow<float>&);
template FinishedRow<double> merged(const FinishedRow<double>&, const FinishedRow<double>&);

}   // namespace core
