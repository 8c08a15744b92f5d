// FutureController: has the proof computed that the session's view asks for, off the GUI thread. The newest question wins; what it found stays
// until another is asked, and is outdated once another text, model or plan is on show in its sentence. While somebody is shown around it is laid
// aside, and comes back as it was.
#pragma once

#include <QObject>

#include "ui/controllers/future_prover.h"
#include "ui/state/session.h"
#include "ui/work/latest_task.h"

namespace ui {

class FutureController : public QObject {
    Q_OBJECT

public:
    using RecordOf = std::function<ExploreRecordPtr(Side side)>;   // on show, whose rows are asked about; null: there is none
    FutureController(Session& session, RecordOf recordOf, FutureProver prover = proveFuture, QObject* parent = nullptr);

    // There is another record on show. A proof that is under way for another text, model or plan of this sentence is stopped.
    void recordChanged(Side side);
    void cancel();
    [[nodiscard]] bool busy() const { return m_task.busy(); }
    [[nodiscard]] const FutureProving& proving() const { return m_proving; }

Q_SIGNALS:
    void changed();   // proving()

private:
    using Answer = core::Result<FutureAnswer>;
    void viewChanged(const ViewState& before);
    void ask();
    void stop();
    void take(std::optional<Answer> answer);
    [[nodiscard]] bool isOutdated() const;
    [[nodiscard]] FutureProving& asked() { return m_aside ? *m_aside : m_proving; }   // that the task answers

    Session& m_session;
    RecordOf m_recordOf;
    FutureProver m_prover;
    FutureProving m_proving;
    std::optional<FutureProving> m_aside;   // during a walk
    LatestTask<Answer> m_task;
};

}   // namespace ui
