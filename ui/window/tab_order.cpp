#include "ui/window/tab_order.h"

#include <algorithm>

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>

namespace ui {

namespace {

void appendItems(const QLayout* layout, QWidgetList& widgets)
{
    for (int i = 0; layout && i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        if (item->widget()) widgets.append(item->widget());
        appendItems(item->layout(), widgets);
    }
}

// What no layout holds, as contents that scroll, follows in the order of making.
QWidgetList childrenOf(const QWidget& widget)
{
    QWidgetList children;
    appendItems(widget.layout(), children);
    if (const auto* splitter = qobject_cast<const QSplitter*>(&widget))
        for (int i = 0; i < splitter->count(); ++i) children.append(splitter->widget(i));
    for (QObject* each : widget.children())
        if (auto* child = qobject_cast<QWidget*>(each); child && !child->isWindow() && !children.contains(child)) children.append(child);
    return children;
}

void append(QWidget& widget, std::vector<QWidget*>& order)
{
    if (!widget.isVisible()) return;
    order.push_back(&widget);
    for (QWidget* child : childrenOf(widget)) append(*child, order);
}

}   // namespace

std::vector<QWidget*> laidOut(const std::vector<QWidget*>& parts)
{
    std::vector<QWidget*> order;
    for (QWidget* part : parts) append(*part, order);
    return order;
}

bool isTabStop(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isEnabled() && widget.isVisible() && !widget.focusProxy();
}

QWidget* tabStopFrom(const QWidget* from, bool forward, const std::vector<QWidget*>& inOrder)
{
    const auto count = std::ptrdiff_t(inOrder.size());
    const auto found = std::find(inOrder.begin(), inOrder.end(), from);
    std::ptrdiff_t at = found != inOrder.end() ? found - inOrder.begin() : forward ? -1 : count;
    for (std::ptrdiff_t seen = 0; seen < count; ++seen) {
        at = (at + (forward ? 1 : count - 1) + count) % count;
        if (QWidget* next = inOrder[std::size_t(at)]; isTabStop(*next)) return next;
    }
    return nullptr;
}

void focusStop(QWidget& stop, bool forward)
{
    stop.setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget* around = stop.parentWidget(); around; around = around->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(around)) area->ensureWidgetVisible(&stop);
}

}   // namespace ui
