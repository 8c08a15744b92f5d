#include "ui/window/recent_menu.h"

#include "ui/window/window_services.h"

namespace ui {

RecentMenu::RecentMenu(QWidget* parent) : QMenu(tr("&Recent models"), parent), m_clear(addAction(tr("&Clear list")))
{
    setObjectName(QStringLiteral("recentMenu"));
    setToolTipsVisible(true);
    m_clear->setObjectName(QStringLiteral("clearRecent"));
    connect(m_clear, &QAction::triggered, this, &RecentMenu::clearRequested);
    showFolders({});
}

void RecentMenu::showFolders(const QStringList& folders)
{
    for (QAction* entry : std::exchange(m_entries, {})) {
        removeAction(entry);
        entry->deleteLater();   // it may be the one that was chosen just now
    }
    for (const QString& folder : folders) {
        auto* entry = new QAction(shortName(folder).replace(u'&', QStringLiteral("&&")), this);   // a name is no mnemonic
        entry->setToolTip(folder);
        connect(entry, &QAction::triggered, this, [this, folder] { Q_EMIT chosen(folder); });
        m_entries.append(entry);
    }
    if (!folders.isEmpty()) {
        m_entries.append(new QAction(this));
        m_entries.back()->setSeparator(true);
    }
    insertActions(m_clear, m_entries);
    menuAction()->setEnabled(!folders.isEmpty());
}

}   // namespace ui
