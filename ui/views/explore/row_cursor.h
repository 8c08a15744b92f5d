// RowCursor: the keyboard's place in a short painted list. Arrows move it, Enter means its row, Ctrl+C copies it. It is seen once keys were
// used, because a pointer shows its place itself.
#pragma once

#include <algorithm>
#include <optional>

#include <QKeyEvent>

#include "ui/plot/focus_ring.h"
#include "ui/plot/place_keys.h"

namespace ui {

class RowCursor {
public:
    enum class Step { None, Moved, Chosen, Copied };

    // What a key means in a list of so many rows. None: it is somebody else's.
    [[nodiscard]] Step press(const QKeyEvent& event, int rows)
    {
        if (rows == 0) return Step::None;
        m_row = row(rows);   // the list may have become shorter
        const std::optional<RowKey> use = useOf(event, rowKeys());
        if (!use) return Step::None;
        if (*use == RowKey::Copy) return Step::Copied;
        if (*use == RowKey::Choose) return Step::Chosen;
        const int to = target(event.key(), rows);
        const bool wasSeen = std::exchange(m_isSeen, true);
        m_keysSeen = true;
        m_row = std::clamp(wasSeen ? to : m_row, 0, rows - 1);   // the first key shows where the place is
        return Step::Moved;
    }
    void focusIn(Qt::FocusReason reason) { m_isSeen = m_keysSeen = showsFocus(reason, m_keysSeen); }
    void focusOut() { m_isSeen = false; }
    void put(int row) { m_row = row; }

    [[nodiscard]] int row(int rows) const { return std::clamp(m_row, 0, std::max(0, rows - 1)); }
    [[nodiscard]] bool isSeen() const { return m_isSeen; }

private:
    [[nodiscard]] int target(int key, int rows) const
    {
        switch (key) {
        case Qt::Key_Up:
        case Qt::Key_Left:
            return m_row - 1;
        case Qt::Key_Down:
        case Qt::Key_Right:
            return m_row + 1;
        case Qt::Key_Home:
            return 0;
        case Qt::Key_End:
            return rows - 1;
        default:
            return m_row;
        }
    }

    int m_row = 0;
    bool m_isSeen = false;
    bool m_keysSeen = false;   // keys were used here last
};

}   // namespace ui
