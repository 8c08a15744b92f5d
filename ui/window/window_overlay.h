// Something over a whole window: it follows the window's size, and says whether pointing goes through it.
#pragma once

#include <QWidget>

namespace ui {

class WindowOverlay : public QWidget {
    Q_OBJECT

public:
    enum class Pointing { GoesThrough, StaysHere };
    explicit WindowOverlay(QWidget* window, Pointing pointing = Pointing::GoesThrough);   // hidden at first

protected:
    void showOverAll();   // also over what came after it
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}   // namespace ui
