#include "ui/plot/matrix_painter.h"

#include <cmath>

#include <QCoreApplication>

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

QString writtenIn(const PlotScene& scene, Pair pair) { return scene.meaning->written ? scene.meaning->written(pair) : QString(); }

// Around squares of cells, where they are large enough that lines leave something of them.
void paintBlocks(QPainter& painter, const PlotScene& scene)
{
    constexpr double kLeast = 6.0;   // px
    const MatrixGeometry& g = scene.geometry;
    const Index block = scene.meaning ? scene.meaning->block : 0;
    if (block <= 0 || double(block) * std::min(g.cellWidth(), g.cellHeight()) < kLeast) return;
    QColor line = scene.theme.text2;
    line.setAlphaF(0.55f);
    painter.setPen(QPen(line, 1.0));
    const core::Span rows = g.visibleRows(), keys = g.visibleKeys();
    for (Index i = (rows.begin / block + 1) * block; i < rows.end; i += block)
        painter.drawLine(QPointF(g.xOf(keys.begin), g.yOf(i)), QPointF(std::min(g.xOf(keys.end), g.plot.right()), g.yOf(i)));
    for (Index j = (keys.begin / block + 1) * block; j < keys.end; j += block)
        painter.drawLine(QPointF(g.xOf(j), g.yOf(rows.begin)), QPointF(g.xOf(j), std::min(g.yOf(rows.end), g.plot.bottom())));
}

void paintNumerals(QPainter& painter, const PlotScene& scene)
{
    const MatrixGeometry& geometry = scene.geometry;
    const CellBlock block = CellBlock::of(*scene.shown, geometry.visibleRows(), geometry.visibleKeys());
    const double cellWidth = geometry.cellWidth() / scene.theme.textScale;
    painter.setFont(scene.theme.font(cellWidth >= 72 ? TextStyle::Title : cellWidth >= 44 ? TextStyle::Label : TextStyle::Micro, Face::Number));
    for (Index i = block.rows.begin; i < block.rows.end; ++i)
        for (Index j = block.keys.begin; j < block.keys.end; ++j) {
            const QRectF cell = geometry.rectOf({i, j});
            const core::Cell at = block.at({i, j});
            if (!at.allowed || !geometry.plot.contains(cell.center())) continue;
            painter.setPen(readableOn(QColor(cellColor(at.weight, scene.scale, scene.colors()))));
            painter.drawText(cell, Qt::AlignCenter, scene.hasClasses() ? writtenIn(scene, {i, j}) : numeral(at.weight));
        }
}

// A broken row is flagged in the margin: colour alone would not tell it from a strong weight to everybody.
void paintBroken(QPainter& painter, const PlotScene& scene, const MatrixPicture& picture)
{
    painter.setFont(scene.theme.strongFont(TextStyle::Caption));
    painter.setPen(scene.theme.error);
    double last = -100.0;
    for (const Index device : picture.broken) {
        const double row = scene.geometry.view.top() + (double(device) + 0.5) / picture.ratio / scene.geometry.cellHeight();
        const double y = scene.geometry.rowCentre(Index(std::floor(row)));
        if (y - last < 12.0 * scene.theme.textScale) continue;
        last = y;
        painter.drawText(QRectF(scene.geometry.plot.right() + 4, y - 8, 60, 16), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                         QCoreApplication::translate("ui", "! NaN"));
    }
}

}   // namespace

CellBlock CellBlock::of(const core::AttentionMap& map, core::Span rows, core::Span keys)
{
    CellBlock block{.rows = rows, .keys = keys, .weights = std::vector<float>(std::size_t(rows.size() * keys.size()))};
    map.weights(rows, keys, block.weights.data());
    for (Index i = rows.begin; i < rows.end; ++i)
        for (Index j = keys.begin; j < keys.end; ++j) block.allowed.push_back(map.allowed(i, j));
    return block;
}

void paintCells(QPainter& painter, const PlotScene& scene, const MatrixGeometry& geometry, const CellBlock& block)
{
    const double gap = std::min(geometry.cellWidth(), geometry.cellHeight()) >= kGapFrom ? 1.0 : 0.0;
    for (Index i = block.rows.begin; i < block.rows.end; ++i)
        for (Index j = block.keys.begin; j < block.keys.end; ++j) {
            const core::Cell at = block.at({i, j});
            if (!at.allowed) continue;
            const QRectF cell = geometry.rectOf({i, j}).intersected(geometry.plot);
            painter.fillRect(cell.adjusted(0, 0, -gap, -gap), QColor(cellColor(at.weight, scene.scale, scene.colors())));
        }
}

void paintAbsent(QPainter& painter, const PlotScene& scene, const MatrixGeometry& geometry, const std::vector<QRectF>& areas)
{
    if (!scene.hideFirst) return paintHatch(painter, areas, HatchKind::Absent, scene.theme);
    const QRectF column(QPointF(geometry.xOf(0), geometry.plot.top()), QPointF(geometry.xOf(1), geometry.plot.bottom()));
    const QRectF hidden = column.intersected(geometry.plot);
    std::vector<QRectF> absent;
    for (QRectF area : areas) {
        if (area.left() < hidden.right()) area.setLeft(std::min(area.right(), hidden.right()));
        if (area.width() > 0) absent.push_back(area);
    }
    paintHatch(painter, absent, HatchKind::Absent, scene.theme);
    if (!hidden.isEmpty()) paintHatch(painter, {hidden}, HatchKind::Hidden, scene.theme);
}

void paintMatrix(QPainter& painter, const PlotScene& scene, const MatrixPicture& picture, Medium medium)
{
    if (!scene.showsMatrix() || scene.isEmpty()) return;
    painter.fillRect(scene.geometry.plot, scene.theme.surface2);
    const Index visible = scene.geometry.visibleRows().size() * scene.geometry.visibleKeys().size();
    if (medium == Medium::Vector && visible <= kMostRectangles && picture.pooled == 1)
        paintCells(painter, scene, scene.geometry, CellBlock::of(*scene.shown, scene.geometry.visibleRows(), scene.geometry.visibleKeys()));
    else
        painter.drawImage(scene.geometry.plot, picture.image(scene.geometry, scene.colors(), scene.theme.surface2.rgb()));
    paintAbsent(painter, scene, scene.geometry, picture.absent);
    paintPending(painter, picture.pending, scene.theme);
    const bool numerals = std::min(scene.geometry.cellWidth(), scene.geometry.cellHeight()) >= scene.numeralsFrom();
    if (numerals && picture.complete) paintNumerals(painter, scene);
    paintBlocks(painter, scene);
    paintBroken(painter, scene, picture);
    painter.setPen(QPen(scene.theme.borderStrong, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(scene.geometry.plot.adjusted(-1, -1, 0, 0));
}

}   // namespace ui
