// RunController: runs the engine off the GUI thread, one run at a time. The newest request wins in the end: what it replaces is stopped, or
// may finish first when RunPacing says so, and then its result is shown as what it is, a step on the way.
// Each newest start is followed by exactly one of ready, failed or cancelled; a request that is replaced is never ready, failed or cancelled.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>

#include <QObject>

#include "ui/controllers/engine.h"
#include "ui/controllers/run_pacing.h"
#include "ui/work/mailbox.h"
#include "ui/work/workers.h"

namespace ui {

using PacingClock = std::function<RunPacing::Time()>;

class RunController : public QObject {
    Q_OBJECT

public:
    explicit RunController(EnginePtr engine, PacingClock clock = {}, QObject* parent = nullptr);   // no clock: the system's
    ~RunController() override;

    // Starts at once when the worker is free, otherwise when the run under way has ended; of several requests that wait, only the last ever
    // runs. A run that is told to stop reacts within 5 ms.
    void request(const RunRequest& request);
    void cancel();
    [[nodiscard]] bool busy() const { return m_busy; }

Q_SIGNALS:
    void started(const ui::RunRequest& request);
    void preview(const ui::ExploreRecordPtr& record);   // of the newest request, long texts: everything but the summaries of the heads
    void ready(const ui::ExploreRecordPtr& record);
    void failed(const core::Error& error);
    void cancelled();
    // Of a request that was replaced while it ran: already an older text than the newest, whose own end is still to come.
    void passing(const ui::ExploreRecordPtr& record);

private:
    enum class Part { Preview, Final };
    struct Outcome {
        Part part = Part::Final;
        core::Result<ExploreRecordPtr> record;
    };
    struct Task;
    void launch(const RunRequest& request);
    void take(const Outcome& outcome);
    void showPreview(const ExploreRecordPtr& record);
    void finish(const core::Result<ExploreRecordPtr>& result);
    void end(const core::Result<ExploreRecordPtr>& result);

    EnginePtr m_engine;
    PacingClock m_clock;
    RunPacing m_pacing;
    std::stop_source m_stop;               // of the run under way
    std::stop_source m_stopDescribing;     // of the summaries of its heads, where they take long
    std::optional<RunRequest> m_waiting;   // the newest request, while an older one runs
    bool m_replaced = false;               // the run under way is no longer the newest
    bool m_busy = false;
    Mailbox<Outcome> m_outcomes;   // of the run under way: its preview, if it has one, and its end
    Workers m_worker{1};           // one thread for the life of the window: a key press need not start one
};

}   // namespace ui
