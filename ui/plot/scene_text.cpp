#include "ui/plot/scene_text.h"

#include <cmath>

#include "ui/state/numbers.h"

namespace ui {

namespace {

using core::Index;

const QString kDot = QStringLiteral(" · ");

// Why a pair does not exist, as far as the picture can tell.
QString absenceOf(Pair pair) { return pair.key > pair.query ? QStringLiteral("not allowed: future token") : QStringLiteral("not allowed"); }

QString distanceText(Pair pair)
{
    const Index back = pair.query - pair.key;
    if (back == 0) return QStringLiteral("the token itself");
    const QString tokens = std::abs(back) == 1 ? QStringLiteral("token") : QStringLiteral("tokens");
    return QStringLiteral("%1 %2 %3").arg(printedCount(std::abs(back)), tokens, back > 0 ? QStringLiteral("back") : QStringLiteral("ahead"));
}

bool isHidden(const PlotScene& scene, Pair pair) { return scene.hideFirst && pair.key == 0; }

}   // namespace

QString noteOf(const PlotScene& scene, Index pooled, Tiles tiles)
{
    QStringList parts;
    if (scene.showsMatrix()) {
        if (tiles == Tiles::Missing) parts << QStringLiteral("computing the dotted or coarser parts");
        parts << (pooled > 1 ? QStringLiteral("Max of each %1 × %1 cells").arg(pooled) : QStringLiteral("Exact cells"));
        parts << QStringLiteral("%1 scale").arg(QString::fromUtf8(scene.scale.name()));
    }
    if (scene.showsLinks() && scene.links.computing) parts << QStringLiteral("links are being computed");
    if (scene.showsLinks() && !scene.links.computing) {
        parts << QStringLiteral("links: largest weights until %1 of the row").arg(percent(kLinkShare));
        if (scene.links.hidden > 0) parts << QStringLiteral("%1 weaker links not drawn").arg(printedCount(scene.links.hidden));
    }
    if (scene.hideFirst) parts << QStringLiteral("first token hidden, rows renormalised");
    const Index context = scene.labels.trainedContext;
    if (context > 0 && scene.shown && scene.shown->queries() > context)
        parts << QStringLiteral("positions from %1 on were never trained").arg(printedCount(context));
    QString note = parts.join(kDot);
    if (!note.isEmpty()) note[0] = note[0].toUpper();
    return note;
}

QStringList tooltipOf(const PlotScene& scene, Pair pair)
{
    QString first =
        QStringLiteral("%1 %2 → %3 %4   ").arg(scene.labels.text(pair.query)).arg(pair.query).arg(scene.labels.text(pair.key)).arg(pair.key);
    const core::Cell raw = scene.map->cell(pair.query, pair.key);
    const core::Cell shown = scene.shown->cell(pair.query, pair.key);
    if (!raw.allowed)
        first += absenceOf(pair);
    else if (isHidden(scene, pair))
        first += QStringLiteral("hidden, raw %1").arg(printedWeight(double(raw.weight)));
    else if (!shown.allowed)
        first += QStringLiteral("nothing left of this row, raw %1").arg(printedWeight(double(raw.weight)));
    else
        first += printedWeight(double(shown.weight)) + (scene.hideFirst ? QStringLiteral("   raw %1").arg(printedWeight(double(raw.weight))) : QString());
    const bool pinned = scene.selection.pin == pair;
    return {first, distanceText(pair) + kDot + (pinned ? QStringLiteral("click to release") : QStringLiteral("click to pin"))};
}

QString spokenCell(const PlotScene& scene, Pair pair)
{
    const QString where = QStringLiteral("Query %1, %2, to key %3, %4. ")
                              .arg(pair.query)
                              .arg(scene.labels.text(pair.query))
                              .arg(pair.key)
                              .arg(scene.labels.text(pair.key));
    const core::Cell raw = scene.map->cell(pair.query, pair.key), shown = scene.shown->cell(pair.query, pair.key);
    if (!raw.allowed) return where + (pair.key > pair.query ? QStringLiteral("Not allowed: future token.") : QStringLiteral("Not allowed."));
    const auto percent = [](float weight) { return printed(double(weight) * 100.0, 1); };
    if (scene.hideFirst && shown.allowed)
        return where + QStringLiteral("Shown %1 percent, raw %2 percent. %3.").arg(percent(shown.weight), percent(raw.weight), distanceText(pair));
    return where + QStringLiteral("Weight %1 percent. %2.").arg(percent(raw.weight), distanceText(pair));
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

    QStringList lines{QStringLiteral("Row “%1” %2").arg(scene.labels.text(query)).arg(query)};
    const QString keys = allowed == 1 ? QStringLiteral("key") : QStringLiteral("keys");
    if (allowed == 0)
        lines << (scene.hideFirst ? QStringLiteral("nothing left to show") : QStringLiteral("empty: no key is allowed"));
    else
        lines << (scene.hideFirst ? QStringLiteral("renormalised") : QStringLiteral("sums to %1").arg(printed(sum, 3))) +
                     QStringLiteral(" over %1 %2").arg(printedCount(allowed), keys);
    if (absent > 0) lines << QStringLiteral("%1 not allowed%2").arg(printedCount(absent), absent == future ? QStringLiteral(": future") : QString());
    return lines;
}

}   // namespace ui
