// Where the keyboard's focus is: a ring that keys make visible and pointing does not, because a pointer shows its place itself.
#pragma once

#include <QPainter>

#include "ui/theme/theme.h"

namespace ui {

// Whether focus that comes for this reason is to be seen; `before` is whether it was when it left.
[[nodiscard]] bool showsFocus(Qt::FocusReason reason, bool before);

// 2 px of ink along a rectangle, which is the middle of the line.
void paintFocusRing(QPainter& painter, const QRectF& rect, const Theme& theme);

inline constexpr int kRingRoom = 4;   // px beside letters that a ring around them takes: 2 of ink, 2 of air

// The same around a row of letters, beside which there is that room.
void paintFocusRow(QPainter& painter, const QRectF& letters, const Theme& theme);

}   // namespace ui
