// What the window opens and saves: models, texts, sessions; by menu, by path and by dropping.
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QStatusBar>

#include "core/base/file.h"
#include "ui/window/drop_hint.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/recent_menu.h"
#include "ui/window/show_me/show_me.h"

namespace ui {

void MainWindow::buildFileMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    addAction(menu, tr("&Open model folder…"), "openModel", QKeySequence::Open, [this] { askForModel(); });
    m_recent = new RecentMenu(menu);
    menu->addMenu(m_recent);
    connect(m_recent, &RecentMenu::chosen, this, [this](const QString& folder) {
        m_showMe->leave();
        m_controller.openModel(folder);   // a model, even where the folder is gone
    });
    connect(m_recent, &RecentMenu::clearRequested, this, [this] { forgetModels(m_settings.recentModels); });
    buildSampleMenu(*menu);
    menu->addSeparator();
    addAction(menu, tr("Open s&ession…"), "openSession", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), [this] { openSession(); });
    addAction(menu, tr("&Save session…"), "saveSession", QKeySequence::Save, [this] { saveSession(); });
    menu->addSeparator();
    m_export = addAction(menu, tr("E&xport figure…"), "exportFigure", QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportFigure(); });
    m_export->setIconText(tr("Export"));
    m_export->setToolTip(tr("Export the figure as SVG, PDF or PNG (%1)").arg(m_export->shortcut().toString(QKeySequence::NativeText)));
    menu->addSeparator();
    addAction(menu, tr("&Quit"), "quit", QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::buildSampleMenu(QMenu& file)
{
    if (m_services.samples.sentences.empty()) return;
    QMenu* menu = file.addMenu(tr("S&ample sentences"));
    menu->setObjectName(QStringLiteral("sampleMenu"));
    menu->setToolTipsVisible(true);
    for (const Sample& sample : m_services.samples.sentences) {
        QAction* action = menu->addAction(sample.title);
        action->setToolTip(sample.text);
        connect(action, &QAction::triggered, this,
                [this, sample] { m_session.replaceText(sample.text, tr("sample “%1”").arg(sample.title)); });
    }
}

QString MainWindow::chosen(const PathChooser& chooser, Place place, const QString& name)
{
    const QString folder = m_settings.folders[place];
    const QString path = chooser ? chooser(this, folder.isEmpty() ? name : QDir(folder).filePath(name)) : QString();
    if (!path.isEmpty()) m_settings.folders[place] = QFileInfo(path).absolutePath();   // of a model, the folder that its folder is in
    return path;
}

void MainWindow::openPath(const QString& path)
{
    m_showMe->leave();
    switch (kindOf(path)) {
    case PathKind::Model:
        return m_controller.openModel(modelPath(path));
    case PathKind::Session:
        return m_files.openSession(path, m_session.view());
    case PathKind::Text:
        return m_files.openText(path);
    }
}

void MainWindow::askForModel()
{
    const QString folder = chosen(m_services.chooseFolder, Place::Model);
    if (!folder.isEmpty()) openPath(folder);
}

void MainWindow::openSession()
{
    const QString file = chosen(m_services.chooseSession, Place::Session);
    if (file.isEmpty()) return;
    m_showMe->leave();   // the view that the session is opened into is the person's
    m_files.openSession(file, m_session.view());
}

void MainWindow::saveSession()
{
    if (m_saving.busy()) return statusBar()->showMessage(tr("The last file is still being written."), kToastTime);
    const QString file = chosen(m_services.chooseSessionFile, Place::Session, shortName(m_session.document().model) + QLatin1String(kSessionSuffix));
    if (file.isEmpty()) return;
    if (kindOf(file) != PathKind::Session)   // the program would not know it again
        return m_messages->show(ProblemSource::File, {core::Fault::BadInput, tr("%1 is no name of a session.").arg(file).toStdString(),
                                                      tr("Let it end with %1.").arg(QLatin1String(kSessionSuffix)).toStdString()});
    const SavedSession session{.document = m_session.document(), .view = m_session.view(), .cells = cellsOnScreen()};
    m_saving.start([session, file, message = tr("Saved %1").arg(file)](const std::stop_token&) {
        return std::optional(FileSaved{core::saveFile(file.toStdString(), sessionText(session)), message});
    });
}

// One step, model and all.
void MainWindow::showSession(const QString& path, const SavedSession& session)
{
    m_session.setView(session.view);
    m_session.open(session.document, tr("session %1").arg(sessionName(path)));
    showCells(session.cells);
}

CellsSeen MainWindow::cellsOnScreen() const
{
    CellsSeen cells;
    for (const Side side : kSides)
        if (m_session.document().has(side)) cells[std::size_t(side)] = m_views.front()->cellsOnScreen(side);
    return cells;
}

void MainWindow::showCells(const CellsSeen& cells)
{
    for (const Side side : kSides) m_views.front()->showCells(std::nullopt, side);
    m_waitingCells = cells;
    showWaitingCells();
}

void MainWindow::showWaitingCells()
{
    for (const Side side : kSides) {
        std::optional<QRectF>& cells = m_waitingCells[std::size_t(side)];
        if (cells && m_controller.showsDocument(side)) m_views.front()->showCells(std::exchange(cells, std::nullopt), side);
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const std::optional<DropMeaning> meaning = meaningOfDrop(event->mimeData()->urls());
    if (!meaning) return;
    m_dropHint->showMeaning(*meaning, Theme::of(m_session.view().look));
    event->setDropAction(meaning->isRefused() ? Qt::IgnoreAction : Qt::CopyAction);
    event->accept();   // what is refused, too: who is told that a drag has come is also told that it has gone
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) { m_dropHint->hide(); }

void MainWindow::dropEvent(QDropEvent* event)
{
    m_dropHint->hide();
    const std::optional<DropMeaning> meaning = meaningOfDrop(event->mimeData()->urls());
    if (!meaning) return;
    event->setDropAction(meaning->isRefused() ? Qt::IgnoreAction : Qt::CopyAction);
    event->accept();
    if (meaning->isRefused()) return m_messages->show(ProblemSource::File, *meaning->problem);
    openPath(meaning->path);
}

}   // namespace ui
