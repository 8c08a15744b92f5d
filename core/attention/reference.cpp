#include "core/attention/reference.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

namespace core {

ReferenceAttention referenceAttention(const Matrix<double>& q, const Matrix<double>& k, const Matrix<double>& v, double scale,
                                      const BlockLayout& layout)
{
    return *referenceAttention(q, k, v, scale, layout, {});   // nobody can stop it, so it has a value
}

Result<ReferenceAttention> referenceAttention(const Matrix<double>& q, const Matrix<double>& k, const Matrix<double>& v, double scale,
                                              const BlockLayout& layout, const std::stop_token& stop)
{
    const Index queries = q.rows(), keys = k.rows();
    assert(layout.queries() == queries && layout.keys() == keys && v.rows() == keys && q.cols() == k.cols());
    constexpr double kAbsent = -std::numeric_limits<double>::infinity();
    ReferenceAttention result{Matrix<double>::Constant(queries, keys, kAbsent), Matrix<double>::Zero(queries, keys),
                              RowVector<double>::Constant(queries, kAbsent), Matrix<double>::Zero(queries, v.cols())};
    for (Index i = 0; i < queries; ++i) {
        if (stop.stop_requested()) return cancelled();
        std::vector<Index> allowed;
        for (Index j = 0; j < keys; ++j)
            if (layout.allows(i, j)) allowed.push_back(j);
        if (allowed.empty()) continue;
        double m = kAbsent;
        for (const Index j : allowed) {
            result.scores(i, j) = scale * q.row(i).dot(k.row(j));
            m = std::max(m, result.scores(i, j));
        }
        double l = 0;
        for (const Index j : allowed) l += std::exp(result.scores(i, j) - m);
        result.lse(i) = m + std::log(l);
        for (const Index j : allowed) {
            result.weights(i, j) = std::exp(result.scores(i, j) - result.lse(i));
            result.output.row(i) += result.weights(i, j) * v.row(j);
        }
    }
    return result;
}

}   // namespace core
