// What stands in the menus of a window, and under which of them.
#pragma once

#include <vector>

#include <QPointer>
#include <QString>

class QAction;
class QMenuBar;

namespace ui {

struct MenuEntry {
    QPointer<QAction> action;
    QString path;             // "View › Theme"
    bool isEnabled = false;   // it and the menus that it stands in
};

// In the order of the menus, without separators. An action that stands in two menus is there twice.
[[nodiscard]] std::vector<MenuEntry> entriesOf(const QMenuBar& bar);

// "&Save session…" is called "Save session" outside menus.
[[nodiscard]] QString plainTitle(QString title);

}   // namespace ui
