// The search (Ctrl+K): a field at the top of the window and below it the actions, heads and tokens that what is typed finds. It has the keyboard
// while it is there and gives it back; choosing a row closes it first. It reads everything when it opens and costs nothing while it is closed.
#pragma once

#include <functional>

#include <QFrame>

#include "ui/state/session.h"
#include "ui/window/search/search_index.h"
#include "ui/window/window_overlay.h"

class QLabel;
class QLineEdit;
class QListView;

namespace ui {

class ElidingLabel;
class SearchDelegate;
class SearchRows;

// Where the search finds things, and who does what a row says.
struct SearchPlaces {
    std::function<SearchSources()> sources;
    std::function<void(const SearchTarget&)> go;
};

class SearchPopup : public WindowOverlay {
    Q_OBJECT

public:
    SearchPopup(Session& session, SearchPlaces places, QWidget* window);

    void open();
    void leave();     // the keyboard goes back to where it was
    void refresh();   // what can be found has changed; nothing while it is closed

Q_SIGNALS:
    void announced(const QString& text);   // at the moment when screen readers are told

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    [[nodiscard]] bool take(const QKeyEvent& key);
    void step(int by, bool goesRound);
    void choose(int row);
    void find();
    void setCurrent(int row);
    void announceRow(int row);
    void showFooter(const SearchResult& result);
    void place();   // the card, as high as its rows
    void setTheme(const Theme& theme);
    void focusMoved(const QWidget* now);

    Session& m_session;
    SearchPlaces m_places;
    Theme m_theme = Theme::light();
    SearchIndex m_index;
    std::vector<const QAction*> m_recent;   // done from here, newest first; only compared
    QPointer<QWidget> m_before;             // what had the keyboard
    QFrame* m_card = nullptr;
    QLabel* m_icon = nullptr;
    QLineEdit* m_field = nullptr;
    QListView* m_list = nullptr;
    SearchRows* m_rows = nullptr;
    SearchDelegate* m_delegate = nullptr;
    ElidingLabel* m_count = nullptr;
    ElidingLabel* m_enter = nullptr;   // what Enter does
};

}   // namespace ui
