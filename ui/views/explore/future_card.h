// What became of a proof: the text that ran instead, what was compared, and the two largest differences beside each other. Says also that it goes on,
// was stopped or failed, and when it is of an older text.
#pragma once

#include "ui/state/future_proving.h"
#include "ui/theme/theme.h"
#include "ui/views/alert_frame.h"

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

class FutureCard : public AlertFrame {
    Q_OBJECT

public:
    explicit FutureCard(QWidget* parent = nullptr);

    void show(const FutureProving& proving, bool isOfTwo, const Theme& theme);   // hides itself while nothing was asked

Q_SIGNALS:
    void asked(ui::FutureQuery query);
    void stopRequested();
    void closed();
    void keyboardLeft();   // what it stood on is no longer to be used

private:
    QLabel* number(const char* name);
    void buildHeader(QVBoxLayout& layout);
    void buildNumbers(QVBoxLayout& layout);
    void ask(FutureChange change);
    void showState();
    void showButtons();
    [[nodiscard]] bool hasKeyboard() const;   // on what asks or stops
    [[nodiscard]] QString titleOf(const FutureQuestion& question, bool isOfTwo) const;
    void showAnswer(const Theme& theme);

    FutureProving m_proving;
    QLabel* m_title;
    QComboBox* m_change;
    QPushButton* m_again;
    QPushButton* m_stop;
    QLabel* m_status;
    QWidget* m_answer;
    QLabel* m_text;
    QLabel* m_compared;
    QLabel* m_beforeName;
    QLabel* m_before;
    QLabel* m_afterName;
    QLabel* m_after;
    QLabel* m_verdict;
};

}   // namespace ui
