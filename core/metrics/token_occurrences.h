// Where the tokens of a text stood before.
#pragma once

#include <limits>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/shape.h"
#include "core/text/tokens.h"

namespace core {

// Metrics see a row's weights in parts, a range of keys at a time. What it costs to ask for each part is a binary search and what the part
// holds, however often the token occurs: all parts together cost no more than their weights did.
class TokenOccurrences {
public:
    // Of the first `rows` tokens, or of all when there are fewer. Once `stop` is requested it ends early, and no row may be asked for.
    explicit TokenOccurrences(const Tokens& tokens, Index rows = std::numeric_limits<Index>::max(), const std::stop_token& stop = {});

    [[nodiscard]] Index rows() const { return Index(m_group.size()); }
    // The positions in `keys` that hold the token of `row` and lie before it, ascending.
    [[nodiscard]] std::span<const Index> before(Index row, Span keys) const;
    [[nodiscard]] bool anyBefore(Index row) const { return m_places[m_group[std::size_t(row)]].front() < row; }

private:
    std::vector<std::size_t> m_group;           // [rows], positions with the same token have the same group
    std::vector<std::vector<Index>> m_places;   // of each group, ascending
};

}   // namespace core
