// HeadScorer: computes what the list of heads asks for beyond the record. A function, so that tests can count, delay and fail it.
#pragma once

#include <functional>
#include <stop_token>

#include "core/base/result.h"
#include "ui/state/explore_record.h"
#include "ui/state/head_scores.h"

namespace ui {

struct HeadScoresRequest {
    ExploreRecordPtr record;
    HeadBaseline baseline = HeadBaseline::None;
    bool induction = false;     // run the probe
    HeadDrawingPtr drawing{};   // null: search for nothing
    HeadScoresPtr known{};      // what of it is still true is taken over; may be null
};

using HeadScorer = std::function<core::Result<HeadScoresPtr>(const HeadScoresRequest&, const std::stop_token&)>;

// The program's own, called on a worker thread. Errors: those of Transformer::run and the induction probe; Cancelled.
[[nodiscard]] core::Result<HeadScoresPtr> scoreHeads(const HeadScoresRequest& request, const std::stop_token& stop);

// The drawing as cells of a text; null when nothing of it lies inside.
[[nodiscard]] std::optional<core::HeadTarget> targetOf(const HeadDrawing& drawing, core::Index tokens);

// Whether `scores` already hold all that is asked for.
[[nodiscard]] bool answers(const HeadScores& scores, const HeadScoresRequest& request);

}   // namespace ui
