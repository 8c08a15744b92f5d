#include "ui/plot/head_grid_geometry.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int kLayerNames = 28;   // px left of the thumbnails
constexpr int kBrackets = 24;     // px above them
constexpr int kFooter = 22;
constexpr int kBarsFrom = 17;   // px from one thumbnail to the next

}   // namespace

HeadGridGeometry HeadGridGeometry::of(QSize size, core::Index layers, core::Index heads, core::Index groupSize, double textScale, int largest,
                                      int bar)
{
    HeadGridGeometry g{.layers = layers, .heads = heads, .groupSize = std::max<core::Index>(groupSize, 1)};
    if (layers <= 0 || heads <= 0) return g;
    g.left = int(std::lround(kLayerNames * textScale));
    g.top = int(std::lround(kBrackets * textScale));
    g.footer = int(std::lround(kFooter * textScale));
    const int across = (size.width() - g.left) / int(heads), down = (size.height() - g.top - g.footer) / int(layers);
    const int step = std::min(across, down - bar);
    if (bar > 0 && step < kBarsFrom) return of(size, layers, heads, groupSize, textScale, largest);
    g.bar = bar;
    g.gap = step >= 18 ? 3 : step >= 10 ? 2 : 1;
    g.thumb = std::clamp(step - g.gap, kSmallest, largest);
    return g;
}

std::optional<core::HeadId> HeadGridGeometry::headAt(QPointF point) const
{
    const double x = mirror > 0 ? mirror - point.x() : point.x();
    if (layers == 0 || heads == 0 || x < left || point.y() < top) return std::nullopt;
    const core::HeadId head{core::Index((point.y() - top) / rowStep()), core::Index((x - left) / step())};
    return head.layer < layers && head.head < heads ? std::optional(head) : std::nullopt;
}

QRect HeadGridGeometry::groupRect(core::Index kvHead) const
{
    const QRect columns = rectOf({0, kvHead * groupSize}) | rectOf({0, std::min(heads, (kvHead + 1) * groupSize) - 1});
    return {columns.left(), 0, columns.width(), top};
}

}   // namespace ui
