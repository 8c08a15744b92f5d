#include "ui/plot/focus_ring.h"

namespace ui {

bool showsFocus(Qt::FocusReason reason, bool before)
{
    switch (reason) {
    case Qt::MouseFocusReason:
        return false;
    case Qt::ActiveWindowFocusReason:   // another window, a menu or a list was in front: all is as it was
    case Qt::PopupFocusReason:
    case Qt::MenuBarFocusReason:
        return before;
    default:
        return true;
    }
}

void paintFocusRing(QPainter& painter, const QRectF& rect, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.ink, 2.0));
    painter.drawRoundedRect(rect, 4.0, 4.0);
    painter.restore();
}

void paintFocusRow(QPainter& painter, const QRectF& letters, const Theme& theme)
{
    paintFocusRing(painter, letters.adjusted(1 - kRingRoom, 1, kRingRoom - 1, -1), theme);
}

}   // namespace ui
