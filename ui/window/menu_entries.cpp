#include "ui/window/menu_entries.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace ui {

namespace {

void append(std::vector<MenuEntry>& entries, const QMenu& menu, const QString& path, bool isEnabled)
{
    for (QAction* action : menu.actions()) {
        const bool canBeReached = isEnabled && action->isEnabled();
        if (const QMenu* inner = action->menu())
            append(entries, *inner, path + QStringLiteral(" › ") + plainTitle(inner->title()), canBeReached);
        else if (!action->isSeparator())
            entries.push_back({.action = action, .path = path, .isEnabled = canBeReached});
    }
}

}   // namespace

std::vector<MenuEntry> entriesOf(const QMenuBar& bar)
{
    std::vector<MenuEntry> entries;
    for (const QAction* title : bar.actions())
        if (title->menu()) append(entries, *title->menu(), plainTitle(title->text()), title->isEnabled());
    return entries;
}

QString plainTitle(QString title)
{
    title.replace(QStringLiteral("&&"), QStringLiteral("\x01")).remove(u'&').replace(u'\x01', u'&');
    while (title.endsWith(u'…') || title.endsWith(u'.')) title.chop(1);
    return title.trimmed();   // not every language writes the dots close
}

}   // namespace ui
