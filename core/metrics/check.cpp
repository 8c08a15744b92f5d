#include "core/metrics/check.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/memory.h"
#include "core/base/out_of_memory.h"
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

// What one head is off by, and the sizes its tolerances grow with.
struct HeadErrors {
    double weights = 0.0;
    double output = 0.0;
    double rowSum = 0.0;
    double largestScore = 0.0;
    double largestOutput = 0.0;

    // A score S is off by a few units of its own last place, and e^S by that much of itself: what rounding costs a head grows with its own
    // largest score (field guide, section 13: max(1, |S|max / 10)) and, for outputs, with what they hold. A head with large scores is no
    // excuse for another one, but what it was off by is read by all later layers: `handedOn` is the sharpness of the layers before this one.
    // Row sums are the head's own affair, whatever it read.
    [[nodiscard]] double sharpness() const { return std::max(1.0, largestScore / 10.0); }
    void noteIn(CheckReport& report, double handedOn) const
    {
        const double tolerance = kCheckTolerance * std::max(sharpness(), handedOn);
        report.weights.note(weights, tolerance);
        report.output.note(output, tolerance * std::max(1.0, largestOutput));
        report.rowSum.note(rowSum, kCheckTolerance * sharpness());
    }
};

Result<HeadErrors> errorsOf(const RecordingPtr& recording, HeadId id, const ReferenceAttention& reference, const std::stop_token& stop)
{
    const MapPtr map = mapOf(recording, id);
    const AttentionSite& site = recording->sites[std::size_t(id.layer)];
    HeadErrors errors;
    for (Index i = 0; i < map->queries(); ++i) {
        if (stop.stop_requested()) return cancelled();
        const KeyRuns allowed = map->allowedKeys(i);
        const RowVector<double> weights = map->row(i).cast<double>();
        noteLargest(errors.weights, largestGap(weights, reference.weights.row(i)));
        if (!allowed.empty()) noteLargest(errors.rowSum, std::abs(weights.sum() - 1.0));
        const Eigen::Map<const RowVector<float>> output(site.output.row(id.head, i), site.output.width());
        noteLargest(errors.output, largestGap(output.cast<double>(), reference.output.row(i)));
        noteLargest(errors.largestOutput, largestMagnitude(reference.output.row(i)));
        for (const Span run : allowed) noteLargest(errors.largestScore, largestMagnitude(reference.scores.row(i).middleCols(run.begin, run.size())));
    }
    return errors;
}

Result<CheckReport> compared(const RecordingPtr& recording, const ReferenceRun& reference, const std::stop_token& stop)
{
    CheckReport report;
    double handedOn = 1.0, sharpest = 1.0;
    for (Index layer = 0; layer < recording->layers(); ++layer, handedOn = sharpest)
        for (Index head = 0; head < recording->heads(); ++head) {
            FOVEA_TRY(errors, errorsOf(recording, {layer, head}, reference.heads[std::size_t(layer)][std::size_t(head)], stop));
            errors.noteIn(report, handedOn);
            sharpest = std::max(sharpest, errors.sharpness());
        }
    // Every head flows into every logit, the sharpest one too.
    report.logits.note(largestGap(recording->logits.cast<double>(), reference.logits),
                       kCheckTolerance * sharpest * std::max(1.0, largestMagnitude(reference.logits)));
    return report;
}

Result<CheckReport> checked(const Transformer& transformer, const Tokens& tokens, const RunOptions& options)
{
    FOVEA_CHECK(checkBudget(transformer.config(), tokens.size()));
    RunOptions full = options;
    full.logits = Logits::All;
    full.keepOutputs = true;
    FOVEA_TRY(recording, transformer.run(tokens, full));
    FOVEA_TRY(reference, referenceRun(transformer.config(), transformer.weights().cast<double>(), tokens.ids(), options.plan, options.stop,
                                      recording.get()));
    return compared(recording, reference, options.stop);
}

}   // namespace

void WorstError::note(double otherError, double otherTolerance)
{
    if (std::isnan(error) || otherError / otherTolerance <= error / tolerance) return;
    error = otherError;
    tolerance = otherTolerance;
}

Result<CheckReport> checkRun(const Transformer& transformer, const Tokens& tokens, const RunOptions& options)
{
    return orOutOfMemory([&] { return fmt::format("a check of {} tokens against the reference", tokens.size()); },
                         "Check fewer tokens, or close other programs.", [&] { return checked(transformer, tokens, options); });
}

}   // namespace core
