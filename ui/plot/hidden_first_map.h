// A map without its first token: w(i, j) / (1 − w(i, 0)) for j ≥ 1. The first key is absent; raw weights stay with the map it was made of.
#pragma once

#include "core/recording/attention_map.h"

namespace ui {

// Rows whose whole weight lies on the first token (up to float rounding) have nothing left and are empty. A map without keys stays itself.
[[nodiscard]] core::MapPtr withoutFirstToken(core::MapPtr map);

}   // namespace ui
