// Errors stand here, inside the window: what failed, what to do, "Copy details". Never a dialog that has to be answered.
#pragma once

#include <map>

#include <QFrame>

#include "core/base/result.h"
#include "ui/controllers/explore_controller.h"

class QLabel;

namespace ui {

class MessageStrip : public QFrame {
    Q_OBJECT

public:
    explicit MessageStrip(QWidget* parent = nullptr);

    void show(ProblemSource source, const core::Error& error);   // replaces an older message of the same source
    void clear(ProblemSource source);
    [[nodiscard]] QString text() const;   // the message on show, empty when there is none

private:
    void refresh();
    void dismiss();

    std::map<ProblemSource, core::Error> m_errors;
    QLabel* m_what;
    QLabel* m_remedy;
};

}   // namespace ui
