// How an AttentionView is pointed at: hover peeks, click pins, wheel and drag move.
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "ui/plot/attention_view.h"
#include "ui/plot/focus_ring.h"
#include "ui/plot/selection_overlay.h"

namespace ui {

namespace {

constexpr double kLinkReach = 8.0;   // px from a curve that still mean it

bool liesOnScrollingPage(const QWidget& widget)
{
    for (const QWidget* above = widget.parentWidget(); above; above = above->parentWidget())
        if (const auto* area = qobject_cast<const QScrollArea*>(above); area && area->verticalScrollBar()->maximum() > 0) return true;
    return false;
}

}   // namespace

std::optional<Pair> AttentionView::pairAt(QPointF point) const
{
    if (m_scene.isEmpty()) return std::nullopt;
    if (const auto cell = m_scene.geometry.cellAt(point)) return cell;
    if (!m_scene.showsLinks() || !m_scene.layout.links.contains(point.toPoint())) return std::nullopt;
    const auto link = m_scene.curves().nearest(m_scene.links.links, point, kLinkReach);
    return link ? std::optional(Pair{link->query, link->key}) : std::nullopt;
}

void AttentionView::announcePeek(std::optional<Pair> cell, PointedBy by)
{
    // The same word is the same peek, whichever of its pieces was looked at elsewhere.
    const bool sameCell = cell && m_announced && m_scene.fromTokens(m_announced) == cell;
    const std::optional<Pair> pair = sameCell ? m_announced : m_scene.toTokens(cell);
    m_overlay->follow(by);
    if (pair == m_announced) return;
    m_announced = pair;
    m_ownPeek = pair ? std::optional(by) : std::nullopt;
    Q_EMIT peeked(pair);
}

// What is looked at elsewhere stays when the pointer or the keyboard leaves here.
void AttentionView::endOwnPeek()
{
    if (m_ownPeek) announcePeek(std::nullopt);
}

std::optional<Pair> AttentionView::pairOfRow(core::Index token) const
{
    const std::optional<Pair> row = m_scene.fromTokens(Pair{token, 0});
    if (!row || !m_scene.holds({row->query, 0})) return std::nullopt;
    const core::Index query = row->query;
    const core::RowVector<float> weights = m_scene.shown->row(query);
    Pair strongest{query, std::min(query, m_scene.shown->keys() - 1)};   // the token itself, where nothing is allowed
    float most = -1.0f;
    for (const core::Span run : m_scene.shown->allowedKeys(query))
        for (core::Index key = run.begin; key < run.end; ++key)
            if (std::abs(weights[key]) > most) most = std::abs(weights[key]), strongest.key = key;
    return m_scene.toTokens(strongest);
}

void AttentionView::togglePin(Pair pair)
{
    const bool release = m_scene.selection.pin == pair;
    Q_EMIT pinned(release ? std::nullopt : m_scene.toTokens(pair));
}

void AttentionView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) m_drag = Drag{event->position(), event->position()};
    if (m_drag && (event->button() == Qt::MiddleButton || m_spaceHeld)) m_drag->moved = true;
    if (m_drag && !m_drag->moved) m_drag->ruler = rulerAt(event->position());
    event->accept();
}

void AttentionView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_drag && m_drag->ruler) {
        m_drag->last = at;
        return selectOnRuler(*m_drag);
    }
    if (m_drag) {
        m_drag->moved = m_drag->moved || QLineF(m_drag->start, at).length() >= kDragFrom;
        if (m_drag->moved) {
            const QPointF moved = at - std::exchange(m_drag->last, at);
            if (!m_scene.isEmpty()) setView(m_scene.geometry.panned(moved));
            setCursor(m_scene.geometry.isFitted() ? Qt::ArrowCursor : Qt::ClosedHandCursor);
            return;
        }
    }
    announcePeek(pairAt(at));
    m_overlay->setPointer(at);
}

void AttentionView::mouseReleaseEvent(QMouseEvent* event)
{
    const std::optional<Drag> drag = std::exchange(m_drag, std::nullopt);
    unsetCursor();
    if (drag && drag->ruler && QLineF(drag->start, drag->last).length() < kDragFrom) select({}, {});   // a click ends the selection
    if (!drag || drag->ruler || drag->moved || event->button() != Qt::LeftButton) return;
    if (const auto pair = pairAt(event->position())) togglePin(*pair);
}

// The second press of a double click pins like any other, so that two quick clicks pin and release.
void AttentionView::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
    if (event->button() == Qt::LeftButton && !pairAt(event->position())) Q_EMIT doubleClickedBesideCells();
}

// In a page that scrolls the wheel is the page's, and zooms with Ctrl: it would stick on every picture otherwise.
void AttentionView::wheelEvent(QWheelEvent* event)
{
    const bool asks = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    if (m_scene.isEmpty() || (!asks && liesOnScrollingPage(*this))) return event->ignore();
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::ShiftModifier)
        setView(m_scene.geometry.panned(QPointF(angle.y() != 0 ? angle.y() : angle.x(), 0)));
    else
        setView(m_scene.geometry.zoomed(event->position(), std::pow(kZoomNotch, angle.y() / 120.0)));
    announcePeek(pairAt(event->position()));
    event->accept();
}

void AttentionView::leaveEvent(QEvent*)
{
    m_overlay->setPointer(std::nullopt);
    endOwnPeek();
}

void AttentionView::focusInEvent(QFocusEvent* event)
{
    m_keysSeen = showsFocus(event->reason(), m_keysSeen);
    m_overlay->setFocusRing(m_keysSeen);
    QCustomPlot::focusInEvent(event);
}

// Keys that are still down go up elsewhere.
void AttentionView::focusOutEvent(QFocusEvent* event)
{
    m_spaceHeld = false;
    m_overlay->setFocusRing(false);
    endOwnPeek();
    QCustomPlot::focusOutEvent(event);
}

}   // namespace ui
