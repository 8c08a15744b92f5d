#include "core/attention/many_products.h"

namespace core {

ManyProducts::ManyProducts(const HeadRows& others, Index head) :
    m_width(others.width()), m_count(others.rows()), m_columns(std::size_t(m_width * m_count))
{
    for (Index i = 0; i < m_count; ++i)
        for (Index c = 0; c < m_width; ++c) m_columns[std::size_t(c * m_count + i)] = double(others.row(head, i)[c]);
}

void ManyProducts::of(const float* x, Index count, std::vector<double>& out) const
{
    out.assign(std::size_t(count), 0.0);
    for (Index c = 0; c < m_width; ++c) {
        const double factor = double(x[c]);
        const double* column = m_columns.data() + c * m_count;
        double* sum = out.data();
        for (Index i = 0; i < count; ++i) sum[i] += factor * column[i];
    }
}

}   // namespace core
