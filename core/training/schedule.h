// The learning rate over time: linear warm-up, then half a cosine down to a floor.
#pragma once

#include "core/base/shape.h"

namespace core {

struct Schedule {
    double peak = 2e-3;
    Index warmup = 100;    // steps until the peak
    double floor = 0.05;   // share of the peak that the last step keeps
    Index steps = 1000;    // of the whole run
    friend bool operator==(const Schedule&, const Schedule&) = default;

    // step counts from 0; beyond the last step the rate stays at the floor.
    [[nodiscard]] double rate(Index step) const;
};

}   // namespace core
