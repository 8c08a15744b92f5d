#include "ui/plot/scene_text.h"

#include <algorithm>
#include <cmath>

#include "ui/plot/cell_facts.h"
#include "ui/plot/words_map.h"
#include "ui/state/bidi.h"
#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

using core::Index;

const QString kDot = QStringLiteral(" · ");
constexpr double kPale = 0.125;   // places on the colour bar up to here can hardly be told from nothing

bool inWords(const PlotScene& scene) { return scene.labels.unit() == AxisUnit::Words; }

// The scale on which more would be seen, where the whole picture lies near the bar's pale end.
const char* widerScale(const PlotScene& scene, const PictureFacts& facts)
{
    if (!facts.largest || scene.hasClasses() || facts.tiles == Tiles::Missing || scene.scale.kind == ScaleKind::Log) return nullptr;
    if (scene.scale.place(*facts.largest) > kPale) return nullptr;
    return scene.scale.kind == ScaleKind::Linear ? QT_TRANSLATE_NOOP("ui", "the √ scale") : QT_TRANSLATE_NOOP("ui", "the log scale");
}

// A bound, rounded up to two digits, so that it stays one.
QString printedRoughly(double bound)
{
    const double unit = std::pow(10.0, std::floor(std::log10(bound)) - 1.0);
    return printedTick(std::ceil(bound / unit - 1e-9) * unit);
}

QString linkNote(const PlotScene& scene)
{
    if (scene.lacksRoomForLinks()) return tr("no room for links");
    if (!scene.showsLinks()) return {};
    if (scene.links.computing) return tr("links are being computed");
    if (scene.links.hidden > 0) return tr("links: each row’s strongest, %1 more not drawn").arg(printedCount(scene.links.hidden));
    if (scene.linkRule.mode == LinkMode::FixedWeight) return tr("links: every weight from %1 on").arg(printedTick(scene.linkRule.weight));
    return tr("links: largest weights until %1\u202F% of the row").arg(printedTick(std::round(scene.linkRule.share * 100.0)));
}

// Of what a weight of words was made: the strongest of the token weights below it, by the numbers that the sentence counts with.
QString piecesText(const PlotScene& scene, Pair pair)
{
    if (!scene.words) return {};
    const core::Span query = scene.words->tokensOf(pair.query), key = scene.words->tokensOf(pair.key);
    if (query.size() * key.size() == 1) return {};
    const Pair strongest = strongestPiece(*scene.map, *scene.tokens, *scene.words, pair);
    return tr("strongest of %1 token weights: %2 → %3 %4")
        .arg(printedCount(query.size() * key.size()))
        .arg(strongest.query)
        .arg(strongest.key)
        .arg(printedWeight(double(scene.tokens->cell(strongest.query, strongest.key).weight)));
}

}   // namespace

PictureFacts PictureFacts::of(const MatrixPicture& picture, const PlotScene& scene)
{
    PictureFacts facts{.pooled = picture.pooled, .tiles = picture.complete ? Tiles::All : Tiles::Missing};
    if (scene.isEmpty()) return facts;
    const int last = ColorMap::kEntries - 1, middle = mapNameOf(*scene.map) == MapName::Signed ? last / 2 : 0;
    int furthest = -1;
    for (const CellCode code : picture.codes)
        if (code >= kFirstCode && code < kErrorCode) furthest = std::max(furthest, std::abs(int(code - kFirstCode) - middle));
    if (furthest >= 0) facts.largest = scene.scale.weightAt((furthest + 0.5) / double(last - middle));
    return facts;
}

QString noteOf(const PlotScene& scene, const PictureFacts& facts)
{
    QStringList parts;
    if (scene.showsMatrix()) {
        if (facts.tiles == Tiles::Missing) parts << tr("computing the dotted or coarser parts");
        parts << (facts.pooled > 1
                      ? (scene.hasClasses() ? tr("first of each %1 × %1 cells") : tr("max of each %1 × %1 cells")).arg(printedCount(facts.pooled))
                      : tr("exact cells"));
        if (scene.meaning) parts << scene.meaning->note;
        if (!scene.hasClasses()) parts << tr("%1 scale").arg(tr(scene.scale.name()));
        if (const char* wider = widerScale(scene, facts))
            parts << tr("no weight here is above %1: try %2").arg(printedRoughly(*facts.largest), tr(wider));
    }
    if (inWords(scene)) parts << tr("words: keys are summed, query pieces averaged");
    if (scene.hideFirst) parts << (inWords(scene) ? tr("first word hidden, rows renormalised") : tr("first token hidden, rows renormalised"));
    const Index context = scene.labels.trainedContext;
    if (context > 0 && scene.shown && scene.shown->queries() > context)
        parts << (inWords(scene) ? tr("words from token %1 on were never trained").arg(scene.labels.place(context))
                                 : tr("positions from %1 on were never trained").arg(printedCount(context)));
    parts << linkNote(scene);
    parts.prepend(scene.room.caption);
    parts.removeAll(QString());
    return capitalised(parts.join(kDot));
}

PeekText peekTextOf(const PlotScene& scene, Pair pair)
{
    const CellFacts facts = factsOf(scene, pair);
    PeekText text{.pair = pairLine(scene, pair),
                  .weight = printedWeightOf(scene, pair),
                  .isWeight = !scene.meaning && facts.kind == CellKind::Shown && std::isfinite(facts.shown),
                  .raw = printedRaw(scene, pair)};
    if (facts.isAllowed()) text.more << piecesText(scene, pair);
    const QString pins = scene.selection.pin == pair ? tr("click to release") : tr("click to pin");
    text.more << distanceText(scene, pair) + kDot + (scene.clickHint.isEmpty() ? pins : scene.clickHint);
    text.more.removeAll(QString());
    return text;
}

QStringList linesOf(const PeekText& text)
{
    QStringList first{text.pair, text.weight, text.raw};
    first.removeAll(QString());
    return QStringList{first.join(QStringLiteral("   "))} + text.more;
}

QStringList tooltipOf(const PlotScene& scene, Pair pair) { return linesOf(peekTextOf(scene, pair)); }

QString loupeNote(const PlotScene& scene)
{
    return scene.pooled > 1 ? tr("exact; the picture shows the max of each %1 × %1").arg(printedCount(scene.pooled)) : QString();
}

QStringList rowTextOf(const PlotScene& scene, Index query, const float* weights)
{
    Index allowed = 0, future = 0;
    double sum = 0.0;
    for (const core::Span run : scene.shown->allowedKeys(query)) {
        allowed += run.size();
        for (Index j = run.begin; j < run.end; ++j) sum += double(weights[j]);
    }
    const Index absent = scene.shown->keys() - allowed - (scene.hideFirst ? 1 : 0);
    for (Index j = query + 1; j < scene.shown->keys(); ++j) future += scene.shown->allowed(query, j) ? 0 : 1;

    QStringList lines{tr("Row “%1” %2").arg(scene.labels.text(query), scene.labels.place(query))};
    const QString keys = inWords(scene) ? (allowed == 1 ? tr("word") : tr("words")) : allowed == 1 ? tr("key") : tr("keys");
    if (allowed == 0)
        lines << (scene.hideFirst ? tr("nothing left to show") : tr("empty: no key is allowed"));
    else
        lines << (scene.hideFirst ? tr("renormalised") : tr("sums to %1").arg(printed(sum, 3))) + tr(" over %1 %2").arg(printedCount(allowed), keys);
    if (absent > 0) lines << tr("%1 not allowed%2").arg(printedCount(absent), absent == future ? tr(": future") : QString());
    return lines;
}

}   // namespace ui
