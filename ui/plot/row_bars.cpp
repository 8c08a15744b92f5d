#include "ui/plot/row_bars.h"

#include <algorithm>
#include <cmath>

#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

using core::Index;

constexpr double kAxis = 44.0;     // px for numbers left of the bars
constexpr double kGapFrom = 4.0;   // px of a bar from which its neighbour stands apart
constexpr int kMostTicks = 8;      // of positions

void paintAxes(QPainter& painter, const RowBars& bars, const QRectF& place, Index rows, const Theme& theme)
{
    painter.setFont(theme.font(TextStyle::Caption));
    const double high = QFontMetricsF(painter.font()).height();
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = place.bottom() - share * place.height();
        painter.setPen(QPen(theme.border, 1.0));
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
        painter.setPen(theme.text3);
        painter.drawText(QRectF(0, y - high / 2, place.left() - 6, high), Qt::AlignRight | Qt::AlignVCenter,
                         QStringLiteral("%1\u202F%").arg(printedTick(std::round(share * bars.top * 100.0))));
    }
    Index step = 1;
    for (const Index factor : {2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10'000, 20'000, 50'000})
        if (rows / step > kMostTicks) step = factor;
    for (Index row = 0; row < rows; row += step) {
        const double x = place.left() + (double(row) + 0.5) * place.width() / double(rows);
        painter.drawText(QRectF(x - 40, place.bottom() + 2, 80, high), Qt::AlignHCenter | Qt::AlignTop, printedCount(row));
    }
}

}   // namespace

std::vector<core::Span> barsOf(Index rows, double width)
{
    std::vector<core::Span> bars;
    const double each = width / double(std::max<Index>(rows, 1));
    for (Index i = 0; i < rows;) {
        const double end = std::floor(double(i) * each) + 1.0;
        const Index begin = i++;
        while (i < rows && double(i + 1) * each <= end) ++i;
        bars.push_back({begin, i});
    }
    return bars;
}

void paintRowBars(QPainter& painter, const RowBars& bars, const QRectF& place, const Theme& theme)
{
    if (!bars.values || bars.values->empty()) return;
    const auto rows = Index(bars.values->size());
    painter.save();
    painter.translate(place.topLeft());
    painter.setFont(theme.strongFont(TextStyle::Label));
    const double above = QFontMetricsF(painter.font()).height() + 6.0, axis = theme.scaled(int(kAxis)), below = theme.scaled(18);
    painter.setPen(theme.text1);
    painter.drawText(QRectF(0, 0, place.width(), above), Qt::AlignLeft | Qt::AlignTop, bars.title);
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.text2);
    painter.drawText(QRectF(0, 0, place.width(), above), Qt::AlignRight | Qt::AlignTop, bars.note);
    const QRectF inner(axis, above, place.width() - axis, place.height() - above - below);
    painter.fillRect(inner, theme.sunken);
    paintAxes(painter, bars, inner, rows, theme);
    const double each = inner.width() / double(rows);
    for (const core::Span& span : barsOf(rows, inner.width())) {
        const auto [least, most] = std::minmax_element(bars.values->begin() + span.begin, bars.values->begin() + span.end);
        const double value = std::clamp((bars.worst == OfRows::Least ? *least : *most) / bars.top, 0.0, 1.0);
        const double wide = double(span.size()) * each - (each >= kGapFrom ? 1.0 : 0.0), high = value * inner.height();
        const bool isMarked = bars.marked && span.contains(*bars.marked);
        painter.fillRect(QRectF(inner.left() + double(span.begin) * each, inner.bottom() - high, wide, high), isMarked ? theme.query : bars.color);
    }
    painter.restore();
}

}   // namespace ui
