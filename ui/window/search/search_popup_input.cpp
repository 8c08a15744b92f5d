// What keys and the pointer do in the search: letters are typed, arrows walk, and nothing reaches the window behind.
#include <algorithm>

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

#include "ui/plot/place_keys.h"
#include "ui/window/search/search_delegate.h"
#include "ui/window/search/search_popup.h"
#include "ui/window/search/search_rows.h"

namespace ui {

namespace {

constexpr std::size_t kMostRecent = 5;

}   // namespace

void SearchPopup::step(int by, bool goesRound)
{
    const int rows = m_rows->rowCount(), from = m_list->currentIndex().row();
    int enabled = 0;   // they stand first
    while (enabled < rows && m_rows->row(enabled).isEnabled) ++enabled;
    if (enabled == 0) return;
    const int to = from + by;
    setCurrent(goesRound ? (to + enabled) % enabled : std::clamp(to, 0, enabled - 1));
    m_list->scrollTo(m_list->currentIndex());
}

void SearchPopup::choose(int row)
{
    if (row < 0 || row >= m_rows->rowCount() || !m_rows->row(row).isEnabled) return;
    const SearchTarget target = m_rows->row(row).target;
    leave();
    if (target.kind == SearchKind::Action) {
        std::erase(m_recent, target.action.data());
        m_recent.insert(m_recent.begin(), target.action.data());
        m_recent.resize(std::min(m_recent.size(), kMostRecent));
    }
    m_places.go(target);
}

bool SearchPopup::take(const QKeyEvent& key)
{
    const std::optional<SearchKey> use = useOf(key, searchKeys());
    if (!use) return false;
    const bool isBack = key.key() == Qt::Key_Up || key.key() == Qt::Key_PageUp;
    switch (*use) {
    case SearchKey::Step:
        step(isBack ? -1 : 1, true);
        break;
    case SearchKey::Page:
        step((isBack ? -1 : 1) * std::max(1, m_list->height() / m_delegate->rowHeight()), false);
        break;
    case SearchKey::Choose:
        choose(m_list->currentIndex().row());
        break;
    case SearchKey::Close:
        leave();
        break;
    }
    return true;
}

// Keys are the search's before they can be shortcuts of the window.
bool SearchPopup::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return WindowOverlay::event(event);
}

bool SearchPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field) return WindowOverlay::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return event->type() == QEvent::KeyPress && take(static_cast<const QKeyEvent&>(*event));
}

void SearchPopup::keyPressEvent(QKeyEvent* event) { event->accept(); }   // what the field does not take is not the window's
void SearchPopup::wheelEvent(QWheelEvent* event) { event->accept(); }

void SearchPopup::mousePressEvent(QMouseEvent* event)
{
    if (!m_card->geometry().contains(event->pos())) leave();
}

// Nowhere else: the rest of the window is on show, not in use.
bool SearchPopup::focusNextPrevChild(bool next)
{
    step(next ? 1 : -1, true);
    return true;
}

void SearchPopup::focusMoved(const QWidget* now)
{
    if (isVisible() && now && now->window() == window() && !isAncestorOf(now)) leave();
}

}   // namespace ui
