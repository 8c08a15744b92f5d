#include "app/progress.h"

#include <cstdio>
#include <stop_token>
#include <utility>

#include <fmt/format.h>

#include "core/base/terminal.h"

namespace app {

namespace {

constexpr std::chrono::seconds kInterval(5);

}   // namespace

Progress::Progress(std::string doing, To to) : m_to(to)
{
    now(std::move(doing));
    if (to == To::Anywhere || core::errorsGoToTerminal()) m_thread = std::jthread([this](const std::stop_token& stop) { talk(stop); });
}

void Progress::now(std::string doing)
{
    const std::lock_guard lock(m_mutex);
    m_doing = std::move(doing);
    if (m_to == To::Anywhere) fmt::print(stderr, "fovea: {}\n", m_doing);
}

void Progress::talk(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, stop, kInterval, [&] { return stop.stop_requested(); })) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - m_begin).count();
        fmt::print(stderr, "fovea: {} … {}:{:02}\n", m_doing, seconds / 60, seconds % 60);
    }
}

}   // namespace app
