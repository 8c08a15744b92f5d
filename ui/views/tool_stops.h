// Keys reach the tools of a bar, which a tool bar by itself leaves out of the order of Tab. Tools of which one is checked are one stop together:
// arrows go from one to the next and choose it, as in a group of radio buttons.
#pragma once

#include <QObject>
#include <QToolBar>

class QToolButton;

namespace ui {

class ToolStops : public QObject {
    Q_OBJECT

public:
    explicit ToolStops(QToolBar* bar);   // for as long as it lives; tools may come later

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QList<QToolButton*> seenOf(const QActionGroup& group) const;
    [[nodiscard]] bool isStop(QToolButton& button, const QAction& action) const;
    bool walk(QToolButton& from, int key);

    QToolBar* m_bar;
};

}   // namespace ui
