#include "ui/plot/row_words.h"

#include <algorithm>
#include <cmath>

#include "ui/plot/cell_facts.h"
#include "ui/state/bidi.h"
#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

using core::Index;

constexpr std::size_t kTopKeys = 3;

std::vector<Index> allowedKeysOf(const PlotScene& scene, Index query)
{
    std::vector<Index> keys;
    for (const core::Span run : scene.shown->allowedKeys(query))
        for (Index key = run.begin; key < run.end; ++key) keys.push_back(key);
    return keys;
}

QString topKeys(const PlotScene& scene, const core::RowVector<float>& row, std::vector<Index> keys)
{
    std::erase_if(keys, [&](Index key) { return !std::isfinite(row[key]); });
    std::ranges::stable_sort(keys, std::greater(), [&](Index key) { return std::abs(row[key]); });
    QStringList top;
    for (const Index key : keys) {
        if (top.size() == kTopKeys) break;
        top << QStringLiteral("%1 %2").arg(scene.labels.text(key), spokenPercent(double(row[key]), 0));
    }
    return top.join(QStringLiteral(", "));
}

// In nats; nothing times its logarithm is nothing. NaN where a weight is.
double entropyOf(const core::RowVector<float>& row, const std::vector<Index>& keys)
{
    double entropy = 0.0;
    for (const Index key : keys) entropy -= row[key] == 0.0f ? 0.0 : double(row[key]) * std::log(double(row[key]));
    return entropy;
}

// "window(4): 3 keys. Sinks(1): 1 key.", in the order of the text.
QString meaningOf(const PlotScene& scene, Index query, const std::vector<Index>& keys)
{
    std::vector<std::pair<QString, Index>> counts;
    for (const Index key : keys) {
        const QString said = scene.meaning->said({query, key});
        const auto known = std::ranges::find(counts, said, &std::pair<QString, Index>::first);
        known == counts.end() ? counts.emplace_back(said, 1) : * known = {said, known->second + 1};
    }
    QStringList parts;
    for (const auto& [said, count] : counts)
        parts << (count == 1 ? tr("%1: 1 key.") : tr("%1: %2 keys.").arg(QStringLiteral("%1"), printedCount(count))).arg(capitalised(said));
    return parts.join(u' ');
}

QString maskedText(const PlotScene& scene, Index query)
{
    Index masked = scene.map->keys();
    for (const core::Span run : scene.map->allowedKeys(query)) masked -= run.size();
    const bool words = scene.labels.unit() == AxisUnit::Words;
    if (masked == 1) return words ? tr("1 word masked.") : tr("1 key masked.");
    return (words ? tr("%1 words masked.") : tr("%1 keys masked.")).arg(printedCount(masked));
}

}   // namespace

QString rowSummary(const PlotScene& scene, Index query)
{
    const core::RowVector<float> row = scene.shown->row(query);
    const std::vector<Index> keys = allowedKeysOf(scene, query);
    QStringList parts{tr("Query %1, %2.").arg(scene.labels.place(query), scene.labels.text(query))};
    if (keys.empty())
        parts << (scene.map->allowedKeys(query).empty() ? tr("No key is allowed.") : tr("Nothing left of this row."));
    else if (scene.meaning)
        parts << meaningOf(scene, query, keys);
    else
        parts << tr("Top keys: %1.").arg(topKeys(scene, row, keys)) << tr("Entropy %1 nats.").arg(printed(entropyOf(row, keys), 1));
    if (scene.hideFirst && scene.map->allowed(query, 0))
        parts << tr("Hidden: %1, raw %2.").arg(scene.labels.text(0), spokenPercent(double(scene.map->cell(query, 0).weight), 0));
    parts << maskedText(scene, query);
    return parts.join(u' ');
}

RowTable rowTable(const PlotScene& scene, Index query)
{
    const bool words = scene.labels.unit() == AxisUnit::Words;
    RowTable table{.headings = {tr("Position"), words ? tr("Word") : tr("Token"), scene.meaning ? scene.meaning->title : tr("Weight")}, .rows = {}};
    if (scene.hideFirst) table.headings << tr("Raw weight");
    for (Index key = 0; key < scene.shown->keys(); ++key) {
        const CellFacts facts = factsOf(scene, {query, key});
        const QString shown = facts.kind == CellKind::Shown ? printedWeightOf(scene, {query, key})
                              : facts.isAllowed()           ? tr("hidden")
                                                            : tr("not allowed");
        QStringList line{scene.labels.place(key), scene.labels.text(key), shown};
        if (scene.hideFirst) line << (facts.isAllowed() ? printedWeight(facts.raw) : shown);
        table.rows.push_back(std::move(line));
    }
    return table;
}

QString RowTable::tabbed() const
{
    QString text = headings.join(u'\t') + u'\n';
    for (const QStringList& row : rows) text += row.join(u'\t') + u'\n';
    return text;
}

}   // namespace ui
