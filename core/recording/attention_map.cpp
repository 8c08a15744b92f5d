#include "core/recording/attention_map.h"

#include <algorithm>

namespace core {

Cell AttentionMap::cell(Index query, Index key) const
{
    if (query < 0 || query >= queries() || key < 0 || key >= keys() || !allowed(query, key)) return {};
    Cell result{.weight = 0.0f, .allowed = true};
    weights({query, query + 1}, {key, key + 1}, &result.weight);
    return result;
}

RowVector<float> AttentionMap::row(Index query) const
{
    RowVector<float> result = RowVector<float>::Zero(keys());
    if (query >= 0 && query < queries() && keys() > 0) weights({query, query + 1}, {0, keys()}, result.data());
    return result;
}

Index AttentionMap::levels() const
{
    Index count = 1;
    for (Index cells = std::max(queries(), keys()); cells > kTileCells; cells = ceilDiv(cells, 2)) ++count;
    return count;
}

}   // namespace core
