#include "ui/window/main_window.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>

#include "core/base/version.h"
#include "ui/state/numbers.h"
#include "ui/views/registry.h"
#include "ui/window/bare_keys.h"
#include "ui/window/context_bar.h"
#include "ui/window/empty_state.h"
#include "ui/window/message_strip.h"
#include "ui/window/style_sheet.h"
#include "ui/window/work_indicator.h"

namespace ui {

namespace {

// With the first picture, or when it is known to take long.
void leaveEmptyState(QStackedWidget& stack, const EmptyState& empty, View& first)
{
    if (stack.currentWidget() != &empty) return;
    stack.setCurrentWidget(&first);
    first.setFocus();
}

}   // namespace

MainWindow::MainWindow(WindowServices services, DocumentState document, QWidget* parent) :
    QMainWindow(parent),
    m_services(std::move(services)),
    m_session(std::move(document)),
    m_controller(
        m_session,
        {.engine = m_services.engine, .openModel = m_services.openModel, .builtInModels = m_services.builtInModels, .clock = m_services.clock}),
    m_scores(m_session, m_services.scoreHeads),
    m_texts(this),
    m_actions(m_session, this),
    m_saving([this](const std::optional<FigureSaved>& saved) { showSaved(saved); })
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    new BareKeys(this);
    buildMenus();
    buildContextBar();
    buildCentre();
    buildRail();
    buildStatusLine();
    connectSession();
    connectController();
    connectModels();
    connectRuns();
    connectTexts();
    showModels();
    showTheme();
    resize(1440, 900);
}

void MainWindow::start() { m_controller.start(); }

void MainWindow::openPath(const QString& path)
{
    if (isModelPath(path))
        m_controller.openModel(modelPath(path));
    else
        m_texts.open(path);
}

void MainWindow::askForModel()
{
    const QString folder = m_services.chooseFolder ? m_services.chooseFolder(this) : QString();
    if (!folder.isEmpty()) openPath(folder);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::documentChanged, this, [this](const DocumentState& before) {
        if (before.head != m_session.document().head) showHeads();
        if (before.model != m_session.document().model) showModels();
    });
    connect(&m_session, &Session::viewChanged, this, [this](const ViewState& before) {
        if (before.theme != m_session.view().theme) showTheme();
    });
}

void MainWindow::connectController()
{
    connect(&m_controller, &ExploreController::recordChanged, this, &MainWindow::showRecord);
    connect(&m_scores, &HeadScoresController::changed, this, &MainWindow::showScoring);
    connect(&m_controller, &ExploreController::problem, this, &MainWindow::showProblem);
    connect(&m_controller, &ExploreController::solved, m_messages, &MessageStrip::clear);
    connect(&m_controller, &ExploreController::standingChanged, this, [this] {
        for (View* view : m_views) view->showStanding(m_controller.standing());
        if (m_controller.standing() != Standing::Current) leaveEmptyState(*m_stack, *m_empty, *m_views.front());
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
    connect(&models, &ModelController::opened, this, [this, rest](const QString&, const core::ModelPtr& model) {
        const core::ModelConfig& config = model->transformer->config();
        m_context->showConfig(config);
        m_actions.setModelSize(config.layers, config.heads);
        rest();
        showHeads();
    });
}

void MainWindow::connectRuns()
{
    RunController& runs = m_controller.runs();
    const auto rest = [this] { m_work->end(Work::Running); };
    connect(&runs, &RunController::started, this, [this] { m_work->begin(Work::Running, tr("Computing …")); });
    connect(&runs, &RunController::ready, this, rest);
    connect(&runs, &RunController::failed, this, rest);
    connect(&runs, &RunController::cancelled, this, rest);
}

void MainWindow::connectTexts()
{
    const auto rest = [this] { m_work->end(Work::Reading); };
    connect(&m_texts, &TextController::opening, this,
            [this](const QString& path) { m_work->begin(Work::Reading, tr("Reading %1 …").arg(shortName(path))); });
    connect(&m_texts, &TextController::cancelled, this, rest);
    connect(&m_texts, &TextController::failed, this, [this, rest](const core::Error& error) {
        rest();
        m_messages->show(ProblemSource::File, error);
    });
    connect(&m_texts, &TextController::opened, this, [this, rest](const QString& text) {
        rest();
        m_messages->clear(ProblemSource::File);
        m_session.setText(text);
    });
}

// A model that could not be had can be asked for again; where the document needs it, the model on show can take its place.
void MainWindow::showProblem(ProblemSource source, const core::Error& error)
{
    std::vector<Remedy> remedies;
    if (source == ProblemSource::Model) {
        remedies.push_back({tr("Try again"), "tryModelAgain", [this] { m_controller.openModel(m_controller.models().requested()); }});
        if (m_controller.modelDiffers())
            remedies.push_back({tr("Keep %1").arg(shortName(m_controller.modelName())), "keepModel", [this] { m_controller.keepModel(); }});
    }
    m_messages->show(source, error, std::move(remedies));
}

void MainWindow::showRecord(const ExploreRecordPtr& record)
{
    m_scores.showRecord(record);   // before the views, so that each shows the record with its scores at once
    for (View* view : m_views) view->showRecord(record);
    leaveEmptyState(*m_stack, *m_empty, *m_views.front());
    m_tilesStatus->setText(tr("Tiles recomputed from q, k, ℓ"));
    showHeads();
    const core::Index tokens = record->recording->size();
    m_tokensStatus->setText(tokens == 1 ? tr("1 token") : tr("%1 tokens").arg(printedCount(tokens)));
    const double seconds = record->recording->seconds;
    const core::Index computed = tokens - record->recording->firstNewRow;
    const QString time = seconds < 1.0 ? tr("%1 ms").arg(printed(seconds * 1000.0, 1)) : tr("%1 s").arg(printed(seconds, 1));
    m_timeStatus->setText(computed == tokens ? tr("Forward pass %1").arg(time)
                                             : tr("%1 of %2 rows computed in %3").arg(printedCount(computed), printedCount(tokens), time));
}

void MainWindow::showScoring()
{
    const HeadScoring& scoring = m_scores.scoring();
    for (View* view : m_views) view->showScoring(scoring);
    if (!scoring.isUnderWay()) return m_work->end(Work::Scoring);
    m_work->begin(Work::Scoring, scoring.work == ScoringWork::Shuffling
                                     ? tr("Scoring heads on shuffled tokens, %1 of %2 …").arg(scoring.shuffle + 1).arg(kShuffles)
                                     : tr("Scoring heads …"));
}

void MainWindow::showModels()
{
    m_context->showModels(m_controller.models().known(), m_controller.modelName());
    setWindowTitle(m_controller.model() ? tr("%1 — Fovea").arg(shortName(m_controller.modelName())) : tr("Fovea"));
}

void MainWindow::showHeads()
{
    const core::HeadId head = m_session.document().head;
    const ExploreRecordPtr& record = m_controller.record();
    m_context->showHead(record && record->model == m_controller.model() ? record->nearest(head) : head);
}

void MainWindow::showTheme()
{
    const Theme theme = Theme::of(m_session.view().theme);
    QApplication::setPalette(paletteOf(theme));
    setStyleSheet(ui::styleSheet(theme));
}

void MainWindow::showAbout()
{
    auto* about = new QMessageBox(QMessageBox::NoIcon, tr("About Fovea"),
                                  tr("<b>Fovea %1</b><p>Shows where a transformer looks.</p>"
                                     "<p>Attention is not explanation: it shows where a head looks, not why the model answered.</p>")
                                      .arg(QLatin1String(core::version())),
                                  QMessageBox::Close, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setModal(false);
    about->show();
}

// What the indicator names, one thing at a time. Scores that are there in a moment are not told of, and so are not what Esc means.
bool MainWindow::stopWork()
{
    if (m_texts.busy())
        m_texts.cancel();
    else if (m_controller.busy())
        m_controller.cancel();
    else if (m_scores.busy() && m_work->isVisibleTo(this))
        m_scores.cancel();
    else
        return false;
    return true;
}

void MainWindow::goBack()
{
    if (!stopWork() && m_session.selection().pin) m_session.setPin({});
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return goBack();
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    openPath(event->mimeData()->urls().front().toLocalFile());
}

}   // namespace ui
