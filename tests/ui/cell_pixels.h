// Reads painted cells back.
#pragma once

#include <cmath>
#include <optional>
#include <unordered_set>

#include <QImage>

#include "ui/theme/color_map.h"

namespace test {

// Places on the colour bar that a colour can stand for; further apart than one step only where the map itself repeats a colour.
inline bool standsFor(QRgb color, double place, const ui::ColorMap& map)
{
    for (int i = 0; i < ui::ColorMap::kEntries; ++i)
        if (map.entries()[std::size_t(i)] == (color | 0xFF000000u) && std::abs(i / 255.0 - place) <= 1.0 / 255.0) return true;
    return false;
}

// The pixels whose centres lie in a cell.
inline QRect pixelsOf(const QRectF& cell, double ratio)
{
    const int left = int(std::ceil(cell.left() * ratio - 0.5)), top = int(std::ceil(cell.top() * ratio - 0.5));
    return {QPoint(left, top), QPoint(int(std::ceil(cell.right() * ratio - 0.5)) - 1, int(std::ceil(cell.bottom() * ratio - 0.5)) - 1)};
}

inline std::optional<QPoint> firstOf(const QRect& pixels, const QImage& image, const std::unordered_set<QRgb>& colors)
{
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            if (colors.contains(image.pixel(x, y) | 0xFF000000u)) return QPoint(x, y);
    return {};
}

}   // namespace test
