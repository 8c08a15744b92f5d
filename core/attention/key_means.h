// Means of consecutive keys: what MoBA and native sparse attention look at in place of keys.
#pragma once

#include "core/attention/selector.h"

namespace core {

// [1][count][d]: row i is the mean of the keys [i·step, i·step + size) of the input's key head, as far as there are whole ones. Summed in double,
// kept in single precision: means of half precision would change orders.
[[nodiscard]] HeadRows keyMeans(const SelectionInput& input, Index size, Index step, const std::stop_token& stop);

}   // namespace core
