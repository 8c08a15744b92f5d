// What the window does when session and controllers speak, and whom it asks when its parts are used.
#include "ui/window/context_bar.h"
#include "ui/window/empty_state.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/show_me/show_me.h"
#include "ui/window/work_indicator.h"

namespace ui {

void MainWindow::connectSession()
{
    connect(&m_session, &Session::documentChanged, this, [this](const DocumentState& before) {
        if (before.head != m_session.document().head) showHeads();
        if (before.model != m_session.document().model) showModels();
        if (before.second.has_value() != m_session.document().second.has_value()) showStatus();
        m_waitingCells = {};   // of another document
        endTold();
    });
    connect(&m_session, &Session::viewChanged, this, [this](const ViewState& before) {
        const ViewState& now = m_session.view();
        if (before.sentences != now.sentences) showStatus();
        if (before.side != now.side || before.peek != now.peek || before.firstToken != now.firstToken || before.unit != now.unit) endTold();
        if (before.look != m_session.view().look) showTheme();
        if (before.shown != now.shown) showShownView();
    });
}

void MainWindow::connectController()
{
    connect(&m_controller, &ExploreController::recordChanged, this, &MainWindow::showRecord);
    connect(&m_scores, &HeadScoresController::changed, this, &MainWindow::showScoring);
    connect(&m_future, &FutureController::changed, this, &MainWindow::showProving);
    connect(&m_comparing, &ComparisonController::changed, this, &MainWindow::showComparison);
    connect(m_actions.stopProof, &QAction::triggered, &m_future, &FutureController::cancel);
    connect(&m_controller, &ExploreController::problem, this, &MainWindow::showProblem);
    connect(&m_controller, &ExploreController::solved, m_messages, &MessageStrip::clear);
    connect(&m_controller, &ExploreController::standingChanged, this, [this] {
        for (View* view : m_views) view->showStanding(m_controller.standing());
        if (m_controller.standing() != Standing::Current) leaveEmptyState();
    });
    SentenceRun& second = m_controller.sentence(Side::Second);
    connect(&second, &SentenceRun::recordChanged, this, [this](const ExploreRecordPtr& record) {
        for (View* view : m_views) view->showSecondRecord(record);
        m_future.recordChanged(Side::Second);
        showWaitingCells();
    });
    connect(&second, &SentenceRun::standingChanged, this, [this] {
        for (View* view : m_views) view->showSecondStanding(m_controller.standing(Side::Second));
    });
    connect(m_context, &ContextBar::modelChosen, &m_controller, &ExploreController::openModel);
    connect(m_context, &ContextBar::headChosen, &m_session, &Session::showHead);
    connect(m_work, &WorkIndicator::stopRequested, this, &MainWindow::stopWork);
    connect(m_actions.computeAgain, &QAction::triggered, &m_controller, &ExploreController::runAgain);
    connect(m_empty, &EmptyState::openRequested, this, &MainWindow::askForModel);
    connect(m_empty, &EmptyState::cancelRequested, &m_controller, &ExploreController::cancel);
    connect(m_empty, &EmptyState::builtInRequested, this, [this] { m_controller.openModel(m_services.builtInModels.front()); });
}

void MainWindow::connectModels()
{
    ModelController& models = m_controller.models();
    const auto rest = [this] {
        m_work->end(Work::Opening);
        showModels();   // where the new one is not had, the list goes back to the model that stays
    };
    connect(&models, &ModelController::knownChanged, this, &MainWindow::showModels);
    connect(&models, &ModelController::opening, this, [this](const QString& name) {
        m_empty->setOpening(shortName(name));
        m_work->begin(Work::Opening, tr("Opening %1 …").arg(shortName(name)));
    });
    const auto stay = [this, rest] {
        m_empty->setOpening({});
        rest();
    };
    connect(&models, &ModelController::failed, this, stay);
    connect(&models, &ModelController::cancelled, this, stay);
    connect(&models, &ModelController::opened, this, [this, rest](const QString& name, const core::ModelPtr& model) {
        rememberModel(name);
        const core::ModelConfig& config = model->transformer->config();
        m_context->showConfig(config);
        m_actions.setModelSize(config.layers, config.heads);
        rest();
        showHeads();
    });
}

void MainWindow::connectRuns()
{
    const auto rest = [this] {
        if (!m_controller.runs(Side::First).busy() && !m_controller.runs(Side::Second).busy()) m_work->end(Work::Running);
    };
    for (const Side side : kSides) {
        RunController& runs = m_controller.runs(side);
        connect(&runs, &RunController::started, this, [this] { m_work->begin(Work::Running, tr("Computing …")); });
        connect(&runs, &RunController::ready, this, rest);
        connect(&runs, &RunController::failed, this, rest);
        connect(&runs, &RunController::cancelled, this, rest);
    }
}

void MainWindow::connectFiles()
{
    for (const View* view : m_views)
        connect(view, &View::refused, this, [this](const core::Error& error) { m_messages->show(ProblemSource::File, error); });
    const auto rest = [this] { m_work->end(Work::Reading); };
    connect(&m_files, &FileController::opening, this,
            [this](const QString& path) { m_work->begin(Work::Reading, tr("Reading %1 …").arg(shortName(path))); });
    connect(&m_files, &FileController::cancelled, this, rest);
    connect(&m_files, &FileController::failed, this, [this, rest](const core::Error& error) {
        rest();
        m_messages->show(ProblemSource::File, error);
    });
    connect(&m_files, &FileController::textOpened, this, [this, rest](const QString& path, const QString& text) {
        rest();
        m_showMe->leave();
        m_messages->clear(ProblemSource::File);
        m_session.replaceText(text, tr("text of %1").arg(shortName(path)));
    });
    connect(&m_files, &FileController::sessionOpened, this, [this, rest](const QString& path, const SavedSession& session) {
        rest();
        m_showMe->leave();
        m_messages->clear(ProblemSource::File);
        showSession(path, session);
    });
}

}   // namespace ui
