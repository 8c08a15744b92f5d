// Errors stand here, inside the window: what failed, what to do, "Copy details". Never a dialog that has to be answered. A new message is an
// alert to screen readers.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "core/base/result.h"
#include "ui/controllers/explore_controller.h"
#include "ui/views/alert_frame.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

// A way out of a problem, as a button.
struct Remedy {
    QString title;
    const char* name;   // object name of its button
    std::function<void()> apply;
};

class MessageStrip : public AlertFrame {
    Q_OBJECT

public:
    explicit MessageStrip(QWidget* parent = nullptr);

    // Replaces an older message of the same source. The newest is on show; when it goes, the one before it comes back.
    void show(ProblemSource source, const core::Error& error, std::vector<Remedy> remedies = {});
    void clear(ProblemSource source);
    [[nodiscard]] QString text() const;   // the message on show, empty when there is none

private:
    struct Message {
        ProblemSource source;
        core::Error error;
        std::vector<Remedy> remedies;
    };
    void refresh();
    void offer(const std::vector<Remedy>& remedies);
    void dismiss();

    std::vector<Message> m_messages;   // the newest last
    QLabel* m_what;
    QLabel* m_remedy;
    QHBoxLayout* m_offers;
    std::vector<QPushButton*> m_buttons;
    QString m_spoken;   // what screen readers were told last
};

}   // namespace ui
