// What the window remembers from one start to the next, and when.
#include <QCloseEvent>
#include <QDir>
#include <QStatusBar>

#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/recent_menu.h"
#include "ui/window/show_me/show_me.h"

namespace ui {

void MainWindow::recall()
{
    m_session.setLook(m_services.look);
    if (!m_services.settings.isThere()) return;
    m_settings = m_services.settings.read(givenView());
    m_session.setView(m_settings.view);
    restoreGeometry(m_settings.geometry);   // checks what it is given, and keeps the window on a screen
    m_recent->showFolders(m_settings.recentModels);
}

// How a window looks that nobody has changed, on this screen and platform.
ViewState MainWindow::givenView() const
{
    ViewState view;
    view.look = m_services.look;
    return view;
}

void MainWindow::remember()
{
    m_settings.geometry = saveGeometry();
    m_settings.view = m_session.view();
    showRemembering(m_services.settings.write(m_settings, givenView()));
}

void MainWindow::showRemembering(const core::Result<void>& written)
{
    if (written)
        m_messages->clear(ProblemSource::Settings);
    else
        m_messages->show(ProblemSource::Settings, written.error());
}

void MainWindow::changeModels(const std::function<void(QStringList& folders)>& change)
{
    const core::Result<QStringList> folders = m_services.settings.changeModels(m_settings.recentModels, change);
    if (!folders) return showRemembering(tl::unexpected(folders.error()));
    m_settings.recentModels = *folders;
    m_recent->showFolders(m_settings.recentModels);
}

// Folders alone: built-in models have a list of their own.
void MainWindow::rememberModel(const QString& nameOrPath)
{
    if (QDir::isAbsolutePath(nameOrPath)) changeModels([&](QStringList& folders) { rememberAsNewest(folders, nameOrPath); });
}

void MainWindow::forgetModels(const QStringList& gone)
{
    const QStringList those = gone;   // it may be the list itself
    changeModels([&](QStringList& folders) {
        for (const QString& folder : those) folders.removeAll(folder);
    });
    m_messages->clear(ProblemSource::Model);
}

// A file that is being written is waited for, and a failure told; who closes once more does not wait.
void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_saving.busy() && !std::exchange(m_closing, true)) {
        statusBar()->showMessage(tr("Closing when the file is written …"));
        return event->ignore();
    }
    m_showMe->leave();   // what it shows is not what was left
    remember();
    QMainWindow::closeEvent(event);
}

}   // namespace ui
