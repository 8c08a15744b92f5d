// What was computed about the heads of one record because somebody asked for it: its own metrics are part of the record.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/metrics/head_metrics.h"
#include "ui/state/heads_view.h"

namespace ui {

inline constexpr int kShuffles = 4;   // shuffles whose scores are averaged: seeds 0 … 3

// Lists hold all heads in (layer, head) order, or nothing while they were not asked for.
struct HeadScores {
    std::uint64_t recording = 0;   // of which all but the probe is true
    std::vector<core::HeadMetrics> shuffled{};

    HeadDrawingPtr drawing{};
    std::vector<core::HeadMatch> matches{};
    std::vector<core::HeadMatch> shuffledMatches{};   // means over the shuffles

    // The induction probe is a text of its own: its scores belong to a model and a plan.
    std::uint64_t probedModel = 0;
    core::AttentionPlan probedPlan{};
    std::vector<double> induction{};
    std::vector<double> shuffledInduction{};
};

using HeadScoresPtr = std::shared_ptr<const HeadScores>;

}   // namespace ui
