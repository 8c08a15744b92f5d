#include "core/base/interrupt.h"

#include <csignal>
#include <cstdlib>
#include <thread>

namespace core {

namespace {

std::stop_source& source()
{
    static std::stop_source instance;
    return instance;
}

sigset_t endSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

}   // namespace

void watchInterrupts()
{
    const sigset_t set = endSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);   // threads started from here on inherit it, so only the watcher below gets the signals
    std::thread([set, stop = source()]() mutable {
        int signal = 0;
        if (sigwait(&set, &signal) == 0) stop.request_stop();
        if (sigwait(&set, &signal) == 0) std::_Exit(130);
    }).detach();
}

std::stop_token interruptToken() { return source().get_token(); }

}   // namespace core
