// HeadScorer: computes one step of what the list of heads asks for. A function, so that tests can count, delay and fail it.
#pragma once

#include <functional>
#include <stop_token>

#include "core/base/result.h"
#include "ui/controllers/head_steps.h"

namespace ui {

using HeadScorer = std::function<core::Result<HeadScoresPart>(const HeadScoresStep&, const std::stop_token&)>;

// The program's own, called on a worker thread. Errors: those of Transformer::run and the induction probe; Cancelled.
[[nodiscard]] core::Result<HeadScoresPart> scoreHeads(const HeadScoresStep& step, const std::stop_token& stop);

// The drawing as cells of a text; null when nothing of it lies inside. Of a rule this may be as much as there are pairs: call it off the GUI thread.
[[nodiscard]] std::optional<core::HeadTarget> targetOf(const HeadDrawing& drawing, const core::Tokens& tokens);

}   // namespace ui
