#include "ui/plot/compare_cells.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "ui/state/numbers.h"
#include "ui/state/pattern_hues.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

constexpr double kFurther = 0.4;   // of the way to the text's colour, for each further part of one kind

std::optional<BlockKind> familyOfPart(const std::string& text)
{
    const std::size_t name = text.find_first_of("( ");
    return familyOf(std::string_view(text).substr(0, std::min(name, text.size())));
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto of = [share](int x, int y) { return qRound(x + (y - x) * share); };
    return {of(a.red(), b.red()), of(a.green(), b.green()), of(a.blue(), b.blue())};
}

ColorMap mapOf(const std::vector<QColor>& colors, const Theme& theme)
{
    std::vector<QRgb> entries;
    for (const QColor& color : colors) entries.push_back(color.rgb());
    return ColorMap::ofClasses(entries, theme.look);
}

QString letterOfPart(const std::string& text)
{
    const std::optional<BlockKind> kind = familyOfPart(text);
    return kind ? letterOf(*kind) : QString();
}

QString nameOfPart(const core::AllowedBy& allowedBy, std::size_t part)
{
    return part < allowedBy.parts.size() ? QString::fromStdString(allowedBy.parts[part].text) : tr("the rest of the pattern");
}

// "allowed by window(4), also by sinks(1)".
QString allowedText(const core::AllowedBy& allowedBy, Pair pair)
{
    const std::vector<int> parts = allowedBy.partsOf(pair.query, pair.key);
    if (parts.empty()) return tr("allowed by %1").arg(nameOfPart(allowedBy, allowedBy.parts.size()));
    QStringList others;
    for (std::size_t i = 1; i < parts.size(); ++i) others << nameOfPart(allowedBy, std::size_t(parts[i]));
    const QString first = nameOfPart(allowedBy, std::size_t(parts.front()));
    return others.isEmpty() ? tr("allowed by %1").arg(first) : tr("allowed by %1, also by %2").arg(first, others.join(QStringLiteral(", ")));
}

CellMeaningPtr allowedMeaning(const ComparisonPtr& comparison, int pattern, const Theme& theme)
{
    const core::AllowedBy& allowedBy = comparison->pattern(pattern)->allowedBy;
    return std::make_shared<const CellMeaning>(CellMeaning{.colors = mapOf(colorsOf(allowedBy, theme), theme),
                                                           .title = tr("Allowed by"),
                                                           .note = tr("colour: the first part that allows the pair"),
                                                           .said = [comparison, &allowedBy](Pair pair) { return allowedText(allowedBy, pair); },
                                                           .written =
                                                               [comparison, &allowedBy](Pair pair) {
                                                                   const std::vector<int> parts = allowedBy.partsOf(pair.query, pair.key);
                                                                   return parts.empty()
                                                                              ? QString()
                                                                              : letterOfPart(allowedBy.parts[std::size_t(parts.front())].text);
                                                               }});
}

// Full, needed and wasted cells: from strong to faint on the map of weights.
std::vector<QColor> tileColors(const Theme& theme)
{
    const ColorMap& map = ColorMap::of(MapName::Weight, theme.look);
    return {QColor(map.color(0.85)), QColor(map.color(0.55)), QColor(map.color(0.15))};
}

QString tileText(const core::BlockLayout& layout, core::Index edge, Pair pair)
{
    const core::TileAt tile = core::tileAt(layout, edge, pair.query, pair.key);
    const QString share = percent(double(tile.pairs) / double(edge * edge));
    if (tile.pairs == tile.cells()) return tr("full tile, %1 pairs, useful share %2").arg(printedCount(tile.pairs), share);
    const QString inTile = tr("partial tile, %1 of %2 pairs, useful share %3").arg(printedCount(tile.pairs), printedCount(edge * edge), share);
    return layout.allows(pair.query, pair.key) ? inTile : tr("%1; this pair is computed for nothing").arg(inTile);
}

CellMeaningPtr tileMeaning(const ComparisonPtr& comparison, const core::BlockLayout& layout, const core::TilesShown& tiles, const Theme& theme)
{
    const core::Index edge = tiles.counts.edge;
    return std::make_shared<const CellMeaning>(CellMeaning{.colors = mapOf(tileColors(theme), theme),
                                                           .block = edge,
                                                           .title = tr("Tile"),
                                                           .note = tr("tiles of %1 × %1").arg(edge),
                                                           .said = [comparison, &layout, edge](Pair pair) { return tileText(layout, edge, pair); },
                                                           .absent = tr("in a skipped tile")});
}

CellMeaningPtr pairsMeaning(const ComparisonPtr& comparison, const core::BlockLayout& layout)
{
    const auto said = [comparison, &layout](Pair pair) {
        const core::Index keys = layout.rowCount(pair.query);
        return keys == 1 ? tr("stays, the only key of its row") : tr("stays, one of %1 keys of its row").arg(printedCount(keys));
    };
    return std::make_shared<const CellMeaning>(
        CellMeaning{.title = tr("Pair"), .note = tr("no weights: keys of a row weigh the same"), .said = said});
}

CellLegend allowedLegend(const core::AllowedBy& allowedBy, const Theme& theme)
{
    CellLegend legend{.title = tr("Allowed by")};
    const std::vector<QColor> colors = colorsOf(allowedBy, theme);
    core::Index pairs = allowedBy.others;
    bool isShared = false;
    for (std::size_t i = 0; i < allowedBy.parts.size(); ++i) {
        const core::PatternPart& part = allowedBy.parts[i];
        const QString name = nameOfPart(allowedBy, i), first = printedCount(part.first), all = printedCount(part.pairs);
        pairs += part.first;
        isShared = isShared || part.first < part.pairs;
        legend.entries.push_back({.color = colors[i],
                                  .letter = letterOfPart(part.text),
                                  .text = part.first == part.pairs ? tr("%1: %2").arg(name, first) : tr("%1: %2 of its %3").arg(name, first, all),
                                  .tip = tr("%1 allows %2 pairs, %3 of which no part before it allows").arg(name, all, first)});
    }
    if (allowedBy.others > 0)
        legend.entries.push_back(
            {.color = colors.back(), .text = tr("%1: %2").arg(nameOfPart(allowedBy, colors.size()), printedCount(allowedBy.others))});
    legend.total = tr("%1 pairs").arg(printedCount(pairs));
    if (isShared) legend.total += QStringLiteral(" · ") + tr("what several parts allow has the colour of the first");
    return legend;
}

QString tileTotal(const QString& name, const core::TileCounts& counts)
{
    return tr("%1: %2 of %3 tiles touched, useful share %4")
        .arg(name, printedCount(counts.touched()), printedCount(counts.all), printed(counts.usefulShare(), 2));
}

CellLegend tileLegend(const core::TileCounts& own, const core::TileCounts& kept, const Theme& theme)
{
    const std::vector<QColor> colors = tileColors(theme);
    return {.title = tr("Tiles %1, sparse").arg(QString::number(kept.edge) + QChar(0xB2)),
            .entries = {{.color = colors[0], .text = tr("full: %1").arg(printedCount(kept.full)), .tip = tr("Every pair of them is allowed")},
                        {.color = colors[1],
                         .text = tr("partial: %1").arg(printedCount(kept.partial)),
                         .tip = tr("Computed whole, since some of their pairs are allowed: these")},
                        {.color = colors[2], .text = tr("computed there for nothing"), .tip = tr("Pairs of partial tiles that are not allowed")},
                        {.text = tr("skipped: %1").arg(printedCount(kept.skipped())),
                         .tip = tr("No pair of them is allowed"),
                         .swatch = LegendEntry::Swatch::Hatched}},
            .total = tileTotal(tr("sparse"), kept) + QStringLiteral(" · ") + tileTotal(tr("own"), own)};
}

}   // namespace

QString CellLegend::words() const
{
    QStringList parts;
    for (const LegendEntry& entry : entries) parts << entry.text;
    return tr("%1: %2. %3").arg(title, parts.join(QStringLiteral("; ")), total);
}

double limitOfMoves(const ComparedPattern& pattern)
{
    if (pattern.largestMove <= 0.0) return 1.0;   // nothing moves, or it is not known yet how far
    const double unit = std::pow(10.0, std::floor(std::log10(pattern.largestMove)) - 1.0);
    return std::min(std::ceil(pattern.largestMove / unit - 1e-9) * unit, std::max(pattern.largestMove, 1.0));   // no weight moves by more than 1
}

std::vector<QColor> colorsOf(const core::AllowedBy& allowedBy, const Theme& theme)
{
    std::vector<QColor> colors;
    std::map<std::optional<BlockKind>, int> used;
    for (const core::PatternPart& part : allowedBy.parts) {
        const std::optional<BlockKind> kind = familyOfPart(part.text);
        const QColor hue = kind ? hueOf(*kind, theme) : theme.text2;
        const int further = used[kind]++;
        colors.push_back(mixed(hue, theme.text1, 1.0 - std::pow(1.0 - kFurther, further)));
    }
    colors.push_back(theme.text3);   // what no part allows
    return colors;
}

ComparedCells keptCells(const ComparisonPtr& comparison, int pattern, CompareMode mode, const Theme& theme)
{
    const ComparedPattern& shown = *comparison->pattern(pattern);
    switch (mode) {
    case CompareMode::Weights:
        return {shown.kept};
    case CompareMode::AllowedBy:
        return {shown.allowedBy.map, allowedMeaning(comparison, pattern, theme)};
    case CompareMode::Tiles:
        return {shown.tiles.map, tileMeaning(comparison, *shown.effect.layout, shown.tiles, theme)};
    case CompareMode::Pairs:
        return {shown.pairs, pairsMeaning(comparison, *shown.effect.layout)};
    }
    return {};
}

ComparedCells ownCells(const ComparisonPtr& comparison, CompareMode mode, const Theme& theme)
{
    if (mode != CompareMode::Tiles) return {comparison->own};
    return {comparison->tiles.map, tileMeaning(comparison, *comparison->effect.layout, comparison->tiles, theme)};
}

CellLegend legendOf(const Comparison& comparison, int pattern, CompareMode mode, const Theme& theme)
{
    const ComparedPattern& shown = *comparison.pattern(pattern);
    if (mode == CompareMode::AllowedBy) return allowedLegend(shown.allowedBy, theme);
    if (mode == CompareMode::Tiles) return tileLegend(comparison.tiles.counts, shown.tiles.counts, theme);
    return {};
}

}   // namespace ui
