// Says every few seconds on standard error what a command that takes long is doing, so that nobody takes it for stuck.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace app {

class Progress {
public:
    enum class To {
        Terminal,   // nothing is said where nobody waits
        Anywhere,   // each phase is also said when it begins
    };
    explicit Progress(std::string doing, To to = To::Terminal);
    void now(std::string doing);   // another phase begins

private:
    void talk(const std::stop_token& stop);

    const To m_to;
    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::string m_doing;     // guarded by m_mutex
    std::jthread m_thread;   // the last member: it stops before the others end
};

}   // namespace app
