#include "ui/plot/matrix_plottable.h"

#include <cmath>

#include "ui/plot/hatch.h"
#include "ui/state/numbers.h"

namespace ui {

namespace {

using core::Index;

constexpr Index kMostRectangles = 4096;   // up to here a vector figure draws cells as rectangles, sharp at any size

QString numeral(float weight)
{
    if (!std::isfinite(weight)) return QString(QChar(0x2013));
    const QString digits = printed(double(weight), 2);
    return digits.startsWith(QLatin1Char('0')) ? digits.mid(1) : digits;
}

}   // namespace

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

void MatrixPlottable::draw(QCPPainter* painter)
{
    if (!m_scene.showsMatrix() || m_scene.isEmpty()) return;
    const bool vector = painter->modes().testFlag(QCPPainter::pmVectorized);
    painter->fillRect(m_scene.geometry.plot, m_scene.theme.surface2);
    const Index visible = m_scene.geometry.visibleRows().size() * m_scene.geometry.visibleKeys().size();
    if (vector && visible <= kMostRectangles && m_picture.pooled == 1)
        paintCells(*painter);
    else
        painter->drawImage(m_scene.geometry.plot, m_picture.image(m_scene.geometry, m_scene.colors(), m_scene.theme.surface2.rgb()));
    paintAbsent(*painter);
    paintPending(*painter, m_picture.pending, m_scene.theme);
    const bool numerals = std::min(m_scene.geometry.cellWidth(), m_scene.geometry.cellHeight()) >= kNumeralsFrom;
    if (numerals && m_picture.complete) paintNumerals(*painter);
    paintBroken(*painter);
    painter->setPen(QPen(m_scene.theme.borderStrong, 1.0));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(m_scene.geometry.plot.adjusted(-1, -1, 0, 0));
}

void MatrixPlottable::paintCells(QCPPainter& painter) const
{
    const MatrixGeometry& geometry = m_scene.geometry;
    const double gap = std::min(geometry.cellWidth(), geometry.cellHeight()) >= kGapFrom ? 1.0 : 0.0;
    const core::Span rows = geometry.visibleRows(), keys = geometry.visibleKeys();
    std::vector<float> weights(std::size_t(rows.size() * keys.size()));
    m_scene.shown->weights(rows, keys, weights.data());
    for (Index i = rows.begin; i < rows.end; ++i)
        for (Index j = keys.begin; j < keys.end; ++j) {
            if (!m_scene.shown->allowed(i, j)) continue;
            const float weight = weights[std::size_t((i - rows.begin) * keys.size() + j - keys.begin)];
            const QRectF cell = geometry.rectOf({i, j}).intersected(geometry.plot);
            painter.fillRect(cell.adjusted(0, 0, -gap, -gap), QColor(cellColor(weight, m_scene.scale, m_scene.colors())));
        }
}

void MatrixPlottable::paintAbsent(QCPPainter& painter) const
{
    if (!m_scene.hideFirst) return paintHatch(painter, m_picture.absent, HatchKind::Absent, m_scene.theme);
    const QRectF column(QPointF(m_scene.geometry.xOf(0), m_scene.geometry.plot.top()),
                        QPointF(m_scene.geometry.xOf(1), m_scene.geometry.plot.bottom()));
    const QRectF hidden = column.intersected(m_scene.geometry.plot);
    std::vector<QRectF> absent;
    for (QRectF area : m_picture.absent) {
        if (area.left() < hidden.right()) area.setLeft(std::min(area.right(), hidden.right()));
        if (area.width() > 0) absent.push_back(area);
    }
    paintHatch(painter, absent, HatchKind::Absent, m_scene.theme);
    if (!hidden.isEmpty()) paintHatch(painter, {hidden}, HatchKind::Hidden, m_scene.theme);
}

void MatrixPlottable::paintNumerals(QCPPainter& painter) const
{
    const MatrixGeometry& geometry = m_scene.geometry;
    const core::Span rows = geometry.visibleRows(), keys = geometry.visibleKeys();
    std::vector<float> weights(std::size_t(rows.size() * keys.size()));
    m_scene.shown->weights(rows, keys, weights.data());
    painter.setFont(m_scene.theme.font(geometry.cellWidth() >= 44 ? TextStyle::Label : TextStyle::Micro, Face::Number));
    for (Index i = rows.begin; i < rows.end; ++i)
        for (Index j = keys.begin; j < keys.end; ++j) {
            const QRectF cell = geometry.rectOf({i, j});
            if (!m_scene.shown->allowed(i, j) || !geometry.plot.contains(cell.center())) continue;
            const float weight = weights[std::size_t((i - rows.begin) * keys.size() + j - keys.begin)];
            painter.setPen(readableOn(QColor(cellColor(weight, m_scene.scale, m_scene.colors()))));
            painter.drawText(cell, Qt::AlignCenter, numeral(weight));
        }
}

// A broken row is flagged in the margin: colour alone would not tell it from a strong weight to everybody.
void MatrixPlottable::paintBroken(QCPPainter& painter) const
{
    painter.setFont(m_scene.theme.strongFont(TextStyle::Caption));
    painter.setPen(m_scene.theme.error);
    double last = -100.0;
    for (const Index device : m_picture.broken) {
        const double row = m_scene.geometry.view.top() + (double(device) + 0.5) / m_picture.ratio / m_scene.geometry.cellHeight();
        const double y = m_scene.geometry.rowCentre(Index(std::floor(row)));
        if (y - last < 12.0) continue;
        last = y;
        painter.drawText(QRectF(m_scene.geometry.plot.right() + 4, y - 8, 60, 16), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("! NaN"));
    }
}

}   // namespace ui
