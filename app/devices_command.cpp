// fovea devices: what this machine and this build can compute on.
#include <fmt/format.h>

#include "app/command.h"
#include "core/base/memory.h"
#include "core/base/parallel.h"

namespace app {

Action declareDevices(CLI::App&)
{
    return [] {
        fmt::print("cpu    {} threads, {} of memory free, budget {}\n", core::threadCount(), core::formatBytes(core::freeMemory()),
                   core::formatBytes(core::memoryBudget()));
        fmt::print("cuda   not part of this build\n");
        return core::Result<void>();
    };
}

}   // namespace app
