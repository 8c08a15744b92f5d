#include "ui/plot/plot_scene.h"

#include <algorithm>

#include "ui/plot/hidden_first_map.h"
#include "ui/plot/label_strips.h"
#include "ui/plot/words_map.h"

namespace ui {

void PlotScene::setMap(core::MapPtr ofTokens, core::WordsPtr inWords)
{
    if (!map || ofTokens != tokens || inWords != words) map = byWords(ofTokens, inWords);   // it keeps what it has computed
    tokens = std::move(ofTokens);
    words = std::move(inWords);
    shown = hideFirst ? withoutFirstToken(map) : map;
}

std::optional<Pair> PlotScene::fromTokens(std::optional<Pair> pair) const
{
    if (!words || !pair) return pair;
    const core::Span all{0, words->tokenCount()};
    if (!all.contains(pair->query) || !all.contains(pair->key)) return std::nullopt;
    return Pair{words->wordOf(pair->query), words->wordOf(pair->key)};
}

std::optional<Pair> PlotScene::toTokens(std::optional<Pair> pair) const
{
    if (!words || !pair) return pair;
    if (!holds(*pair)) return std::nullopt;
    return strongestPiece(*map, *tokens, *words, *pair);
}

SharedRoom PlotScene::roomWanted() const
{
    const core::Index positions = map ? map->queries() : 0;
    return {.positions = positions, .labelLength = longestLabel(labels, positions, theme)};
}

void PlotScene::layOut(QSize whole, Zoom zoom)
{
    const core::Index queries = shown ? shown->queries() : 0, keys = shown ? shown->keys() : 0;
    const int label = std::max(longestLabel(labels, queries, theme), room.labelLength);
    size = whole;
    layout = ViewLayout::of({.size = size,
                             .queries = queries,
                             .keys = keys,
                             .parts = parts,
                             .labelLength = room.mostLabel > 0 ? std::min(label, room.mostLabel) : label,
                             .textScale = theme.textScale,
                             .chart = rowChart,
                             .roomFor = room.positions});
    if (!room.colorBar) layout.colorBar = QRect();
    const QRectF plot = showsMatrix() ? QRectF(layout.matrix) : QRectF(layout.links.right(), layout.links.top(), 0, layout.links.height());
    MatrixGeometry fitted = MatrixGeometry::fitted(plot, queries, keys);
    const bool zoomed = zoom == Zoom::Keep && !geometry.isFitted() && geometry.queries == queries && geometry.keys == keys;
    if (zoomed) fitted.view = geometry.view;
    geometry = fitted;
}

}   // namespace ui
