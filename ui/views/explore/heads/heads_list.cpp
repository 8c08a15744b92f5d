#include "ui/views/explore/heads/heads_list.h"

#include <utility>

#include <QKeyEvent>

#include "ui/plot/focus_ring.h"
#include "ui/plot/place_keys.h"
#include "ui/views/explore/heads/heads_list_model.h"

namespace ui {

HeadsList::HeadsList(QWidget* parent) :
    QListView(parent),
    m_rows(new HeadsListModel(this)),
    m_delegate(new HeadsListDelegate(this)),
    m_pointing([this](std::optional<core::HeadId> head) { Q_EMIT headHovered(head); }, [this](core::HeadId head) { Q_EMIT headChosen(head); },
               [this](core::HeadId head) { Q_EMIT headSoloed(head); })
{
    setObjectName(QStringLiteral("headsList"));
    setAccessibleName(tr("Heads, ranked"));
    setModel(m_rows);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);   // a thousand heads are laid out as fast as ten
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(NoSelection);   // what is selected is the session's head on show
    setEditTriggers(NoEditTriggers);
    setFocusPolicy(Qt::StrongFocus);
}

void HeadsList::refresh(const QString& unit, const QString& baseline)
{
    m_delegate->setColumns(HeadsListDelegate::columnsOf(*m_rows, m_delegate->theme(), unit, baseline));
    m_delegate->setAge(m_rows->age());
    mark();
}

void HeadsList::setSelection(const Selection& selection)
{
    const core::HeadId before = m_pointing.selection().head;
    if (!m_pointing.setSelection(selection)) return;
    // The first head on show is not worth leaving the top of the ranking for.
    const bool isOtherHead = std::exchange(m_hasSelection, m_rows->rowCount() > 0) && !(selection.head == before);
    mark();
    if (const int row = m_rows->rowOf(selection.head); isOtherHead && row >= 0 && !hasFocus()) {
        setCurrentIndex(m_rows->index(row));
        scrollTo(m_rows->index(row));
    }
}

void HeadsList::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    doItemsLayout();
    viewport()->update();
}

int HeadsList::rowHeight() const { return m_delegate->sizeHint({}, {}).height(); }

void HeadsList::setWantedRows(int rows)
{
    m_wantedRows = rows;
    updateGeometry();
}

void HeadsList::mark()
{
    const int focused = hasFocus() && m_keysSeen ? currentIndex().row() : -1;
    m_delegate->setMarked(m_rows->rowOf(m_pointing.selection().head),
                          m_pointing.selection().peekHead ? m_rows->rowOf(*m_pointing.selection().peekHead) : -1, focused);
    viewport()->update();
}

std::optional<core::HeadId> HeadsList::headAt(QPoint point) const
{
    const QModelIndex under = indexAt(point);
    return under.isValid() ? std::optional(m_rows->head(under.row())) : std::nullopt;
}

void HeadsList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (m_byKey && current.isValid()) m_pointing.look(m_rows->head(current.row()), PointedBy::Keys);
    mark();
}

void HeadsList::keyPressEvent(QKeyEvent* event)
{
    m_keysSeen = true;
    const std::optional<HeadsKey> use = useOf(*event, rankedKeys());
    if (use == HeadsKey::Choose || use == HeadsKey::Solo) {
        if (!currentIndex().isValid()) return;
        const core::HeadId head = m_rows->head(currentIndex().row());
        return *use == HeadsKey::Solo ? m_pointing.solo(head) : m_pointing.choose(head);
    }
    m_byKey = true;
    QListView::keyPressEvent(event);
    m_byKey = false;
    mark();
}

void HeadsList::mouseMoveEvent(QMouseEvent* event)
{
    if (const std::optional<core::HeadId> head = headAt(event->pos()))
        m_pointing.look(head);
    else
        m_pointing.endOwnLook();
    QListView::mouseMoveEvent(event);
}

void HeadsList::mousePressEvent(QMouseEvent* event)
{
    QListView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton) m_pointing.press(headAt(event->pos()));
}

void HeadsList::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton) m_pointing.release(headAt(event->pos()));
}

void HeadsList::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto head = headAt(event->pos()); head && event->button() == Qt::LeftButton) m_pointing.solo(*head);
}

void HeadsList::leaveEvent(QEvent* event)
{
    m_pointing.endOwnLook();
    QListView::leaveEvent(event);
}

void HeadsList::focusInEvent(QFocusEvent* event)
{
    m_keysSeen = showsFocus(event->reason(), m_keysSeen);
    // The keys start at the head on show. A click has its own place, which must not scroll away under it.
    const int row = std::max(0, m_rows->rowOf(m_pointing.selection().head));
    if (m_keysSeen && !currentIndex().isValid() && m_rows->rowCount() > 0) setCurrentIndex(m_rows->index(row));
    QListView::focusInEvent(event);
    mark();
}

void HeadsList::focusOutEvent(QFocusEvent* event)
{
    m_pointing.endOwnLook();
    QListView::focusOutEvent(event);
    mark();
}

}   // namespace ui
