#include "ui/controllers/run_controller.h"

#include <new>

#include <QPromise>
#include <QtConcurrent>

namespace ui {

namespace {

using RecordResult = core::Result<ExploreRecordPtr>;

// Texts up to this length are described so fast that a preview would only flicker.
constexpr core::Index kPreviewTokens = 512;

RecordResult describedRun(const Engine& engine, const RunRequest& request, const std::stop_token& stop, QPromise<RecordResult>& promise)
{
    if (stop.stop_requested()) return core::cancelled();
    FOVEA_TRY(record, engine.run(request, stop));
    if (record->recording->size() > kPreviewTokens) promise.addResult(RecordResult(record));
    return engine.describe(record, stop);
}

// The last result of the promise is the final one; results before it are previews.
void work(QPromise<RecordResult>& promise, const EnginePtr& engine, const RunRequest& request, const std::stop_token& stop)
{
    try {
        promise.addResult(describedRun(*engine, request, stop, promise));
    } catch (const std::bad_alloc&) {
        promise.addResult(
            RecordResult(core::fail(core::Fault::System, "There is not enough memory for this text.", "Use a shorter text or a smaller model.")));
    }
}

}   // namespace

RunController::RunController(EnginePtr engine, QObject* parent) : QObject(parent), m_engine(std::move(engine))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);   // one thread for the life of the window: a key press need not start one
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, &RunController::deliver);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &RunController::finish);
}

RunController::~RunController()
{
    m_stop.request_stop();   // the engine polls its token, so this wait is short
    m_watcher.disconnect(this);
    m_pool.waitForDone();
}

void RunController::request(const RunRequest& request)
{
    m_stop.request_stop();   // a newer question makes the older answer worthless
    m_stop = std::stop_source();
    m_busy = true;
    Q_EMIT started(request);
    // setFuture also discards results still queued for the older run. The task holds copies, nothing of ours.
    m_watcher.setFuture(QtConcurrent::run(&m_pool, &work, m_engine, request, m_stop.get_token()));
}

void RunController::cancel() { m_stop.request_stop(); }

void RunController::deliver(int index)
{
    const RecordResult result = m_watcher.resultAt(index);
    const bool isPreview = result && (*result)->heads.empty() && !(*result)->maps.empty();
    if (isPreview && !m_stop.stop_requested()) Q_EMIT preview(*result);
}

void RunController::finish()
{
    const RecordResult result = m_watcher.resultAt(m_watcher.future().resultCount() - 1);
    m_busy = false;
    if (result)
        Q_EMIT ready(*result);
    else if (result.error().fault == core::Fault::Cancelled)
        Q_EMIT cancelled();
    else
        Q_EMIT failed(result.error());
}

}   // namespace ui
