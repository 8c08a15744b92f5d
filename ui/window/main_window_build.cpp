// The parts of the window, each put together by one function.
#include <QCoreApplication>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/views/explore/heads/eliding_label.h"
#include "ui/views/registry.h"
#include "ui/views/tool_stops.h"
#include "ui/window/context_bar.h"
#include "ui/window/empty_state.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/panel_steps.h"
#include "ui/window/search/search_popup.h"
#include "ui/window/work_indicator.h"

namespace ui {

QAction* MainWindow::addAction(QMenu* menu, const QString& title, const char* name, const QKeySequence& key, const std::function<void()>& apply)
{
    QAction* action = menu->addAction(title);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, apply);
    return action;
}

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildHeadMenu();
    buildHelpMenu();
}

void MainWindow::buildEditMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    QUndoGroup& steps = m_session.undoGroup();
    m_undo = steps.createUndoAction(this, tr("Undo"));   // its text, and so its tooltip, names the step
    m_undo->setObjectName(QStringLiteral("undo"));
    m_undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_redo = steps.createRedoAction(this, tr("Redo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    // Not every language says the step last.
    connect(&steps, &QUndoGroup::undoTextChanged, m_undo,
            [this](const QString& step) { m_undo->setText(step.isEmpty() ? tr("Undo") : tr("Undo %1").arg(step)); });
    connect(&steps, &QUndoGroup::redoTextChanged, m_redo,
            [this](const QString& step) { m_redo->setText(step.isEmpty() ? tr("Redo") : tr("Redo %1").arg(step)); });
    menu->addActions({m_undo, m_redo});
    menu->addSeparator();
    addAction(menu, tr("&Search…"), "search", QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_search->open(); });
    menu->addSeparator();
    menu->addActions({m_actions.copyCell, m_actions.copyRow});
    menu->addSeparator();
    menu->addAction(m_actions.appendNext);
    menu->addAction(m_actions.computeAgain);
}

// Titles of sections are not drawn by every style: what belongs together has a menu of its own.
void MainWindow::buildViewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    QMenu* parts = menu->addMenu(tr("&Picture"));
    parts->addActions(m_actions.parts->actions());
    parts->addSeparator();
    parts->addAction(m_actions.cycleParts);
    QMenu* scale = menu->addMenu(tr("Sca&le"));
    scale->addActions(m_actions.scale->actions());
    scale->addSeparator();
    scale->addAction(m_actions.cycleScale);
    QMenu* unit = menu->addMenu(tr("&Rows and columns"));
    unit->addActions(m_actions.unit->actions());
    unit->addSeparator();
    unit->addAction(m_actions.cycleUnit);
    menu->addAction(m_actions.hideFirst);
    menu->addAction(m_actions.loupe);
    menu->addAction(m_actions.secondSentence);
    menu->addSeparator();
    menu->addActions({m_actions.readRow, m_actions.showRow});
    menu->addSeparator();
    menu->addActions({m_actions.solo, m_actions.foldHeads, m_actions.foldInspector});
    addAction(menu, tr("Next panel"), "nextPanel", Qt::Key_F6, [this] { stepPanel(panels(), +1); });
    addAction(menu, tr("Previous panel"), "previousPanel", QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { stepPanel(panels(), -1); });
    menu->addSeparator();
    m_looks.addTo(*menu);
}

void MainWindow::buildHeadMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("Hea&d"));
    menu->addActions({m_actions.previousHead, m_actions.nextHead, m_actions.previousLayer, m_actions.nextLayer});
    menu->addSeparator();
    menu->addMenu(tr("&What it writes"))->addActions(m_actions.ablation->actions());
    menu->addAction(m_actions.ownAttention);
    menu->addSeparator();
    menu->addActions({m_actions.proveFuture, m_actions.releasePin});
}

void MainWindow::buildContextBar()
{
    for (QAction* action : {m_undo, m_redo, m_looks.projector, m_export}) {
        action->setIcon(icon(action == m_export ? QStringLiteral("export") : action->objectName()));
        action->setIconVisibleInMenu(false);
    }
    m_context = new ContextBar(this);
    m_context->addTools({m_undo, m_redo}, {m_looks.projector, m_export});
    addToolBar(m_context);
}

void MainWindow::buildCentre()
{
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_messages = new MessageStrip(centre);
    m_stack = new QStackedWidget(centre);
    m_empty = new EmptyState(m_services.builtInModels.value(0), m_stack);
    m_stack->addWidget(m_empty);
    for (const ViewEntry& entry : viewTable()) {
        View* view = entry.create({m_session, m_actions, m_services.samples}, m_stack);
        view->setObjectName(QLatin1String(entry.id));
        connect(view, &View::told, this, &MainWindow::showTold);
        connect(view, &View::figureAsked, this, &MainWindow::exportFigure);
        m_stack->addWidget(view);
        m_views.push_back(view);
    }
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    buildShowMe(*layout);
    setCentralWidget(centre);
}

void MainWindow::buildRail()
{
    auto* rail = new QToolBar(tr("Views"), this);
    rail->setObjectName(QStringLiteral("rail"));
    rail->setMovable(false);
    rail->setContextMenuPolicy(Qt::PreventContextMenu);
    rail->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    auto* group = new QActionGroup(rail);
    const std::span<const ViewEntry> table = viewTable();
    for (std::size_t i = 0; i < table.size(); ++i) {
        QAction* action = group->addAction(QCoreApplication::translate("Views", table[i].title));
        action->setObjectName(QStringLiteral("show_") + QLatin1String(table[i].id));
        action->setIcon(icon(QLatin1String(table[i].id)));
        action->setCheckable(true);
        action->setChecked(i == 0);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i))));
        connect(action, &QAction::triggered, &m_session, [this, id = QLatin1String(table[i].id)] { m_session.showView(id); });
        rail->addAction(action);
    }
    new ToolStops(rail);
    addToolBar(isRightToLeft() ? Qt::RightToolBarArea : Qt::LeftToolBarArea, rail);   // areas are not mirrored by themselves
    m_rail = rail;
}

void MainWindow::buildStatusLine()
{
    const auto add = [this](const char* name) {
        auto* label = new ElidingLabel(this);   // enlarged text may not have room
        label->setObjectName(QLatin1String(name));
        statusBar()->addWidget(label);
        return label;
    };
    m_tokensStatus = add("statusTokens");
    m_timeStatus = add("statusTime");
    m_tilesStatus = add("statusTiles");
    m_toldStatus = add("statusTold");
    m_toldStatus->hide();
    m_work = new WorkIndicator(this);
    statusBar()->addPermanentWidget(m_work);   // a passing message may not hide it
    auto* hint = new ElidingLabel(tr("Hover to peek · click to pin"), this);
    statusBar()->addPermanentWidget(hint);
    statusBar()->setSizeGripEnabled(false);
}

}   // namespace ui
