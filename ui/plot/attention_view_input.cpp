// How an AttentionView is pointed at: hover peeks, click pins, wheel and drag move, keys do the same.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "ui/plot/attention_view.h"
#include "ui/plot/focus_ring.h"
#include "ui/plot/selection_overlay.h"

namespace ui {

namespace {

constexpr double kNotch = 1.25;      // zoom of one wheel notch
constexpr double kDragFrom = 4.0;    // px of movement that make a press a drag
constexpr double kLinkReach = 8.0;   // px from a curve that still mean it
constexpr core::Index kPage = 10;    // rows of PgUp and PgDn

}   // namespace

std::optional<Pair> AttentionView::pairAt(QPointF point) const
{
    if (m_scene.isEmpty()) return std::nullopt;
    if (const auto cell = m_scene.geometry.cellAt(point)) return cell;
    if (!m_scene.showsLinks() || !m_scene.layout.links.contains(point.toPoint())) return std::nullopt;
    const auto link = m_scene.curves().nearest(m_scene.links.links, point, kLinkReach);
    return link ? std::optional(Pair{link->query, link->key}) : std::nullopt;
}

void AttentionView::announcePeek(std::optional<Pair> pair)
{
    if (pair == m_announced) return;
    m_announced = pair;
    m_ownPeek = pair.has_value();
    Q_EMIT peeked(pair);
}

// What is looked at elsewhere stays when the pointer or the keyboard leaves here.
void AttentionView::endOwnPeek()
{
    if (m_ownPeek) announcePeek(std::nullopt);
}

std::optional<Pair> AttentionView::pairOfRow(core::Index query) const
{
    if (!m_scene.holds({query, 0})) return std::nullopt;
    const core::RowVector<float> weights = m_scene.shown->row(query);
    Pair strongest{query, std::min(query, m_scene.shown->keys() - 1)};   // the token itself, where nothing is allowed
    float most = -1.0f;
    for (const core::Span run : m_scene.shown->allowedKeys(query))
        for (core::Index key = run.begin; key < run.end; ++key)
            if (std::abs(weights[key]) > most) most = std::abs(weights[key]), strongest.key = key;
    return strongest;
}

void AttentionView::togglePin(Pair pair)
{
    const bool release = m_scene.selection.pin == pair;
    Q_EMIT pinned(release ? std::nullopt : std::optional(pair));
}

void AttentionView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) m_drag = Drag{event->position(), event->position()};
    if (m_drag && (event->button() == Qt::MiddleButton || m_spaceHeld)) m_drag->moved = true;
    event->accept();
}

void AttentionView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
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
    if (!drag || drag->moved || event->button() != Qt::LeftButton) return;
    if (const auto pair = pairAt(event->position())) togglePin(*pair);
}

// The second press of a double click pins like any other, so that two quick clicks pin and release.
void AttentionView::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
    if (event->button() == Qt::LeftButton && !pairAt(event->position())) Q_EMIT doubleClickedBesideCells();
}

void AttentionView::wheelEvent(QWheelEvent* event)
{
    if (m_scene.isEmpty()) return event->ignore();
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::ShiftModifier)
        setView(m_scene.geometry.panned(QPointF(angle.y() != 0 ? angle.y() : angle.x(), 0)));
    else
        setView(m_scene.geometry.zoomed(event->position(), std::pow(kNotch, angle.y() / 120.0)));
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

std::optional<Pair> AttentionView::steppedTo(int key) const
{
    const Pair from = m_scene.focus().value_or(Pair{0, 0});
    Pair to = from;
    switch (key) {
    case Qt::Key_Up:
        --to.query;
        break;
    case Qt::Key_Down:
        ++to.query;
        break;
    case Qt::Key_Left:
        --to.key;
        break;
    case Qt::Key_Right:
        ++to.key;
        break;
    case Qt::Key_PageUp:
        to.query -= kPage;
        break;
    case Qt::Key_PageDown:
        to.query += kPage;
        break;
    case Qt::Key_Home:
    case Qt::Key_End: {
        const core::KeyRuns runs = m_scene.shown->allowedKeys(from.query);
        if (!runs.empty()) to.key = key == Qt::Key_Home ? runs.front().begin : runs.back().end - 1;
        break;
    }
    default:
        return std::nullopt;
    }
    if (!m_scene.focus()) to = from;   // the first key shows where the cell is
    return Pair{std::clamp<core::Index>(to.query, 0, m_scene.shown->queries() - 1), std::clamp<core::Index>(to.key, 0, m_scene.shown->keys() - 1)};
}

void AttentionView::keyPressEvent(QKeyEvent* event)
{
    if (m_scene.isEmpty()) return event->ignore();
    m_keysSeen = true;
    m_overlay->setFocusRing(hasFocus());
    if (!(event->modifiers() & ~Qt::KeypadModifier))
        if (const auto pair = steppedTo(event->key())) return announcePeek(*pair);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto focus = m_scene.focus()) togglePin(*focus);
        return;
    case Qt::Key_Escape:   // one level back; what comes behind the peek is the owner's to say
        if (m_scene.selection.peek) return announcePeek(std::nullopt);
        return event->ignore();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kNotch);
    case Qt::Key_Minus:
        return zoomBy(1.0 / kNotch);
    case Qt::Key_0:
        return fit();
    case Qt::Key_Space:
        m_spaceHeld = true;
        return;
    default:
        event->ignore();
    }
}

void AttentionView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) m_spaceHeld = false;
    event->ignore();
}

}   // namespace ui
