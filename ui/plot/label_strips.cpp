#include "ui/plot/label_strips.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "ui/state/numbers.h"

namespace ui {

namespace {

using core::Index;

constexpr double kLineHeight = 24.0;      // px that a label may take across its strip
constexpr double kRowNumbers = 28.0;      // … between the numbers beside rows
constexpr double kColumnNumbers = 44.0;   // … and above columns
constexpr double kNumberHeight = 16.0;
constexpr double kMarkHeight = 18.0;   // px of a mark on a ruler

bool isColumnStrip(LabelStrip strip) { return strip == LabelStrip::Keys; }

QRectF stripRect(const PlotScene& scene, LabelStrip strip)
{
    switch (strip) {
    case LabelStrip::LinkKeys:
        return scene.layout.linkLabels;
    case LabelStrip::Queries:
        return scene.layout.queryLabels;
    case LabelStrip::Keys:
        return scene.layout.keyLabels;
    }
    return {};
}

// Where links stand alone the queries' labels lie right of what they name, and are turned towards it.
bool isTurned(const PlotScene& scene, LabelStrip strip) { return strip == LabelStrip::Queries && !scene.showsMatrix(); }

double spacingOf(const PlotScene& scene, LabelStrip strip) { return isColumnStrip(strip) ? scene.geometry.cellWidth() : scene.geometry.cellHeight(); }

TextStyle labelStyle(const PlotScene& scene, LabelStrip strip)
{
    const double cell = spacingOf(scene, strip) / scene.theme.textScale;
    return cell >= 14 ? TextStyle::Label : cell >= 12 ? TextStyle::Caption : TextStyle::Micro;
}

void drawBeside(QPainter& painter, const PlotScene& scene, LabelStrip strip, double centre, const QString& text)
{
    const QRectF area = stripRect(scene, strip);
    const bool turned = isTurned(scene, strip);
    const double height = scene.theme.scaled(kLineHeight);
    const QRectF row(area.left() + (turned ? kLabelRoom : 0.0), centre - height / 2, area.width() - kLabelRoom, height);
    painter.drawText(row, (turned ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, text);
}

// Draws a label in a cell of the strip: rotated above columns, so that it reads upwards from the matrix.
void drawLabel(QPainter& painter, const PlotScene& scene, LabelStrip strip, double centre, const QString& text)
{
    const QRectF area = stripRect(scene, strip);
    const double length = (isColumnStrip(strip) ? area.height() : area.width()) - kLabelRoom - 2.0;
    const QString shown = QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, length);
    if (!isColumnStrip(strip)) return drawBeside(painter, scene, strip, centre, shown);
    painter.save();
    painter.translate(centre, area.bottom() + 1.0 - kLabelRoom);
    painter.rotate(-90);
    const double height = scene.theme.scaled(kLineHeight);
    painter.drawText(QRectF(0, -height / 2, length + 8, height), Qt::AlignLeft | Qt::AlignVCenter, shown);
    painter.restore();
}

// Beside the labels and open towards them, so that what a bracket holds together lies in its arms.
void paintBrackets(QPainter& painter, const PlotScene& scene, LabelStrip strip)
{
    painter.setPen(QPen(scene.theme.text3, 1.0));
    const QRectF area = stripRect(scene, strip), plot = scene.geometry.plot;
    const MatrixGeometry& g = scene.geometry;
    const bool columns = isColumnStrip(strip);
    for (const core::Span word : scene.labels.words(columns ? g.visibleKeys() : g.visibleRows())) {
        const double from = columns ? std::max(g.xOf(double(word.begin)), plot.left()) : std::max(g.yOf(double(word.begin)), plot.top());
        const double to = columns ? std::min(g.xOf(double(word.end)), plot.right()) : std::min(g.yOf(double(word.end)), plot.bottom());
        const double a = std::round(from) + 2, b = std::round(to) - 3, arm = isTurned(scene, strip) ? 3 : -3;
        if (columns) {
            const double y = area.bottom() - 4;
            const QPointF corners[] = {{a, y + arm}, {a, y}, {b, y}, {b, y + arm}};
            painter.drawPolyline(corners, 4);
        } else {
            const double x = isTurned(scene, strip) ? area.left() + 4 : area.right() - 4;
            const QPointF corners[] = {{x + arm, a}, {x, a}, {x, b}, {x + arm, b}};
            painter.drawPolyline(corners, 4);
        }
    }
}

// Rulers count tokens, as the sentence does, also where rows are words.
QString rulerNumber(const PlotScene& scene, Index i)
{
    const auto& pieces = scene.labels.pieces;
    return printedCount(pieces.empty() ? i : pieces[std::size_t(i)].begin);
}

void paintRuler(QPainter& painter, const PlotScene& scene, LabelStrip strip)
{
    const bool columns = isColumnStrip(strip);
    const double cell = spacingOf(scene, strip);
    const Index every = labelEvery(cell, scene.theme.scaled(columns ? kColumnNumbers : kRowNumbers));
    const core::Span visible = columns ? scene.geometry.visibleKeys() : scene.geometry.visibleRows();
    const QRectF area = stripRect(scene, strip);
    painter.setFont(scene.theme.font(TextStyle::Caption, Face::Number));
    painter.setPen(scene.theme.text3);
    for (Index i = core::ceilDiv(visible.begin, every) * every; i < visible.end; i += every) {
        const double at = columns ? scene.geometry.columnCentre(i) : scene.geometry.rowCentre(i);
        if (columns) {
            const double height = scene.theme.scaled(kNumberHeight), width = scene.theme.scaled(60);
            painter.drawText(QRectF(at - width / 2, area.bottom() - 9 - height, width, height), Qt::AlignHCenter | Qt::AlignVCenter,
                             rulerNumber(scene, i));
            painter.drawLine(QPointF(at, area.bottom() - 5), QPointF(at, area.bottom() - 2));
        } else {
            const double tick = isTurned(scene, strip) ? area.left() + 2 : area.right() - 5;
            drawBeside(painter, scene, strip, at, rulerNumber(scene, i));
            painter.drawLine(QPointF(tick, at), QPointF(tick + 3, at));
        }
    }
}

// Positions that the model never met in training are tinted on every ruler.
void paintUntrained(QPainter& painter, const PlotScene& scene, LabelStrip strip)
{
    const Index context = scene.labels.trainedContext;
    if (context <= 0) return;
    const MatrixGeometry& g = scene.geometry;
    QRectF tinted = stripRect(scene, strip);
    if (isColumnStrip(strip)) {
        tinted.setLeft(std::clamp(g.xOf(double(context)), tinted.left(), tinted.right()));
        tinted.setTop(tinted.bottom() - 8);
    } else {
        tinted.setTop(std::clamp(g.yOf(double(context)), tinted.top(), tinted.bottom()));
        if (isTurned(scene, strip))
            tinted.setRight(tinted.left() + 8);
        else
            tinted.setLeft(tinted.right() - 8);
    }
    if (tinted.isEmpty()) return;
    painter.fillRect(tinted, scene.theme.warnTint);
    painter.setPen(QPen(scene.theme.warn, 1.0));   // the tint alone is faint, and themes of high contrast have none
    const bool turned = isTurned(scene, strip);
    const QPointF from = isColumnStrip(strip) ? tinted.topLeft() : turned ? tinted.topRight() : tinted.topLeft();
    painter.drawLine(from, isColumnStrip(strip) ? tinted.topRight() : turned ? tinted.bottomRight() : tinted.bottomLeft());
}

// On a ruler a mark lies flat and gives text and number; where every token has its label it stands in that label's place.
bool marksRuler(const PlotScene& scene, LabelStrip strip) { return spacingOf(scene, strip) < scene.labelsFrom(); }

// A mark beside rows stands among their numbers; those that it would cut in half it covers.
QRectF withNumbersTouched(const PlotScene& scene, QRectF mark, Index position)
{
    const Index every = labelEvery(scene.geometry.cellHeight(), scene.theme.scaled(kRowNumbers)), before = position / every * every;
    const QRectF alone = mark;
    for (const Index number : {before, before + every}) {
        const double height = scene.theme.scaled(kNumberHeight);
        const QRectF text(mark.left(), scene.geometry.rowCentre(number) - height / 2, mark.width(), height);
        if (number < scene.geometry.queries && text.intersects(alone)) mark |= text;
    }
    return mark;
}

QString markText(const PlotScene& scene, LabelStrip strip, Index position)
{
    const QString text = scene.labels.text(position);
    if (!marksRuler(scene, strip)) return text;
    const QFontMetricsF metrics(scene.theme.strongFont(TextStyle::Label));
    return metrics.elidedText(text, Qt::ElideRight, scene.theme.scaled(72)) + QLatin1Char(' ') + scene.labels.place(position);
}

}   // namespace

void paintLabelStrip(QPainter& painter, const PlotScene& scene, LabelStrip strip)
{
    if (stripRect(scene, strip).isEmpty()) return;
    paintUntrained(painter, scene, strip);
    if (marksRuler(scene, strip)) return paintRuler(painter, scene, strip);
    const bool columns = isColumnStrip(strip);
    const core::Span visible = columns ? scene.geometry.visibleKeys() : scene.geometry.visibleRows();
    const QRectF plot = scene.geometry.plot;
    painter.setFont(scene.theme.font(labelStyle(scene, strip)));
    painter.setPen(scene.theme.text2);
    for (Index i = visible.begin; i < visible.end; ++i) {
        const double at = columns ? scene.geometry.columnCentre(i) : scene.geometry.rowCentre(i);
        const bool inside = columns ? at >= plot.left() && at <= plot.right() : at >= plot.top() && at <= plot.bottom();
        if (inside) drawLabel(painter, scene, strip, at, scene.labels.text(i));
    }
    paintBrackets(painter, scene, strip);
}

constexpr double kReach = 5.0;   // px by which the number of the first row stands above its strip

QRectF labelMarkRect(const PlotScene& scene, LabelStrip strip, Index position)
{
    const QRectF area = stripRect(scene, strip);
    if (area.isEmpty()) return {};
    const bool ruler = marksRuler(scene, strip);
    const double thick = ruler ? scene.theme.scaled(kMarkHeight)
                               : std::min(spacingOf(scene, strip), double(scene.theme.scaled(kLineHeight)));   // never over the labels of neighbours
    if (!isColumnStrip(strip)) {
        const QRectF row(area.left(), scene.geometry.rowCentre(position) - thick / 2, area.width(), thick);
        const QRectF mark = row.adjusted(isTurned(scene, strip) ? 6 : 0, 0, isTurned(scene, strip) ? 0 : -6, 0);
        if (!ruler) return mark;
        const QRectF touched = withNumbersTouched(scene, mark, position);
        const double reach = kReach * scene.theme.textScale;   // not as far as the caption above
        return touched.intersected(area.adjusted(-area.width(), -reach, area.width(), area.height()));
    }
    const double centre = scene.geometry.columnCentre(position);
    if (!ruler) return QRectF(centre - thick / 2, area.top(), thick, area.height() - 6);
    const double width = QFontMetricsF(scene.theme.strongFont(TextStyle::Label)).horizontalAdvance(markText(scene, strip, position)) + 8;
    // On a line of its own above the numbers, and not over the caption left of them.
    const double most = std::max(area.left(), double(scene.size.width()) - width), left = std::clamp(centre - width / 2, area.left(), most);
    return QRectF(left, area.top(), width, scene.theme.scaled(kMarkHeight));
}

void paintLabelMark(QPainter& painter, const PlotScene& scene, const LabelMark& mark)
{
    const bool columns = isColumnStrip(mark.strip);
    const core::Span visible = columns ? scene.geometry.visibleKeys() : scene.geometry.visibleRows();
    const QRectF rect = labelMarkRect(scene, mark.strip, mark.position);
    if (rect.isEmpty() || !visible.contains(mark.position)) return;
    painter.fillRect(rect, scene.theme.surface2);
    painter.setFont(scene.theme.strongFont(marksRuler(scene, mark.strip) ? TextStyle::Label : labelStyle(scene, mark.strip)));
    painter.setPen(mark.color);
    const QString text = markText(scene, mark.strip, mark.position);
    if (columns && marksRuler(scene, mark.strip)) return painter.drawText(rect, Qt::AlignCenter, text);
    drawLabel(painter, scene, mark.strip, columns ? scene.geometry.columnCentre(mark.position) : scene.geometry.rowCentre(mark.position), text);
}

int longestLabel(const AxisLabels& labels, Index positions, const Theme& theme)
{
    const QFontMetricsF metrics(theme.font(TextStyle::Label));
    double longest = 0.0;
    for (Index i = 0; i < std::min<Index>(positions, 256); ++i) longest = std::max(longest, metrics.horizontalAdvance(labels.text(i)));
    if (positions > 48) longest += metrics.horizontalAdvance(QStringLiteral(" %1").arg(positions));   // marks on rulers give the number as well
    return int(std::ceil(longest));
}

}   // namespace ui
