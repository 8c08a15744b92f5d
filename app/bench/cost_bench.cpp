// How long it takes to count what a pattern costs, of texts as long as engineers ask for.
#include <chrono>
#include <limits>

#include "app/bench/registry.h"
#include "core/metrics/pattern_cost.h"

namespace app {

namespace {

Bench counting(const std::string& name, const std::string& pattern, core::Index tokens)
{
    return {name + "." + std::to_string(tokens), [pattern, tokens](Effort effort) {
                BenchEntry entry{.value = std::numeric_limits<double>::quiet_NaN(), .unit = "ms"};
                const auto parsed = core::Pattern::parse(pattern);
                std::vector<double> times;
                for (int i = 0; parsed && i < (effort == Effort::Quick ? 5 : 31); ++i) {
                    const auto begin = std::chrono::steady_clock::now();
                    if (!core::patternCost(*parsed, tokens, {})) return entry;
                    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
                }
                if (!times.empty()) entry.value = medianOf(times);
                return entry;
            }};
}

}   // namespace

std::vector<Bench> costBenches()
{
    std::vector<Bench> benches;
    for (const core::Index tokens : {131'072, 1'048'576}) {
        benches.push_back(counting("cost.sinks_window", "causal & (sinks(4) | window(4096))", tokens));
        benches.push_back(counting("cost.strided", "causal & strided(128)", tokens));
        benches.push_back(counting("cost.random", "causal & random(64, 4, 1)", tokens));
    }
    return benches;
}

}   // namespace app
