// Benchmarks: what the program measures about itself. `fovea bench` runs them.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace app {

struct BenchEntry {
    std::string name = {};
    double value = 0.0;
    std::string unit = {};
    std::string baseline = {};          // what `ratio` compares with; empty without a ratio
    std::optional<double> ratio = {};   // how many times better than the baseline, measured in the same run
};

enum class Effort { Quick, Full };   // all quick benchmarks together end within 40 s

struct Bench {
    std::string name = {};
    std::function<BenchEntry(Effort)> run;   // `name` is filled in by the registry
};

// To add benchmarks: a function like this one in a file of its own, and its name in registry.cpp.
[[nodiscard]] std::vector<Bench> attentionBenches();
[[nodiscard]] std::vector<Bench> costBenches();
[[nodiscard]] std::vector<Bench> trainingBenches();
[[nodiscard]] std::vector<Bench> windowBenches();   // by starting this very program again, where they must

[[nodiscard]] std::vector<Bench> allBenches();
// Runs those of `benches` whose name contains a match of the regular expression `filter`; an empty filter takes all.
// Errors: BadInput for a filter that is no regular expression or matches nothing; Cancelled between two benchmarks.
[[nodiscard]] core::Result<std::vector<BenchEntry>> runBenches(const std::vector<Bench>& benches, std::string_view filter, Effort effort,
                                                               const std::stop_token& stop = {});

struct Timing {
    double seconds = 0.0;   // median of ours
    double ratio = 0.0;     // median over pairs of baseline / ours
};
// Runs both in turn, so that whatever else the machine does slows both alike. Each is run once beforehand.
[[nodiscard]] Timing timeAgainst(const std::function<void()>& ours, const std::function<void()>& baseline, Effort effort);
[[nodiscard]] double medianOf(std::vector<double> values);   // the upper one of an even number; not empty

}   // namespace app
