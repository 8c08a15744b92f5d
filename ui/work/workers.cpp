#include "ui/work/workers.h"

#include <algorithm>
#include <utility>

#include <QCoreApplication>

namespace ui {

namespace {

std::vector<Workers*>& lasting()
{
    static std::vector<Workers*> all;
    return all;
}

}   // namespace

Workers::Workers(int threads, Life life) : m_count(threads)
{
    if (life != Life::OfProgram) return;
    lasting().push_back(this);
    qAddPostRoutine([] {
        for (Workers* workers : lasting()) workers->endThreads();
    });
}

Workers::~Workers()
{
    drop();
    endThreads();
}

void Workers::start(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(work));
    const bool allBusy = int(m_waiting.size()) + m_active > int(m_threads.size());
    if (allBusy && int(m_threads.size()) < m_count) m_threads.emplace_back([this] { run(); });
    m_changed.notify_all();
}

void Workers::drop()
{
    const std::lock_guard lock(m_mutex);
    m_waiting.clear();
    m_changed.notify_all();
}

void Workers::waitForIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && m_active == 0; });
}

void Workers::endThreads()
{
    waitForIdle();
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        threads.swap(m_threads);
    }
    m_changed.notify_all();
    for (std::thread& thread : threads) thread.join();
    const std::lock_guard lock(m_mutex);
    m_ending = false;
}

int Workers::active() const
{
    const std::lock_guard lock(m_mutex);
    return m_active;
}

Workers& Workers::shared()
{
    static Workers workers(std::max(1, int(std::thread::hardware_concurrency())), Life::OfProgram);
    return workers;
}

void Workers::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_ending) return;
        std::function<void()> work = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_active;
        lock.unlock();
        work();
        work = nullptr;   // what it held is let go before anybody is told that it has ended
        lock.lock();
        --m_active;
        m_changed.notify_all();
    }
}

}   // namespace ui
