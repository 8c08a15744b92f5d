#include "core/training/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace core {

double Schedule::rate(Index step) const
{
    if (step < warmup) return peak * double(step + 1) / double(warmup);
    const double done = std::min(1.0, double(step - warmup + 1) / double(std::max<Index>(1, steps - warmup)));
    return peak * (floor + (1.0 - floor) * 0.5 * (1.0 + std::cos(std::numbers::pi * done)));
}

}   // namespace core
