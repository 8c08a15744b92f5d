#include "ui/window/show_me/ink_frame.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QScrollArea>
#include <QToolBar>

namespace ui {

namespace {

constexpr int kOff = 2;   // px between the part and the middle of the line

QRect rectIn(const QWidget& window, const QWidget& widget)
{
    return {widget.mapTo(&window, QPoint()), widget.size()};
}

// The title of the menu that an action stands in.
QRect titleOf(const QWidget& window, QMenu& menu)
{
    const auto* bar = window.findChild<QMenuBar*>();
    if (!bar || !bar->isVisible()) return {};
    const QRect title = bar->actionGeometry(menu.menuAction());
    return title.isEmpty() ? QRect() : title.translated(bar->mapTo(&window, QPoint()));
}

QRect placeOf(const QWidget& window, QAction& action)
{
    QRect menus;
    for (QObject* object : action.associatedObjects()) {
        auto* bar = qobject_cast<QToolBar*>(object);
        const QWidget* button = bar ? bar->widgetForAction(&action) : nullptr;
        if (button && button->isVisible()) return rectIn(window, *button);
        if (auto* menu = qobject_cast<QMenu*>(object)) menus |= titleOf(window, *menu);
    }
    return menus;
}

}   // namespace

void bringIntoSight(const QWidget& window, const char* name)
{
    auto* widget = window.findChild<QWidget*>(QLatin1String(name));
    for (QWidget* each = widget ? widget->parentWidget() : nullptr; each; each = each->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(each)) area->ensureWidgetVisible(widget, 0, 0);
}

QRect placeOf(const QWidget& window, const char* name)
{
    if (const auto* widget = window.findChild<QWidget*>(QLatin1String(name)); widget && widget->isVisible()) return rectIn(window, *widget);
    auto* action = window.findChild<QAction*>(QLatin1String(name));
    return action ? placeOf(window, *action) : QRect();
}

InkFrame::InkFrame(QWidget* window) : WindowOverlay(window) { setObjectName(QStringLiteral("inkFrame")); }

void InkFrame::frame(Place place, const Theme& theme)
{
    m_place = std::move(place);
    m_theme = theme;
    showOverAll();
}

void InkFrame::paintEvent(QPaintEvent*)
{
    const QRect place = framed();
    if (place.isEmpty()) return;
    const QRectF line = QRectF(place).adjusted(-kOff, -kOff, kOff, kOff) & QRectF(rect()).adjusted(2, 2, -2, -2);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.surface, 4));   // a halo, so that it is seen beside dark data
    painter.drawRoundedRect(line, 6, 6);
    painter.setPen(QPen(m_theme.ink, 2));
    painter.drawRoundedRect(line, 6, 6);
}

}   // namespace ui
