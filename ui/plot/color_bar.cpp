#include "ui/plot/color_bar.h"

#include <algorithm>
#include <cmath>

#include "ui/state/numbers.h"

namespace ui {

namespace {

constexpr double kAbove = 5.0;         // px for the marker of the weight that is looked at
constexpr double kFirstNumber = 4.0;   // px that the first number reaches beyond the bar
constexpr double kLastNumber = 14.0;   // … and the last
constexpr double kBarHeight = 8.0;

}   // namespace

double ColorBarPlace::xOf(double place, MapName name) const
{
    return bar.left() + bar.width() * (name == MapName::Signed ? (place + 1.0) / 2.0 : place);
}

ColorBarPlace colorBarOf(const PlotScene& scene)
{
    if (scene.layout.colorBar.isEmpty() || scene.isEmpty()) return {};
    const QRectF area = scene.layout.colorBar;
    const double first = kFirstNumber * scene.theme.textScale, last = kLastNumber * scene.theme.textScale;
    return {QRectF(area.left() + first, area.top() + kAbove, std::max(area.width() - first - last, 1.0), kBarHeight)};
}

void paintColorBar(QPainter& painter, const PlotScene& scene)
{
    const ColorBarPlace place = colorBarOf(scene);
    if (place.bar.isEmpty()) return;
    const ColorMap& map = scene.colors();
    for (int i = 0; i < ColorMap::kEntries; ++i) {   // plain rectangles: a gradient would not be the table that cells are painted with
        const double left = place.bar.width() * i / ColorMap::kEntries;   // each up to the end, so that no seam shows between neighbours
        painter.fillRect(place.bar.adjusted(left, 0, 0, 0), QColor(map.entries()[std::size_t(i)]));
    }
    painter.setPen(QPen(scene.theme.borderStrong, 1.0));
    painter.drawRect(place.bar.adjusted(-1, -1, 0, 0));
    painter.setFont(scene.theme.font(TextStyle::Caption, Face::Number));
    const auto tick = [&](double at, const QString& label) {
        const double x = place.xOf(at, map.name());
        painter.setPen(scene.theme.text3);
        painter.drawLine(QPointF(x, place.bar.bottom() + 1), QPointF(x, place.bar.bottom() + 3));
        const double width = scene.theme.scaled(64), height = scene.theme.scaled(15);
        painter.drawText(QRectF(x - width / 2, place.bar.bottom() + 3, width, height), Qt::AlignHCenter | Qt::AlignVCenter, label);
    };
    for (const WeightScale::Tick& t : scene.scale.ticks()) {
        const QString label = (t.clipped ? QStringLiteral("≤") : QString()) + printedTick(t.weight);
        tick(t.place, label);
        if (map.name() == MapName::Signed && t.place > 0.0) tick(-t.place, QChar(0x2212) + label);
    }
}

}   // namespace ui
