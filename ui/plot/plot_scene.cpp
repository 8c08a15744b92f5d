#include "ui/plot/plot_scene.h"

#include "ui/plot/label_strips.h"

namespace ui {

void PlotScene::layOut(QSize whole, Zoom zoom)
{
    const core::Index queries = shown ? shown->queries() : 0, keys = shown ? shown->keys() : 0;
    size = whole;
    layout = ViewLayout::of({.size = size,
                             .queries = queries,
                             .keys = keys,
                             .parts = parts,
                             .labelLength = longestLabel(labels, queries, theme),
                             .textScale = theme.textScale});
    const QRectF plot = showsMatrix() ? QRectF(layout.matrix) : QRectF(layout.links.right(), layout.links.top(), 0, layout.links.height());
    MatrixGeometry fitted = MatrixGeometry::fitted(plot, queries, keys);
    const bool zoomed = zoom == Zoom::Keep && !geometry.isFitted() && geometry.queries == queries && geometry.keys == keys;
    if (zoomed) fitted.view = geometry.view;
    geometry = fitted;
}

}   // namespace ui
