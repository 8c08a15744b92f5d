// A gate that worker threads wait at until the test opens it. No sleeping, no spinning.
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace test {

class Latch {
public:
    void close() { set(true); }
    void open() { set(false); }
    // Lets one through while the gate stays closed for all others.
    void admitOne()
    {
        const std::lock_guard lock(m_mutex);
        ++m_admitted;
        m_changed.notify_all();
    }
    // Returns when the gate is open, or early when `stop` is requested; a default token never is.
    void pass(const std::stop_token& stop = {}) const
    {
        std::unique_lock lock(m_mutex);
        ++m_arrived;
        const bool admitted = m_changed.wait(lock, stop, [this] { return !m_closed || m_admitted > 0; });
        if (admitted && m_closed) --m_admitted;
    }
    [[nodiscard]] int arrived() const   // how many ever came here
    {
        const std::lock_guard lock(m_mutex);
        return m_arrived;
    }

private:
    void set(bool closed)
    {
        const std::lock_guard lock(m_mutex);
        m_closed = closed;
        m_changed.notify_all();
    }

    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    bool m_closed = false;
    mutable int m_admitted = 0;
    mutable int m_arrived = 0;
};

}   // namespace test
