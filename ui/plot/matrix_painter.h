// Painting of a matrix: cells, hatch of what is absent, numbers in large cells, flags of broken rows.
#pragma once

#include <QPainter>

#include "ui/plot/matrix_picture.h"
#include "ui/plot/plot_scene.h"

namespace ui {

enum class Medium { Pixels, Vector };   // vector figures (SVG, PDF) draw small matrices as rectangles, sharp at any size

void paintMatrix(QPainter& painter, const PlotScene& scene, const MatrixPicture& picture, Medium medium);

}   // namespace ui
