// A legend on one or more lines: swatch and words, side by side as long as there is room.
#pragma once

#include <QPainter>

#include "ui/plot/compare_cells.h"

namespace ui {

struct LegendPlace {
    QRectF swatch;   // empty for words alone
    QRectF text;
    int entry = -1;   // of the legend; −1: its title or total
    QString words{};
};
// In the upper left corner of a place so wide; whatever is wider than that is cut with dots.
[[nodiscard]] std::vector<LegendPlace> placesOf(const CellLegend& legend, double width, const Theme& theme);
[[nodiscard]] int legendHeight(const CellLegend& legend, double width, const Theme& theme);
void paintLegend(QPainter& painter, const CellLegend& legend, const QRectF& place, const Theme& theme);

}   // namespace ui
