// What the window shows while there is no model: one sentence and the way to one.
#pragma once

#include <QWidget>

class QLabel;

namespace ui {

class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);
    void setOpening(const QString& model);   // empty: nothing is being opened

Q_SIGNALS:
    void openRequested();

private:
    QLabel* m_text;
};

}   // namespace ui
