// Look: how a reader wants to see the program. View state: it changes no number, is never undone, and is the same for every document.
#pragma once

#include <algorithm>
#include <array>

namespace ui {

enum class ThemeKind { Light, Dark, Contrast };
// Colours of the weight map: the program's own; blue to yellow, told apart by every kind of colour vision; grey, for print.
enum class WeightColors { Standard, Cividis, Grey };
enum class Viewing { Desk, Projector };   // from the back of a room type is larger, hatch and faint weights are darker
enum class Motion { Full, Reduced };

// What text can be scaled to, in percent of its size.
inline constexpr std::array kTextSizes{90, 100, 110, 125, 150, 175, 200};

struct Look {
    ThemeKind theme = ThemeKind::Light;
    WeightColors colors = WeightColors::Standard;
    int textPercent = 100;   // 90 … 200
    Viewing viewing = Viewing::Desk;
    Motion motion = Motion::Full;
    friend bool operator==(const Look&, const Look&) = default;

    [[nodiscard]] bool isDark() const { return theme == ThemeKind::Dark; }
    [[nodiscard]] double textScale() const
    {
        constexpr double kProjector = 1.25;   // captions of 11 px become 14, and everything still has room at 1280 × 720
        return std::clamp(textPercent, kTextSizes.front(), kTextSizes.back()) / 100.0 * (viewing == Viewing::Projector ? kProjector : 1.0);
    }
};

}   // namespace ui
