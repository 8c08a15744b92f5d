// What newcomers are offered, once: a walk through the window. Quiet, and gone for good when it is not wanted.
#pragma once

#include <QFrame>

namespace ui {

class WelcomeCard : public QFrame {
    Q_OBJECT

public:
    explicit WelcomeCard(QWidget* parent = nullptr);

Q_SIGNALS:
    void accepted();
    void dismissed();
};

}   // namespace ui
