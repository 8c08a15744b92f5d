#include "ui/state/derivation.h"

#include <algorithm>
#include <cmath>

#include "ui/plot/hidden_first_map.h"

namespace ui {

namespace {

HeadRule ruleOf(const core::Mechanism& mechanism)
{
    if (std::holds_alternative<core::OffMechanism>(mechanism)) return HeadRule::Off;
    return std::holds_alternative<core::MeanMechanism>(mechanism) ? HeadRule::Mean : HeadRule::Softmax;
}

core::Index pooledHeads(const core::AttentionSite& site, core::HeadId head)
{
    const auto* kv = std::get_if<core::KvGroupsMechanism>(&site.mechanisms[std::size_t(head.head)]);
    return kv ? kv->membersOf(site.kvHeadOf(head.head), site.k.heads()).size() : 1;
}

// A head that is off still has weights to look at, but writes nothing.
double writeNorm(const ExploreRecord& record, core::HeadId head, core::Index key, float weight)
{
    const core::AttentionSite& site = record.recording->sites[std::size_t(head.layer)];
    if (ruleOf(site.mechanisms[std::size_t(head.head)]) == HeadRule::Off) return 0.0;
    return record.model->transformer->writeNorm(head, site.v.row(site.kvHeadOf(head.head), key), weight);
}

void deriveRow(Derivation& result, const ExploreRecord& record)
{
    const core::AttentionMap& map = *record.map(result.head);
    const core::Index query = result.pair.query;
    for (const core::Span& run : map.allowedKeys(query)) {
        result.allowedKeys += run.size();
        result.lastAllowed = run.end - 1;
    }
    const std::vector<core::StrongCell> strongest = *map.strongest(kRowEntries + 1, {query, query + 1}, {0, map.keys()});   // one row, never stopped
    for (const core::StrongCell& cell : strongest)
        result.strongest.push_back({cell.key, cell.weight, writeNorm(record, result.head, cell.key, cell.weight)});
    const core::RowVector<float> row = map.row(query);
    result.firstWeight = row.size() > 0 ? row[0] : 0.0f;
    result.rank = 1 + (row.array() > row[result.pair.key]).count();
    const bool hasFirst = map.keys() > 0 && map.allowed(query, 0);
    result.shownRank = result.rank - (hasFirst && row[0] > row[result.pair.key] ? 1 : 0);
    result.shownKeys = result.allowedKeys - (hasFirst ? 1 : 0);
}

}   // namespace

bool Derivation::dividesByRootOfWidth() const { return std::abs(scale * std::sqrt(double(terms.size())) - 1.0) <= 1e-6; }

double Derivation::scaled(double sum) const { return dividesByRootOfWidth() ? sum / std::sqrt(double(terms.size())) : sum * scale; }

bool Derivation::isRowRenormalisable() const { return !leavesNothing(double(firstWeight)); }

bool Derivation::isRenormalisable() const { return pair.key > 0 && isRowRenormalisable(); }

std::optional<Derivation> derive(const ExploreRecord& record, core::HeadId head, Pair pair)
{
    if (!record.has(head) || !record.has(pair.query, pair.key)) return std::nullopt;
    const core::AttentionSite& site = record.recording->sites[std::size_t(head.layer)];
    const core::Cell cell = record.map(head)->cell(pair.query, pair.key);

    Derivation result{.head = head,
                      .pair = pair,
                      .rule = ruleOf(site.mechanisms[std::size_t(head.head)]),
                      .allowed = cell.allowed,
                      .terms = {},
                      .pattern = {},
                      .strongest = {}};
    const core::Pattern& pattern = site.layouts[std::size_t(head.head)]->pattern();
    result.pattern = QString::fromStdString(pattern.text());
    result.isCausalOnly = pattern == core::Pattern::causal();
    result.pooledHeads = pooledHeads(site, head);
    result.scale = double(site.scale);
    result.lse = double(site.lse.row(head.head, pair.query)[0]);
    result.weight = double(cell.weight);
    deriveRow(result, record);
    if (!cell.allowed) return result;

    const float* q = site.q.row(head.head, pair.query);
    const float* k = site.k.row(site.kvHeadOf(head.head), pair.key);
    double sum = 0.0;
    for (core::Index i = 0; i < site.q.width(); ++i) {
        result.terms.push_back({q[i], k[i]});
        sum += double(q[i]) * double(k[i]);
    }
    result.score = result.scaled(sum);
    // The map's cell is the same number in single precision; printed lines follow from each other only in more.
    if (result.rule != HeadRule::Mean) result.weight = std::exp(result.score - result.lse);
    result.writeNorm = writeNorm(record, head, pair.key, cell.weight);
    return result;
}

}   // namespace ui
