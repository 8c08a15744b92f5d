// Which of the sentences that stand beside each other: the first, or the second where one is open.
#pragma once

#include <array>

namespace ui {

enum class Side { First, Second };
inline constexpr std::array kSides{Side::First, Side::Second};

}   // namespace ui
