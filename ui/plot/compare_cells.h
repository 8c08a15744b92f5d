// What the pictures of a comparison show in each of their modes, and the legend that names it.
#pragma once

#include <vector>

#include <QColor>
#include <QString>

#include "ui/plot/cell_meaning.h"
#include "ui/state/comparison.h"
#include "ui/theme/theme.h"

namespace ui {

struct LegendEntry {
    enum class Swatch { Filled, Hatched };
    QColor color{};
    QString letter{};   // in the swatch: a hue never stands alone
    QString text{};     // "window(4)  34"
    QString tip{};
    Swatch swatch = Swatch::Filled;
    friend bool operator==(const LegendEntry&, const LegendEntry&) = default;
};

struct CellLegend {
    QString title{};
    std::vector<LegendEntry> entries{};
    QString total{};
    [[nodiscard]] bool isEmpty() const { return entries.empty(); }
    [[nodiscard]] QString words() const;   // all of it, as it is spoken
    friend bool operator==(const CellLegend&, const CellLegend&) = default;
};

// A picture: its map, and what the cells of it are; null where they are weights.
struct ComparedCells {
    core::MapPtr map;
    CellMeaningPtr meaning{};
};

// Precondition of all three: there is a pattern of that number.
[[nodiscard]] ComparedCells keptCells(const ComparisonPtr& comparison, int pattern, CompareMode mode, const Theme& theme);
[[nodiscard]] ComparedCells ownCells(const ComparisonPtr& comparison, CompareMode mode, const Theme& theme);
[[nodiscard]] CellLegend legendOf(const Comparison& comparison, int pattern, CompareMode mode, const Theme& theme);   // empty where a bar says it

// The ends of the difference's colour bar: its largest move, rounded up to two digits so that they can be read.
[[nodiscard]] double limitOfMoves(const ComparedPattern& pattern);

// What has the colour of a part: that of its kind of block; further parts of one kind are darker (in dark themes lighter) each.
[[nodiscard]] std::vector<QColor> colorsOf(const core::AllowedBy& allowedBy, const Theme& theme);

}   // namespace ui
