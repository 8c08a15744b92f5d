#include "ui/plot/cell_facts.h"

#include <cmath>

#include "ui/state/bidi.h"
#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

using core::Index;

CellKind kindOf(Pair pair, bool allowed, bool shown)
{
    if (!allowed) return pair.key > pair.query ? CellKind::Future : CellKind::Absent;
    if (shown) return CellKind::Shown;
    return pair.key == 0 ? CellKind::Hidden : CellKind::NothingLeft;
}

// "rank 1 of 27", among the keys that the row shows.
QString rankText(const PlotScene& scene, Pair pair)
{
    const core::RowVector<float> row = scene.shown->row(pair.query);
    const Index rank = 1 + (row.array() > row[pair.key]).count();
    Index keys = 0;
    for (const core::Span run : scene.shown->allowedKeys(pair.query)) keys += run.size();
    return tr("rank %1 of %2").arg(printedCount(rank), printedCount(keys));
}

QString spokenWeight(const PlotScene& scene, Pair pair)
{
    const CellFacts facts = factsOf(scene, pair);
    const QString raw = spokenPercent(facts.raw);
    if (scene.meaning && !facts.isAllowed() && !scene.meaning->absent.isEmpty()) return capitalised(scene.meaning->absent) + QLatin1Char('.');
    switch (facts.kind) {
    case CellKind::Future:
        return tr("Not allowed: future token.");
    case CellKind::Absent:
        return tr("Not allowed.");
    case CellKind::Hidden:
        return tr("Hidden, raw %1.").arg(raw);
    case CellKind::NothingLeft:
        return tr("Nothing left of this row, raw %1.").arg(raw);
    case CellKind::Shown:
        break;
    }
    if (scene.meaning) return capitalised(scene.meaning->said(pair)) + QLatin1Char('.');
    if (scene.map->kind() == core::MatrixKind::Signed)
        return (facts.raw < 0.0 ? tr("Lost %1.") : tr("Gained %1.")).arg(spokenPercent(std::abs(facts.raw)));
    if (scene.hideFirst) return tr("Shown %1, raw %2, %3.").arg(spokenPercent(facts.shown), raw, rankText(scene, pair));
    return tr("Weight %1, %2.").arg(raw, rankText(scene, pair));
}

}   // namespace

CellFacts factsOf(const PlotScene& scene, Pair pair)
{
    const core::Cell raw = scene.map->cell(pair.query, pair.key), shown = scene.shown->cell(pair.query, pair.key);
    return {.kind = kindOf(pair, raw.allowed, shown.allowed), .raw = double(raw.weight), .shown = double(shown.weight)};
}

QString pairLine(const PlotScene& scene, Pair pair)
{
    return QStringLiteral("%1 %2 → %3 %4")
        .arg(scene.labels.text(pair.query), scene.labels.place(pair.query), scene.labels.text(pair.key), scene.labels.place(pair.key));
}

QString printedWeightOf(const PlotScene& scene, Pair pair)
{
    const CellFacts facts = factsOf(scene, pair);
    const QString raw = printedWeight(facts.raw);
    if (scene.meaning && !facts.isAllowed() && !scene.meaning->absent.isEmpty()) return scene.meaning->absent;
    switch (facts.kind) {
    case CellKind::Future:
        return tr("not allowed: future token");
    case CellKind::Absent:
        return tr("not allowed");
    case CellKind::Hidden:
        return tr("hidden, raw %1").arg(raw);
    case CellKind::NothingLeft:
        return tr("nothing left of this row, raw %1").arg(raw);
    case CellKind::Shown:
        break;
    }
    return scene.meaning ? scene.meaning->said(pair) : printedWeight(facts.shown);
}

QString printedRaw(const PlotScene& scene, Pair pair)
{
    const CellFacts facts = factsOf(scene, pair);
    return scene.hideFirst && facts.kind == CellKind::Shown ? tr("raw %1").arg(printedWeight(facts.raw)) : QString();
}

QString cellLine(const PlotScene& scene, Pair pair)
{
    QStringList parts{pairLine(scene, pair), printedWeightOf(scene, pair), printedRaw(scene, pair)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("   "));
}

QString spokenCell(const PlotScene& scene, Pair pair)
{
    const AxisLabels& labels = scene.labels;
    const QString where =
        tr("Query %1, %2, to key %3, %4. ").arg(labels.place(pair.query), labels.text(pair.query), labels.place(pair.key), labels.text(pair.key));
    const QString weight = spokenWeight(scene, pair);
    return factsOf(scene, pair).isAllowed() ? where + weight + QStringLiteral(" %1.").arg(distanceText(scene, pair)) : where + weight;
}

QString spokenPercent(double share, int decimals)
{
    if (!std::isfinite(share)) return printed(share, decimals);
    const double least = std::pow(10.0, -decimals), hundredths = share * 100.0;
    if (hundredths > 0.0 && hundredths < least / 2.0) return tr("less than %1 percent").arg(printed(least, decimals));
    return tr("%1 percent").arg(printed(hundredths, decimals));
}

QString distanceText(const PlotScene& scene, Pair pair)
{
    const Index back = pair.query - pair.key;
    const bool words = scene.labels.unit() == AxisUnit::Words, one = std::abs(back) == 1;
    if (back == 0) return words ? tr("the word itself") : tr("the token itself");
    const QString text = words      ? (back > 0 ? (one ? tr("%1 word back") : tr("%1 words back"))
                                       : one    ? tr("%1 word ahead")
                                                : tr("%1 words ahead"))
                         : back > 0 ? (one ? tr("%1 token back") : tr("%1 tokens back"))
                         : one      ? tr("%1 token ahead")
                                    : tr("%1 tokens ahead");
    return text.arg(printedCount(std::abs(back)));
}

}   // namespace ui
