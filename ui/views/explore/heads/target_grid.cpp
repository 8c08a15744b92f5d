#include "ui/views/explore/heads/target_grid.h"

#include <algorithm>

#include "core/metrics/token_occurrences.h"

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

void TargetGrid::show(const HeadDrawing& drawing)
{
    clear();
    const auto middleOf = [this](Index square) { return tokensOf(square).begin + tokensOf(square).size() / 2; };
    const auto squares = [&](Span tokens) {   // those whose middle lies inside
        Span inside{std::clamp<Index>(tokens.begin / m_block, 0, m_side), std::clamp<Index>(core::ceilDiv(tokens.end, m_block), 0, m_side)};
        if (!inside.empty() && middleOf(inside.begin) < tokens.begin) ++inside.begin;
        if (!inside.empty() && middleOf(inside.end - 1) >= tokens.end) --inside.end;
        return inside;
    };
    for (const core::HeadTarget::Block& block : drawing) {
        const Span rows = squares(block.queries), columns = squares(block.keys);
        for (Index row = rows.begin; row < rows.end; ++row)
            for (Index column = columns.begin; column < columns.end; ++column) set({row, column}, true);
    }
}

HeadDrawing TargetGrid::drawing() const
{
    HeadDrawing drawing;
    for (Index row = 0; row < m_side; ++row)
        for (Index column = 0; column < m_side; ++column) {
            if (!isDrawn({row, column})) continue;
            const Span queries = tokensOf(row), keys = tokensOf(column);
            if (!drawing.empty() && drawing.back().queries == queries && drawing.back().keys.end == keys.begin)
                drawing.back().keys.end = keys.end;
            else
                drawing.push_back({.queries = queries, .keys = keys});
        }
    return drawing;
}

HeadDrawing drawingOf(TargetPreset preset, const core::Tokens& tokens)
{
    HeadDrawing drawing;
    const auto add = [&](Index query, Index key) { drawing.push_back({.queries = {query, query + 1}, .keys = {key, key + 1}}); };
    const core::TokenOccurrences occurrences(tokens);
    for (Index i = 0; i < tokens.size(); ++i) {
        if (preset == TargetPreset::OwnToken) add(i, i);
        if (preset == TargetPreset::PreviousToken && i > 0) add(i, i - 1);
        if (preset == TargetPreset::FirstToken && i > 0) add(i, 0);
        if (preset == TargetPreset::SameToken)
            for (const Index earlier : occurrences.before(i, {0, i})) add(i, earlier);
    }
    return drawing;
}

}   // namespace ui
