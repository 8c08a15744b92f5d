// fovea_benchmarks [FILTER] [THREADS] [full]: prints one line for each benchmark.
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

#include "app/bench/registry.h"
#include "core/base/parallel.h"

int main(int argc, char** argv)
{
    if (argc > 2)
        if (const auto set = core::setThreadCount(std::atoi(argv[2])); !set) {
            fmt::print(stderr, "{} {}\n", set.error().what, set.error().remedy);
            return 1;
        }
    const app::Effort effort = argc > 3 && std::string_view(argv[3]) == "full" ? app::Effort::Full : app::Effort::Quick;
    const auto entries = app::runBenches(app::allBenches(), argc > 1 ? argv[1] : "", effort);
    if (!entries) {
        fmt::print(stderr, "{} {}\n", entries.error().what, entries.error().remedy);
        return 1;
    }
    for (const app::BenchEntry& entry : *entries) {
        fmt::print("{:28} {:12.4g} {}", entry.name, entry.value, entry.unit);
        if (entry.ratio) fmt::print("   {:.2f} x {}", *entry.ratio, entry.baseline);
        fmt::print("\n");
    }
}
