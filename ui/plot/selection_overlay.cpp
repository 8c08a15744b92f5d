#include "ui/plot/selection_overlay.h"

#include <utility>

#include <QPaintEvent>

#include "ui/plot/focus_ring.h"
#include "ui/plot/partial_update.h"

namespace ui {

SelectionOverlay::SelectionOverlay(QWidget* plot, const PlotScene& scene) : QWidget(plot), m_scene(scene), m_painter(scene), m_peekBox(scene)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

std::optional<PeekPlace> SelectionOverlay::place() const
{
    const auto& peek = m_scene.selection.peek;
    if (m_source == PointedBy::Pointer) return m_pointer ? std::optional(PeekPlace{{*m_pointer, QSizeF()}, m_pointer}) : std::nullopt;
    if (!peek || !m_scene.holds(*peek) || !m_scene.showsLoupe() || !m_scene.geometry.shows(*peek)) return std::nullopt;
    return PeekPlace{m_scene.geometry.rectOf(*peek), m_pointer};
}

QRect SelectionOverlay::box() const
{
    const std::optional<PeekPlace> at = place();
    return at ? m_peekBox.rect(*at) : QRect();
}

std::optional<MatrixGeometry> SelectionOverlay::loupe() const
{
    const std::optional<PeekPlace> at = place();
    return at ? m_peekBox.loupe(*at) : std::nullopt;
}

void SelectionOverlay::selectionChanged(const Selection& before)
{
    updatePart(*this, m_painter.regionOf(before) + m_painter.regionOf(m_scene.selection) + m_painted + box());
}

void SelectionOverlay::markMoved() { updatePart(*this, m_painter.barRegion()); }

void SelectionOverlay::setPointer(std::optional<QPointF> pointer)
{
    m_pointer = pointer;
    if (pointer) m_source = PointedBy::Pointer;
    updatePart(*this, QRegion(m_painted) + box());
}

void SelectionOverlay::follow(PointedBy source)
{
    if (std::exchange(m_source, source) != source) updatePart(*this, QRegion(m_painted) + box());
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
    m_painted = box();
    if (const std::optional<PeekPlace> at = place()) m_peekBox.paint(painter, *at);
    if (m_focusRing) paintFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_scene.theme);
}

}   // namespace ui
