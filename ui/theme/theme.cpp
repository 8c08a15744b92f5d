#include "ui/theme/theme.h"

#include <array>

#include <QFontDatabase>

namespace ui {

namespace {

struct StyleSize {
    TextStyle style;
    int pixels;
    QFont::Weight weight;
};
constexpr std::array kSizes{
    StyleSize{TextStyle::Display, 32, QFont::DemiBold}, StyleSize{TextStyle::Headline, 20, QFont::DemiBold},
    StyleSize{TextStyle::Title, 15, QFont::DemiBold},   StyleSize{TextStyle::Body, 13, QFont::Normal},
    StyleSize{TextStyle::Label, 12, QFont::Normal},     StyleSize{TextStyle::Caption, 11, QFont::Normal},
    StyleSize{TextStyle::Micro, 10, QFont::Normal},
};

const QString& familyOf(Face face)
{
    const auto choice = [](const char* first, const char* second, QFontDatabase::SystemFont systems) {
        return firstInstalled({QLatin1String(first), QLatin1String(second)}, QFontDatabase::families(), QFontDatabase::systemFont(systems).family());
    };
    static const QString interface = choice("Inter", "DejaVu Sans", QFontDatabase::GeneralFont);
    static const QString number = choice("JetBrains Mono", "DejaVu Sans Mono", QFontDatabase::FixedFont);
    return face == Face::Interface ? interface : number;
}

// A hatch as dark as 3 : 1 once its lines are smoothed, on the ground of the panels: faint weights, which are darker here, stand off from both.
void adaptToProjector(Theme& theme)
{
    if (theme.look.theme == ThemeKind::Contrast) return;   // has such a hatch anyway
    theme.mask = theme.surface;
    theme.maskLine = QColor(theme.look.isDark() ? 0x707B8F : 0x7F8796);
}

}   // namespace

Theme Theme::light()
{
    Theme t;
    t.background = QColor(0xF4F5F7);
    t.surface = QColor(0xFFFFFF);
    t.surface2 = QColor(0xFAFBFC);
    t.sunken = QColor(0xEDEFF3);
    t.border = QColor(0xE0E4EA);
    t.borderStrong = QColor(0xC4CAD4);
    t.selected = QColor(0xE9ECF1);
    t.text1 = QColor(0x161B26);
    t.text2 = QColor(0x475063);
    t.text3 = QColor(0x5F697C);
    t.ink = QColor(0x161B26);
    t.onInk = QColor(0xFFFFFF);
    t.grid = QColor(0xEBEEF2);
    t.mask = QColor(0xF1F2F5);
    t.maskLine = QColor(0xD5DAE2);
    t.query = QColor(0x1F5FD0), t.queryTint = QColor(0xE3ECFB);
    t.key = QColor(0xA84806), t.keyTint = QColor(0xFBEBDD);
    t.value = QColor(0x005933), t.valueTint = QColor(0xDCF0E6);
    t.output = QColor(0xA6429D), t.outputTint = QColor(0xF7E8F5);
    t.warn = QColor(0x7A4F00), t.warnTint = QColor(0xFFF3D6);
    t.error = QColor(0xB3261E), t.errorTint = QColor(0xFDE7E5);
    return t;
}

Theme Theme::dark()
{
    Theme t;
    t.look.theme = ThemeKind::Dark;
    t.background = QColor(0x0F1218);
    t.surface = QColor(0x171B23);
    t.surface2 = QColor(0x1B202A);
    t.sunken = QColor(0x10141A);
    t.border = QColor(0x2A303C);
    t.borderStrong = QColor(0x3E4656);
    t.selected = QColor(0x252B37);
    t.text1 = QColor(0xE8EBF1);
    t.text2 = QColor(0xAEB6C4);
    t.text3 = QColor(0x8A94A6);
    t.ink = QColor(0xE8EBF1);
    t.onInk = QColor(0x12161D);
    t.grid = QColor(0x222833);
    t.mask = QColor(0x161A21);
    t.maskLine = QColor(0x3C4455);
    t.query = QColor(0x7DA7FF), t.queryTint = QColor(0x1B2A4A);
    t.key = QColor(0xF2A25B), t.keyTint = QColor(0x3B2716);
    t.value = QColor(0x60F4B8), t.valueTint = QColor(0x10352A);
    t.output = QColor(0xC79FC4), t.outputTint = QColor(0x36283A);
    t.warn = QColor(0xFFCB66), t.warnTint = QColor(0x352A12);
    t.error = QColor(0xFF9A8F), t.errorTint = QColor(0x3D1B18);
    return t;
}

Theme Theme::contrast()
{
    Theme t = light();
    t.look.theme = ThemeKind::Contrast;
    t.background = t.surface = t.surface2 = t.mask = QColor(0xFFFFFF);
    t.sunken = QColor(0xECEEF2);
    t.selected = QColor(0xE1E4EA);
    t.text1 = t.ink = QColor(Qt::black);
    t.text2 = t.border = t.borderStrong = QColor(0x2B3242);
    t.text3 = t.maskLine = QColor(0x434B5C);
    t.grid = QColor(0xC4CAD4);
    t.query = QColor(0x2446CE), t.key = QColor(0x8D3C0A), t.value = QColor(0x04452B), t.output = QColor(0x86238F);
    t.warn = QColor(0x5C3A00), t.error = QColor(0x9A1B15);
    for (QColor* tint : {&t.queryTint, &t.keyTint, &t.valueTint, &t.outputTint, &t.warnTint, &t.errorTint}) *tint = t.surface;
    return t;
}

Theme Theme::of(const Look& look)
{
    Theme t = look.theme == ThemeKind::Light ? light() : look.theme == ThemeKind::Dark ? dark() : contrast();
    t.look = look;
    t.textScale = look.textScale();
    if (look.viewing == Viewing::Projector) adaptToProjector(t);
    return t;
}

QFont Theme::font(TextStyle style, Face face) const
{
    const StyleSize& size = kSizes[std::size_t(style)];
    QFont font(familyOf(face));
    font.setPixelSize(qRound(size.pixels * textScale));
    font.setWeight(size.weight);
    font.setStyleHint(face == Face::Interface ? QFont::SansSerif : QFont::Monospace);
    return font;
}

QFont Theme::strongFont(TextStyle style, Face face) const
{
    QFont strong = font(style, face);
    strong.setWeight(QFont::DemiBold);
    return strong;
}

QString firstInstalled(const QStringList& wanted, const QStringList& installed, const QString& systems)
{
    for (const QString& family : wanted)
        if (installed.contains(family)) return family;
    return systems;
}

QColor readableOn(const QColor& ground)
{
    const double luma = 0.299 * ground.redF() + 0.587 * ground.greenF() + 0.114 * ground.blueF();
    return luma > 0.5 ? QColor(0x161B26) : QColor(0xFFFFFF);
}

}   // namespace ui
