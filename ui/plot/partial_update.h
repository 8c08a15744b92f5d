// Painting a part of a widget again.
#pragma once

#include <cmath>

#include <QRegion>
#include <QWidget>

namespace ui {

// Asks for a new painting of `part`, which is given in the widget's own pixels. Where these are no whole number of the screen's, an edge runs through
// pixels of the screen, and what is painted on its two sides at different times leaves lines behind: there all of the widget is painted.
inline void updatePart(QWidget& widget, const QRegion& part)
{
    const double ratio = widget.devicePixelRatioF();
    ratio == std::floor(ratio) ? widget.update(part) : widget.update();
}

}   // namespace ui
