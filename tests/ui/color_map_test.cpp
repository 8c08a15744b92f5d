// What every map of the weights promises, whatever its colours: darker (in dark themes lighter) with every step, for all eyes, and nothing
// else on the picture has a colour of it.
#include <set>

#include <gtest/gtest.h>

#include "tests/ui/colorimetry.h"
#include "ui/theme/color_map.h"

namespace {

using ui::ColorMap;
using ui::Look;
using ui::MapName;
using ui::ThemeKind;
using ui::Viewing;
using ui::WeightColors;

std::vector<Look> everyLook()
{
    std::vector<Look> looks;
    for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Contrast})
        for (const WeightColors colors : {WeightColors::Standard, WeightColors::Cividis, WeightColors::Grey})
            for (const Viewing viewing : {Viewing::Desk, Viewing::Projector}) looks.push_back({.theme = theme, .colors = colors, .viewing = viewing});
    return looks;
}

class WeightMaps : public ::testing::TestWithParam<Look> {
protected:
    const ColorMap& map = ColorMap::of(MapName::Weight, GetParam());
    ui::Theme theme = ui::Theme::of(GetParam());
};
INSTANTIATE_TEST_SUITE_P(All, WeightMaps, ::testing::ValuesIn(everyLook()));

// The largest step of lightness in the wrong direction.
double worstStep(const std::array<QRgb, ColorMap::kEntries>& entries, bool grows, test::Eyes eyes)
{
    double worst = 0.0;
    for (std::size_t i = 1; i < entries.size(); ++i) {
        const double step = test::labOf(QColor(entries[i]), eyes)[0] - test::labOf(QColor(entries[i - 1]), eyes)[0];
        worst = std::max(worst, grows ? -step : step);
    }
    return worst;
}

TEST_P(WeightMaps, LightnessGoesOneWay)
{
    EXPECT_LE(worstStep(map.entries(), GetParam().isDark(), test::Eyes::Usual), 0.0);
    EXPECT_GE(std::abs(test::labOf(QColor(map.color(1.0)))[0] - test::labOf(QColor(map.color(0.0)))[0]), 70.0);
}

TEST_P(WeightMaps, LightnessGoesOneWayForAllEyes)
{
    for (const test::Eyes eyes : test::kEyes) EXPECT_LE(worstStep(map.entries(), GetParam().isDark(), eyes), 0.25) << int(eyes);   // of rounding
}

TEST(WeightMap, TheChecksCanFail)
{
    auto entries = ColorMap::of(MapName::Weight, {}).entries();
    EXPECT_GT(worstStep(entries, true, test::Eyes::Usual), 0.0);
    std::swap(entries[100], entries[110]);
    EXPECT_GT(worstStep(entries, false, test::Eyes::Usual), 1.0);
}

// 24-bit colours: a neighbour or two may round to the same. Grey has fewer levels to begin with.
TEST_P(WeightMaps, StepsHaveColoursOfTheirOwn)
{
    const std::set<QRgb> entries(map.entries().begin(), map.entries().end());
    EXPECT_GE(entries.size(), GetParam().colors == WeightColors::Grey ? 200u : 240u);
    if (GetParam().colors != WeightColors::Grey) return;
    for (const QRgb entry : map.entries()) EXPECT_TRUE(qRed(entry) == qGreen(entry) && qGreen(entry) == qBlue(entry));
}

// Smoothed hatch lines have every colour between their own and their ground's.
TEST_P(WeightMaps, NothingElseHasAColourOfTheScale)
{
    const std::set<QRgb> entries(map.entries().begin(), map.entries().end());
    for (const QColor& color : {theme.surface, theme.surface2, theme.sunken, theme.text3, theme.borderStrong, QColor(map.errorColor())})
        EXPECT_FALSE(entries.contains(color.rgb())) << qPrintable(color.name());
    for (const QColor& line : {theme.maskLine, theme.text3})
        for (int share = 0; share <= 255; ++share) {
            const auto mixed = [&](int a, int b) { return (a * (255 - share) + b * share + 127) / 255; };
            const QRgb color =
                qRgb(mixed(theme.mask.red(), line.red()), mixed(theme.mask.green(), line.green()), mixed(theme.mask.blue(), line.blue()));
            EXPECT_FALSE(entries.contains(color)) << std::hex << color;
        }
}

// Faint weights stand off from what is absent: on a projector so much that it survives a bright room.
TEST_P(WeightMaps, NothingIsNotAbsent)
{
    const double away = test::labDistance(test::labOf(QColor(map.color(0.0))), test::labOf(theme.mask));
    EXPECT_GE(away, GetParam().viewing == Viewing::Projector ? 6.0 : 1.5);
}

TEST(WeightMap, ThemesOfHighContrastUseTheMapOfLightOnes)
{
    EXPECT_EQ(&ColorMap::of(MapName::Weight, {.theme = ThemeKind::Contrast}), &ColorMap::of(MapName::Weight, {}));
    EXPECT_EQ(ColorMap::of(MapName::Weight, {.theme = ThemeKind::Dark}).entries().front(), qRgb(0x14, 0x1A, 0x26));
    EXPECT_EQ(ColorMap::of(MapName::Signed, {.colors = WeightColors::Grey}).entries(), ColorMap::of(MapName::Signed, {}).entries());
}

}   // namespace
