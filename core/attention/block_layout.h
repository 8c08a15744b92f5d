// BlockLayout: a Pattern at a definite size. What kernels skip by and views draw.
#pragma once

#include <memory>
#include <optional>

#include "core/attention/chosen_rows.h"
#include "core/attention/pattern.h"
#include "core/base/shape.h"

namespace core {

enum class TileClass { Empty, Partial, Full };

// Query row i sits at absolute position p = i + offset, offset = N_k − N_q (bottom-right alignment: the last query meets the last key).
class BlockLayout {
public:
    // queries ≤ keys, both ≥ 0. The pattern does not select.
    BlockLayout(Pattern pattern, Index queries, Index keys);
    // One that selects, and what was chosen for each query row: see chosenLayouts.
    BlockLayout(Pattern pattern, ChosenRows chosen, Index keys);

    [[nodiscard]] const Pattern& pattern() const { return m_pattern; }
    [[nodiscard]] Index queries() const { return m_queries; }
    [[nodiscard]] Index keys() const { return m_keys; }
    [[nodiscard]] Index offset() const { return m_keys - m_queries; }

    [[nodiscard]] bool allows(Index row, Index key) const
    {
        return m_chosen ? m_chosen->contains(row, key) : m_pattern.allows({row + offset()}, {key}, m_keys);
    }
    [[nodiscard]] KeyRuns row(Index row) const;
    [[nodiscard]] const std::optional<Band>& band() const { return m_band; }   // of the pattern; positions, not rows
    [[nodiscard]] Index rowCount(Index row) const;                             // n_i, allowed keys of a row
    [[nodiscard]] Index pairs() const;                                         // Pi, exact; closed form where the pattern has one
    [[nodiscard]] Index pairsIn(Span rows, Span keys) const;                   // allowed pairs of a rectangle, clipped to the matrix
    [[nodiscard]] TileClass classOf(Span rows, Span keys) const;               // of any rectangle; empty rectangles are Empty
    [[nodiscard]] const std::optional<ChosenRows>& chosen() const { return m_chosen; }   // of a pattern that selects
    // Non-empty key ranges of a panel of rows, in whole tiles of `tile` keys (clipped at N_k); adjacent tiles are merged.
    [[nodiscard]] KeyRuns touchedTiles(Span rows, Index tile) const;

private:
    Pattern m_pattern;
    std::optional<Band> m_band;
    std::optional<ChosenRows> m_chosen;
    Index m_queries;
    Index m_keys;
};

using LayoutPtr = std::shared_ptr<const BlockLayout>;

}   // namespace core
