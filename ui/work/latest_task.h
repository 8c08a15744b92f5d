// LatestTask: one computation off the GUI thread, of which only the newest answer matters.
#pragma once

#include <cstdint>
#include <functional>
#include <new>
#include <optional>
#include <stop_token>
#include <utility>

#include "ui/work/mailbox.h"
#include "ui/work/workers.h"

namespace ui {

// Lives on the GUI thread, and never waits for a worker: not when it starts anew, not when it dies. A replaced or forgotten computation is
// told to stop, and its answer is dropped. The work must hold copies of what it needs, because it may outlive whoever asked for it.
template<class Answer>
class LatestTask {
public:
    using Work = std::function<std::optional<Answer>(const std::stop_token&)>;   // null: stopped before it was done
    using Deliver = std::function<void(std::optional<Answer>)>;                  // on the GUI thread, for the newest alone; may start anew

    // Work that others must not wait for has workers of its own; they must outlive it.
    explicit LatestTask(Deliver deliver, Workers& workers = Workers::shared()) :
        m_deliver(std::move(deliver)), m_workers(workers), m_answers([this](Numbered answer) { finish(std::move(answer)); })
    {
    }
    ~LatestTask() { stop(); }
    LatestTask(const LatestTask&) = delete;
    LatestTask& operator=(const LatestTask&) = delete;

    void start(Work work)
    {
        stop();
        m_stop = std::stop_source();
        m_busy = true;
        m_workers.start([work = std::move(work), stop = m_stop.get_token(), number = ++m_number, answers = m_answers.slot()]() mutable {
            std::optional<Answer> answer;
            try {
                if (!stop.stop_requested()) answer = work(stop);
            } catch (const std::bad_alloc&) {
            }
            work = nullptr;   // what it holds is let go here, not when the GUI thread has heard of its end
            answers.put({number, std::move(answer)});
        });
    }
    // An answer that is known already goes the same way as one that is computed, so that callers see one order of events.
    void answer(Answer known)
    {
        stop();
        m_busy = true;
        m_answers.slot().put({++m_number, std::move(known)});
    }
    void stop()
    {
        m_stop.request_stop();
        m_busy = false;
    }
    [[nodiscard]] bool busy() const { return m_busy; }

private:
    struct Numbered {
        std::uint64_t start = 0;
        std::optional<Answer> answer;
    };
    void finish(Numbered numbered)
    {
        if (numbered.start != m_number || !std::exchange(m_busy, false)) return;
        m_deliver(std::move(numbered.answer));
    }

    Deliver m_deliver;
    Workers& m_workers;
    std::stop_source m_stop;
    std::uint64_t m_number = 0;   // of the newest start
    Mailbox<Numbered> m_answers;
    bool m_busy = false;
};

}   // namespace ui
