#include "ui/state/pattern_hues.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

struct Hue {
    BlockKind kind;
    const char* letter;
    QRgb light;
    QRgb dark;
};

// SPEC, section 2.1.
constexpr std::array kHues{Hue{BlockKind::Window, "W", 0xFF3E7CB1, 0xFF7FB2D9}, Hue{BlockKind::Sinks, "S", 0xFFB8860B, 0xFFE0B341},
                           Hue{BlockKind::Global, "G", 0xFF9A4FB0, 0xFFC58BD6}, Hue{BlockKind::Strided, "T", 0xFF1E8A6B, 0xFF5CC3A2},
                           Hue{BlockKind::Blocks, "B", 0xFFC4631C, 0xFFF2A15C}, Hue{BlockKind::Dilated, "D", 0xFF5B67C7, 0xFF9BA8F0},
                           Hue{BlockKind::Random, "R", 0xFF7C7A1E, 0xFFD6D08A}, Hue{BlockKind::TopK, "K", 0xFFBD4768, 0xFFE88FA6}};

const Hue* find(BlockKind kind)
{
    const auto found = std::ranges::find(kHues, kind, &Hue::kind);
    return found == kHues.end() ? nullptr : &*found;
}

double luminance(const QColor& color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto part = [&](double x, double y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

// The hue, moved towards the text's colour as far as it takes to be read.
QColor readable(const QColor& hue, const Theme& theme)
{
    const double wanted = theme.look.theme == ThemeKind::Contrast ? 7.0 : 4.5;
    constexpr int kSteps = 20;
    for (int i = 0; i < kSteps; ++i) {
        const QColor color = mixed(hue, theme.text1, double(i) / kSteps);
        if (std::min(contrastRatio(color, theme.surface), contrastRatio(color, theme.surface2)) >= wanted) return color;
    }
    return theme.text1;
}

}   // namespace

double contrastRatio(const QColor& a, const QColor& b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

std::optional<BlockKind> familyOf(std::string_view primitive)
{
    static constexpr std::pair<std::string_view, BlockKind> kNearest[] = {
        {"longformer", BlockKind::Window}, {"fixed", BlockKind::Strided},  {"landmarks", BlockKind::Global}, {"offsets", BlockKind::Dilated},
        {"logsparse", BlockKind::Dilated}, {"bigbird", BlockKind::Random}, {"moba", BlockKind::TopK},        {"nsa", BlockKind::TopK},
        {"lsh", BlockKind::TopK},          {"routing", BlockKind::TopK},
    };
    if (const std::optional<BlockKind> own = blockNamed(primitive)) return own;
    const auto found = std::ranges::find(kNearest, primitive, &std::pair<std::string_view, BlockKind>::first);
    return found == std::end(kNearest) ? std::nullopt : std::optional(found->second);
}

QColor hueOf(BlockKind kind, const Theme& theme)
{
    if (kind == BlockKind::Painted) return theme.text2;
    const Hue* hue = find(kind);
    if (!hue) return theme.ink;
    const QColor own = QColor::fromRgb(theme.look.isDark() ? hue->dark : hue->light);
    return theme.look.theme == ThemeKind::Contrast ? readable(own, theme) : own;
}

QColor textHueOf(BlockKind kind, const Theme& theme) { return readable(hueOf(kind, theme), theme); }

QString letterOf(BlockKind kind)
{
    if (const Hue* hue = find(kind)) return QString::fromLatin1(hue->letter);
    return kind == BlockKind::Causal ? QStringLiteral("&") : QStringLiteral("P");
}

QColor patternInk(int index, const Theme& theme)
{
    static constexpr BlockKind kInks[] = {BlockKind::Window, BlockKind::Blocks, BlockKind::Strided, BlockKind::TopK};   // far apart for all eyes
    return textHueOf(kInks[std::size_t(index) % std::size(kInks)], theme);
}

}   // namespace ui
