#include "core/metrics/pattern_effect.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "core/attention/attention_backend.h"
#include "core/attention/selection.h"
#include "core/base/memory.h"
#include "core/base/out_of_memory.h"
#include "core/metrics/largest_error.h"
#include "core/metrics/pattern_reach.h"
#include "core/metrics/quick_effects.h"

namespace core {

namespace {

constexpr int kTimedRuns = 3;

// One recorded head on its own.
struct LoneHead {
    HeadRows q, k, v;   // [1][N][d]
    float scale = 1.0f;
    Pattern own;

    [[nodiscard]] Index size() const { return q.rows(); }
};

HeadRows rowsOf(const HeadRows& all, Index head)
{
    const RowMatrix rows = all.copy(head, {0, all.rows()});
    return HeadRows(1, all.width()).appended(rows.data(), rows.rows(), rows.cols());
}

LoneHead loneHead(const AttentionSite& site, Index head)
{
    const Index kv = site.kvHeadOf(head);
    return {rowsOf(site.q, head), rowsOf(site.k, kv), rowsOf(site.v, kv), site.scale, site.layouts[std::size_t(head)]->pattern()};
}

Result<LayoutPtr> layoutOf(const LoneHead& head, const Pattern& pattern, const std::stop_token& stop)
{
    if (!pattern.selects()) return std::make_shared<const BlockLayout>(pattern, head.size(), head.size());
    const std::string work = fmt::format("Choosing keys of {} tokens", head.size());
    const SelectionBatch batch{
        .q = &head.q, .k = &head.k, .scale = head.scale, .queries = {0, head.size()}, .heads = {{0, pattern, nullptr}}, .work = work};
    FOVEA_TRY(layouts, chosenLayouts(batch, stop));
    return layouts.front();
}

struct Attended {
    AttentionOutput result;
    double seconds = 0.0;
};

enum class Work { Quick, Whole };

Result<Attended> attended(const LoneHead& head, const LayoutPtr& layout, Work work, const std::stop_token& stop)
{
    const HeadBatch batch{.q = &head.q,
                          .k = &head.k,
                          .v = &head.v,
                          .queries = {0, head.size()},
                          .scale = head.scale,
                          .layouts = {layout},
                          .mechanisms = {SoftmaxMechanism{}}};
    const auto backend = cpuBackend();
    std::vector<double> seconds;
    Attended last;
    for (int run = 0; run < kTimedRuns; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        FOVEA_TRY(result, backend->attend(batch, nullptr, stop));
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        last.result = std::move(result);
        if (work == Work::Quick) return last;
    }
    std::ranges::nth_element(seconds, seconds.begin() + kTimedRuns / 2);
    last.seconds = seconds[kTimedRuns / 2];
    return last;
}

// rho = exp(ℓ_S − ℓ) needs no weights.
void compare(PatternEffect& effect, const AttentionOutput& kept, const AttentionOutput& own)
{
    effect.lse = HeadRows(1, 1).appended(kept.lse.data(), kept.lse.rows(), 1);
    double gap = 0.0, whole = 0.0;
    for (Index i = 0; i < own.out.rows(); ++i) {
        const double lse = double(own.lse(i, 0)), keptLse = double(kept.lse(i, 0));
        effect.retained.push_back(std::isinf(keptLse) ? 0.0 : std::min(std::exp(keptLse - lse), 1.0));
        const double difference = (kept.out.row(i).cast<double>() - own.out.row(i).cast<double>()).squaredNorm();
        const double size = own.out.row(i).cast<double>().squaredNorm();
        effect.error.push_back(difference > 0.0 ? std::sqrt(difference / size) : 0.0);
        gap += difference;
        whole += size;
    }
    effect.relativeError = gap > 0.0 ? std::sqrt(gap / whole) : 0.0;
}

Result<std::vector<PatternEffect>> effects(const RecordingPtr& recording, HeadId id, std::span<const Pattern> patterns, Index layers, Work work,
                                           const std::stop_token& stop)
{
    const LoneHead head = loneHead(recording->sites[std::size_t(id.layer)], id.head);
    std::vector<Pattern> all{head.own};
    for (const Pattern& pattern : patterns) all.push_back(head.own & pattern);
    std::vector<PatternEffect> result;
    std::optional<AttentionOutput> own;
    for (const Pattern& pattern : all) {
        PatternEffect effect;
        FOVEA_TRY(layout, layoutOf(head, pattern, stop));
        FOVEA_TRY(run, attended(head, layout, work, stop));
        if (!own) own = run.result;
        compare(effect, run.result, *own);
        effect.layout = layout;
        effect.seconds = run.seconds;
        effect.flops = 4.0 * double(head.q.width()) * double(layout->pairs());
        if (work == Work::Whole) {
            FOVEA_TRY(reach, reachOf(*layout, result.empty() ? *layout : *result.front().layout, layers, stop));
            effect.reach = std::move(reach);
        }
        result.push_back(std::move(effect));
    }
    return result;
}

template<class Compute>
Result<std::vector<PatternEffect>> inMemory(const RecordingPtr& recording, const Compute& compute)
{
    return orOutOfMemory([&] { return fmt::format("comparing patterns of {} tokens", recording->size()); },
                         "Compare fewer tokens, or close other programs.", compute);
}

}   // namespace

Index PatternEffect::emptyRows() const { return std::ranges::count(retained, 0.0); }

double PatternEffect::meanRetained() const
{
    double sum = 0.0;
    for (const double rho : retained) sum += rho;
    return retained.empty() ? 1.0 : sum / double(retained.size());
}

double PatternEffect::leastRetained() const { return retained.empty() ? 1.0 : *std::ranges::min_element(retained); }

std::optional<double> PatternEffect::meanDivergence() const
{
    double sum = 0.0;
    Index rows = 0;
    for (const double rho : retained) {
        if (rho == 0.0) continue;
        sum -= std::log(rho);
        ++rows;
    }
    return rows > 0 ? std::optional(sum / double(rows)) : std::nullopt;
}

double PatternEffect::largestError() const
{
    double largest = 0.0;
    for (const double each : error) noteLargest(largest, each);
    return largest;
}

Result<std::vector<PatternEffect>> patternEffects(const RecordingPtr& recording, HeadId head, std::span<const Pattern> patterns, Index layers,
                                                  const std::stop_token& stop)
{
    return inMemory(recording, [&] { return effects(recording, head, patterns, layers, Work::Whole, stop); });
}

Result<std::vector<PatternEffect>> quickEffects(const RecordingPtr& recording, HeadId head, std::span<const Pattern> patterns,
                                                const std::stop_token& stop)
{
    return inMemory(recording, [&] { return effects(recording, head, patterns, 0, Work::Quick, stop); });
}

}   // namespace core
