#include "ui/plot/legend_painter.h"

#include <cmath>

#include "ui/plot/hatch.h"
#include "ui/state/pattern_hues.h"

namespace ui {

namespace {

constexpr int kSwatch = 13;    // px
constexpr int kInside = 5;     // between swatch and words
constexpr int kBetween = 14;   // … and entries
constexpr int kLine = 18;

void paintSwatch(QPainter& painter, const LegendEntry& entry, const QRectF& place, const Theme& theme)
{
    if (entry.swatch == LegendEntry::Swatch::Hatched) {
        painter.fillRect(place, theme.surface2);
        paintHatch(painter, {place}, HatchKind::Absent, theme);
    } else {
        painter.fillRect(place, entry.color);
    }
    painter.setPen(QPen(theme.borderStrong, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place);
    if (entry.letter.isEmpty()) return;
    QFont letter = theme.strongFont(TextStyle::Caption);
    letter.setPixelSize(int(place.height()) * 10 / 13);
    painter.setFont(letter);
    painter.setPen(readableOn(entry.color));
    painter.drawText(place, Qt::AlignCenter, entry.letter);
}

}   // namespace

std::vector<LegendPlace> placesOf(const CellLegend& legend, double width, const Theme& theme)
{
    std::vector<LegendPlace> places;
    if (legend.isEmpty()) return places;
    const QFontMetricsF strong(theme.strongFont(TextStyle::Caption)), plain(theme.font(TextStyle::Caption));
    const double line = theme.scaled(kLine), side = theme.scaled(kSwatch), inside = theme.scaled(kInside);
    QPointF at(0, 0);
    const auto add = [&](int entry, const QString& words, const QFontMetricsF& metrics) {
        if (words.isEmpty()) return;
        const double before = entry >= 0 ? side + inside : 0.0, wide = before + std::ceil(metrics.horizontalAdvance(words)) + 1.0;
        if (at.x() > 0.0 && at.x() + wide > width) at = {0.0, at.y() + line};
        LegendPlace place{.swatch = {}, .text = {at.x() + before, at.y(), std::min(wide, width - at.x()) - before, line}, .entry = entry};
        if (entry >= 0) place.swatch = {at.x() + 0.5, at.y() + std::floor((line - side) / 2.0) + 0.5, side - 1.0, side - 1.0};
        place.words = metrics.elidedText(words, Qt::ElideRight, place.text.width());
        places.push_back(place);
        at.rx() += wide + theme.scaled(kBetween);
    };
    add(-1, legend.title, strong);
    for (std::size_t i = 0; i < legend.entries.size(); ++i) add(int(i), legend.entries[i].text, plain);
    add(-1, legend.total, plain);
    return places;
}

int legendHeight(const CellLegend& legend, double width, const Theme& theme)
{
    const std::vector<LegendPlace> places = placesOf(legend, width, theme);
    return places.empty() ? 0 : int(std::ceil(places.back().text.bottom()));
}

void paintLegend(QPainter& painter, const CellLegend& legend, const QRectF& place, const Theme& theme)
{
    const std::vector<LegendPlace> places = placesOf(legend, place.width(), theme);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const LegendPlace& each = places[i];
        if (each.entry >= 0) paintSwatch(painter, legend.entries[std::size_t(each.entry)], each.swatch.translated(place.topLeft()), theme);
        painter.setFont(i == 0 ? theme.strongFont(TextStyle::Caption) : theme.font(TextStyle::Caption));
        painter.setPen(i == 0 ? theme.text1 : theme.text2);
        painter.drawText(each.text.translated(place.topLeft()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, each.words);
    }
}

}   // namespace ui
