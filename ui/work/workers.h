// Workers: threads for what the GUI thread must not wait for. All hand-over goes through mutexes of our own, so that a thread sanitizer sees it;
// that of a pool inside a library without instrumentation would look like a race.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ui {

class Workers {
public:
    // OfProgram: a static one. The end of the application object waits for its work, which may paint, and ends its threads: what Qt keeps for
    // each thread, fonts for one, is given back before Qt itself goes.
    enum class Life { OfOwner, OfProgram };

    explicit Workers(int threads, Life life = Life::OfOwner);   // the threads start with the first work
    ~Workers();                                                  // waits for the work under way; what has not begun is dropped
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // `work` runs on one of the threads, in the order of the calls. It must not throw.
    void start(std::function<void()> work);
    void drop();          // what has not begun
    void waitForIdle();   // until nothing is under way or waiting
    void endThreads();    // once nothing is under way or waiting; the next work starts new ones. Not while another thread starts work.
    [[nodiscard]] int active() const;   // works under way

    // For what is on screen: tiles, links, figures, files. As many threads as there are cores.
    [[nodiscard]] static Workers& shared();

private:
    void run();

    const int m_count;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_waiting;
    int m_active = 0;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

}   // namespace ui
