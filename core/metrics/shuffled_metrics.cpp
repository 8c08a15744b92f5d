#include "core/metrics/shuffled_metrics.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/out_of_memory.h"

namespace core {

namespace {

using Metric = std::optional<double> HeadMetrics::*;
constexpr Metric kMetrics[] = {&HeadMetrics::entropyNormalised, &HeadMetrics::previousToken,  &HeadMetrics::firstToken,
                               &HeadMetrics::meanDistance,      &HeadMetrics::duplicateToken, &HeadMetrics::induction};

bool haveSameTokens(const Tokens& a, const Tokens& b)
{
    std::vector<TokenId> left = a.ids(), right = b.ids();
    std::ranges::sort(left);
    std::ranges::sort(right);
    return left == right;
}

Result<void> checkPair(const Recording& recording, const Recording& shuffled)
{
    const auto refuse = [](std::string what) { return fail(Fault::BadInput, std::move(what), "Run the same model on its shuffled tokens."); };
    if (recording.modelId != shuffled.modelId || recording.layers() != shuffled.layers() || recording.heads() != shuffled.heads())
        return refuse(fmt::format("The shuffled run is of {}, and the text's of {}.", shuffled.model, recording.model));
    if (!(recording.plan == shuffled.plan)) return refuse("The shuffled run has another plan than the text's.");
    if (!haveSameTokens(recording.tokens, shuffled.tokens))
        return refuse(fmt::format("The shuffled run has other tokens ({}) than the text ({}).", shuffled.size(), recording.size()));
    return {};
}

}   // namespace

Result<std::vector<HeadMetrics>> shuffledMetrics(const RecordingPtr& recording, const RecordingPtr& shuffled, const std::stop_token& stop)
{
    return orOutOfMemory([] { return "the metrics of shuffled tokens"; }, "Shorten the text, or close other programs.",
                         [&]() -> Result<std::vector<HeadMetrics>> {
                             FOVEA_CHECK(checkPair(*recording, *shuffled));
                             return allHeadMetrics(shuffled, stop);
                         });
}

std::vector<HeadMetrics> meanMetrics(std::span<const std::vector<HeadMetrics>> shuffles)
{
    std::vector<HeadMetrics> result;
    if (shuffles.empty()) return result;
    for (std::size_t i = 0; i < shuffles.front().size(); ++i) {
        HeadMetrics& mean = result.emplace_back();
        mean.head = shuffles.front()[i].head;
        for (const Metric metric : kMetrics) {
            double sum = 0.0;
            int count = 0;
            for (const std::vector<HeadMetrics>& shuffle : shuffles)
                if (const std::optional<double>& value = shuffle[i].*metric) sum += *value, ++count;
            if (count > 0) mean.*metric = sum / count;
        }
    }
    return result;
}

}   // namespace core
