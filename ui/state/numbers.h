// How numbers are written on screen, the same everywhere: with the user's decimal sign and thousands, a true minus sign, and as many digits as
// what they measure needs. Whatever is printed can be read back.
#pragma once

#include <QString>

#include "core/base/shape.h"

namespace ui {

// "−0.0134" (U+2212), fixed decimals; decimals < 0 are those of a mantissa, "1.49e−16"; "∞" and "not a number" are said, never drawn as digits.
[[nodiscard]] QString printed(double value, int decimals);
// How many tokens, keys, heads: "2,048".
[[nodiscard]] QString printedCount(core::Index count);
// A weight on its own: four decimals, more where it takes more to show three significant digits, and "1.49e−16" below a millionth.
[[nodiscard]] QString printedWeight(double weight);
[[nodiscard]] int weightDecimals(double weight);   // of that, as `printed` takes them
// A share as percent with three significant digits, "87.8 %".
[[nodiscard]] QString percent(double share);
// A place on an axis: "0", "0.5", "0.002", no more digits than it has.
[[nodiscard]] QString printedTick(double value);

// What was printed as programs and pocket calculators take it: "-0.0134", "1.49e-16", whatever the user's locale.
[[nodiscard]] QString plainNumber(const QString& text);
// … and its value. NaN when the text is no number.
[[nodiscard]] double numberIn(const QString& text);

}   // namespace ui
