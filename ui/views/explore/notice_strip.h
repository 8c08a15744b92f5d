// The standing truths about the picture, one line each, and the way on where a computation was stopped.
#pragma once

#include "ui/state/standing.h"
#include "ui/views/alert_frame.h"

class QAction;
class QLabel;
class QToolButton;

namespace ui {

class NoticeStrip : public AlertFrame {
    Q_OBJECT

public:
    NoticeStrip(QAction* computeAgain, QAction* ownAttention, QWidget* parent);

    // The button is there where computing again would bring the picture to the document.
    void show(Standing standing, const QStringList& notices);

private:
    QLabel* m_text;
    QToolButton* m_again;
    Standing m_spoken = Standing::Current;   // what screen readers were told last, so that not every letter typed is an alert
};

}   // namespace ui
