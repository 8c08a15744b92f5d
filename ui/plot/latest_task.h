// LatestTask: one computation off the GUI thread, of which only the newest answer matters.
#pragma once

#include <functional>
#include <new>
#include <optional>
#include <stop_token>
#include <utility>

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrent>

namespace ui {

// Lives on the GUI thread, and never waits for a worker: not when it starts anew, not when it dies. A replaced or forgotten computation is
// told to stop, and its answer is dropped. The work must hold copies of what it needs, because it may outlive whoever asked for it.
template<class Answer>
class LatestTask {
public:
    using Work = std::function<std::optional<Answer>(const std::stop_token&)>;   // null: stopped before it was done
    using Deliver = std::function<void(std::optional<Answer>)>;                  // on the GUI thread, for the newest alone; may start anew

    // Work that others must not wait for has threads of its own; they must outlive it.
    explicit LatestTask(Deliver deliver, QThreadPool* threads = QThreadPool::globalInstance()) : m_deliver(std::move(deliver)), m_threads(threads)
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] { finish(); });
    }
    ~LatestTask() { stop(); }
    LatestTask(const LatestTask&) = delete;
    LatestTask& operator=(const LatestTask&) = delete;

    void start(Work work)
    {
        stop();
        m_stop = std::stop_source();
        m_busy = true;
        m_watcher.setFuture(QtConcurrent::run(m_threads, [work = std::move(work), stop = m_stop.get_token()]() -> std::optional<Answer> {
            if (stop.stop_requested()) return std::nullopt;
            try {
                return work(stop);
            } catch (const std::bad_alloc&) {
                return std::nullopt;
            }
        }));
    }
    void stop()
    {
        m_stop.request_stop();
        m_busy = false;
    }
    [[nodiscard]] bool busy() const { return m_busy; }

private:
    void finish()
    {
        if (!std::exchange(m_busy, false)) return;
        m_deliver(m_watcher.future().takeResult());
    }

    Deliver m_deliver;
    QThreadPool* m_threads;
    std::stop_source m_stop;
    QFutureWatcher<std::optional<Answer>> m_watcher;
    bool m_busy = false;
};

}   // namespace ui
