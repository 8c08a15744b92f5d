#include "ui/theme/color_map.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

#include "ui/state/tr.h"

namespace ui {

namespace {

// Evenly spaced stops, 0xRRGGBB, joined by straight lines in sRGB. CIE L* is monotone along the weight maps (98 → 13 and 9 → 98).
constexpr std::array<std::uint32_t, 9> kWeightLight{0xFAFBF7, 0xE4F1E0, 0xBFE3D2, 0x8ACCC6, 0x4FADBB, 0x2F88AE, 0x2C6299, 0x2B3E7C, 0x1A1B4B};
constexpr std::array<std::uint32_t, 9> kWeightDark{0x141A26, 0x1E2A4F, 0x234579, 0x23669A, 0x2A8AA8, 0x4CAFAB, 0x86CFAF, 0xC4E9BE, 0xFBFCE0};
// From blue through grey to yellow, the one axis that all kinds of colour vision share; L* in equal steps (98 → 14 and 8 → 97).
// The greys between are a little purple: those of hatch lines are a little blue.
constexpr std::array<std::uint32_t, 9> kCividisLight{0xFBFAF1, 0xF5E299, 0xDCC472, 0xC0A56E, 0x9D8A74, 0x796F75, 0x535571, 0x2C3C68, 0x012154};
constexpr std::array<std::uint32_t, 9> kCividisDark{0x0F172A, 0x0B2D5E, 0x334572, 0x5D5F7B, 0x837980, 0xA89680, 0xCAB47B, 0xEDD77F, 0xFFF8D7};
constexpr std::array<std::uint32_t, 2> kGreyLight{0xFAFAFA, 0x101010};
constexpr std::array<std::uint32_t, 2> kGreyDark{0x161616, 0xF8F8F8};
constexpr std::array<std::uint32_t, 5> kSignedLight{0x5B2C06, 0xC28A45, 0xF7F6F3, 0x63B3A8, 0x04493F};
constexpr std::array<std::uint32_t, 5> kSignedDark{0xF6CF96, 0x9A6528, 0x1A1E26, 0x2E8A7E, 0xA6F0E2};

constexpr double kProjectorStart = 0.1;   // how far along its stops a weight map begins

using Stops = std::span<const std::uint32_t>;

Stops stopsOf(MapName name, const Look& look)
{
    const auto ofGround = [&](Stops light, Stops dark) { return look.isDark() ? dark : light; };
    if (name == MapName::Signed) return ofGround(kSignedLight, kSignedDark);
    switch (look.colors) {
    case WeightColors::Standard:
        return ofGround(kWeightLight, kWeightDark);
    case WeightColors::Cividis:
        return ofGround(kCividisLight, kCividisDark);
    case WeightColors::Grey:
        return ofGround(kGreyLight, kGreyDark);
    }
    return {};
}

int mixed(int a, int b, double share) { return int(std::lround(a + (b - a) * share)); }

QRgb sampled(Stops stops, double t)
{
    const double at = t * double(stops.size() - 1);
    const auto i = std::min(std::size_t(at), stops.size() - 2);
    const QRgb a = stops[i], b = stops[i + 1];
    const double share = at - double(i);
    return qRgb(mixed(qRed(a), qRed(b), share), mixed(qGreen(a), qGreen(b), share), mixed(qBlue(a), qBlue(b), share));
}

}   // namespace

double WeightScale::place(double weight) const
{
    if (std::isnan(weight)) return weight;
    const double size = std::min(std::abs(weight) / limit, 1.0);
    double t = size;
    if (kind == ScaleKind::Sqrt) t = std::sqrt(size);
    if (kind == ScaleKind::Log) t = size > 0.0 ? std::max(0.0, 1.0 + std::log10(size) / decades) : 0.0;
    return std::copysign(t, weight);
}

double WeightScale::weightAt(double place) const
{
    const double t = std::min(std::abs(place), 1.0);
    double size = t;
    if (kind == ScaleKind::Sqrt) size = t * t;
    if (kind == ScaleKind::Log) size = t > 0.0 ? std::pow(10.0, (t - 1.0) * decades) : 0.0;
    return std::copysign(size * limit, place);
}

const char* WeightScale::name() const
{
    switch (kind) {
    case ScaleKind::Linear:
        return QT_TRANSLATE_NOOP("ui", "linear");
    case ScaleKind::Sqrt:
        return QT_TRANSLATE_NOOP("ui", "√");
    case ScaleKind::Log:
        return QT_TRANSLATE_NOOP("ui", "log");
    }
    return "";
}

std::vector<WeightScale::Tick> WeightScale::ticks() const
{
    std::vector<Tick> ticks;
    if (kind != ScaleKind::Log) {
        for (const double part : kind == ScaleKind::Linear ? std::array{0.0, 0.5, 1.0} : std::array{0.0, 0.25, 1.0})
            ticks.push_back({part * limit, place(part * limit)});
        return ticks;
    }
    const int whole = std::max(1, int(std::floor(decades)));
    const int step = std::max(1, whole / 3);   // four to six ticks whatever the number of decades
    for (int d = 0; d <= whole; d += step) {
        const double weight = limit * std::pow(10.0, -d);
        ticks.push_back({weight, place(weight)});
    }
    if (ticks.size() < 3) ticks.push_back({limit * std::pow(10.0, -0.5), place(limit * std::pow(10.0, -0.5))});
    std::sort(ticks.begin(), ticks.end(), [](const Tick& a, const Tick& b) { return a.weight < b.weight; });
    ticks.front().clipped = ticks.front().place <= 1e-9;
    return ticks;
}

ColorMap::ColorMap(MapName name, const Look& look) : m_name(name), m_error(look.isDark() ? qRgb(0xFF, 0x5A, 0x4D) : qRgb(0xE5, 0x39, 0x35))
{
    const Stops stops = stopsOf(name, look);
    const double start = name == MapName::Weight && look.viewing == Viewing::Projector ? kProjectorStart : 0.0;
    for (int i = 0; i < kEntries; ++i) m_entries[std::size_t(i)] = sampled(stops, start + (1.0 - start) * i / (kEntries - 1));
}

// All of them are made at the first question: two dozen tables of a kilobyte.
const ColorMap& ColorMap::of(MapName name, const Look& look)
{
    static const std::vector<ColorMap> maps = [] {
        std::vector<ColorMap> all;
        for (const MapName map : {MapName::Weight, MapName::Signed})
            for (const WeightColors colors : {WeightColors::Standard, WeightColors::Cividis, WeightColors::Grey})
                for (const Viewing viewing : {Viewing::Desk, Viewing::Projector})
                    for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark})
                        all.push_back(ColorMap(map, {.theme = theme, .colors = colors, .viewing = viewing}));
        return all;
    }();
    const auto index = ((std::size_t(name) * 3 + std::size_t(look.colors)) * 2 + std::size_t(look.viewing)) * 2 + std::size_t(look.isDark());
    return maps[index];
}

ColorMap ColorMap::ofClasses(const std::vector<QRgb>& colors, const Look& look)
{
    ColorMap map = of(MapName::Weight, look);
    for (std::size_t i = 0; i < std::size_t(kEntries); ++i) map.m_entries[kEntries - 1 - i] = colors[std::min(i, colors.size() - 1)];
    return map;
}

QString nameOf(WeightColors colors)
{
    return colors == WeightColors::Standard ? tr("Standard") : colors == WeightColors::Cividis ? tr("Cividis-like") : tr("Grey");
}

int ColorMap::index(double place) const
{
    const double t = m_name == MapName::Signed ? (place + 1.0) / 2.0 : place;
    return int(std::lround(std::clamp(t, 0.0, 1.0) * (kEntries - 1)));
}

QRgb cellColor(float weight, const WeightScale& scale, const ColorMap& map)
{
    return std::isfinite(weight) ? map.color(scale.place(double(weight))) : map.errorColor();
}

}   // namespace ui
