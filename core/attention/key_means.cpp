#include "core/attention/key_means.h"

#include "core/base/parallel.h"

namespace core {

HeadRows keyMeans(const SelectionInput& input, Index size, Index step, const std::stop_token& stop)
{
    const Index keys = input.k->rows(), d = input.k->width(), count = keys < size ? 0 : (keys - size) / step + 1;
    RowMatrix means(count, d);
    parallelFor(
        count,
        [&](Index i) {
            RowVector<double> sum = RowVector<double>::Zero(d);
            for (Index j = i * step; j < i * step + size; ++j)
                sum += Eigen::Map<const RowVector<float>>(input.k->row(input.kvHead(), j), d).cast<double>();
            means.row(i) = (sum / double(size)).cast<float>();
        },
        stop);
    return HeadRows(1, d).appended(means.data(), count, d, stop);
}

}   // namespace core
