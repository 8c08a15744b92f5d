#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

#include <fmt/format.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#ifdef FOVEA_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

namespace core {

namespace {

std::atomic<int> g_threads{0};

// The thread sanitizer cannot look into TBB's library, and so not see how a loop hands memory to its calls and back. This file is compiled
// without it, because TBB's headers would alarm it, and says in its place what TBB guarantees. In all other builds this does nothing.
class Handover {
public:
#ifdef FOVEA_THREAD_SANITIZER
    void give() { __tsan_release(this); }
    void take() { __tsan_acquire(this); }
#else
    void give() {}
    void take() {}
#endif
};

}   // namespace

int largestThreadCount() { return std::max(8, 4 * tbb::info::default_concurrency()); }

Result<void> setThreadCount(int threads)
{
    if (threads < 0 || threads > largestThreadCount())
        return fail(Fault::BadInput, fmt::format("{} threads are not possible here.", threads),
                    fmt::format("Choose 1 to {} threads, or 0 for one on each core.", largestThreadCount()));
    static std::mutex mutex;
    static std::unique_ptr<tbb::global_control> limit;
    const std::lock_guard lock(mutex);
    limit.reset();
    // More threads than cores exist only where they are asked for: what must not depend on their number can then be tested on any machine.
    if (threads > tbb::info::default_concurrency())
        limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism, std::size_t(threads));
    g_threads = threads;
    return {};
}

int threadCount()
{
    const int set = g_threads;
    return set > 0 ? set : std::max(1, int(std::thread::hardware_concurrency()));
}

bool parallelFor(Index count, const std::function<void(Index)>& body, const std::stop_token& stop)
{
    const int threads = threadCount();
    if (threads == 1 || count <= 1) {
        for (Index i = 0; i < count; ++i) {
            if (stop.stop_requested()) return false;
            body(i);
        }
        return true;
    }
    Handover begin, end;
    tbb::task_group_context loop;   // of a loop inside another one: whatever ends the outer loop ends this one too
    const auto call = [&](Index i) {
        begin.take();
        if (stop.stop_requested())
            loop.cancel_group_execution();
        else
            body(i);
        end.give();
    };
    // A nested or concurrent caller shares the same worker threads; the arena limits how many join this loop.
    tbb::task_arena arena(threads);
    begin.give();
    arena.execute([&] { tbb::parallel_for(Index(0), count, call, tbb::simple_partitioner(), loop); });
    end.take();
    return !loop.is_group_execution_cancelled();
}

}   // namespace core
