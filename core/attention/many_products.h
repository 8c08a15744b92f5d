// Products of one row with many others, in double.
#pragma once

#include <vector>

#include "core/attention/head_rows.h"

namespace core {

class ManyProducts {
public:
    ManyProducts(const HeadRows& others, Index head);

    [[nodiscard]] Index count() const { return m_count; }
    // out [count] = x·(row i of the others) for i < count. Each sum is taken in the order of its terms, which are exact: the same number whatever
    // `count` is.
    void of(const float* x, Index count, std::vector<double>& out) const;

private:
    Index m_width, m_count;
    std::vector<double> m_columns;   // [d][count]: the sums grow side by side, so that the compiler uses vectors
};

}   // namespace core
