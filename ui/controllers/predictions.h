// What the model would write next, of a record: with its own attention, and beside it with that of a plan.
#pragma once

#include <stop_token>

#include "core/base/result.h"
#include "ui/state/explore_record.h"

namespace ui {

// ExploreRecord::next of a record whose recording is there; with its own prediction beside it where that is known.
void predict(ExploreRecord& record);

// Takes over from an earlier record of the same model what its own attention computed: of the same text the prediction, so that no run is needed, of
// another one the rows that a run can share.
void adoptOwnPrediction(ExploreRecord& record, const ExploreRecord& earlier);

// Computes it by another run without the plan, of those rows alone that are new. Nothing to do where no plan changes the attention, or it is known.
// Errors: Cancelled; any other leaves the record without, and stands in ownProblem.
[[nodiscard]] core::Result<void> runOwnPrediction(ExploreRecord& record, const std::stop_token& stop);

}   // namespace ui
