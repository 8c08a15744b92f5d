// "Show me": a walk through the real window, step by step. It changes the session by a walk (Session::beginWalk), so that afterwards document,
// view and undo are as they were; the keyboard is the card's until then, and a click anywhere else ends it.
#pragma once

#include <QPointer>
#include <QTimer>

#include "ui/window/show_me/ink_frame.h"
#include "ui/window/show_me/walk_card.h"
#include "ui/window/show_me/walk_steps.h"

namespace ui {

class Session;

class ShowMe : public QObject {
    Q_OBJECT

public:
    ShowMe(Session& session, WalkCard& card, QWidget* window);

    void begin();
    void leave();
    [[nodiscard]] bool isOn() const { return m_on; }

    // What is on show by now, for sentences that are true of it.
    void showRecord(const ExploreRecordPtr& record);
    void showScoring(const HeadScoring& scoring);

Q_SIGNALS:
    void begun();
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;   // of the application, while it is on

private:
    struct Caret {
        int anchor = 0;
        int position = 0;
    };
    void restoreFocus();
    void go(int step);
    void settle();
    void refresh();   // the step on show, by what is known now

    Session& m_session;
    WalkCard& m_card;
    QWidget* m_window;
    InkFrame* m_frame;
    ExploreRecordPtr m_record;
    HeadScoring m_scoring;
    DocumentState m_document;   // before the walk
    ViewState m_view;
    QPointer<QWidget> m_focus;   // where the keyboard was …
    Caret m_caret;               // … in a text
    QTimer m_settle;             // after layouts have done their work
    int m_step = 0;
    bool m_on = false;
};

}   // namespace ui
