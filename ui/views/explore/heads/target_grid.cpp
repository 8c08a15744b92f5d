#include "ui/views/explore/heads/target_grid.h"

#include <algorithm>

namespace ui {

using core::Index;
using core::Span;

TargetGrid::TargetGrid(Index tokens) : m_tokens(tokens), m_block(std::max<Index>(1, core::ceilDiv(tokens, kTargetSquares)))
{
    m_side = core::ceilDiv(tokens, m_block);
    m_drawn.assign(std::size_t(m_side * m_side), false);
}

Span TargetGrid::tokensOf(Index rowOrColumn) const
{
    return core::intersectionOf({rowOrColumn * m_block, (rowOrColumn + 1) * m_block}, {0, m_tokens});
}

std::optional<TargetSquare> TargetGrid::squareAt(QPointF point, const QRectF& area) const
{
    if (m_side == 0 || !area.contains(point)) return std::nullopt;
    const double square = area.width() / double(m_side);
    const auto at = [&](double offset) { return std::clamp<Index>(Index(offset / square), 0, m_side - 1); };
    return TargetSquare{at(point.y() - area.top()), at(point.x() - area.left())};
}

QRectF TargetGrid::rectOf(TargetSquare square, const QRectF& area) const
{
    const double side = area.width() / double(m_side);
    return {area.left() + double(square.column) * side, area.top() + double(square.row) * side, side, side};
}

void TargetGrid::show(const DrawnCells& cells)
{
    clear();
    const auto middleOf = [this](Index square) { return tokensOf(square).begin + tokensOf(square).size() / 2; };
    const auto squares = [&](Span tokens) {   // those whose middle lies inside
        Span inside{std::clamp<Index>(tokens.begin / m_block, 0, m_side), std::clamp<Index>(core::ceilDiv(tokens.end, m_block), 0, m_side)};
        if (!inside.empty() && middleOf(inside.begin) < tokens.begin) ++inside.begin;
        if (!inside.empty() && middleOf(inside.end - 1) >= tokens.end) --inside.end;
        return inside;
    };
    for (const core::HeadTarget::Block& block : cells) {
        const Span rows = squares(block.queries), columns = squares(block.keys);
        for (Index row = rows.begin; row < rows.end; ++row)
            for (Index column = columns.begin; column < columns.end; ++column) set({row, column}, true);
    }
}

void TargetGrid::show(const RuleKeys& keys)
{
    clear();
    for (Index row = 0; row < m_side; ++row) {
        const Span queries = tokensOf(row);
        for (const Span run : keys.of(queries.begin + queries.size() / 2))
            for (Index column = run.begin / m_block; column <= (run.end - 1) / m_block; ++column) set({row, column}, true);
    }
}

DrawnCells TargetGrid::cells() const
{
    DrawnCells cells;
    for (Index row = 0; row < m_side; ++row)
        for (Index column = 0; column < m_side; ++column) {
            if (!isDrawn({row, column})) continue;
            const Span queries = tokensOf(row), keys = tokensOf(column);
            if (!cells.empty() && cells.back().queries == queries && cells.back().keys.end == keys.begin)
                cells.back().keys.end = keys.end;
            else
                cells.push_back({.queries = queries, .keys = keys});
        }
    return cells;
}

}   // namespace ui
