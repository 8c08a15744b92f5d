// An attention view as a figure of its own size, with pin and peek, by the code that paints the window.
#pragma once

#include "ui/plot/matrix_painter.h"

namespace ui {

// Needs no widget: any thread may paint. The painter's origin is the figure's. Only what the scene says of data, looks and zoom is read; its
// layout is made here, and whatever is not known yet (links, tiles) is computed before this returns.
void paintAttention(QPainter& painter, PlotScene scene, QSize size, Medium medium);

}   // namespace ui
