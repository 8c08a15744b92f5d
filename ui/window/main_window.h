// The window: menus, context bar, rail, the views, and one line of status. It owns the session and the controller and connects them; what
// things mean is decided there, how they look in the views.
#pragma once

#include <functional>
#include <vector>

#include <QMainWindow>

#include "ui/controllers/explore_controller.h"
#include "ui/controllers/future_controller.h"
#include "ui/controllers/head_scores_controller.h"
#include "ui/controllers/look_actions.h"
#include "ui/controllers/session_actions.h"
#include "ui/controllers/text_controller.h"
#include "ui/state/session.h"
#include "ui/views/view.h"
#include "ui/window/figure_export.h"
#include "ui/window/window_services.h"
#include "ui/work/latest_task.h"

class QLabel;
class QMenu;
class QStackedWidget;

namespace ui {

class ContextBar;
class EmptyState;
class MessageStrip;
class WorkIndicator;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WindowServices services, DocumentState document = sampleDocument(), QWidget* parent = nullptr);

    void start();                         // opens the document's model
    void openPath(const QString& path);   // a model folder or file, or a text
    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] ExploreController& controller() { return m_controller; }
    [[nodiscard]] const FutureController& future() const { return m_future; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildMenus();
    void buildFileMenu();
    void buildSampleMenu(QMenu& file);
    void buildEditMenu();
    void buildViewMenu();
    void buildHeadMenu();
    void buildHelpMenu();
    void buildContextBar();
    void buildCentre();
    void buildRail();
    void buildStatusLine();
    void connectSession();
    void connectController();
    void connectModels();
    void connectRuns();
    void connectTexts();
    QAction* addAction(QMenu* menu, const QString& title, const char* name, const QKeySequence& key, const std::function<void()>& apply);

    void askForModel();
    void exportFigure();
    void showSaved(const std::optional<FigureSaved>& saved);
    void showAbout();
    bool stopWork();   // whether there was any
    void goBack();     // Esc: stop work, then release the pin, then leave a solo
    void showProblem(ProblemSource source, const core::Error& error);
    void leaveEmptyState();
    void showRecord(const ExploreRecordPtr& record);
    void showScoring();
    void showProving();
    void showModels();
    void showHeads();
    void showTheme();

    WindowServices m_services;
    Session m_session;
    ExploreController m_controller;
    HeadScoresController m_scores;
    FutureController m_future;
    TextController m_texts;
    SessionActions m_actions;
    LookActions m_looks;
    std::vector<View*> m_views;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    MessageStrip* m_messages = nullptr;
    ContextBar* m_context = nullptr;
    QToolBar* m_rail = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_export = nullptr;
    QLabel* m_tokensStatus = nullptr;
    QLabel* m_timeStatus = nullptr;
    QLabel* m_tilesStatus = nullptr;
    WorkIndicator* m_work = nullptr;
    LatestTask<FigureSaved> m_saving;
};

}   // namespace ui
