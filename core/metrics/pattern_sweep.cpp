#include "core/metrics/pattern_sweep.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core {

namespace {

constexpr std::size_t kTogether = 8;   // patterns that are tried between two reports; the head's own attention runs once for them

Result<SweepPoint> pointOf(const PatternEffect& effect, const Pattern& pattern, Index width, const std::stop_token& stop)
{
    FOVEA_TRY(cost, costOf(*effect.layout, {.headDim = width}, stop));
    const Index empty = effect.emptyRows();
    return SweepPoint{.pattern = pattern,
                      .cost = cost,
                      .retained = effect.meanRetained(),
                      .error = effect.relativeError,
                      .divergence = empty == 0 ? effect.meanDivergence() : std::nullopt,
                      .emptyRows = empty};
}

}   // namespace

double costOf(const SweepPoint& point, SweepCost cost) { return cost == SweepCost::Flops ? point.cost.flops : point.cost.cacheBytes; }

double lossOf(const SweepPoint& point, SweepLoss loss)
{
    return loss == SweepLoss::Error ? point.error : point.divergence.value_or(std::numeric_limits<double>::infinity());
}

Result<std::vector<SweepPoint>> sweep(const RecordingPtr& recording, HeadId head, std::span<const Pattern> patterns,
                                      const std::function<void(Index done)>& progress, const std::stop_token& stop)
{
    const Index width = recording->sites[std::size_t(head.layer)].q.width();
    std::vector<SweepPoint> points;
    while (points.size() < patterns.size()) {
        const auto some = patterns.subspan(points.size(), std::min(kTogether, patterns.size() - points.size()));
        FOVEA_TRY(effects, patternEffects(recording, head, some, 0, stop));
        for (std::size_t i = 0; i < some.size(); ++i) {
            FOVEA_TRY(point, pointOf(effects[i + 1], some[i], width, stop));   // the first is the head's own
            points.push_back(point);
        }
        if (progress) progress(Index(points.size()));
    }
    return points;
}

std::vector<std::size_t> frontierOf(std::span<const SweepPoint> points, SweepCost cost, SweepLoss loss)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (std::isfinite(lossOf(points[i], loss))) order.push_back(i);
    const auto place = [&](std::size_t i) { return std::pair(costOf(points[i], cost), lossOf(points[i], loss)); };
    std::ranges::stable_sort(order, {}, place);
    // Going up in cost, a point is beaten by every earlier one that loses no more, unless it is the same in both.
    std::vector<std::size_t> frontier;
    for (const std::size_t i : order)
        if (frontier.empty() || place(i) == place(frontier.back()) || place(i).second < place(frontier.back()).second) frontier.push_back(i);
    return frontier;
}

std::optional<std::size_t> cheapestKeeping(std::span<const SweepPoint> points, double share, SweepCost cost)
{
    std::optional<std::size_t> best;
    const auto rank = [&](std::size_t i) { return std::pair(costOf(points[i], cost), -points[i].retained); };
    for (std::size_t i = 0; i < points.size(); ++i)
        if (points[i].retained >= share && (!best || rank(i) < rank(*best))) best = i;
    return best;
}

}   // namespace core
