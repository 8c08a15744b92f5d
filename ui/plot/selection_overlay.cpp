#include "ui/plot/selection_overlay.h"

#include <QPaintEvent>

#include "ui/plot/focus_ring.h"

namespace ui {

SelectionOverlay::SelectionOverlay(QWidget* plot, const PlotScene& scene) : QWidget(plot), m_scene(scene), m_painter(scene)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

void SelectionOverlay::selectionChanged(const Selection& before)
{
    QRegion region = m_painter.regionOf(before) + m_painter.regionOf(m_scene.selection) + m_tooltip;
    if (m_pointer) region += m_painter.tooltipRect(*m_pointer).toAlignedRect();
    update(region);
}

void SelectionOverlay::markMoved() { update(m_painter.barRegion()); }

void SelectionOverlay::setPointer(std::optional<QPointF> pointer)
{
    m_pointer = pointer;
    QRegion region(m_tooltip);
    if (pointer) region += m_painter.tooltipRect(*pointer).toAlignedRect();
    update(region);
}

void SelectionOverlay::setFocusRing(bool shown)
{
    if (shown == m_focusRing) return;
    m_focusRing = shown;
    update();
}

void SelectionOverlay::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());   // a painter takes the program's, not its widget's
    painter.setClipRegion(event->region());
    m_painter.paint(painter);
    m_tooltip = m_pointer ? m_painter.tooltipRect(*m_pointer).toAlignedRect() : QRect();
    if (m_pointer) m_painter.paintTooltip(painter, *m_pointer);
    if (m_focusRing) paintFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_scene.theme);
}

}   // namespace ui
