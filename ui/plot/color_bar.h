// The colour bar beside a matrix: the same table that cells are painted with, and what its places mean in the active scale.
#pragma once

#include <QPainter>

#include "ui/plot/plot_scene.h"

namespace ui {

struct ColorBarPlace {
    QRectF bar;
    [[nodiscard]] double xOf(double place, MapName name) const;   // place in [0, 1] or [−1, 1]
};
[[nodiscard]] ColorBarPlace colorBarOf(const PlotScene& scene);

void paintColorBar(QPainter& painter, const PlotScene& scene);

}   // namespace ui
