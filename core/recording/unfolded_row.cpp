#include "core/recording/unfolded_row.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <variant>

#include "core/base/parallel.h"

namespace core {

namespace {

constexpr Index kKeysPerPiece = 64;

double dot(const float* a, const float* b, Index n)
{
    double sum = 0.0;
    for (Index i = 0; i < n; ++i) sum += double(a[i]) * double(b[i]);
    return sum;
}

// ln Σ exp(factor·(q·k)) over some keys; −∞ over none.
double logSumExp(const RowVector<double>& products, double factor, const KeyRuns& keys)
{
    double largest = -std::numeric_limits<double>::infinity();
    for (const Span run : keys) largest = std::max(largest, factor * products.segment(run.begin, run.size()).maxCoeff());
    double sum = 0.0;
    for (const Span run : keys) sum += (factor * products.segment(run.begin, run.size()).array() - largest).exp().sum();
    return largest + std::log(sum);
}

RowVector<double> productsOf(const AttentionSite& site, Index head, Index query)
{
    RowVector<double> products(site.k.rows());
    for (Index key = 0; key < products.size(); ++key)
        products[key] = dot(site.q.row(head, query), site.k.row(site.kvHeadOf(head), key), site.q.width());
    return products;
}

// Σ w·v
RowVector<double> carried(const AttentionSite& site, Index head, const RowVector<double>& weights, const KeyRuns& keys)
{
    const Index d = site.v.width(), kvHead = site.kvHeadOf(head);
    RowVector<double> sum = RowVector<double>::Zero(d);
    for (const Span run : keys)
        for (Index key = run.begin; key < run.end; ++key)
            sum += weights[key] * Eigen::Map<const RowVector<float>>(site.v.row(kvHead, key), d).cast<double>();
    return sum;
}

}   // namespace

UnfoldedRow unfold(const Recording& recording, HeadId head, Index query)
{
    const AttentionSite& site = recording.sites[std::size_t(head.layer)];
    const Mechanism& mechanism = site.mechanisms[std::size_t(head.head)];
    UnfoldedRow row{.head = head,
                    .query = query,
                    .scale = double(site.scale),
                    .products = productsOf(site, head.head, query),
                    .allowed = site.layouts[std::size_t(head.head)]->row(query),
                    .lse = 0.0,
                    .weights = {},
                    .output = {}};
    row.lse = logSumExp(row.products, row.scale, row.allowed);
    row.weights = softmaxOver(row.products, std::holds_alternative<MeanMechanism>(mechanism) ? 0.0 : row.scale, row.allowed);
    row.output = carried(site, head.head, row.weights, row.allowed);
    if (std::holds_alternative<OffMechanism>(mechanism)) row.output.setZero();
    return row;
}

RowVector<double> softmaxOver(const RowVector<double>& products, double factor, const KeyRuns& keys)
{
    RowVector<double> weights = RowVector<double>::Zero(products.size());
    const double lse = logSumExp(products, factor, keys);
    for (const Span run : keys) weights.segment(run.begin, run.size()) = (factor * products.segment(run.begin, run.size()).array() - lse).exp();
    return weights;
}

Result<RowVector<double>> softmaxOverQueries(const Recording& recording, HeadId head, Index query, const std::stop_token& stop)
{
    const AttentionSite& site = recording.sites[std::size_t(head.layer)];
    const BlockLayout& layout = *site.layouts[std::size_t(head.head)];
    const Index n = site.k.rows();
    RowVector<double> weights = RowVector<double>::Zero(n);
    const KeyRuns allowed = layout.row(query);
    // Column by column, each with its own largest score, so that none overflows.
    const auto column = [&](Index key) {
        RowVector<double> scores(site.q.rows());
        KeyRuns queries;
        for (Index other = 0; other < scores.size(); ++other) {
            if (!layout.allows(other, key)) continue;
            scores[other] = dot(site.q.row(head.head, other), site.k.row(site.kvHeadOf(head.head), key), site.q.width());
            appendRun(queries, {other, other + 1});
        }
        weights[key] = std::exp(double(site.scale) * scores[query] - logSumExp(scores, double(site.scale), queries));
    };
    for (const Span run : allowed) {
        const Index pieces = ceilDiv(run.size(), kKeysPerPiece);
        const bool complete = parallelFor(
            pieces,
            [&](Index piece) {
                const Index begin = run.begin + piece * kKeysPerPiece, end = std::min(run.end, begin + kKeysPerPiece);
                for (Index key = begin; key < end && !stop.stop_requested(); ++key) column(key);
            },
            stop);
        if (!complete || stop.stop_requested()) return cancelled();
    }
    return weights;
}

double entropyOf(const RowVector<double>& weights)
{
    double entropy = 0.0;
    for (const double w : weights)
        if (w > 0.0) entropy -= w * std::log(w);
    return entropy;
}

double responseOf(const RowVector<double>& weights) { return (weights.array() * (1.0 - weights.array())).sum(); }

}   // namespace core
