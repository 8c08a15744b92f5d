// What the keyboard does in an AttentionView: arrows walk from cell to cell, and every gesture of the pointer has a key.
#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/plot/attention_view.h"
#include "ui/plot/selection_overlay.h"

namespace ui {

namespace {

constexpr core::Index kPage = 10;   // rows of PgUp and PgDn

}   // namespace

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

// The same rule as for links, along the row or the column: the largest weights until most of it is there.
std::optional<Pair> AttentionView::nextStrong(int key) const
{
    const bool alongRow = key == Qt::Key_Left || key == Qt::Key_Right, forward = key == Qt::Key_Right || key == Qt::Key_Down;
    if (!alongRow && key != Qt::Key_Up && key != Qt::Key_Down) return std::nullopt;
    const std::optional<Pair> from = m_scene.focus();
    if (!from) return Pair{0, 0};
    const core::Index count = alongRow ? m_scene.shown->keys() : m_scene.shown->queries();
    std::vector<float> weights(std::size_t(count), 0.0f);
    if (alongRow)
        m_scene.shown->weights({from->query, from->query + 1}, {0, count}, weights.data());
    else
        m_scene.shown->weights({0, count}, {from->key, from->key + 1}, weights.data());
    const core::Index at = alongRow ? from->key : from->query;
    core::Index best = at;
    for (const Link& link : linksOfRow(0, weights.data(), count)) {
        const bool ahead = forward ? link.key > at : link.key < at;
        if (ahead && (best == at || std::abs(link.key - at) < std::abs(best - at))) best = link.key;
    }
    return alongRow ? Pair{from->query, best} : Pair{best, from->key};
}

void AttentionView::keyPressEvent(QKeyEvent* event)
{
    if (m_scene.isEmpty()) return event->ignore();
    m_keysSeen = true;
    m_overlay->setFocusRing(hasFocus());
    if (!(event->modifiers() & ~Qt::KeypadModifier))
        if (const auto pair = steppedTo(event->key())) return announcePeek(*pair);
    if ((event->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier)
        if (const auto pair = nextStrong(event->key())) return announcePeek(*pair);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto focus = m_scene.focus()) togglePin(*focus);
        return;
    case Qt::Key_Escape:   // one level back; what comes behind the peek is the owner's to say
        if (m_scene.selection.peek) return announcePeek(std::nullopt);
        if (!m_scene.selectedRows.empty() || !m_scene.selectedKeys.empty()) return select({}, {});
        return event->ignore();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kZoomNotch);
    case Qt::Key_Minus:
        return zoomBy(1.0 / kZoomNotch);
    case Qt::Key_0:
        return fit();
    case Qt::Key_Z:
        return event->modifiers() ? event->ignore() : zoomToSelection();
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
