// Parallel loops over fixed pieces of work. Results never depend on the number of threads: a caller cuts its work into pieces whose
// borders depend on the problem alone, and every piece writes its own output.
#pragma once

#include <functional>
#include <stop_token>

#include "core/base/result.h"
#include "core/base/shape.h"

namespace core {

// Calls body(i) once for each i in [0, count), on several threads, in no particular order; returns when all calls have returned.
// Once `stop` is requested no further call starts. Returns whether all calls were made. An exception of a call, which std::bad_alloc is, ends the
// loop: no further call starts, and when those that run have returned the exception leaves parallelFor. Of several exceptions one does.
bool parallelFor(Index count, const std::function<void(Index)>& body, const std::stop_token& stop = {});

// Number of threads that parallelFor uses; set once at the start of a process (0 = one for each core).
// Errors: BadInput naming the number and the largest one, for more threads than could help anybody; the number stays what it was.
Result<void> setThreadCount(int threads);
[[nodiscard]] int threadCount();
[[nodiscard]] int largestThreadCount();   // four for each core, but at least 8

}   // namespace core
