// How a list of shares is pointed at and walked through.
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <utility>

#include "ui/plot/cell_table.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/share_list.h"

namespace ui {

int ShareList::rowAt(QPoint point) const
{
    for (std::size_t i = 0; i < m_places.size(); ++i)
        if (m_places[i].contains(point)) return int(i);
    return -1;
}

void ShareList::choose(int row)
{
    if (m_rows[std::size_t(row)].kind == ShareRow::Kind::Choosable) Q_EMIT rowChosen(row);
}

void ShareList::setHovered(int row)
{
    if (row == m_hovered) return;
    m_hovered = row;
    const bool canChoose = row >= 0 && m_rows[std::size_t(row)].kind == ShareRow::Kind::Choosable;
    setCursor(canChoose ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ShareList::mouseMoveEvent(QMouseEvent* event) { setHovered(rowAt(event->position().toPoint())); }
void ShareList::leaveEvent(QEvent*) { setHovered(-1); }

void ShareList::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) m_pressed = rowAt(event->position().toPoint());
}

// A row is chosen where it was pressed and let go of.
void ShareList::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed < 0 || pressed != rowAt(event->position().toPoint())) return;
    m_cursor.put(pressed);
    choose(pressed);
}

void ShareList::keyPressEvent(QKeyEvent* event)
{
    const int rows = m_placed;   // nobody chooses what nobody sees
    const RowCursor::Step step = m_cursor.press(*event, rows);
    const int at = m_cursor.row(rows);
    switch (step) {
    case RowCursor::Step::None:
        return event->ignore();
    case RowCursor::Step::Chosen:
        return choose(at);
    case RowCursor::Step::Copied: {
        const ShareRow& row = m_rows[std::size_t(at)];
        QStringList texts{row.label, plainNumber(row.value)};
        if (!row.second.isEmpty()) texts.append(plainNumber(row.second));
        return QGuiApplication::clipboard()->setText(texts.join(u'\t'));
    }
    case RowCursor::Step::Moved:
        announceCell(*this, at, 0);
        update();
    }
}

void ShareList::focusInEvent(QFocusEvent* event)
{
    m_cursor.focusIn(event->reason());
    QWidget::focusInEvent(event);   // updates
}

void ShareList::focusOutEvent(QFocusEvent* event)
{
    m_cursor.focusOut();
    QWidget::focusOutEvent(event);
}

bool ShareList::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = rowAt(help->pos());
    const bool isMore = m_more.contains(help->pos());
    const QString tip = isMore ? spokenRows(m_placed).join(u'\n') : row >= 0 ? m_rows[std::size_t(row)].tip : QString();
    if (tip.isEmpty()) return QWidget::event(event);
    QToolTip::showText(help->globalPos(), tip, this, isMore ? m_more : rectOf(row));
    return true;
}

}   // namespace ui
