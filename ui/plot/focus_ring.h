// Where the keyboard's focus is: a ring that keys make visible and pointing does not, because a pointer shows its place itself.
#pragma once

#include <QPainter>

#include "ui/theme/theme.h"

namespace ui {

// Whether focus that comes for this reason is to be seen; `before` is whether it was when it left.
[[nodiscard]] bool showsFocus(Qt::FocusReason reason, bool before);

// 2 px of ink along a rectangle, which is the middle of the line.
void paintFocusRing(QPainter& painter, const QRectF& rect, const Theme& theme);

}   // namespace ui
