// Pointing, walking and choosing in the grid of heads.
#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include "ui/plot/focus_ring.h"
#include "ui/plot/head_grid.h"
#include "ui/plot/place_keys.h"

namespace ui {

using core::HeadId;
using core::Index;

void HeadGrid::focusInEvent(QFocusEvent* event)
{
    m_focusRing = m_keysSeen = showsFocus(event->reason(), m_keysSeen);
    QWidget::focusInEvent(event);   // updates
}

void HeadGrid::focusOutEvent(QFocusEvent* event)
{
    m_focusRing = false;
    m_pointing.endOwnLook();
    QWidget::focusOutEvent(event);
}

void HeadGrid::mouseMoveEvent(QMouseEvent* event) { m_pointing.look(headAt(event->position())); }
void HeadGrid::leaveEvent(QEvent*) { m_pointing.endOwnLook(); }

void HeadGrid::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) m_pointing.press(headAt(event->position()));
}

void HeadGrid::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) m_pointing.release(headAt(event->position()));
}

void HeadGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto head = headAt(event->position()); head && event->button() == Qt::LeftButton) m_pointing.solo(*head);
}

void HeadGrid::keyPressEvent(QKeyEvent* event)
{
    const std::optional<HeadsKey> use = useOf(*event, gridKeys());
    if (m_layers == 0 || !use) return event->ignore();
    m_keysSeen = true;
    m_focusRing = hasFocus();
    update();
    if (*use == HeadsKey::Choose) return m_pointing.choose(m_pointing.focused());
    if (*use == HeadsKey::Solo) return m_pointing.solo(m_pointing.focused());
    HeadId to = m_places.placeOf(m_pointing.focused());
    const Index rightwards = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Up:
        --to.layer;
        break;
    case Qt::Key_Down:
        ++to.layer;
        break;
    case Qt::Key_Left:
        to.head -= rightwards;
        break;
    case Qt::Key_Right:
        to.head += rightwards;
        break;
    case Qt::Key_Home:
        to.head = 0;
        break;
    case Qt::Key_End:
        to.head = m_headsPerLayer - 1;
        break;
    default:
        break;
    }
    m_pointing.look(m_places.headAt({std::clamp<Index>(to.layer, 0, m_layers - 1), std::clamp<Index>(to.head, 0, m_headsPerLayer - 1)}),
                    PointedBy::Keys);
}

QString HeadGrid::tooltipOf(HeadId head) const
{
    QString text = tr("Layer %1, head %2").arg(head.layer).arg(head.head);
    const auto found = std::find_if(m_heads.begin(), m_heads.end(), [&](const HeadThumbnail& t) { return t.head == head; });
    if (found == m_heads.end()) return text;
    if (m_groupSize > 1) text += tr(" · keys and values %1").arg(found->kvHead);
    if (found->state == HeadState::Ablated) text += tr(" · changed by the plan");
    const QString note = m_noteOf ? m_noteOf(head) : QString();
    return note.isEmpty() ? text : text + QLatin1Char('\n') + note;
}

bool HeadGrid::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto head = headAt(help->pos()))
        QToolTip::showText(help->globalPos(), tooltipOf(*head), this, rectOf(*head, m_geometry));
    else
        QToolTip::hideText();
    return true;
}

}   // namespace ui
