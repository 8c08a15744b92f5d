// What is being worked on, in the status line, with the way to stop it. Says nothing about work that is over in a moment.
#pragma once

#include <map>

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

enum class Work { Reading, Opening, Running, Proving, Comparing, Scoring };   // the first of those that go on is told

class WorkIndicator : public QWidget {
    Q_OBJECT

public:
    explicit WorkIndicator(QWidget* parent = nullptr);

    void begin(Work work, const QString& what);
    void end(Work work);

Q_SIGNALS:
    void stopRequested();

private:
    void refresh();

    std::map<Work, QString> m_going;
    QLabel* m_text;
    QPushButton* m_stop;
    QTimer m_delay;
};

}   // namespace ui
