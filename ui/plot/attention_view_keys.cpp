// What the keyboard does in an AttentionView: arrows walk from cell to cell, and every gesture of the pointer has a key.
#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/plot/attention_view.h"
#include "ui/plot/place_keys.h"
#include "ui/plot/selection_overlay.h"

namespace ui {

namespace {

constexpr core::Index kPage = 10;   // rows of PgUp and PgDn

}   // namespace

Pair AttentionView::steppedTo(int key) const
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
        break;
    }
    if (!m_scene.focus()) to = from;   // the first key shows where the cell is
    return Pair{std::clamp<core::Index>(to.query, 0, m_scene.shown->queries() - 1), std::clamp<core::Index>(to.key, 0, m_scene.shown->keys() - 1)};
}

// What the rule of the links names, along the row or the column.
Pair AttentionView::nextStrong(int key) const
{
    const bool alongRow = key == Qt::Key_Left || key == Qt::Key_Right, forward = key == Qt::Key_Right || key == Qt::Key_Down;
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
    for (const Link& link : linksOfRow(0, weights.data(), count, m_scene.linkRule)) {
        const bool ahead = forward ? link.key > at : link.key < at;
        if (ahead && (best == at || std::abs(link.key - at) < std::abs(best - at))) best = link.key;
    }
    return alongRow ? Pair{from->query, best} : Pair{best, from->key};
}

bool AttentionView::releasePeek()
{
    if (m_ownPeek != PointedBy::Keys) return false;
    announcePeek(std::nullopt);
    return true;
}

bool AttentionView::releaseRange()
{
    if (m_scene.selectedRows.empty() && m_scene.selectedKeys.empty()) return false;
    select({}, {});
    return true;
}

bool AttentionView::zoomOut()
{
    if (m_scene.isEmpty() || m_scene.geometry.isFitted()) return false;
    fit();
    return true;
}

void AttentionView::keyPressEvent(QKeyEvent* event)
{
    const std::optional<PictureKey> use = useOf(*event, pictureKeys());
    if (m_scene.isEmpty() || !use) return event->ignore();   // going back, too, is the owner's to put in order
    m_keysSeen = true;
    m_overlay->setFocusRing(hasFocus());
    switch (*use) {
    case PictureKey::Step:
    case PictureKey::Edge:
    case PictureKey::Page:
        return announcePeek(steppedTo(event->key()), PointedBy::Keys);
    case PictureKey::Strong:
        return announcePeek(nextStrong(event->key()), PointedBy::Keys);
    case PictureKey::Pin:
        if (const auto focus = m_scene.focus()) togglePin(*focus);
        return;
    case PictureKey::ZoomIn:
        return zoomBy(kZoomNotch);
    case PictureKey::ZoomOut:
        return zoomBy(1.0 / kZoomNotch);
    case PictureKey::Fit:
        return fit();
    case PictureKey::ZoomToRange:
        return zoomToSelection();
    case PictureKey::Hold:
        m_spaceHeld = true;
    }
}

void AttentionView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) m_spaceHeld = false;
    event->ignore();
}

}   // namespace ui
