// Colour maps: weights and signed numbers to colours, through tables of 256 entries, and the scales that stretch them.
#pragma once

#include <array>
#include <vector>

#include <QRgb>
#include <QString>

#include "ui/theme/theme.h"

namespace ui {

enum class ScaleKind { Linear, Sqrt, Log };

// How a weight becomes a place t on the colour bar: linear t = w, square root t = √w, log t = 1 + log10(w)/decades.
// A weight below 10^−decades sits at t = 0: the bar's low end says "≤". Signed numbers keep their sign: t in [−1, 1].
struct WeightScale {
    ScaleKind kind = ScaleKind::Linear;
    double decades = 3.0;
    double limit = 1.0;   // the weight at t = 1; ±limit for signed maps
    friend bool operator==(const WeightScale&, const WeightScale&) = default;

    [[nodiscard]] double place(double weight) const;     // t, clamped to [−1, 1]; NaN stays NaN
    [[nodiscard]] double weightAt(double place) const;   // inverse of place()
    [[nodiscard]] const char* name() const;              // "linear", "√", "log"
    // Values for the colour bar, at least three, smallest first.
    struct Tick {
        double weight = 0.0;
        double place = 0.0;
        bool clipped = false;   // smaller weights have this place, too
    };
    [[nodiscard]] std::vector<Tick> ticks() const;
};

enum class MapName { Weight, Signed };

class ColorMap {
public:
    static constexpr int kEntries = 256;

    // Signed numbers have one map for each ground. On a projector weight maps begin a step darker than their ground (in dark themes: lighter).
    [[nodiscard]] static const ColorMap& of(MapName name, const Look& look);

    // Of classes, as core::valueOfClass gives them: the first has the last entry. Those beyond the colours have the last one. At least one colour.
    [[nodiscard]] static ColorMap ofClasses(const std::vector<QRgb>& colors, const Look& look);

    // t in [0, 1] for weights, in [−1, 1] for signed maps; values outside are clamped. Precondition: t is a number.
    [[nodiscard]] int index(double place) const;
    [[nodiscard]] QRgb color(double place) const { return m_entries[std::size_t(index(place))]; }
    [[nodiscard]] const std::array<QRgb, kEntries>& entries() const { return m_entries; }
    [[nodiscard]] MapName name() const { return m_name; }

    // What NaN and infinite cells are painted with. Not a colour of any ramp.
    [[nodiscard]] QRgb errorColor() const { return m_error; }

private:
    ColorMap(MapName name, const Look& look);
    MapName m_name;
    std::array<QRgb, kEntries> m_entries{};
    QRgb m_error;
};

// "Standard", "Cividis-like", "Grey", as menus and figures call them.
[[nodiscard]] QString nameOf(WeightColors colors);

// The whole chain of one cell: weight → place → table entry, or the error colour for NaN and infinities.
[[nodiscard]] QRgb cellColor(float weight, const WeightScale& scale, const ColorMap& map);

}   // namespace ui
