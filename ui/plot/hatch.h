// Hatching: how absent is drawn. Lines of a fixed spacing in screen space, cut to the absent area as geometry, so that a window, an SVG
// (whose writer knows neither texture brushes nor clipping) and a PDF show the same lines.
#pragma once

#include <vector>

#include <QLineF>
#include <QPainter>
#include <QRectF>

#include "ui/theme/theme.h"

namespace ui {

// Rising lines say "not allowed", every 5 px; falling lines say "hidden by you", every 3 px.
enum class HatchKind { Absent, Hidden };

// The pieces of all hatch lines that lie inside disjoint rectangles; pieces that touch across rectangles are joined.
[[nodiscard]] std::vector<QLineF> hatchLines(const std::vector<QRectF>& area, HatchKind kind);

void paintHatch(QPainter& painter, const std::vector<QRectF>& area, HatchKind kind, const Theme& theme);

// Not computed yet: dots on a ground of their own, so that it reads neither as a weight of 0 nor as absent.
void paintPending(QPainter& painter, const std::vector<QRectF>& area, const Theme& theme);

}   // namespace ui
