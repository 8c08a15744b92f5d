// Something drawn over a whole window that nobody can click: it follows the window's size and lets all pointing through.
#pragma once

#include <QWidget>

namespace ui {

class WindowOverlay : public QWidget {
    Q_OBJECT

public:
    explicit WindowOverlay(QWidget* window);   // hidden at first

protected:
    void showOverAll();   // also over what came after it
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}   // namespace ui
