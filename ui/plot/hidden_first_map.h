// A map without its first token: w(i, j) / (1 − w(i, 0)) for j ≥ 1. The first key is absent; raw weights stay with the map it was made of.
#pragma once

#include "core/recording/attention_map.h"

namespace ui {

// What is left of a row beside a first token of this weight is rounding of 1 − w rather than weight. False for NaN, which is shown as such.
[[nodiscard]] inline bool leavesNothing(double firstWeight) { return 1.0 - firstWeight <= 1e-6; }

// Rows whose whole weight lies on the first token (up to float rounding) have nothing left and are empty. A map without keys stays itself.
[[nodiscard]] core::MapPtr withoutFirstToken(core::MapPtr map);

}   // namespace ui
