// The models that were opened last, each called by its name; its folder is in the tooltip.
#pragma once

#include <QMenu>

namespace ui {

class RecentMenu : public QMenu {
    Q_OBJECT

public:
    explicit RecentMenu(QWidget* parent = nullptr);
    void showFolders(const QStringList& folders);   // newest first; the menu cannot be opened without any

Q_SIGNALS:
    void chosen(const QString& folder);
    void clearRequested();

private:
    QAction* m_clear;
    QList<QAction*> m_entries;   // of the folders, and the line below them
};

}   // namespace ui
