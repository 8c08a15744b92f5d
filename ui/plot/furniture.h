// What stands around the matrix and the links: label strips, captions, the note and the colour bar; and the links themselves.
#pragma once

#include <QPainter>

#include "ui/plot/scene_text.h"

namespace ui {

void paintFurniture(QPainter& painter, const PlotScene& scene, const PictureFacts& facts);
void paintLinks(QPainter& painter, const PlotScene& scene);

}   // namespace ui
