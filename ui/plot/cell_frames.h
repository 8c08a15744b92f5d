// How a pinned and a looked-at cell are framed, in the picture and in the loupe alike.
#pragma once

#include <QPainter>

#include "ui/theme/theme.h"

namespace ui {

void paintPinFrame(QPainter& painter, const QRectF& cell, const Theme& theme);    // solid
void paintPeekFrame(QPainter& painter, const QRectF& cell, const Theme& theme);   // dashed

}   // namespace ui
