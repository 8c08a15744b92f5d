// The window: menus, context bar, rail, the views, and one line of status. It owns the session and the controller and connects them; what
// things mean is decided there, how they look in the views.
#pragma once

#include <functional>
#include <vector>

#include <QMainWindow>

#include "ui/controllers/comparison_controller.h"
#include "ui/controllers/explore_controller.h"
#include "ui/controllers/file_controller.h"
#include "ui/controllers/future_controller.h"
#include "ui/controllers/head_scores_controller.h"
#include "ui/controllers/look_actions.h"
#include "ui/controllers/session_actions.h"
#include "ui/state/session.h"
#include "ui/views/view.h"
#include "ui/window/figure_export.h"
#include "ui/window/window_services.h"
#include "ui/work/latest_task.h"

class QBoxLayout;
class QLabel;
class QMenu;
class QStackedWidget;

namespace ui {

inline constexpr int kToastTime = 6000;   // ms that a message which nobody has to act on stays

class ContextBar;
class DropHint;
class EmptyState;
class MessageStrip;
class RecentMenu;
class SearchPopup;
class ShowMe;
class WelcomeCard;
class WorkIndicator;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WindowServices services, DocumentState document = sampleDocument(), QWidget* parent = nullptr);

    // Where no size is remembered, a window on a screen that is smaller than it would like takes all of it. available: of the screen, without its bars.
    void fitTo(QSize available);
    void start();                         // opens the document's model
    void openPath(const QString& path);   // a model folder or file, a session, or a text
    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] ExploreController& controller() { return m_controller; }
    [[nodiscard]] const FutureController& future() const { return m_future; }
    [[nodiscard]] const ComparisonController& comparing() const { return m_comparing; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildMenus();
    void buildFileMenu();
    void buildSampleMenu(QMenu& file);
    void buildEditMenu();
    void buildSearch();
    void buildViewMenu();
    void buildHeadMenu();
    void buildHelpMenu();
    void buildContextBar();
    void buildCentre();
    void buildShowMe(QBoxLayout& layout);
    void buildRail();
    void buildStatusLine();
    void connectSession();
    void connectController();
    void connectModels();
    void connectRuns();
    void connectFiles();
    QAction* addAction(QMenu* menu, const QString& title, const char* name, const QKeySequence& key, const std::function<void()>& apply);

    // Asks where, beginning where this was asked last; empty: the user changed their mind. `name`: that is suggested for a new file.
    [[nodiscard]] QString chosen(const PathChooser& chooser, Place place, const QString& name = {});
    void askForModel();
    void saveSession();
    void openSession();
    void showSession(const QString& path, const SavedSession& session);
    void exportFigure();
    void showSaved(const std::optional<FileSaved>& saved);
    void showMe();
    void showKeyboard();
    void showAbout();
    void welcome();   // newcomers
    void endFirstStart();
    void recall();   // what was remembered
    void remember();
    [[nodiscard]] ViewState givenView() const;
    void showRemembering(const core::Result<void>& written);
    void changeModels(const std::function<void(QStringList& folders)>& change);   // the recent ones
    void rememberModel(const QString& nameOrPath);
    void forgetModels(const QStringList& folders);
    [[nodiscard]] CellsSeen cellsOnScreen() const;
    void showCells(const CellsSeen& cells);   // with the pictures that they belong to, which may already be on show
    void showWaitingCells();
    bool stopWork();   // whether there was any
    void goBack();     // Esc
    bool releasePin();
    bool leaveSolo();
    void showProblem(ProblemSource source, const core::Error& error);
    void leaveEmptyState();
    void showRecord(const ExploreRecordPtr& record);
    void showStatus();
    void showScoring();
    void showProving();
    void showComparison();
    void showShownView();   // the one that the session names; the first where this program lacks it
    [[nodiscard]] View& shownView() const;
    void showModels();
    void showHeads();
    void showTheme();
    void showTold(const QString& sentence);
    void endTold();
    [[nodiscard]] std::vector<QWidgetList> panels() const;   // in the order in which keys reach them

    WindowServices m_services;
    Settings m_settings;
    Session m_session;
    ExploreController m_controller;
    HeadScoresController m_scores;
    FutureController m_future;
    ComparisonController m_comparing;
    FileController m_files;
    SessionActions m_actions;
    LookActions m_looks;
    std::vector<View*> m_views;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    RecentMenu* m_recent = nullptr;
    DropHint* m_dropHint = nullptr;
    SearchPopup* m_search = nullptr;
    WelcomeCard* m_welcome = nullptr;
    ShowMe* m_showMe = nullptr;
    MessageStrip* m_messages = nullptr;
    ContextBar* m_context = nullptr;
    QToolBar* m_rail = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_export = nullptr;
    QLabel* m_tokensStatus = nullptr;
    QLabel* m_timeStatus = nullptr;
    QLabel* m_tilesStatus = nullptr;
    QLabel* m_toldStatus = nullptr;   // a row in a sentence, in the place of the others, as long as that row is meant
    WorkIndicator* m_work = nullptr;
    CellsSeen m_waitingCells;   // to be shown with the pictures of the document as it stands
    CellsSeen m_cellsBefore;    // the walk, that is
    LatestTask<FileSaved> m_saving;
    bool m_closing = false;   // once m_saving is done
};

}   // namespace ui
