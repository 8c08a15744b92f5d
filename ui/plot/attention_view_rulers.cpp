// Rows and columns selected by dragging along their labels, and the way to see them large.
#include <algorithm>
#include <cmath>

#include "ui/plot/attention_view.h"
#include "ui/plot/selection_overlay.h"

namespace ui {

std::optional<AttentionView::Ruler> AttentionView::rulerAt(QPointF point) const
{
    if (m_scene.isEmpty() || !m_scene.showsMatrix()) return std::nullopt;
    if (m_scene.layout.queryLabels.contains(point.toPoint())) return Ruler::Rows;
    return m_scene.layout.keyLabels.contains(point.toPoint()) ? std::optional(Ruler::Columns) : std::nullopt;
}

core::Index AttentionView::positionOn(Ruler ruler, QPointF point) const
{
    const MatrixGeometry& g = m_scene.geometry;
    const double at = ruler == Ruler::Rows ? g.view.top() + (point.y() - g.plot.top()) / g.cellHeight()
                                           : g.view.left() + (point.x() - g.plot.left()) / g.cellWidth();
    return std::clamp<core::Index>(core::Index(std::floor(at)), 0, (ruler == Ruler::Rows ? g.queries : g.keys) - 1);
}

void AttentionView::selectOnRuler(const Drag& drag)
{
    if (QLineF(drag.start, drag.last).length() < kDragFrom) return;
    const core::Index a = positionOn(*drag.ruler, drag.start), b = positionOn(*drag.ruler, drag.last);
    const core::Span span{std::min(a, b), std::max(a, b) + 1};
    select(*drag.ruler == Ruler::Rows ? span : m_scene.selectedRows, *drag.ruler == Ruler::Columns ? span : m_scene.selectedKeys);
}

void AttentionView::select(core::Span rows, core::Span keys)
{
    if (rows == m_scene.selectedRows && keys == m_scene.selectedKeys) return;
    m_scene.selectedRows = rows;
    m_scene.selectedKeys = keys;
    m_overlay->update();
}

void AttentionView::zoomToSelection()
{
    core::Span rows = m_scene.selectedRows, keys = m_scene.selectedKeys;
    if (rows.empty() && keys.empty()) return;
    if (keys.empty()) keys = {std::min(rows.begin, m_scene.geometry.keys - 1), std::min(rows.end, m_scene.geometry.keys)};
    if (rows.empty()) rows = {std::min(keys.begin, m_scene.geometry.queries - 1), std::min(keys.end, m_scene.geometry.queries)};
    setView(m_scene.geometry.framing(rows, keys));
}

}   // namespace ui
