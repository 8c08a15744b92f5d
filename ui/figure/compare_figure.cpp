#include "ui/figure/compare_figure.h"

#include <algorithm>

#include "ui/plot/attention_figure.h"
#include "ui/plot/strip_painter.h"
#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

constexpr int kGap = 12;    // px between the pictures
constexpr int kFoot = 28;   // … of the line below them

PlotScene sceneOf(const FigureSpec& spec, const core::MapPtr& map, const QString& caption)
{
    PlotScene scene;
    scene.setMap(map, {});
    scene.labels = spec.labels;
    scene.selection = {.head = spec.head, .pin = spec.pin, .peek = {}, .peekHead = {}};
    scene.scale = spec.scale;
    scene.parts = ViewParts::Matrix;
    scene.rowChart = RowChart::Never;
    scene.theme = Theme::of(spec.look);
    scene.room = scene.roomWanted();
    scene.room.caption = caption;
    if (spec.cells) scene.geometry = {.plot = {}, .view = *spec.cells, .queries = map->queries(), .keys = map->keys()};
    return scene;
}

void paintFoot(QPainter& painter, const FigureSpec& spec, const QRectF& place)
{
    const Theme theme = Theme::of(spec.look);
    painter.setFont(theme.font(TextStyle::Label));
    painter.setPen(theme.text2);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop,
                     QFontMetricsF(painter.font()).elidedText(comparisonNote(*spec.comparison, spec.pattern), Qt::ElideRight, place.width()));
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

void paintComparison(QPainter& painter, const FigureSpec& spec, QSize size, Medium medium)
{
    const ComparedPattern& compared = *spec.comparison->pattern(spec.pattern);
    const Theme theme = Theme::of(spec.look);
    const int strips = stripsWidth(theme), foot = theme.scaled(kFoot), height = size.height() - foot;
    const QSize each((size.width() - strips) / 3 - kGap, height);
    PlotScene moved = sceneOf(spec, compared.moved, tr("difference, up to ±%1").arg(printedWeight(compared.largestMove)));
    if (compared.largestMove > 0.0) moved.scale.limit = compared.largestMove;
    const PlotScene scenes[] = {sceneOf(spec, spec.comparison->own, tr("own")), sceneOf(spec, compared.kept, tr("sparse: %1").arg(compared.text)), moved};
    painter.save();
    for (const PlotScene& scene : scenes) {
        paintAttention(painter, scene, each, medium);
        painter.translate(each.width() + kGap, 0);
    }
    moved.layOut(each, Zoom::Keep);   // as it was painted
    paintStrips(painter, {.retained = &compared.effect.retained,
                          .errors = &compared.effect.error,
                          .errorTop = topOfErrors(compared.effect.error),
                          .cells = moved.geometry,
                          .marked = spec.pin ? std::optional(spec.pin->query) : std::nullopt,
                          .width = double(strips),
                          .theme = theme});
    painter.restore();
    paintFoot(painter, spec, QRectF(kGap, height, size.width() - 2 * kGap, foot));
}

}   // namespace ui
