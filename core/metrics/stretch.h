// A stretch of rows whose runs stand still or go along with the query: what patterns are counted by.
#pragma once

#include <vector>

#include "core/attention/steady_runs.h"

namespace core {

struct Stretch {
    Span rows;
    std::vector<SteadyRun> runs;
};

}   // namespace core
