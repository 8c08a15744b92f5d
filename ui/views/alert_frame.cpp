#include "ui/views/alert_frame.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace ui {

namespace {

// A frame is no news to a screen reader; an alert message is.
QAccessibleInterface* alertOf(const QString&, QObject* object)
{
    auto* frame = qobject_cast<AlertFrame*>(object);
    return frame ? new QAccessibleWidget(frame, QAccessible::AlertMessage) : nullptr;
}

}   // namespace

AlertFrame::AlertFrame(QWidget* parent) : QFrame(parent)
{
    static const bool kInstalled = (QAccessible::installFactory(&alertOf), true);
    Q_UNUSED(kInstalled)
}

void AlertFrame::announce(const QString& text)
{
    setAccessibleDescription(text);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT announced(text);
}

}   // namespace ui
