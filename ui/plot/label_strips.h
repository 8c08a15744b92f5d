// Labels, rulers and word brackets along the rows and columns of an attention view.
#pragma once

#include <QPainter>

#include "ui/plot/plot_scene.h"

namespace ui {

inline constexpr double kLabelRoom = 10.0;   // px between labels and what they name, where word brackets and ticks run

enum class LabelStrip { LinkKeys, Queries, Keys };

void paintLabelStrip(QPainter& painter, const PlotScene& scene, LabelStrip strip);

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
