// What the window remembers from one start to the next, and when.
#include <QCloseEvent>
#include <QDir>

#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/recent_menu.h"
#include "ui/window/show_me/show_me.h"

namespace ui {

void MainWindow::recall()
{
    m_session.setLook(m_services.look);
    if (!m_services.settings.isThere()) return;
    m_settings = m_services.settings.read(m_session.view());
    m_session.setView(m_settings.view);
    restoreGeometry(m_settings.geometry);   // checks what it is given, and keeps the window on a screen
    m_recent->showFolders(m_settings.recentModels);
}

void MainWindow::remember()
{
    if (!m_services.settings.isThere()) return;
    m_settings.geometry = saveGeometry();
    m_settings.view = m_session.view();
    const core::Result<void> written = m_services.settings.write(m_settings);
    if (written)
        m_messages->clear(ProblemSource::Settings);
    else
        m_messages->show(ProblemSource::Settings, written.error());
}

// Folders alone: built-in models have a list of their own.
void MainWindow::rememberModel(const QString& nameOrPath)
{
    if (!QDir::isAbsolutePath(nameOrPath)) return;
    m_settings.rememberModel(nameOrPath);
    m_recent->showFolders(m_settings.recentModels);
    remember();
}

void MainWindow::forgetModels(const QStringList& folders)
{
    for (const QString& folder : QStringList(folders)) m_settings.recentModels.removeAll(folder);
    m_recent->showFolders(m_settings.recentModels);
    m_messages->clear(ProblemSource::Model);
    remember();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_showMe->leave();   // what it shows is not what was left
    remember();
    QMainWindow::closeEvent(event);
}

}   // namespace ui
