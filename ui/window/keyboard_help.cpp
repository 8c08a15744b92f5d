#include "ui/window/keyboard_help.h"

#include <algorithm>
#include <set>

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/plot/place_keys.h"
#include "ui/window/menu_entries.h"

namespace ui {

namespace {

constexpr int kAround = 90;   // px that indents, margins and a scroll bar take beside the columns

class Collector {
public:
    void add(const QAction& action, const QString& group)
    {
        if (action.shortcuts().isEmpty() || !m_seen.insert(&action).second) return;
        QStringList keys;
        for (const QKeySequence& key : action.shortcuts()) keys.append(key.toString(QKeySequence::NativeText));
        m_entries.push_back({.group = group, .name = plainTitle(action.text()), .keys = keys.join(QStringLiteral(", "))});
    }
    [[nodiscard]] std::vector<ShortcutEntry> entries() && { return std::move(m_entries); }

private:
    std::set<const QAction*> m_seen;
    std::vector<ShortcutEntry> m_entries;
};

}   // namespace

std::vector<ShortcutEntry> shortcutsOf(const QMainWindow& window)
{
    Collector collector;
    for (const MenuEntry& entry : entriesOf(*window.menuBar())) collector.add(*entry.action, entry.path);
    for (const auto* bar : window.findChildren<QToolBar*>())
        for (const QAction* action : bar->actions()) collector.add(*action, bar->windowTitle());
    for (const QAction* action : window.findChildren<QAction*>()) collector.add(*action, KeyboardHelp::tr("Other"));
    std::vector<ShortcutEntry> entries = std::move(collector).entries();
    for (const KeyLine& line : linesOfPlaces()) entries.push_back({.group = line.place, .name = line.name, .keys = line.keys});
    return entries;
}

KeyboardHelp::KeyboardHelp(QMainWindow* window) : QDialog(window), m_list(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("keyboardHelp"));
    setWindowTitle(tr("Keyboard"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setObjectName(QStringLiteral("shortcuts"));
    m_list->setAccessibleName(tr("Shortcuts"));
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->setAlternatingRowColors(true);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);   // keys are why one is here: long names give way
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* note = new QLabel(tr("Keys without Ctrl or Alt act where no text is typed."), this);
    note->setProperty("role", QStringLiteral("note"));
    note->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(note);
    layout->addWidget(buttons);
    fill(shortcutsOf(*window));
    const QAbstractItemView* columns = m_list;
    resize(std::clamp(columns->sizeHintForColumn(0) + columns->sizeHintForColumn(1) + kAround, 560, 960), 560);
}

void KeyboardHelp::fill(const std::vector<ShortcutEntry>& entries)
{
    QTreeWidgetItem* group = nullptr;
    for (const ShortcutEntry& entry : entries) {
        if (!group || group->text(0) != entry.group) {
            group = new QTreeWidgetItem(m_list, {entry.group});
            group->setFirstColumnSpanned(true);
        }
        new QTreeWidgetItem(group, {entry.name, entry.keys});
    }
    m_list->expandAll();
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

}   // namespace ui
