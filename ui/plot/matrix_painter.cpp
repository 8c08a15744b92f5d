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

void paintCells(QPainter& painter, const PlotScene& scene)
{
    const MatrixGeometry& geometry = scene.geometry;
    const double gap = std::min(geometry.cellWidth(), geometry.cellHeight()) >= kGapFrom ? 1.0 : 0.0;
    const core::Span rows = geometry.visibleRows(), keys = geometry.visibleKeys();
    std::vector<float> weights(std::size_t(rows.size() * keys.size()));
    scene.shown->weights(rows, keys, weights.data());
    for (Index i = rows.begin; i < rows.end; ++i)
        for (Index j = keys.begin; j < keys.end; ++j) {
            if (!scene.shown->allowed(i, j)) continue;
            const float weight = weights[std::size_t((i - rows.begin) * keys.size() + j - keys.begin)];
            const QRectF cell = geometry.rectOf({i, j}).intersected(geometry.plot);
            painter.fillRect(cell.adjusted(0, 0, -gap, -gap), QColor(cellColor(weight, scene.scale, scene.colors())));
        }
}

void paintAbsent(QPainter& painter, const PlotScene& scene, const MatrixPicture& picture)
{
    if (!scene.hideFirst) return paintHatch(painter, picture.absent, HatchKind::Absent, scene.theme);
    const QRectF column(QPointF(scene.geometry.xOf(0), scene.geometry.plot.top()), QPointF(scene.geometry.xOf(1), scene.geometry.plot.bottom()));
    const QRectF hidden = column.intersected(scene.geometry.plot);
    std::vector<QRectF> absent;
    for (QRectF area : picture.absent) {
        if (area.left() < hidden.right()) area.setLeft(std::min(area.right(), hidden.right()));
        if (area.width() > 0) absent.push_back(area);
    }
    paintHatch(painter, absent, HatchKind::Absent, scene.theme);
    if (!hidden.isEmpty()) paintHatch(painter, {hidden}, HatchKind::Hidden, scene.theme);
}

void paintNumerals(QPainter& painter, const PlotScene& scene)
{
    const MatrixGeometry& geometry = scene.geometry;
    const core::Span rows = geometry.visibleRows(), keys = geometry.visibleKeys();
    std::vector<float> weights(std::size_t(rows.size() * keys.size()));
    scene.shown->weights(rows, keys, weights.data());
    const double cellWidth = geometry.cellWidth() / scene.theme.textScale;
    painter.setFont(scene.theme.font(cellWidth >= 72 ? TextStyle::Title : cellWidth >= 44 ? TextStyle::Label : TextStyle::Micro, Face::Number));
    for (Index i = rows.begin; i < rows.end; ++i)
        for (Index j = keys.begin; j < keys.end; ++j) {
            const QRectF cell = geometry.rectOf({i, j});
            if (!scene.shown->allowed(i, j) || !geometry.plot.contains(cell.center())) continue;
            const float weight = weights[std::size_t((i - rows.begin) * keys.size() + j - keys.begin)];
            painter.setPen(readableOn(QColor(cellColor(weight, scene.scale, scene.colors()))));
            painter.drawText(cell, Qt::AlignCenter, numeral(weight));
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

void paintMatrix(QPainter& painter, const PlotScene& scene, const MatrixPicture& picture, Medium medium)
{
    if (!scene.showsMatrix() || scene.isEmpty()) return;
    painter.fillRect(scene.geometry.plot, scene.theme.surface2);
    const Index visible = scene.geometry.visibleRows().size() * scene.geometry.visibleKeys().size();
    if (medium == Medium::Vector && visible <= kMostRectangles && picture.pooled == 1)
        paintCells(painter, scene);
    else
        painter.drawImage(scene.geometry.plot, picture.image(scene.geometry, scene.colors(), scene.theme.surface2.rgb()));
    paintAbsent(painter, scene, picture);
    paintPending(painter, picture.pending, scene.theme);
    const bool numerals = std::min(scene.geometry.cellWidth(), scene.geometry.cellHeight()) >= scene.numeralsFrom();
    if (numerals && picture.complete) paintNumerals(painter, scene);
    paintBroken(painter, scene, picture);
    painter.setPen(QPen(scene.theme.borderStrong, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(scene.geometry.plot.adjusted(-1, -1, 0, 0));
}

}   // namespace ui
