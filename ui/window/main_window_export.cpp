// Export of figures from the window: painted and written off the GUI thread, because a long text takes seconds.
#include <QStatusBar>

#include "ui/window/figure_export.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"

namespace ui {

void MainWindow::exportFigure()
{
    if (!m_controller.record()) return;
    if (m_saving.busy()) return statusBar()->showMessage(tr("The last file is still being written."), kToastTime);
    const std::optional<core::Result<FigureSpec>> ofView = shownView().figure();   // which is of the first sentence
    if (ofView && !*ofView) return m_messages->show(ProblemSource::File, ofView->error());
    const Side side = !ofView && m_controller.record(m_session.view().side) ? m_session.view().side : Side::First;
    const QString suggested = suggestedFigureName(*m_controller.record(side), m_session.document(), side);
    const QString file = chosen(m_services.chooseFigureFile, Place::Figure, suggested);
    if (file.isEmpty()) return;
    // Asked again: while the dialog was open a run may have ended, and what is on screen now is what is wanted.
    const ExploreRecordPtr record = m_controller.record(side);
    if (!record) return;   // the second sentence was closed meanwhile
    const std::optional<core::Result<FigureSpec>> now = shownView().figure();
    const core::Result<FigureSpec> spec =
        now ? *now : figureOnScreen(*record, m_session.selection(side), m_session.view(), m_views.front()->cellsOnScreen(side));
    if (!spec) return m_messages->show(ProblemSource::File, spec.error());
    statusBar()->showMessage(tr("Writing %1 …").arg(file));
    m_saving.start([spec = *spec, file, message = savedFigureMessage(file, *record, m_session.document(), side)](const std::stop_token&) {
        return std::optional(FileSaved{renderFigure(spec, file.toStdString()), message});
    });
}

void MainWindow::showSaved(const std::optional<FileSaved>& saved)
{
    statusBar()->clearMessage();
    const bool closing = std::exchange(m_closing, false);
    if (!saved)
        return m_messages->show(ProblemSource::File,
                                {core::Fault::System, "There is not enough memory for this file.", "Zoom in, or close something else."});
    if (!saved->written) return m_messages->show(ProblemSource::File, saved->written.error());
    m_messages->clear(ProblemSource::File);
    statusBar()->showMessage(saved->message, kToastTime);
    if (closing) close();
}

}   // namespace ui
