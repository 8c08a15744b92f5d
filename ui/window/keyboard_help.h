// Every shortcut of a window, found in its actions, and every key of its places, from the tables that they read: what is listed works, and what works
// is listed.
#pragma once

#include <vector>

#include <QDialog>

class QMainWindow;
class QTreeWidget;

namespace ui {

struct ShortcutEntry {
    QString group;   // the menu or the bar that the action stands in, or the place that the key acts in
    QString name;
    QString keys;    // as this platform writes them, all of them
    friend bool operator==(const ShortcutEntry&, const ShortcutEntry&) = default;
};

// By menu, in the order of the menus, then by bar, then by place; each action once. Actions that cannot be used at the moment are listed too.
[[nodiscard]] std::vector<ShortcutEntry> shortcutsOf(const QMainWindow& window);

class KeyboardHelp : public QDialog {
    Q_OBJECT

public:
    explicit KeyboardHelp(QMainWindow* window);   // not modal: it can stay beside what it tells of

private:
    void fill(const std::vector<ShortcutEntry>& entries);
    QTreeWidget* m_list;
};

}   // namespace ui
