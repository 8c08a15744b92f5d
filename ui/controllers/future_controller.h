// FutureController: has the proof computed that the session's view asks for, off the GUI thread. The newest question wins; what it found stays
// until another is asked, and is outdated once another text, model or plan is on show.
#pragma once

#include <QObject>

#include "ui/controllers/future_prover.h"
#include "ui/state/session.h"
#include "ui/work/latest_task.h"

namespace ui {

class FutureController : public QObject {
    Q_OBJECT

public:
    explicit FutureController(Session& session, FutureProver prover = proveFuture, QObject* parent = nullptr);

    // The rows that are asked about are those of this one. A proof that is under way for another text, model or plan is stopped.
    void showRecord(const ExploreRecordPtr& record);
    void cancel();
    [[nodiscard]] bool busy() const { return m_task.busy(); }
    [[nodiscard]] const FutureProving& proving() const { return m_proving; }

Q_SIGNALS:
    void changed();   // proving()

private:
    using Answer = core::Result<FutureAnswer>;
    void ask();
    void stop();
    void take(std::optional<Answer> answer);
    [[nodiscard]] bool isOutdated() const;

    Session& m_session;
    FutureProver m_prover;
    ExploreRecordPtr m_record;
    FutureProving m_proving;
    LatestTask<Answer> m_task;
};

}   // namespace ui
