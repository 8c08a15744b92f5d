#include "ui/plot/strip_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QFontMetrics>

#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

using core::Index;

constexpr double kGap = 24.0;    // px between the strips
constexpr double kSide = 10.0;   // … and at the sides, for the ends of the axes' numbers
constexpr double kLeastBar = 1.0;

enum class Worst { Smallest, Largest };   // of rows that share a pixel

struct Strip {
    QRectF place;
    QString title;
    const std::vector<double>* values;
    double top;
    Worst worst;
    QColor color;
};

QString massTitle() { return tr("Mass kept"); }
QString errorTitle() { return tr("Output error"); }

std::array<Strip, 2> stripsOf(const StripScene& scene)
{
    const double wide = (scene.width - 2 * kSide - kGap) / 2.0;
    const QRectF first(kSide, scene.cells.plot.top(), wide, scene.cells.plot.height());
    return {Strip{first, massTitle(), scene.retained, 1.0, Worst::Smallest, scene.theme.text2},
            Strip{first.translated(wide + kGap, 0), errorTitle(), scene.errors, scene.errorTop, Worst::Largest, scene.theme.warn}};
}

void paintBars(QPainter& painter, const StripScene& scene, const Strip& strip)
{
    const MatrixGeometry& cells = scene.cells;
    const core::Span rows = cells.visibleRows();
    const double gap = cells.cellHeight() >= kGapFrom ? 1.0 : 0.0;
    for (Index i = rows.begin; i < rows.end;) {
        const double top = std::max(strip.place.top(), cells.yOf(double(i)));
        const double bottom = std::min(strip.place.bottom(), std::max(cells.yOf(double(i + 1)), std::floor(top) + kLeastBar));
        double value = (*strip.values)[std::size_t(i)];
        bool marked = scene.marked == i;
        for (++i; i < rows.end && cells.yOf(double(i + 1)) <= bottom; ++i) {
            const double other = (*strip.values)[std::size_t(i)];
            value = strip.worst == Worst::Smallest ? std::min(value, other) : std::max(value, other);
            marked = marked || scene.marked == i;
        }
        const double length = strip.place.width() * std::clamp(value / strip.top, 0.0, 1.0);
        if (bottom > top && length > 0.0)
            painter.fillRect(QRectF(strip.place.left(), top, length, std::max(kLeastBar, bottom - top - gap)),
                             marked ? scene.theme.query : strip.color);
    }
}

void paintEnds(QPainter& painter, const Theme& theme, const Strip& strip)
{
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.text3);
    const QFontMetrics metrics(painter.font());
    const QString top = QStringLiteral("%1\u202F%").arg(printedTick(std::round(strip.top * 100.0)));
    const double room = std::max<double>(metrics.horizontalAdvance(top), 2 * kSide), below = strip.place.bottom() + 3;
    painter.drawText(QRectF(strip.place.left() - kSide, below, 2 * kSide, metrics.height()), Qt::AlignCenter, QStringLiteral("0"));
    painter.drawText(QRectF(strip.place.right() + kSide - room, below, room, metrics.height()), Qt::AlignRight, top);
}

void paintTitle(QPainter& painter, const StripScene& scene, const Strip& strip)
{
    const Theme& theme = scene.theme;
    painter.setFont(theme.strongFont(TextStyle::Label));
    painter.setPen(theme.text1);
    const double wide = strip.place.width() + kGap - 2, line = QFontMetrics(painter.font()).height();
    const bool isBroken = QFontMetrics(painter.font()).horizontalAdvance(strip.title) > wide;
    const double height = isBroken ? 2 * line : line, above = strip.place.top() - height - 4;
    painter.drawText(QRectF(strip.place.left(), above, wide, height), Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, strip.title);
    if (scene.cells.cellHeight() >= 1.0) return;
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.text3);
    const double small = QFontMetrics(painter.font()).height();
    painter.drawText(QRectF(strip.place.left(), above - small, wide, small), Qt::AlignLeft,
                     strip.worst == Worst::Smallest ? tr("least of a pixel") : tr("most of a pixel"));
}

}   // namespace

double topOfErrors(const std::vector<double>& errors)
{
    double largest = 0.0;
    for (const double error : errors)
        if (std::isfinite(error)) largest = std::max(largest, error);
    for (double decade = 0.1;; decade *= 10.0)
        for (const double step : {1.0, 2.0, 5.0})
            if (largest <= decade * step) return decade * step;
}

int stripsWidth(const Theme& theme)
{
    const QFontMetrics metrics(theme.strongFont(TextStyle::Label));
    int widest = theme.scaled(44);   // of a word: titles take two lines where they must
    for (const QString& title : {massTitle(), errorTitle()})
        for (const QString& word : title.split(QLatin1Char(' '))) widest = std::max(widest, metrics.horizontalAdvance(word));
    return int(2 * widest + kGap + 2 * kSide);
}

void paintStrips(QPainter& painter, const StripScene& scene)
{
    if (scene.isEmpty()) return;
    painter.setLayoutDirection(Qt::LeftToRight);   // beside a matrix, which is never mirrored
    for (const Strip& strip : stripsOf(scene)) {
        painter.fillRect(strip.place, scene.theme.sunken);
        paintBars(painter, scene, strip);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(scene.theme.borderStrong);
        painter.drawRect(strip.place.adjusted(-0.5, -0.5, 0.5, 0.5));
        paintEnds(painter, scene.theme, strip);
        paintTitle(painter, scene, strip);
    }
}

}   // namespace ui
