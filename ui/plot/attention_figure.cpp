#include "ui/plot/attention_figure.h"

#include "ui/plot/furniture.h"
#include "ui/plot/selection_painter.h"

namespace ui {

namespace {
constexpr double kVectorRatio = 3.0;   // device pixels per logical pixel of images inside vector figures
}

void paintAttention(QPainter& painter, PlotScene scene, QSize size, Medium medium)
{
    if (!scene.focus()) scene.rowChart = RowChart::Never;   // on paper nobody can point at a row
    scene.layOut(size, Zoom::Keep);
    if (!scene.isEmpty() && scene.showsLinks()) scene.links = *LinkSet::of(*scene.shown, scene.linkRule);   // never cancelled: nobody can ask for it
    TileStore tiles;
    MatrixPicture picture;
    const double ratio = medium == Medium::Vector ? kVectorRatio : painter.device()->devicePixelRatioF();
    if (scene.showsMatrix()) picture = MatrixPicture::of(scene.shown, scene.geometry, ratio, scene.scale, tiles);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setLayoutDirection(Qt::LeftToRight);   // as on screen
    paintLinks(painter, scene);
    paintMatrix(painter, scene, picture, medium);
    paintFurniture(painter, scene, PictureFacts::of(picture, scene));
    SelectionPainter(scene).paint(painter);
    painter.restore();
}

}   // namespace ui
