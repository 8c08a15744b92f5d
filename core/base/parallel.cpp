#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace core {

namespace {
std::atomic<int> g_threads{0};
}

void setThreadCount(int threads)
{
    static std::mutex mutex;
    static std::unique_ptr<tbb::global_control> limit;
    const std::lock_guard lock(mutex);
    limit.reset();
    // More threads than cores exist only where they are asked for: what must not depend on their number can then be tested on any machine.
    if (threads > tbb::info::default_concurrency())
        limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism, std::size_t(threads));
    g_threads = threads;
}

int threadCount()
{
    const int set = g_threads;
    return set > 0 ? set : std::max(1, int(std::thread::hardware_concurrency()));
}

bool parallelFor(Index count, const std::function<void(Index)>& body, const std::stop_token& stop)
{
    std::atomic<bool> complete{true};
    const auto call = [&](Index i) {
        if (stop.stop_requested())
            complete = false;
        else
            body(i);
    };
    const int threads = threadCount();
    if (threads == 1 || count <= 1) {
        for (Index i = 0; i < count; ++i) call(i);
        return complete;
    }
    // A nested or concurrent caller shares the same worker threads; the arena limits how many join this loop.
    tbb::task_arena arena(threads);
    arena.execute([&] { tbb::parallel_for(Index(0), count, call, tbb::simple_partitioner()); });
    return complete;
}

}   // namespace core
