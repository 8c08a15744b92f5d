// What the model would write next, of a record: with its own attention, and beside it with that of a plan.
#pragma once

#include <stop_token>

#include "core/base/result.h"
#include "ui/state/explore_record.h"

namespace ui {

// ExploreRecord::next of a record whose recording is there; with its own prediction beside it where that is known.
void predict(ExploreRecord& record);

// Takes over from an earlier record of the same text and model what its own attention predicted: no run is needed.
void adoptOwnPrediction(ExploreRecord& record, const ExploreRecord& earlier);

// Computes it by another run without the plan. Nothing to do where no plan changes the attention, or it is known. Errors: Cancelled; any other
// leaves the record without.
[[nodiscard]] core::Result<void> runOwnPrediction(ExploreRecord& record, const std::stop_token& stop);

}   // namespace ui
