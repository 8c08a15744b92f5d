// The pairs of a square pattern, the tiles that hold one, and the keys that a decoder holds, all exact: counted by stretches of rows whose runs stand
// still or go along with the query, so that a window of a million tokens is a few stretches.
#pragma once

#include <functional>
#include <stop_token>

#include "core/attention/steady_runs.h"
#include "core/base/result.h"

namespace core {

struct CountedPairs {
    Index pairs = 0;
    Index tiles = 0;       // tile × tile, with a pair in them
    Index cacheKeys = 0;   // max over t of the keys j ≤ t that a row from t on reads
};

// The runs of row p and of those after it, inside [0, rows); nothing, after more steps, where the limit is passed.
using RowsFrom = std::function<SteadyRuns(Index p, const StepLimit& limit)>;

// Of rows 0 … rows − 1 with as many keys. Errors: OverBudget, without words, where it takes more steps than `mostSteps`; Cancelled.
[[nodiscard]] Result<CountedPairs> countedPairs(const RowsFrom& rowsFrom, Index rows, Index tile, Index mostSteps, const std::stop_token& stop);

}   // namespace core
