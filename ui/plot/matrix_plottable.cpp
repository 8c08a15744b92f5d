#include "ui/plot/matrix_plottable.h"

#include "ui/plot/matrix_painter.h"

namespace ui {

MatrixPlottable::MatrixPlottable(QCPAxis* keys, QCPAxis* queries, const PlotScene& scene, TileStore& tiles) :
    QCPAbstractPlottable(keys, queries), m_scene(scene), m_tiles(tiles)
{
    setAntialiased(false);
    setSelectable(QCP::stNone);
}

double MatrixPlottable::selectTest(const QPointF&, bool, QVariant*) const { return -1.0; }

QCPRange MatrixPlottable::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = !m_scene.isEmpty();
    return {0.0, double(m_scene.geometry.keys)};
}

QCPRange MatrixPlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = !m_scene.isEmpty();
    return {0.0, double(m_scene.geometry.queries)};
}

// The base class clips to the axis rect moved up by one pixel, which would cut the last row; the picture never leaves its plot anyway.
QRect MatrixPlottable::clipRect() const { return mParentPlot->viewport(); }

void MatrixPlottable::prepare(double ratio)
{
    m_picture = m_scene.showsMatrix() ? MatrixPicture::of(m_scene.shown, m_scene.geometry, ratio, m_scene.scale, m_tiles) : MatrixPicture{};
}

void MatrixPlottable::draw(QCPPainter* painter) { paintMatrix(*painter, m_scene, m_picture, Medium::Pixels); }

}   // namespace ui
