// Many patterns tried on one head: what each keeps and loses against what it costs, which of them none beats, and the cheapest that is good enough.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/metrics/pattern_cost.h"
#include "core/metrics/pattern_effect.h"

namespace core {

struct SweepPoint {
    Pattern pattern;                    // without the head's own, which holds besides
    PatternCost cost;                   // of both
    double retained = 0.0;              // mean over the rows
    double error = 0.0;                 // ‖o_S − o‖ / ‖o‖ of the whole head
    std::optional<double> divergence;   // mean of −ln rho in nats; null where a row keeps nothing, whose divergence is infinite
    Index emptyRows = 0;
};

enum class SweepCost { Flops, CacheBytes };   // score bytes grow as operations do
enum class SweepLoss { Divergence, Error };
[[nodiscard]] double costOf(const SweepPoint& point, SweepCost cost);
[[nodiscard]] double lossOf(const SweepPoint& point, SweepLoss loss);   // infinite for a divergence that is null

// One point for each pattern. `progress` hears how many are done, on the calling thread. Errors: as patternEffects.
[[nodiscard]] Result<std::vector<SweepPoint>> sweep(const RecordingPtr& recording, HeadId head, std::span<const Pattern> patterns,
                                                    const std::function<void(Index done)>& progress = {}, const std::stop_token& stop = {});

// Points that no other beats: none is at most as costly and at most as lossy, and better in one of the two. By rising cost; points whose loss is
// infinite are not among them.
[[nodiscard]] std::vector<std::size_t> frontierOf(std::span<const SweepPoint> points, SweepCost cost, SweepLoss loss);
// The cheapest point that keeps this share of the mass; of equally cheap ones the one that keeps more. Null where none does.
[[nodiscard]] std::optional<std::size_t> cheapestKeeping(std::span<const SweepPoint> points, double share, SweepCost cost);

}   // namespace core
