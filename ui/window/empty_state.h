// What the window shows while there is no model: one sentence and the ways to one.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class EmptyState : public QWidget {
    Q_OBJECT

public:
    // builtIn: the model that came with the program; empty when none did.
    explicit EmptyState(const QString& builtIn, QWidget* parent = nullptr);
    void setOpening(const QString& model);   // empty: nothing is being opened

Q_SIGNALS:
    void openRequested();
    void builtInRequested();
    void cancelRequested();

private:
    QPushButton* button(const QString& title, const char* name, void (EmptyState::*signal)());

    QString m_builtIn;
    QLabel* m_text;
    QPushButton* m_useBuiltIn;
    QPushButton* m_open;
    QPushButton* m_cancel;
};

}   // namespace ui
