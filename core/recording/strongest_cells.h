// The n strongest of a stream of cells, without keeping the stream.
#pragma once

#include <limits>
#include <vector>

#include "core/recording/attention_map.h"

namespace core {

// A strict order of all cells that are not NaN, so that the n strongest do not depend on the order in which cells arrive:
// larger first (larger magnitude for signed matrices), then the smaller query, then the smaller key.
class StrongestCells {
public:
    StrongestCells(Index n, MatrixKind kind) : m_limit(std::size_t(n)), m_kind(kind) {}

    // Cells below it cannot enter any more. Grows; −∞ until n cells are held.
    [[nodiscard]] float floor() const { return m_floor; }
    void raiseFloor(float floor) { m_floor = m_floor >= floor ? m_floor : floor; }
    void add(StrongCell cell)
    {
        if (!(strength(cell.weight) >= m_floor)) return;   // also turns NaN away: it has no place in an order
        m_cells.push_back(cell);
        if (m_cells.size() >= 2 * m_limit + kSlack) compact();
    }
    void add(const StrongestCells& other)
    {
        for (const StrongCell& cell : other.m_cells) add(cell);
        compact();
    }
    void compact();
    [[nodiscard]] std::vector<StrongCell> sorted() const;

private:
    static constexpr std::size_t kSlack = 1024;
    [[nodiscard]] float strength(float weight) const { return m_kind == MatrixKind::Signed && weight < 0 ? -weight : weight; }
    [[nodiscard]] bool before(const StrongCell& a, const StrongCell& b) const;

    std::size_t m_limit;
    MatrixKind m_kind;
    float m_floor = -std::numeric_limits<float>::infinity();
    std::vector<StrongCell> m_cells;
};

}   // namespace core
