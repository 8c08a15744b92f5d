// The row chart: one query's weights as bars on the columns of the matrix, and the words beside it.
#pragma once

#include <optional>

#include <QImage>
#include <QPainter>

#include "ui/plot/plot_scene.h"

namespace ui {

// weights [N_k] of row pair.query; null without a focus: then a hint stands in the place of the chart.
struct ChartRow {
    Pair pair;
    const float* weights = nullptr;
    const QImage* hatch = nullptr;   // the whole chart hatched, of which the parts without keys are taken; null: lines are drawn, as figures need
};
void paintRowChart(QPainter& painter, const PlotScene& scene, const std::optional<ChartRow>& row);

// The top of the axis: the smallest of 1, 0.5, 0.2, 0.1 … that holds the largest weight.
[[nodiscard]] double chartTop(double largest);

}   // namespace ui
