// What was computed about the heads of one record beyond the record itself, and how far that work is.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/metrics/head_metrics.h"
#include "ui/state/heads_view.h"

namespace ui {

inline constexpr int kShuffles = 4;   // shuffles whose scores are averaged: seeds 0 … 3

// Lists hold all heads in (layer, head) order, or nothing while they were not asked for. Grows part by part: see head_steps.h.
struct HeadScores {
    std::uint64_t recording = 0;                              // of which all but the probe is true
    std::vector<std::vector<core::HeadMetrics>> shuffles{};   // of each seed so far
    std::vector<core::HeadMetrics> shuffled{};                // means over all seeds; empty before the last one

    HeadDrawingPtr drawing{};                 // that was looked for; null: none was
    std::vector<core::HeadMatch> matches{};   // empty where nothing of the drawing lies in this text
    std::vector<std::vector<core::HeadMatch>> matchShuffles{};
    std::vector<core::HeadMatch> shuffledMatches{};

    // The induction probe is a text of its own: its scores belong to a model and a plan.
    std::uint64_t probedModel = 0;
    core::AttentionPlan probedPlan{};
    std::vector<double> induction{};
    std::vector<double> shuffledInduction{};
};

using HeadScoresPtr = std::shared_ptr<const HeadScores>;

enum class ScoringWork {
    None,
    Waiting,           // for an idle moment: a text that is being typed is not worth shuffling at every key
    Matching,          // looking for the drawing
    Probing,           // the induction probe …
    ProbingShuffled,   // … and the same on shuffled tokens
    Shuffling,
};

// What views are told. The scores may be of an older record: they say of which.
struct HeadScoring {
    HeadScoresPtr scores{};   // null before the first
    ScoringWork work = ScoringWork::None;
    int shuffle = 0;                        // while shuffling: which, from 0
    std::optional<core::Error> problem{};   // why something that was asked for is not there and not on its way

    [[nodiscard]] bool isUnderWay() const { return work != ScoringWork::None && work != ScoringWork::Waiting; }
    friend bool operator==(const HeadScoring&, const HeadScoring&) = default;
};

}   // namespace ui
