#include "core/metrics/token_occurrences.h"

#include <algorithm>
#include <unordered_map>

namespace core {

TokenOccurrences::TokenOccurrences(const Tokens& tokens, Index rows, const std::stop_token& stop)
{
    std::unordered_map<TokenId, std::size_t> groups;
    for (Index i = 0; i < std::min(rows, tokens.size()) && !stop.stop_requested(); ++i) {
        const auto [known, isNew] = groups.try_emplace(tokens.items[std::size_t(i)].id, m_places.size());
        if (isNew) m_places.emplace_back();
        m_group.push_back(known->second);
        m_places[known->second].push_back(i);
    }
}

std::span<const Index> TokenOccurrences::before(Index row, Span keys) const
{
    const std::vector<Index>& places = m_places[m_group[std::size_t(row)]];
    const auto first = std::ranges::lower_bound(places, keys.begin);
    const auto last = std::lower_bound(first, places.end(), std::min(row, keys.end));
    return {first, last};
}

}   // namespace core
