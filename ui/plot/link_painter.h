// Painting of link curves: as a picture on screens, where thousands must be drawn while somebody pans; as paths in vector figures.
#pragma once

#include <vector>

#include <QColor>
#include <QPainter>

#include "ui/plot/link_geometry.h"

namespace ui {

struct LinkStyle {
    QColor keyColor;   // at the left end; turns into queryColor on the way
    QColor queryColor;
    double opacity = 1.0;          // of one link
    double leastWidth = 1.0;       // px
    double widthPerWeight = 4.0;   // px of a weight of 1, and the most
    [[nodiscard]] double widthOf(const Link& link) const;
};

// Links are painted in the given order and clipped to the rows of the curves' geometry.
void paintLinkCurves(QPainter& painter, const LinkCurves& curves, const std::vector<Link>& links, const LinkStyle& style);

}   // namespace ui
