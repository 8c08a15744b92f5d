// What newcomers are offered, once: a walk through the window. Quiet, and gone for good when it is not wanted.
#pragma once

#include <QFrame>
#include <QKeySequence>

namespace ui {

class WelcomeCard : public QFrame {
    Q_OBJECT

public:
    explicit WelcomeCard(const QKeySequence& key, QWidget* parent = nullptr);   // that starts the walk

Q_SIGNALS:
    void accepted();
    void dismissed();
};

}   // namespace ui
