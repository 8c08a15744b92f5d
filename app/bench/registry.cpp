#include "app/bench/registry.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <regex>

#include <fmt/format.h>

namespace app {

std::vector<Bench> allBenches()
{
    std::vector<Bench> all;
    for (const auto& benches : {attentionBenches(), costBenches(), trainingBenches(), windowBenches()}) all.insert(all.end(), benches.begin(), benches.end());
    return all;
}

core::Result<std::vector<BenchEntry>> runBenches(const std::vector<Bench>& benches, std::string_view filter, Effort effort,
                                                 const std::stop_token& stop)
{
    std::regex wanted;
    try {
        wanted.assign(filter.begin(), filter.end());
    } catch (const std::regex_error&) {
        return core::fail(core::Fault::BadInput, fmt::format("\"{}\" is no regular expression.", filter),
                          "Quote special characters with a backslash.");
    }
    std::vector<BenchEntry> entries;
    for (const Bench& bench : benches) {
        if (!std::regex_search(bench.name, wanted)) continue;
        if (stop.stop_requested()) return core::cancelled();
        entries.push_back(bench.run(effort));
        entries.back().name = bench.name;
    }
    if (!entries.empty()) return entries;
    std::vector<std::string_view> names;
    for (const Bench& bench : benches) names.push_back(bench.name);
    return core::fail(core::Fault::BadInput, fmt::format("No benchmark matches \"{}\".", filter),
                      fmt::format("There are {}.", fmt::join(names, ", ")));
}

Timing timeAgainst(const std::function<void()>& ours, const std::function<void()>& baseline, Effort effort)
{
    using Clock = std::chrono::steady_clock;
    const auto secondsOf = [](const std::function<void()>& work) {
        const auto start = Clock::now();
        work();
        return std::chrono::duration<double>(Clock::now() - start).count();
    };
    ours();
    baseline();
    const double budget = effort == Effort::Quick ? 2.0 : 10.0;
    const std::size_t fewest = 3, most = effort == Effort::Quick ? 31 : 101;
    std::vector<double> seconds, ratios;
    for (double spent = 0.0; seconds.size() < fewest || (seconds.size() < most && spent < budget);) {
        const double mine = secondsOf(ours), other = secondsOf(baseline);
        seconds.push_back(mine);
        ratios.push_back(other / mine);
        spent += mine + other;
    }
    return {medianOf(seconds), medianOf(ratios)};
}

double medianOf(std::vector<double> values)
{
    assert(!values.empty());
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}   // namespace app
