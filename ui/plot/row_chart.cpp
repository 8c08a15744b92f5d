#include "ui/plot/row_chart.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/plot/hatch.h"
#include "ui/plot/scene_text.h"
#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

using core::Index;

// Below the chart there is one line for all the words.
void paintWords(QPainter& painter, const PlotScene& scene, const QStringList& lines)
{
    QRectF at = scene.layout.chartText;
    if (at.isEmpty()) return;
    const double line = 18.0 * scene.theme.textScale;
    const bool one = at.height() < 2 * line;
    at.setHeight(line);
    const double right = at.right();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter.setFont(i == 0 ? scene.theme.strongFont(TextStyle::Label) : scene.theme.font(TextStyle::Caption));
        painter.setPen(i == 0 ? scene.theme.text1 : scene.theme.text3);
        const QString text = one && i > 1 ? QStringLiteral("· ") + lines[i] : lines[i];
        const QFontMetricsF metrics(painter.font());
        painter.drawText(at, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, right - at.left()));
        if (one)
            at.setLeft(std::min(right, at.left() + metrics.horizontalAdvance(text) + 6));
        else
            at.translate(0, line);
    }
}

void paintAxis(QPainter& painter, const PlotScene& scene, double top)
{
    const QRectF chart = scene.layout.chart;
    painter.setFont(scene.theme.font(TextStyle::Caption, Face::Number));
    for (const double part : {0.0, 0.5, 1.0}) {
        const double y = std::round(chart.bottom() - part * chart.height());
        painter.setPen(QPen(part == 0.0 ? scene.theme.borderStrong : scene.theme.grid, 1.0));
        painter.drawLine(QPointF(chart.left(), y), QPointF(chart.right(), y));
        painter.setPen(scene.theme.text3);
        painter.drawText(QRectF(chart.left() - 56, y - 8, 50, 16), Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, printedTick(top * part));
    }
}

// Absent keys of the row, hatched over the height of the chart.
void paintGaps(QPainter& painter, const PlotScene& scene, const ChartRow& row)
{
    const QRectF chart = scene.layout.chart;
    std::vector<QRectF> absent;
    const auto add = [&](Index begin, Index end) {
        const double left = std::max(chart.left(), scene.geometry.xOf(double(begin))),
                     right = std::min(chart.right(), scene.geometry.xOf(double(end)));
        if (right > left) absent.emplace_back(left, chart.top(), right - left, chart.height());
    };
    Index begin = 0;
    for (const core::Span run : scene.shown->allowedKeys(row.pair.query)) {
        if (run.begin > begin) add(begin, run.begin);
        begin = run.end;
    }
    if (begin < scene.shown->keys()) add(begin, scene.shown->keys());
    if (!row.hatch) return paintHatch(painter, absent, HatchKind::Absent, scene.theme);
    for (const QRectF& area : absent) {
        painter.save();
        painter.setClipRect(area, Qt::IntersectClip);
        painter.drawImage(chart.topLeft(), *row.hatch);
        painter.restore();
    }
}

// Narrow columns share a pixel; the bar then is the largest of them, as in the matrix above.
void paintBars(QPainter& painter, const PlotScene& scene, const ChartRow& row, double top)
{
    const QRectF chart = scene.layout.chart;
    const core::Span keys = scene.geometry.visibleKeys();
    const double cell = scene.geometry.cellWidth(), gap = cell >= kGapFrom ? 1.0 : 0.0;
    for (Index j = keys.begin; j < keys.end;) {
        const double left = scene.geometry.xOf(double(j));
        const double right = std::max(scene.geometry.xOf(double(j + 1)) - gap, left + 1.0);
        double size = 0.0;
        bool focused = false;
        do {
            if (std::isfinite(row.weights[j])) size = std::max(size, std::abs(double(row.weights[j])));
            focused = focused || j == row.pair.key;
        } while (++j < keys.end && scene.geometry.xOf(double(j)) < left + 1.0 - 1e-9);
        if (size <= 0.0) continue;
        const double height = std::max(std::min(size / top, 1.0) * chart.height(), 1.0);   // nothing allowed and positive is invisible
        const QRectF bar = QRectF(left, chart.bottom() - height, right - left, height).intersected(chart);
        painter.fillRect(bar, focused ? scene.theme.key : scene.theme.text2);
    }
}

// The focused weight, printed just above the bars that stand below the words.
void paintValue(QPainter& painter, const PlotScene& scene, const ChartRow& row, double top)
{
    const float weight = row.weights[row.pair.key];
    const core::Span keys = scene.geometry.visibleKeys();
    if (!scene.shown->allowed(row.pair.query, row.pair.key) || !keys.contains(row.pair.key)) return;
    const QRectF chart = scene.layout.chart;
    painter.setFont(scene.theme.strongFont(TextStyle::Caption));
    painter.setPen(std::isfinite(weight) ? scene.theme.key : scene.theme.error);
    const QString name = painter.fontMetrics().elidedText(scene.labels.text(row.pair.key), Qt::ElideRight, 120);
    const QString text = QStringLiteral("%1 %2").arg(name, printedWeight(double(weight)));
    const double width = painter.fontMetrics().horizontalAdvance(text) + 2;
    const double left = std::max(chart.left(), std::min(scene.geometry.columnCentre(row.pair.key) - width / 2, chart.right() - width));
    double highest = 0.0;
    for (Index j = keys.begin; j < keys.end; ++j)
        if (std::isfinite(row.weights[j]) && scene.geometry.xOf(double(j + 1)) >= left && scene.geometry.xOf(double(j)) <= left + width)
            highest = std::max(highest, std::abs(double(row.weights[j])));
    const double bottom = chart.bottom() - std::min(highest / top, 1.0) * chart.height();
    const double height = scene.theme.scaled(16);
    painter.drawText(QRectF(left, bottom - height - 1, width + 20, height), Qt::AlignLeft | Qt::AlignVCenter, text);
}

}   // namespace

double chartTop(double largest)
{
    double top = 1.0;
    for (double ten = 1.0; ten > 1e-6; ten /= 10.0)
        for (const double step : {1.0, 0.5, 0.2})
            if (step * ten >= largest) top = step * ten;
    return top;
}

void paintRowChart(QPainter& painter, const PlotScene& scene, const std::optional<ChartRow>& row)
{
    if (scene.layout.chart.isEmpty() || scene.isEmpty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!row) {
        paintAxis(painter, scene, 1.0);
        paintWords(painter, scene, {tr("Row chart"), tr("point at a cell")});
        painter.restore();
        return;
    }
    double largest = 0.0;
    for (Index j = 0; j < scene.shown->keys(); ++j)
        if (std::isfinite(row->weights[j])) largest = std::max(largest, std::abs(double(row->weights[j])));
    const double top = chartTop(largest);
    paintGaps(painter, scene, *row);
    paintAxis(painter, scene, top);
    paintBars(painter, scene, *row, top);
    paintValue(painter, scene, *row, top);
    paintWords(painter, scene, rowTextOf(scene, row->pair.query, row->weights));
    painter.restore();
}

}   // namespace ui
