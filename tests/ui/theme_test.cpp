// What the themes promise to eyes, measured: contrast of text and of what tells a state, distances between the hues of the roles.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <QImage>

#include "tests/ui/colorimetry.h"
#include "ui/plot/hatch.h"
#include "ui/theme/theme.h"

namespace {

using test::contrast;
using ui::Look;
using ui::Theme;
using ui::ThemeKind;
using ui::Viewing;

constexpr double kText = 4.5, kState = 3.0;   // WCAG 2.1, AA

struct Named {
    const char* name;
    QColor color;
};

std::vector<Named> grounds(const Theme& t)
{
    return {{"background", t.background}, {"surface", t.surface}, {"surface2", t.surface2}, {"sunken", t.sunken}, {"selected", t.selected}};
}

std::vector<Named> texts(const Theme& t)
{
    return {{"text1", t.text1}, {"text2", t.text2},   {"text3", t.text3}, {"query", t.query}, {"key", t.key},
            {"value", t.value}, {"output", t.output}, {"warn", t.warn},   {"error", t.error}};
}

std::vector<std::pair<Named, Named>> tinted(const Theme& t)
{
    return {{{"query", t.query}, {"its tint", t.queryTint}},
            {{"key", t.key}, {"its tint", t.keyTint}},
            {{"value", t.value}, {"its tint", t.valueTint}},
            {{"output", t.output}, {"its tint", t.outputTint}},
            {{"warn", t.warn}, {"its tint", t.warnTint}},
            {{"error", t.error}, {"its tint", t.errorTint}},
            {{"text1", t.text1}, {"the query's tint", t.queryTint}},
            {{"text1", t.text1}, {"the key's tint", t.keyTint}},
            {{"text1", t.text1}, {"the warning's tint", t.warnTint}},
            {{"text1", t.text1}, {"the error's tint", t.errorTint}}};
}

// Pairs that fall short, in words; empty where all is well.
std::string tooFaint(const Theme& theme, double least)
{
    std::string faint;
    const auto check = [&](const Named& text, const Named& ground) {
        const double ratio = contrast(text.color, ground.color);
        if (!(ratio >= least)) faint += std::string(text.name) + " on " + ground.name + ": " + std::to_string(ratio) + "\n";
    };
    for (const Named& text : texts(theme))
        for (const Named& ground : grounds(theme)) check(text, ground);
    for (const auto& [text, ground] : tinted(theme)) check(text, ground);
    check({"onInk", theme.onInk}, {"ink", theme.ink});
    return faint;
}

class Themes : public ::testing::TestWithParam<Look> {
protected:
    Theme theme = Theme::of(GetParam());
};
INSTANTIATE_TEST_SUITE_P(All, Themes,
                         ::testing::Values(Look{.theme = ThemeKind::Light}, Look{.theme = ThemeKind::Dark}, Look{.theme = ThemeKind::Contrast},
                                           Look{.theme = ThemeKind::Light, .viewing = Viewing::Projector},
                                           Look{.theme = ThemeKind::Dark, .viewing = Viewing::Projector},
                                           Look{.theme = ThemeKind::Contrast, .viewing = Viewing::Projector}));

TEST_P(Themes, EveryTextCanBeReadOnEveryGround) { EXPECT_EQ(tooFaint(theme, kText), ""); }

TEST(Contrast, TheCheckCanFail)
{
    Theme theme = Theme::light();
    theme.text3 = QColor(0x6B7588);   // 4.6 : 1 on white, less on what is selected
    EXPECT_NE(tooFaint(theme, kText), "");
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 1e-9);
    EXPECT_NEAR(contrast(QColor(0x161B26), QColor(0xFFFFFF)), 17.2, 0.05);   // as the design specification states
}

// Ink: focus, pin, checked. Roles: outlines of chips, bands of row and column. text3: outlines of boxes.
TEST_P(Themes, WhatTellsAStateIsSeen)
{
    for (const Named& ground : grounds(theme))
        for (const QColor& mark : {theme.ink, theme.query, theme.key, theme.error, theme.warn, theme.text3})
            EXPECT_GE(contrast(mark, ground.color), kState) << ground.name;
}

// As painted, once lines are smoothed: the strongest pixel of the lines beside their ground.
double hatchContrast(const Theme& theme)
{
    QImage image(60, 60, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    ui::paintHatch(painter, {QRectF(0, 0, 60, 60)}, ui::HatchKind::Absent, theme);
    painter.end();
    double most = 1.0;
    for (int y = 10; y < 50; ++y)
        for (int x = 10; x < 50; ++x) most = std::max(most, contrast(image.pixelColor(x, y), theme.mask));
    return most;
}

TEST_P(Themes, HatchIsSeen)
{
    const bool strong = GetParam().viewing == Viewing::Projector || GetParam().theme == ThemeKind::Contrast;
    EXPECT_GE(hatchContrast(theme), strong ? 3.0 : 1.2);   // at a desk hatch must not outshine weights
}

// The design specification's distances (2.1), for every kind of colour vision.
TEST_P(Themes, RolesAreToldApartByAllEyes)
{
    const double least = GetParam().isDark() ? 28.0 : 22.0;
    const std::array roles{theme.query, theme.key, theme.value, theme.output};
    for (const test::Eyes eyes : test::kEyes)
        for (std::size_t i = 0; i < roles.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_GE(test::labDistance(test::labOf(roles[i], eyes), test::labOf(roles[j], eyes)), least)
                    << int(eyes) << ": " << i << " and " << j;
}

TEST(ColorVision, RedAndGreenLookAlikeToSomeEyes)
{
    const QColor brown(0x8A6A00), green(0x5E7F00);
    const auto distance = [&](test::Eyes eyes) { return test::labDistance(test::labOf(brown, eyes), test::labOf(green, eyes)); };
    EXPECT_GE(distance(test::Eyes::Usual), 22.0);
    EXPECT_LE(distance(test::Eyes::Deuteranopia), 12.0);
    EXPECT_NEAR(test::labOf(Qt::white)[0], 100.0, 1e-3);
    EXPECT_NEAR(test::labOf(QColor(0xFAFBF7))[0], 98.4, 0.1);   // "L* 98"
}

TEST(Themes, HighContrastHasNoTintsAndDarkLines)
{
    const Theme t = Theme::contrast();
    EXPECT_EQ(t.border, t.text2);
    EXPECT_EQ(t.maskLine, t.text3);
    for (const QColor& tint : {t.queryTint, t.keyTint, t.valueTint, t.outputTint, t.warnTint, t.errorTint}) EXPECT_EQ(tint, t.surface);
    for (const Named& text : texts(t)) EXPECT_GE(contrast(text.color, t.surface), 7.0) << text.name;   // AAA
}

TEST(Themes, ALookIsWhatMakesATheme)
{
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Contrast}) EXPECT_EQ(Theme::of({.theme = kind}).look.theme, kind);
    EXPECT_EQ(Theme::light(), Theme::of({}));
    EXPECT_NE(Theme::of({.viewing = Viewing::Projector}), Theme::light());
}

TEST(Themes, FacesFallBackInTurn)
{
    const QStringList wanted{"Inter", "DejaVu Sans"};
    EXPECT_EQ(ui::firstInstalled(wanted, {"DejaVu Sans", "Inter", "Serif"}, "System"), "Inter");
    EXPECT_EQ(ui::firstInstalled(wanted, {"Inter Display", "DejaVu Sans", "Serif"}, "System"), "DejaVu Sans");
    EXPECT_EQ(ui::firstInstalled(wanted, {"Serif"}, "System"), "System");
    EXPECT_EQ(ui::firstInstalled(wanted, {}, {}), QString());
}

}   // namespace
