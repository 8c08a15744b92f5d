// SweepController: tries all patterns of a template on one head, off the GUI thread, and tells how far it is.
#pragma once

#include <QObject>

#include "core/recording/recording.h"
#include "ui/state/pattern_costs.h"
#include "ui/work/latest_task.h"
#include "ui/work/mailbox.h"

namespace ui {

class SweepController : public QObject {
    Q_OBJECT

public:
    explicit SweepController(Workers& workers = Workers::shared(), QObject* parent = nullptr);

    // What stood before is forgotten once it is of another head or recording.
    void setHead(core::RecordingPtr recording, core::HeadId head);   // null: no text has run
    void start(const QString& text);
    void stop();   // what stood before stays
    [[nodiscard]] const SweepState& state() const { return m_state; }

Q_SIGNALS:
    void changed();   // state()

private:
    using Answer = core::Result<std::vector<core::SweepPoint>>;
    struct Progress {
        std::uint64_t number;
        core::Index done;
    };
    void take(std::optional<Answer> answer);

    core::RecordingPtr m_recording;
    core::HeadId m_head;
    SweepState m_state;
    std::uint64_t m_number = 0;   // of the newest start
    Mailbox<Progress> m_progress;
    LatestTask<Answer> m_task;
};

}   // namespace ui
