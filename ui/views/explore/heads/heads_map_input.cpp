// Pointing and walking on the map of heads.
#include "ui/plot/focus_ring.h"
#include "ui/plot/place_keys.h"
#include "ui/views/explore/heads/heads_map.h"

namespace ui {

namespace {

constexpr double kReach = 10.0;   // px around a mark that mean it

}   // namespace

std::optional<core::HeadId> HeadsMap::headAt(QPointF point) const
{
    const std::optional<std::size_t> i = places().nearest(point, kReach);
    return i ? std::optional(m_marks[*i].head) : std::nullopt;
}

void HeadsMap::mouseMoveEvent(QMouseEvent* event)
{
    if (const std::optional<core::HeadId> head = headAt(event->position()))
        m_pointing.look(head);
    else
        m_pointing.endOwnLook();
}

void HeadsMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) m_pointing.press(headAt(event->position()));
}

void HeadsMap::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) m_pointing.release(headAt(event->position()));
}

void HeadsMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto head = headAt(event->position()); head && event->button() == Qt::LeftButton) m_pointing.solo(*head);
}

void HeadsMap::leaveEvent(QEvent* event)
{
    m_pointing.endOwnLook();
    QCustomPlot::leaveEvent(event);
}

void HeadsMap::focusInEvent(QFocusEvent* event)
{
    m_focusRing = m_keysSeen = showsFocus(event->reason(), m_keysSeen);
    QCustomPlot::focusInEvent(event);
    update();
}

void HeadsMap::focusOutEvent(QFocusEvent* event)
{
    m_focusRing = false;
    m_pointing.endOwnLook();
    QCustomPlot::focusOutEvent(event);
    update();
}

void HeadsMap::keyPressEvent(QKeyEvent* event)
{
    static const QHash<int, Direction> kDirections{
        {Qt::Key_Left, Direction::Left}, {Qt::Key_Right, Direction::Right}, {Qt::Key_Up, Direction::Up}, {Qt::Key_Down, Direction::Down}};
    const core::HeadId head = m_pointing.focused();
    const std::optional<HeadsKey> use = useOf(*event, mapKeys());
    if (m_marks.empty() || !use) return event->ignore();
    m_keysSeen = true;
    m_focusRing = hasFocus();
    update();
    if (*use == HeadsKey::Choose) return m_pointing.choose(head);
    if (*use == HeadsKey::Solo) return m_pointing.solo(head);
    const std::optional<std::size_t> from = indexOf(head);
    const std::optional<std::size_t> to = from ? places().step(*from, kDirections[event->key()]) : std::optional<std::size_t>(0);
    if (to) m_pointing.look(m_marks[*to].head, PointedBy::Keys);
}

}   // namespace ui
