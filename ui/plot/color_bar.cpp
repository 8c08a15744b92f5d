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
constexpr double kBetween = 4.0;   // … that numbers are apart at least

struct Tick {
    double x = 0.0;
    QString label;
};

// The ends of the bar, zero, and of the others those that have room beside them.
std::vector<Tick> ticksOf(const PlotScene& scene, const ColorBarPlace& place)
{
    const MapName name = scene.colors().name();
    std::vector<std::pair<double, QString>> wanted;
    for (const WeightScale::Tick& t : scene.scale.ticks()) {
        const QString label = (t.clipped ? QStringLiteral("≤") : QString()) + printedTick(t.weight);
        wanted.emplace_back(t.place, label);
        if (name == MapName::Signed && t.place > 0.0) wanted.emplace_back(-t.place, QChar(0x2212) + label);
    }
    const auto rank = [](double at) { return at == 0.0 ? 0.25 : 1.0 - std::abs(at); };   // of those between the ends zero is the first
    std::ranges::stable_sort(wanted, [&](const auto& a, const auto& b) { return rank(a.first) < rank(b.first); });
    const QFontMetricsF metrics(scene.theme.font(TextStyle::Caption, Face::Number));
    std::vector<Tick> ticks;
    for (const auto& [at, label] : wanted) {
        const double x = place.xOf(at, name), half = metrics.horizontalAdvance(label) / 2;
        const bool hasRoom = std::ranges::all_of(
            ticks, [&](const Tick& tick) { return std::abs(tick.x - x) >= half + metrics.horizontalAdvance(tick.label) / 2 + kBetween; });
        if (hasRoom) ticks.push_back({x, label});
    }
    return ticks;
}

}   // namespace

double ColorBarPlace::xOf(double place, MapName name) const
{
    return bar.left() + bar.width() * (name == MapName::Signed ? (place + 1.0) / 2.0 : place);
}

ColorBarPlace colorBarOf(const PlotScene& scene)
{
    if (scene.layout.colorBar.isEmpty() || scene.isEmpty() || scene.hasClasses()) return {};   // classes have a legend
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
    for (const Tick& tick : ticksOf(scene, place)) {
        painter.setPen(scene.theme.text3);
        painter.drawLine(QPointF(tick.x, place.bar.bottom() + 1), QPointF(tick.x, place.bar.bottom() + 3));
        const double width = scene.theme.scaled(64), height = scene.theme.scaled(15);
        painter.drawText(QRectF(tick.x - width / 2, place.bar.bottom() + 3, width, height), Qt::AlignHCenter | Qt::AlignVCenter, tick.label);
    }
}

}   // namespace ui
