#include "ui/controllers/run_controller.h"

#include <new>
#include <utility>

namespace ui {

namespace {

using RecordResult = core::Result<ExploreRecordPtr>;

// Texts up to this length are described so fast that a preview would only flicker, and a newer request need not stop it.
constexpr core::Index kPreviewTokens = 512;

}   // namespace

// What the worker needs: copies, nothing of the controller.
struct RunController::Task {
    EnginePtr engine;
    RunRequest request;
    std::stop_token stop;
    std::stop_token stopDescribing;
    Mailbox<Outcome>::Slot outcomes;

    RecordResult described() const
    {
        if (stop.stop_requested()) return core::cancelled();
        FOVEA_TRY(record, engine->run(request, stop));
        const bool isLong = record->recording->size() > kPreviewTokens;
        if (isLong) outcomes.put({Part::Preview, record});
        return engine->describe(record, isLong ? stopDescribing : stop);
    }
    void operator()() const
    {
        try {
            outcomes.put({Part::Final, described()});
        } catch (const std::bad_alloc&) {
            outcomes.put(
                {Part::Final, core::fail(core::Fault::System, "There is not enough memory for this text.", "Use a shorter text or a smaller model.")});
        }
    }
};

RunController::RunController(EnginePtr engine, PacingClock clock, QObject* parent) :
    QObject(parent),
    m_engine(std::move(engine)),
    m_clock(clock ? std::move(clock) : PacingClock(&RunPacing::Clock::now)),
    m_outcomes([this](const Outcome& outcome) { take(outcome); })
{
}

RunController::~RunController()
{
    m_stop.request_stop();   // the engine polls its tokens, so the wait for its thread is short
    m_stopDescribing.request_stop();
}

void RunController::request(const RunRequest& request)
{
    const RunPacing::Time now = m_clock();
    const bool wasBusy = std::exchange(m_busy, true);
    if (wasBusy) {
        m_waiting = request;
        m_replaced = true;
        if (!m_pacing.mayFinish(now)) m_stop.request_stop();
        m_stopDescribing.request_stop();   // nobody waits for the heads of a text that is no longer there
    } else {
        m_pacing.woke(now);
        launch(request);
    }
    Q_EMIT started(request);
}

void RunController::cancel()
{
    m_waiting.reset();
    m_stop.request_stop();
    m_stopDescribing.request_stop();
}

void RunController::launch(const RunRequest& request)
{
    m_stop = std::stop_source();
    m_stopDescribing = std::stop_source();
    m_replaced = false;
    m_pacing.began(m_clock());
    m_worker.start(Task{m_engine, request, m_stop.get_token(), m_stopDescribing.get_token(), m_outcomes.slot()});
}

void RunController::take(const Outcome& outcome)
{
    if (outcome.part == Part::Final) return finish(outcome.record);
    if (!m_stop.stop_requested()) showPreview(*outcome.record);
}

void RunController::showPreview(const ExploreRecordPtr& record)
{
    m_pacing.delivered(m_clock());
    if (!m_replaced) return Q_EMIT preview(record);
    if (m_waiting) m_waiting->previous = record;   // the nearest text there is to share rows with
    Q_EMIT passing(record);
}

void RunController::finish(const RecordResult& result)
{
    if (!m_waiting) return end(result);
    RunRequest next = *std::exchange(m_waiting, std::nullopt);
    const bool passes = result && !m_stop.stop_requested();   // a run that was told to stop and did not hear is not shown
    if (passes) {
        m_pacing.delivered(m_clock());
        next.previous = *result;
    }
    launch(next);
    if (passes) Q_EMIT passing(*result);
}

void RunController::end(const RecordResult& result)
{
    m_busy = false;
    if (result && !m_replaced) {
        m_pacing.delivered(m_clock());
        return Q_EMIT ready(*result);
    }
    // A newest request that was cancelled while it waited ends with the run it waited for, whatever that one brought.
    if (m_replaced || result.error().fault == core::Fault::Cancelled) return Q_EMIT cancelled();
    Q_EMIT failed(result.error());
}

}   // namespace ui
