// RunController: runs the engine off the GUI thread. The newest request wins: what it replaces is stopped and its result is never shown.
// Each newest start is followed by exactly one of ready, failed or cancelled; a request that is replaced ends silently.
#pragma once

#include <stop_token>

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include "ui/controllers/engine.h"

namespace ui {

class RunController : public QObject {
    Q_OBJECT

public:
    explicit RunController(EnginePtr engine, QObject* parent = nullptr);
    ~RunController() override;

    // Starts at once when the worker is free. Otherwise the run under way is told to stop (it reacts within 5 ms) and this one starts when it
    // has ended; of several requests that wait, only the last ever runs.
    void request(const RunRequest& request);
    void cancel();
    [[nodiscard]] bool busy() const { return m_busy; }

Q_SIGNALS:
    void started(const ui::RunRequest& request);
    void preview(const ui::ExploreRecordPtr& record);   // long texts: everything but the summaries of the heads
    void ready(const ui::ExploreRecordPtr& record);
    void failed(const core::Error& error);
    void cancelled();

private:
    void deliver(int index);
    void finish();

    EnginePtr m_engine;
    QThreadPool m_pool;
    std::stop_source m_stop;
    QFutureWatcher<core::Result<ExploreRecordPtr>> m_watcher;
    bool m_busy = false;
};

}   // namespace ui
