// Takes absent pairs out of a panel of scores, row by row.
#pragma once

#include <vector>

#include "core/attention/block_layout.h"

namespace core {

class PanelMask {
public:
    PanelMask(const BlockLayout& layout, Span rows);

    // scores [keys.size()] of row rows.begin + i. Before and after the allowed keys it writes 0, in gaps between them −∞, which exp turns
    // into exactly 0. Returns what lies between, counted from keys.begin: the only scores that may be looked at.
    Span apply(Index i, Span keys, float* scores) const;
    // Of all these rows, as BlockLayout::touchedTiles, from what is known of each row already.
    [[nodiscard]] KeyRuns touchedTiles(Index tile) const;
    // The row's few keys lie in so many tiles that each is cheaper fetched by itself. Depends on the row alone, not on others of the panel.
    [[nodiscard]] bool isScattered(Index i) const { return !m_scattered.empty() && m_scattered[std::size_t(i)] != 0; }
    [[nodiscard]] bool allScattered() const;
    [[nodiscard]] const KeyRuns& runs(Index i) const { return m_runs[std::size_t(i)]; }   // of a row that is scattered
    [[nodiscard]] bool allows(Index i, Index key) const { return m_layout.allows(m_rows.begin + i, key); }

private:
    Span applyRuns(const KeyRuns& runs, Span keys, float* scores) const;

    const BlockLayout& m_layout;
    Span m_rows;
    std::vector<KeyRuns> m_runs;     // of each row; empty for a band, which needs none
    std::vector<char> m_scattered;   // likewise
};

}   // namespace core
