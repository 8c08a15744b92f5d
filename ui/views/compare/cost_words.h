// Costs in words and numbers: what rows of the cost table are called, how they are computed, and sizes with three digits.
#pragma once

#include <span>

#include <QString>

#include "ui/state/pattern_costs.h"

namespace ui {

// The rows of the table, from the top.
enum class CostRow { Pairs, Flops, ScoreBytes, CacheBytes, Tiles, UsefulShare, Measured };
[[nodiscard]] std::span<const CostRow> costRows();

[[nodiscard]] QString nameOf(CostRow row, const core::CostShape& shape);
[[nodiscard]] QString formulaText(CostRow row, const core::CostShape& shape);   // for tooltips and ears
// The same head, were it so many numbers wide: nothing was measured of it.
[[nodiscard]] CostAnswer atWidth(const CostAnswer& answer, core::Index headDim);
// "Every token with every token: 100 M pairs, 400 MB of scores."
[[nodiscard]] QString allPairsText(core::Index tokens, const core::CostShape& shape);
// NaN: not known.
[[nodiscard]] double valueOf(CostRow row, const CostColumn& column);
[[nodiscard]] QString printedCost(CostRow row, double value);   // "–" for NaN
// How much of the first there is in the second, two digits; "–" where either is not known or there is none to compare with.
[[nodiscard]] QString printedRatio(double own, double other);

// Of numbers in that row, so that it is what one gets who divides what is printed: of times that is not what was measured.
[[nodiscard]] QString ratioOf(CostRow row, double own, double other);

// Three digits: "593 k", "4.19 M", "400 MB".
[[nodiscard]] QString printedSize(double value);
[[nodiscard]] QString printedTickSize(double tick);   // of an axis: no more digits than it has
[[nodiscard]] QString printedBytes(double bytes);

}   // namespace ui
