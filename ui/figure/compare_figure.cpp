#include "ui/figure/compare_figure.h"

#include <array>

#include "ui/plot/attention_figure.h"
#include "ui/plot/compare_cells.h"
#include "ui/plot/legend_painter.h"
#include "ui/plot/row_bars.h"
#include "ui/plot/strip_painter.h"
#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

constexpr int kEdge = 16;         // px at the sides
constexpr int kGap = 12;          // … between the pictures
constexpr int kFoot = 28;         // … of the line below them
constexpr int kLeastBars = 170;   // … from which two rows of bars stand below

PlotScene sceneOf(const FigureSpec& spec, const ComparedCells& cells, const QString& caption)
{
    PlotScene scene;
    scene.setMap(cells.map, {});
    scene.labels = spec.labels;
    scene.meaning = cells.meaning;
    scene.selection = {.head = spec.head, .pin = spec.pin, .peek = {}, .peekHead = {}};
    scene.scale = spec.scale;
    if (scene.hasClasses()) scene.scale = {};
    scene.parts = ViewParts::Matrix;
    scene.rowChart = RowChart::Never;
    scene.theme = Theme::of(spec.look);
    scene.room = scene.roomWanted();
    scene.room.caption = caption;
    if (spec.cells) scene.geometry = {.plot = {}, .view = *spec.cells, .queries = cells.map->queries(), .keys = cells.map->keys()};
    return scene;
}

std::array<PlotScene, 3> scenesOf(const FigureSpec& spec)
{
    const ComparedPattern& compared = *spec.comparison->pattern(spec.pattern);
    const Theme theme = Theme::of(spec.look);
    std::array scenes{sceneOf(spec, ownCells(spec.comparison, spec.mode, theme), tr("own")),
                      sceneOf(spec, keptCells(spec.comparison, spec.pattern, spec.mode, theme), tr("sparse: %1").arg(compared.text)),
                      sceneOf(spec, {compared.moved}, tr("difference, up to ±%1").arg(printedWeight(compared.largestMove)))};
    scenes[2].scale.limit = limitOfMoves(compared);
    return scenes;
}

void paintStripsBeside(QPainter& painter, const FigureSpec& spec, PlotScene scene, QSize each, double width)
{
    scene.layOut(each, Zoom::Keep);   // as it was painted
    const core::PatternEffect& effect = spec.comparison->pattern(spec.pattern)->effect;
    paintStrips(painter, {.retained = &effect.retained,
                          .errors = &effect.error,
                          .errorTop = topOfErrors(effect.error),
                          .cells = scene.geometry,
                          .marked = spec.pin ? std::optional(spec.pin->query) : std::nullopt,
                          .width = width,
                          .theme = scene.theme});
}

void paintBarsBelow(QPainter& painter, const FigureSpec& spec, const QRectF& place)
{
    const core::PatternEffect& effect = spec.comparison->pattern(spec.pattern)->effect;
    const Theme theme = Theme::of(spec.look);
    const std::optional<core::Index> marked = spec.pin ? std::optional(spec.pin->query) : std::nullopt;
    const double high = (place.height() - kGap) / 2.0;
    const RowBars mass{.title = tr("Mass kept by each query"),
                       .note = tr("mean %1, lowest %2").arg(percent(effect.meanRetained()), percent(effect.leastRetained())),
                       .values = &effect.retained,
                       .top = 1.0,
                       .worst = OfRows::Least,
                       .color = theme.text2,
                       .marked = marked};
    const RowBars error{.title = tr("Output error of each query"),
                        .note = tr("of the whole head %1, largest %2").arg(percent(effect.relativeError), percent(effect.largestError())),
                        .values = &effect.error,
                        .top = topOfErrors(effect.error),
                        .worst = OfRows::Most,
                        .color = theme.warn,
                        .marked = marked};
    paintRowBars(painter, mass, QRectF(place.topLeft(), QSizeF(place.width(), high)), theme);
    paintRowBars(painter, error, QRectF(place.left(), place.top() + high + kGap, place.width(), high), theme);
}

void paintFoot(QPainter& painter, const FigureSpec& spec, const QRectF& place)
{
    const Theme theme = Theme::of(spec.look);
    painter.setFont(theme.font(TextStyle::Label));
    painter.setPen(theme.text2);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop,
                     QFontMetricsF(painter.font()).elidedText(comparisonNote(*spec.comparison, spec.pattern), Qt::ElideRight, place.width()));
}

// px that a picture takes below which its matrix would be smaller than so wide a place allows.
int heightAt(PlotScene scene, int width)
{
    constexpr int kAnyHeight = 4096, kBelow = 10;
    scene.layOut({width, kAnyHeight}, Zoom::Keep);
    return scene.layout.matrix.bottom() + kBelow;
}

}   // namespace

core::Result<FigureSpec> comparisonFigure(const ComparisonPtr& comparison, int pattern)
{
    const ComparedPattern& compared = comparison->patterns[std::size_t(pattern)];
    if (compared.problem) return tl::unexpected(*compared.problem);
    FOVEA_TRY(spec, figureOf(comparison->record->recording, FigureView::Compare, comparison->head));
    spec.comparison = comparison;
    spec.pattern = pattern;
    return spec;
}

QString comparisonNote(const Comparison& comparison, int pattern)
{
    const core::PatternEffect& effect = comparison.pattern(pattern)->effect;
    const double own = double(comparison.effect.layout->pairs()), pairs = double(effect.layout->pairs());
    QStringList parts{tr("%1 of the pairs").arg(percent(own > 0.0 ? pairs / own : 1.0)),
                      tr("mass kept %1 on average, %2 at least").arg(percent(effect.meanRetained()), percent(effect.leastRetained()))};
    if (const std::optional<double> divergence = effect.meanDivergence()) parts << tr("KL %1 nats").arg(printed(*divergence, 3));
    parts << tr("output error %1").arg(percent(effect.relativeError));
    if (effect.emptyRows() > 0) parts << tr("empty rows: %1").arg(printedCount(effect.emptyRows()));
    parts << tr("masked after training");
    return parts.join(QStringLiteral(" · "));
}

// Numbers of rows stand beside the matrices where these are as high as the figure, and below them where they are not.
void paintComparison(QPainter& painter, const FigureSpec& spec, QSize size, Medium medium)
{
    const Theme theme = Theme::of(spec.look);
    const CellLegend legend = legendOf(*spec.comparison, spec.pattern, spec.mode, theme);
    const int inner = size.width() - 2 * kEdge, wide = (inner - 2 * kGap) / 3, foot = theme.scaled(kFoot);
    const int named = legend.isEmpty() ? 0 : legendHeight(legend, inner, theme) + kGap;
    const std::array<PlotScene, 3> scenes = scenesOf(spec);
    const int high = heightAt(scenes.front(), wide), below = size.height() - foot - named - high - kGap;
    const bool hasBars = below >= theme.scaled(kLeastBars), strips = !hasBars;
    const int stripWide = strips ? stripsWidth(theme) : 0;
    const QSize each(strips ? (inner - stripWide - 3 * kGap) / 3 : wide, hasBars ? high : size.height() - foot - named);
    painter.save();
    painter.translate(kEdge, 0);
    for (const PlotScene& scene : scenes) {
        paintAttention(painter, scene, each, medium);
        painter.translate(each.width() + kGap, 0);
    }
    if (strips) paintStripsBeside(painter, spec, scenes.back(), each, stripWide);
    painter.restore();
    if (named > 0) paintLegend(painter, legend, QRectF(kEdge, each.height(), inner, named), theme);
    if (hasBars) paintBarsBelow(painter, spec, QRectF(kEdge, each.height() + named, inner, size.height() - foot - named - each.height() - kGap));
    paintFoot(painter, spec, QRectF(kEdge, size.height() - foot, inner, foot));
}

}   // namespace ui
