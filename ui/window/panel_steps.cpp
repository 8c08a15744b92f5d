#include "ui/window/panel_steps.h"

#include <algorithm>

#include <QApplication>

namespace ui {

namespace {

bool takesFocus(const QWidget& widget) { return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus); }

// Null: nothing in it can be reached by keys.
QWidget* placeIn(QWidget& panel)
{
    if (takesFocus(panel)) return &panel;
    if (QWidget* last = panel.focusWidget(); last && takesFocus(*last)) return last;
    for (QWidget* next = panel.nextInFocusChain(); next != &panel; next = next->nextInFocusChain())
        if (panel.isAncestorOf(next) && takesFocus(*next)) return next;
    return nullptr;
}

QWidget* placeIn(const QWidgetList& panel)
{
    for (QWidget* part : panel)
        if (QWidget* place = placeIn(*part)) return place;
    return nullptr;
}

}   // namespace

void stepPanel(const std::vector<QWidgetList>& panels, int by)
{
    const QWidget* focus = QApplication::focusWidget();
    const auto holdsFocus = [focus](const QWidget* part) { return part == focus || (focus && part->isAncestorOf(focus)); };
    const auto count = int(panels.size());
    const auto here = std::ranges::find_if(panels, [&](const QWidgetList& panel) { return std::ranges::any_of(panel, holdsFocus); });
    int at = here != panels.end() ? int(here - panels.begin()) : by > 0 ? count - 1 : 0;
    for (int tried = 0; tried < count; ++tried) {
        at = (at + by + count) % count;
        if (QWidget* place = placeIn(panels[std::size_t(at)])) return place->setFocus(Qt::TabFocusReason);
    }
}

}   // namespace ui
