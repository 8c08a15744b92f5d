#include "ui/window/window_overlay.h"

#include <QEvent>

namespace ui {

WindowOverlay::WindowOverlay(QWidget* window, Pointing pointing) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents, pointing == Pointing::GoesThrough);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    hide();
}

void WindowOverlay::showOverAll()
{
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

bool WindowOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return false;
}

}   // namespace ui
