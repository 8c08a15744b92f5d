#include "ui/window/main_window.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>

#include "ui/plot/place_keys.h"
#include "ui/state/numbers.h"
#include "ui/views/registry.h"
#include "ui/window/bare_keys.h"
#include "ui/window/context_bar.h"
#include "ui/window/drop_hint.h"
#include "ui/window/empty_state.h"
#include "ui/window/message_strip.h"
#include "ui/window/show_me/show_me.h"
#include "ui/window/style_sheet.h"
#include "ui/window/tab_order.h"
#include "ui/window/work_indicator.h"

namespace ui {

namespace {

// "34 tokens · 11 words", where words are what has letters or digits in it.
QString lengthOf(const ExploreRecord& record)
{
    const core::Tokens& tokens = record.recording->tokens;
    core::Index words = 0;
    for (core::Index word = 0; record.words && word < record.words->size(); ++word)
        words += core::hasLetters(tokens, record.words->tokensOf(word)) ? 1 : 0;
    const QString length = tokens.size() == 1 ? MainWindow::tr("1 token") : MainWindow::tr("%1 tokens").arg(printedCount(tokens.size()));
    if (words == 0) return length;
    return length + QStringLiteral(" · ") + (words == 1 ? MainWindow::tr("1 word") : MainWindow::tr("%1 words").arg(printedCount(words)));
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
    m_future(
        m_session, [this](Side side) { return m_controller.record(side); }, m_services.proveFuture),
    m_comparing(
        m_session, [this] { return m_controller.record(); }, m_services.comparer),
    m_files(this),
    m_actions(m_session, this),
    m_looks(m_session, this),
    m_saving([this](const std::optional<FileSaved>& saved) { showSaved(saved); })
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    new BareKeys(this);
    buildMenus();
    buildContextBar();
    buildCentre();
    buildRail();
    buildStatusLine();
    m_dropHint = new DropHint(this);
    buildSearch();
    connectSession();
    connectController();
    connectModels();
    connectRuns();
    connectFiles();
    showModels();
    showTheme();
    resize(1440, 900);
    recall();
}

void MainWindow::start() { m_controller.start(); }

void MainWindow::fitTo(QSize available)
{
    constexpr QSize kFrame(16, 56);   // what a window manager puts around it, about
    const QSize whole = size() + kFrame;
    const bool isRemembered = !m_settings.geometry.isEmpty();
    if (!isRemembered && (whole.width() > available.width() || whole.height() > available.height()))
        setWindowState(windowState() | Qt::WindowMaximized);
}

// A model that could not be had can be asked for again; where the document needs it, the model on show can take its place.
void MainWindow::showProblem(ProblemSource source, const core::Error& error)
{
    std::vector<Remedy> remedies;
    if (source == ProblemSource::Model) {
        remedies.push_back({tr("Try again"), "tryModelAgain", [this] { m_controller.openModel(m_controller.models().requested()); }});
        if (m_controller.modelDiffers())
            remedies.push_back({tr("Keep %1").arg(shortName(m_controller.modelName())), "keepModel", [this] { m_controller.keepModel(); }});
        if (const QString folder = m_controller.models().requested(); m_settings.recentModels.contains(folder))
            remedies.push_back({tr("Take off the list"), "forgetModel", [this, folder] { forgetModels({folder}); }});
    }
    m_messages->show(source, error, std::move(remedies));
}

// With the first picture, or when it is known to take long.
void MainWindow::leaveEmptyState()
{
    if (m_stack->currentWidget() != m_empty) return;
    m_stack->setCurrentWidget(&shownView());
    m_stack->currentWidget()->setFocus();
}

View& MainWindow::shownView() const
{
    const auto named = std::ranges::find(m_views, m_session.view().shown, &QObject::objectName);
    return named == m_views.end() ? *m_views.front() : **named;
}

void MainWindow::showShownView()
{
    View& view = shownView();
    if (QAction* action = m_rail->findChild<QAction*>(QStringLiteral("show_") + view.objectName())) action->setChecked(true);
    m_comparing.setWatched(view.showsComparison());
    m_actions.setPictureChoices(!view.showsComparison());
    if (m_stack->currentWidget() == m_empty || m_stack->currentWidget() == &view) return;
    m_stack->setCurrentWidget(&view);
    view.setFocus();
}

void MainWindow::showRecord(const ExploreRecordPtr& record)
{
    m_scores.showRecord(record);   // before the views, so that each shows the record with its scores at once
    for (View* view : m_views) view->showRecord(record);
    m_future.recordChanged(Side::First);
    m_comparing.recordChanged();
    leaveEmptyState();
    showWaitingCells();
    m_showMe->showRecord(record);
    welcome();
    m_tilesStatus->setText(tr("Tiles recomputed from q, k, ℓ"));
    showHeads();
    showStatus();
}

// Of two sentences it is the first: numbers that changed with every move of the pointer would be read by nobody.
void MainWindow::showStatus()
{
    const ExploreRecordPtr& record = m_controller.record();
    if (!record) return;
    const core::Index tokens = record->recording->size();
    const double seconds = record->recording->seconds;
    const core::Index computed = tokens - record->recording->firstNewRow;
    const QString time = seconds < 1.0 ? tr("%1 ms").arg(printed(seconds * 1000.0, 1)) : tr("%1 s").arg(printed(seconds, 1));
    const QString pass = computed == tokens ? tr("Forward pass %1").arg(time)
                                            : tr("%1 of %2 rows computed in %3").arg(printedCount(computed), printedCount(tokens), time);
    const bool isOfTwo = m_session.showsTwo();
    m_tokensStatus->setText(isOfTwo ? tr("First sentence: %1").arg(lengthOf(*record)) : lengthOf(*record));
    m_timeStatus->setText(isOfTwo ? tr("%1, of the first sentence").arg(pass) : pass);
}

void MainWindow::showScoring()
{
    const HeadScoring& scoring = m_scores.scoring();
    for (View* view : m_views) view->showScoring(scoring);
    m_showMe->showScoring(scoring);
    if (!scoring.isUnderWay()) return m_work->end(Work::Scoring);
    m_work->begin(Work::Scoring, scoring.work == ScoringWork::Shuffling
                                     ? tr("Scoring heads on shuffled tokens, %1 of %2 …").arg(scoring.shuffle + 1).arg(kShuffles)
                                     : tr("Scoring heads …"));
}

void MainWindow::showProving()
{
    for (View* view : m_views) view->showProving(m_future.proving());
    m_future.busy() ? m_work->begin(Work::Proving, tr("Proving that a row cannot know the future …")) : m_work->end(Work::Proving);
}

void MainWindow::showComparison()
{
    const ComparisonState& state = m_comparing.state();
    for (View* view : m_views) view->showComparison(state);
    m_comparing.busy()
        ? m_work->begin(Work::Comparing, state.comparison.isUnderWay ? tr("Comparing patterns …") : tr("Running the model with the pattern …"))
        : m_work->end(Work::Comparing);
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
    const Theme theme = Theme::of(m_session.view().look);
    applyLook(theme);
    setFont(theme.font(TextStyle::Body));   // told to all parts at once, where the program's is told when they are next shown
    m_context->setIconSize({theme.scaled(16), theme.scaled(16)});
    m_rail->setIconSize({theme.scaled(20), theme.scaled(20)});
    statusBar()->setMinimumHeight(theme.scaled(28));
    setStyleSheet(ui::styleSheet(theme));
}

// On screen and to screen readers, until another row is meant.
void MainWindow::showTold(const QString& sentence)
{
    statusBar()->clearMessage();
    m_toldStatus->setText(sentence);
    m_toldStatus->setToolTip(sentence);   // there may not be room for all of it
    for (QLabel* label : {m_tokensStatus, m_timeStatus, m_tilesStatus}) label->hide();
    m_toldStatus->show();
    QAccessibleEvent alert(m_toldStatus, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MainWindow::endTold()
{
    if (m_toldStatus->isHidden()) return;
    m_toldStatus->hide();
    for (QLabel* label : {m_tokensStatus, m_timeStatus, m_tilesStatus}) label->show();
}

std::vector<QWidgetList> MainWindow::panels() const
{
    std::vector<QWidgetList> panels{{m_context}, {m_rail}};
    const std::vector<QWidgetList> ofView = m_stack->currentWidget() == m_empty ? std::vector<QWidgetList>{{m_empty}} : shownView().panels();
    panels.insert(panels.end(), ofView.begin(), ofView.end());
    panels.push_back({statusBar()});
    return panels;
}

// What the indicator names, one thing at a time. Scores that are there in a moment are not told of, and so are not what Esc means.
bool MainWindow::stopWork()
{
    if (m_files.busy())
        m_files.cancel();
    else if (m_controller.busy())
        m_controller.cancel();
    else if (m_future.busy())
        m_future.cancel();
    else if (m_comparing.busy())
        m_comparing.cancel();
    else if (m_scores.busy() && m_work->isVisibleTo(this))
        m_scores.cancel();
    else
        return false;
    return true;
}

bool MainWindow::releasePin()
{
    if (!m_session.selection().pin && !m_session.selection(Side::Second).pin) return false;
    m_session.releasePin();
    return true;
}

bool MainWindow::leaveSolo()
{
    if (m_session.view().centre != Centre::Solo) return false;
    m_session.setCentre(Centre::Shared);
    return true;
}

// One level, the first that there is. Popups close by themselves; the program never ends by it.
void MainWindow::goBack()
{
    if (stopWork()) return;
    auto* view = qobject_cast<View*>(m_stack->currentWidget());
    if (view && (view->releasePeek() || view->releaseRange())) return;
    if (releasePin() || leaveSolo() || !view) return;
    view->zoomOut();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget* stop = tabStopFrom(focusWidget(), next, laidOut({m_context, m_rail, centralWidget(), statusBar()}));
    if (stop) focusStop(*stop, next);
    return stop;
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (useOf(*event, windowKeys()) == WindowKey::Back) return goBack();
    QMainWindow::keyPressEvent(event);
}

}   // namespace ui
