#include "core/metrics/head_metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/out_of_memory.h"
#include "core/base/parallel.h"
#include "core/recording/weight_strips.h"

namespace core {

namespace {

constexpr const char* kLessWork = "Shorten the text, or close other programs.";

struct Mean {
    double sum = 0.0;
    Index count = 0;
    void add(double value) { sum += value, ++count; }
    [[nodiscard]] std::optional<double> value() const { return count > 0 ? std::optional(sum / double(count)) : std::nullopt; }
};

// −Σ p ln p with 0 ln 0 = 0. NaN comes out as NaN.
double entropyOf(const float* p, Index n)
{
    constexpr float kTiny = std::numeric_limits<float>::min();
    const Eigen::Map<const Eigen::ArrayXf> weights(p, n);
    return -(weights * weights.max(kTiny).log()).cast<double>().sum();
}

// Σ_j p_j · |i − j| over the keys first, first + 1, …
double distanceOf(const float* p, Index n, Index i, Index first)
{
    double sum = 0.0;
    for (Index k = 0; k < n; ++k) sum += double(p[k]) * double(std::abs(i - first - k));
    return sum;
}

// What one query row adds to the means; strips of the same row arrive one after another.
struct RowSums {
    Index allowed = 0;
    double entropy = 0.0;
    double previous = 0.0;
    double first = 0.0;
    double distance = 0.0;
    double duplicate = 0.0;
};

void addStripRow(const WeightStrip& strip, Index row, const TokenOccurrences& occurrences, RowSums& sums)
{
    for (const Span run : strip.runsOf(row)) {
        const float* p = strip.from(row, run.begin);
        sums.allowed += run.size();
        sums.entropy += entropyOf(p, run.size());
        sums.distance += distanceOf(p, run.size(), row, run.begin);
    }
    // Absent pairs hold 0, so these three need no look at the runs.
    if (strip.keys.contains(row - 1)) sums.previous += double(*strip.from(row, row - 1));
    if (strip.keys.contains(0)) sums.first += double(*strip.from(row, 0));
    for (const Index key : occurrences.before(row, strip.keys)) sums.duplicate += double(*strip.from(row, key));
}

// Nothing when the work was stopped. Throws where memory ends.
std::optional<HeadMetrics> measured(const AttentionMap& map, const TokenOccurrences& rows, HeadId head, const std::stop_token& stop)
{
    const Index n = std::min({map.queries(), map.keys(), rows.rows()});
    std::vector<RowSums> sums(std::size_t(std::max(n, Index(0))));
    const auto addStrip = [&](const WeightStrip& strip) {
        for (Index row = strip.rows.begin; row < strip.rows.end; ++row) addStripRow(strip, row, rows, sums[std::size_t(row)]);
    };
    if (!forEachStrip(map, {std::min(Index(1), n), n}, {0, map.keys()}, addStrip, stop) || stop.stop_requested()) return std::nullopt;

    Mean entropy, previous, first, distance, duplicate;
    for (Index i = 1; i < n; ++i) {
        const RowSums& row = sums[std::size_t(i)];
        if (row.allowed == 0) continue;
        if (row.allowed > 1) entropy.add(row.entropy / std::log(double(row.allowed)));
        previous.add(row.previous);
        first.add(row.first);
        distance.add(row.distance);
        if (rows.anyBefore(i)) duplicate.add(row.duplicate);
    }
    return HeadMetrics{.head = head,
                       .entropyNormalised = entropy.value(),
                       .previousToken = previous.value(),
                       .firstToken = first.value(),
                       .meanDistance = distance.value(),
                       .duplicateToken = duplicate.value(),
                       .induction = std::nullopt};
}

}   // namespace

TokenOccurrences measuredRows(const Tokens& tokens, Index trainedContext, const std::stop_token& stop)
{
    return TokenOccurrences(tokens, trainedContext > 0 ? trainedContext : tokens.size(), stop);
}

Result<HeadMetrics> headMetrics(const AttentionMap& map, const TokenOccurrences& rows, HeadId head, const std::stop_token& stop)
{
    return orOutOfMemory([] { return "the metrics of a head"; }, kLessWork, [&]() -> Result<HeadMetrics> {
        if (const std::optional<HeadMetrics> metrics = measured(map, rows, head, stop)) return *metrics;
        return cancelled();
    });
}

Result<std::vector<HeadMetrics>> allHeadMetrics(const RecordingPtr& recording, const std::stop_token& stop)
{
    return orOutOfMemory([] { return "the metrics of all heads"; }, kLessWork, [&]() -> Result<std::vector<HeadMetrics>> {
        const Index heads = recording->heads();
        std::vector<HeadMetrics> result(std::size_t(recording->layers() * heads));
        const TokenOccurrences rows = measuredRows(recording->tokens, recording->trainedContext, stop);
        const auto measure = [&](Index i) {
            const HeadId head{i / heads, i % heads};
            if (const auto metrics = measured(*mapOf(recording, head), rows, head, stop)) result[std::size_t(i)] = *metrics;
        };
        if (!parallelFor(Index(result.size()), measure, stop) || stop.stop_requested()) return cancelled();
        return result;
    });
}

}   // namespace core
