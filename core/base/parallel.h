// Parallel loops over fixed pieces of work. Results never depend on the number of threads: a caller cuts its work into pieces whose
// borders depend on the problem alone, and every piece writes its own output.
#pragma once

#include <functional>
#include <stop_token>

#include "core/base/shape.h"

namespace core {

// Calls body(i) once for each i in [0, count), on several threads, in no particular order; returns when all calls have returned.
// Once `stop` is requested no further call starts. Returns whether all calls were made. `body` must not throw.
bool parallelFor(Index count, const std::function<void(Index)>& body, const std::stop_token& stop = {});

// Number of threads that parallelFor uses; set once at the start of a process (0 = one for each core).
void setThreadCount(int threads);
[[nodiscard]] int threadCount();

}   // namespace core
