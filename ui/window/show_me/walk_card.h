// The card of "Show me": one sentence, how far it is, and the ways on, back and out. It has the keyboard while it is there: → or Enter is next,
// ← is back (mirrored where one reads from the right), Esc leaves; no other key does anything.
#pragma once

#include "ui/views/alert_frame.h"

class QLabel;
class QPushButton;

namespace ui {

class WalkCard : public AlertFrame {
    Q_OBJECT

public:
    explicit WalkCard(QWidget* parent = nullptr);

    void showStep(int step, int steps, const QString& words);   // step from 0
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void nextRequested();
    void backRequested();
    void leaveRequested();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;   // of its buttons
    bool focusNextPrevChild(bool next) override;

private:
    QPushButton* button(const QString& title, const char* name, void (WalkCard::*signal)());
    [[nodiscard]] bool take(const QKeyEvent& key);
    [[nodiscard]] Qt::Key onward() const;   // by the direction that is read in
    [[nodiscard]] Qt::Key backward() const;
    void nameKeys();

    QLabel* m_count;
    QLabel* m_words;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_leave;
};

}   // namespace ui
