// The window: menus, context bar, rail, the views, and one line of status. It owns the session and the controller and connects them; what
// things mean is decided there, how they look in the views.
#pragma once

#include <functional>
#include <vector>

#include <QMainWindow>

#include "ui/controllers/explore_controller.h"
#include "ui/controllers/session_actions.h"
#include "ui/state/session.h"
#include "ui/views/view.h"

class QComboBox;
class QLabel;
class QMenu;
class QStackedWidget;
class QTimer;

namespace ui {

class EmptyState;
class MessageStrip;

// Everything slow or modal that the window asks for, so that tests can answer in its place.
struct WindowServices {
    EnginePtr engine;
    ModelOpener openModel;
    QStringList builtInModels;
    std::function<QString(QWidget* parent)> chooseFolder;   // empty: the user changed their mind
    std::function<QString(QWidget* parent, const QString& suggested)> chooseFigureFile;

    [[nodiscard]] static WindowServices real();
};

// The sample sentence on the built-in model.
[[nodiscard]] DocumentState sampleDocument();
// The same on the model that `path` is (a folder, or a file in one). Any other path leaves the built-in model.
[[nodiscard]] DocumentState documentFor(const QString& path);

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WindowServices services, DocumentState document = sampleDocument(), QWidget* parent = nullptr);

    void start();                         // opens the document's model
    void openPath(const QString& path);   // a model folder or file, or a text
    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] ExploreController& controller() { return m_controller; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildMenus();
    void buildFileMenu();
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
    QAction* addAction(QMenu* menu, const QString& title, const char* name, const QKeySequence& key, const std::function<void()>& apply);

    void askForModel();
    void openText(const QString& path);
    void exportFigure();
    void showAbout();
    void goBack();   // Esc: stop work, then release the pin
    void showRecord(const ExploreRecordPtr& record);
    void showModels();
    void showHeads();
    void showTheme();
    void showTitle();

    WindowServices m_services;
    Session m_session;
    ExploreController m_controller;
    SessionActions m_actions;
    std::vector<View*> m_views;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    MessageStrip* m_messages = nullptr;
    QComboBox* m_models = nullptr;
    QComboBox* m_heads = nullptr;
    QLabel* m_modelFacts = nullptr;
    QAction* m_modelFactsAction = nullptr;   // a toolbar shows and hides its widgets by their actions
    QLabel* m_tokensStatus = nullptr;
    QLabel* m_timeStatus = nullptr;
    QLabel* m_tilesStatus = nullptr;
    QLabel* m_workStatus = nullptr;
    QTimer* m_workDelay = nullptr;
};

}   // namespace ui
