// What stands around the matrix and the links: labels, rulers, captions, notes and the colour bar.
#pragma once

#include <QPainter>

#include "ui/plot/plot_scene.h"

namespace ui {

enum class LabelStrip { LinkKeys, Queries, Keys };

void paintFurniture(QPainter& painter, const PlotScene& scene, core::Index pooled);
void paintLinks(QPainter& painter, const PlotScene& scene);

// One label of a strip in a role's colour, over whatever the strip shows there; the numbers of a ruler give way to it.
struct LabelMark {
    LabelStrip strip;
    core::Index position;
    QColor color;
};
void paintLabelMark(QPainter& painter, const PlotScene& scene, const LabelMark& mark);
[[nodiscard]] QRectF labelMarkRect(const PlotScene& scene, LabelStrip strip, core::Index position);

// Pixels that the longest label needs, looking at no more labels than could be shown at once.
[[nodiscard]] int longestLabel(const AxisLabels& labels, core::Index positions, const Theme& theme);

}   // namespace ui
