// The words in which a figure is ordered.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "ui/figure/figure.h"

namespace ui {

namespace {

using core::Fault;

constexpr int kSmallest = 64;
constexpr int kLargest = 16384;

// Two whole numbers of at least 0 around one separating character; null for anything else.
std::optional<std::pair<core::Index, core::Index>> twoNumbers(std::string_view text, char between)
{
    std::pair<core::Index, core::Index> numbers;
    const char* const end = text.data() + text.size();
    const auto [afterFirst, firstError] = std::from_chars(text.data(), end, numbers.first);
    if (firstError != std::errc() || afterFirst == end || *afterFirst != between) return std::nullopt;
    const auto [afterSecond, secondError] = std::from_chars(afterFirst + 1, end, numbers.second);
    if (secondError != std::errc() || afterSecond != end || numbers.first < 0 || numbers.second < 0) return std::nullopt;
    return numbers;
}

}   // namespace

core::Result<FigureView> parseFigureView(std::string_view name)
{
    if (name == "heatmap") return FigureView::Heatmap;
    if (name == "links") return FigureView::Links;
    if (name == "both") return FigureView::Both;
    if (name == "grid") return FigureView::Grid;
    if (name == "compare") return FigureView::Compare;
    return core::fail(Fault::BadInput, fmt::format("There is no view \"{}\" in this version.", name),
                      "Choose heatmap, links, both, grid or compare.");
}

core::Result<ScaleKind> parseScale(std::string_view name)
{
    if (name == "linear") return ScaleKind::Linear;
    if (name == "sqrt") return ScaleKind::Sqrt;
    if (name == "log") return ScaleKind::Log;
    return core::fail(Fault::BadInput, fmt::format("There is no scale \"{}\".", name), "Choose linear, sqrt or log.");
}

core::Result<CompareMode> parseCompareMode(std::string_view name)
{
    if (name == "weights") return CompareMode::Weights;
    if (name == "allowed") return CompareMode::AllowedBy;
    if (name == "tiles") return CompareMode::Tiles;
    if (name == "pairs") return CompareMode::Pairs;
    return core::fail(Fault::BadInput, fmt::format("The view \"compare\" cannot show \"{}\".", name), "Choose weights, allowed, tiles or pairs.");
}

core::Result<ThemeKind> parseTheme(std::string_view name)
{
    if (name == "light") return ThemeKind::Light;
    if (name == "dark") return ThemeKind::Dark;
    if (name == "contrast") return ThemeKind::Contrast;
    return core::fail(Fault::BadInput, fmt::format("There is no theme \"{}\".", name), "Choose light, dark or contrast.");
}

core::Result<WeightColors> parseColors(std::string_view name)
{
    if (name == "standard") return WeightColors::Standard;
    if (name == "cividis") return WeightColors::Cividis;
    if (name == "grey") return WeightColors::Grey;
    return core::fail(Fault::BadInput, fmt::format("There are no colours \"{}\".", name), "Choose standard, cividis or grey.");
}

core::Result<QSize> parseFigureSize(std::string_view text)
{
    const auto numbers = twoNumbers(text, 'x');
    const auto legal = [](core::Index side) { return side >= kSmallest && side <= kLargest; };
    if (!numbers || !legal(numbers->first) || !legal(numbers->second))
        return core::fail(Fault::BadInput, fmt::format("\"{}\" is not a size.", text),
                          fmt::format("Give width x height in pixels, each from {} to {}, such as 1280x720.", kSmallest, kLargest));
    return QSize(int(numbers->first), int(numbers->second));
}

core::Result<Pair> parsePin(std::string_view text)
{
    const auto numbers = twoNumbers(text, ',');
    if (!numbers)
        return core::fail(Fault::BadInput, fmt::format("\"{}\" is not a pair of positions.", text),
                          "Give query and key as two numbers, such as 26,1.");
    return Pair{numbers->first, numbers->second};
}

}   // namespace ui
