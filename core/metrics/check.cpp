#include "core/metrics/check.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/memory.h"
#include "core/metrics/largest_error.h"
#include "core/model/reference_transformer.h"
#include "core/recording/attention_map.h"

namespace core {

namespace {

Result<void> checkBudget(const ModelConfig& config, Index n)
{
    const double perPair = 2.0 * double(sizeof(double)) * double(config.layers * config.heads);
    const double parameters = double(config.vocabulary * config.width) + 12.0 * double(config.layers * config.width * config.width);
    const double fixed = parameters * double(sizeof(double));
    const double bytes = fixed + perPair * double(n) * double(n) + 2.0 * double(sizeof(double)) * double(n) * double(config.vocabulary);
    const double room = double(memoryBudget()) - fixed;
    const double fits = room > 0 ? std::floor(std::sqrt(room / perPair)) : 0.0;
    return withinBudget(std::int64_t(bytes), fmt::format("Checking {} tokens against the double-precision reference", n),
                        fits < 1 ? "Raise the limit with --memory."
                                 : fmt::format("Check about {:.0f} tokens, or raise the limit with --memory.", fits));
}

// The sizes that tolerances grow with.
struct Largest {
    double score = 0.0;
    double output = 0.0;
    double logit = 0.0;
};

CheckTolerance scaled(CheckTolerance tolerance, const Largest& largest)
{
    const double sharpness = std::max(1.0, largest.score / 10.0);
    tolerance.weights *= sharpness;
    tolerance.rowSum *= sharpness;
    tolerance.output *= sharpness * std::max(1.0, largest.output);
    tolerance.logits *= sharpness * std::max(1.0, largest.logit);
    return tolerance;
}

Result<void> compareHead(const RecordingPtr& recording, HeadId id, const ReferenceAttention& reference, CheckReport& report, Largest& largest,
                         const std::stop_token& stop)
{
    const MapPtr map = mapOf(recording, id);
    const AttentionSite& site = recording->sites[std::size_t(id.layer)];
    for (Index i = 0; i < map->queries(); ++i) {
        if (stop.stop_requested()) return cancelled();
        const RowVector<double> weights = map->row(i).cast<double>();
        noteLargest(report.maxErrorWeights, largestGap(weights, reference.weights.row(i)));
        const Eigen::Map<const RowVector<float>> output(site.output.row(id.head, i), site.output.width());
        noteLargest(report.maxErrorOutput, largestGap(output.cast<double>(), reference.output.row(i)));
        noteLargest(largest.output, largestMagnitude(reference.output.row(i)));
        for (const Span run : map->allowedKeys(i))
            noteLargest(largest.score, largestMagnitude(reference.scores.row(i).middleCols(run.begin, run.size())));
        if (!map->allowedKeys(i).empty()) noteLargest(report.maxRowSumError, std::abs(weights.sum() - 1.0));
    }
    return {};
}

}   // namespace

Result<CheckReport> checkRun(const Transformer& transformer, const Tokens& tokens, const RunOptions& options)
{
    FOVEA_CHECK(checkBudget(transformer.config(), tokens.size()));
    RunOptions full = options;
    full.logits = Logits::All;
    full.keepOutputs = true;
    FOVEA_TRY(recording, transformer.run(tokens, full));
    FOVEA_TRY(reference, referenceRun(transformer.config(), transformer.weights().cast<double>(), tokens.ids(), options.plan, options.stop));

    CheckReport report;
    Largest largest;
    for (Index layer = 0; layer < recording->layers(); ++layer)
        for (Index head = 0; head < recording->heads(); ++head)
            FOVEA_CHECK(compareHead(recording, {layer, head}, reference.heads[std::size_t(layer)][std::size_t(head)], report, largest, options.stop));
    report.maxErrorLogits = largestGap(recording->logits.cast<double>(), reference.logits);
    largest.logit = largestMagnitude(reference.logits);
    report.tolerance = scaled(report.tolerance, largest);
    report.ok = report.maxErrorWeights <= report.tolerance.weights && report.maxErrorOutput <= report.tolerance.output &&
                report.maxRowSumError <= report.tolerance.rowSum && report.maxErrorLogits <= report.tolerance.logits;
    return report;
}

}   // namespace core
