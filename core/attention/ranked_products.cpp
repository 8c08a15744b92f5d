#include "core/attention/ranked_products.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/linalg/matmul.h"
#include "core/linalg/rows.h"

namespace core {

namespace {

constexpr Index kTile = 64;   // finest step in which products that nobody asks for are skipped

KeyRuns tilesOf(const std::vector<KeyRuns>& rows, Index end)
{
    KeyRuns touched;
    for (const KeyRuns& runs : rows) {
        KeyRuns tiles;
        for (const Span& run : runs) appendRun(tiles, {run.begin / kTile * kTile, std::min(end, ceilDiv(run.end, kTile) * kTile)});
        touched = unionOf(touched, tiles);
    }
    return touched;
}

KeyRuns runsOf(const std::vector<Index>& ascending)
{
    KeyRuns runs;
    for (const Index i : ascending) appendRun(runs, {i, i + 1});
    return runs;
}

double normOf(const float* x, Index d) { return std::sqrt(exactProduct(x, x, d)); }

}   // namespace

double exactProduct(const float* a, const float* b, Index d)
{
    double sum = 0.0;
    for (Index i = 0; i < d; ++i) sum += double(a[i]) * double(b[i]);
    return sum;
}

std::vector<Index> highest(std::vector<ScoredIndex> scored, Index count)
{
    const auto better = [](const ScoredIndex& a, const ScoredIndex& b) {
        const bool noNumber = std::isnan(a.score);
        if (noNumber != std::isnan(b.score)) return noNumber;
        return noNumber || a.score == b.score ? a.index < b.index : a.score > b.score;
    };
    const Index kept = std::clamp(count, Index(0), Index(scored.size()));
    std::partial_sort(scored.begin(), scored.begin() + kept, scored.end(), better);
    std::vector<Index> indices;
    for (Index i = 0; i < kept; ++i) indices.push_back(scored[std::size_t(i)].index);
    std::ranges::sort(indices);
    return indices;
}

// Products of a panel of queries, in single precision, with the rows of `others` that some query asks for.
class RankedProducts::Panel {
public:
    Panel(const RankedProducts& owner, Span rows, const std::vector<KeyRuns>& candidates) : m_rows(rows)
    {
        const KeyRuns touched = tilesOf(candidates, owner.m_others.rows());
        if (touched.empty()) return;
        m_hull = {touched.front().begin, touched.back().end};
        m_products.resize(std::size_t(rows.size() * m_hull.size()));
        const Index d = owner.m_q.width();
        for (const Span& part : touched)
            for (Index begin = part.begin; begin < part.end;) {
                const Index end = std::min(part.end, (begin / kBlockRows + 1) * kBlockRows);
                gemm(Op::None, Op::Transposed, rows.size(), end - begin, d, 1.0f, owner.m_q.row(owner.m_head, rows.begin), d,
                     owner.m_others.row(owner.m_otherHead, begin), d, 0.0f, m_products.data() + (begin - m_hull.begin), m_hull.size());
                begin = end;
            }
    }
    [[nodiscard]] const float* at(Index row, Index other) const
    {
        return m_products.data() + (row - m_rows.begin) * m_hull.size() + (other - m_hull.begin);
    }

private:
    Span m_rows, m_hull;
    std::vector<float> m_products;   // [rows][hull], written where it was touched
};

RankedProducts::RankedProducts(const HeadRows& q, Index head, const HeadRows& others, Index otherHead) :
    m_q(q), m_head(head), m_others(others), m_otherHead(otherHead)
{
    assert(q.width() == others.width());
    double longest = 0.0;
    for (Index j = 0; j < others.rows(); ++j) {
        const double norm = normOf(others.row(otherHead, j), others.width());
        if (!(norm <= longest)) longest = std::isnan(longest) ? longest : norm;   // a NaN stays
        m_longest.push_back(float(longest));
    }
}

std::vector<KeyRuns> RankedProducts::best(Span rows, const std::vector<KeyRuns>& candidates, Index count) const
{
    assert(rows.empty() || rows.begin / kBlockRows == (rows.end - 1) / kBlockRows);
    if (count <= 0) return std::vector<KeyRuns>(candidates.size());
    const auto fits = [count](const KeyRuns& runs) { return countOf(runs) <= count; };
    if (std::ranges::all_of(candidates, fits)) return candidates;
    const Panel panel(*this, rows, candidates);
    std::vector<KeyRuns> result;
    for (Index row = rows.begin; row < rows.end; ++row) {
        const KeyRuns& own = candidates[std::size_t(row - rows.begin)];
        result.push_back(fits(own) ? own : bestOf(row, own, count, panel));
    }
    return result;
}

namespace {

struct Product {
    float value;
    Index index;
};

// A number that at least `count` of the products reach: the count-th largest of the maxima of many classes of them. −∞ where classes would be too
// small for that to be worth while.
template<class At>
float floorOf(const KeyRuns& candidates, Index count, const At& at)
{
    constexpr float kNone = -std::numeric_limits<float>::infinity();
    Index classes = 64;
    while (classes < 4 * count) classes *= 2;
    if (4 * classes > countOf(candidates)) return kNone;
    thread_local std::vector<float> maxima;
    maxima.assign(std::size_t(classes), kNone);
    float* const most = maxima.data();
    for (const Span& run : candidates) {
        const float* product = at(run.begin);
        for (Index begin = 0; begin < run.size(); begin += classes) {
            const Index end = std::min(classes, run.size() - begin);
            const float* const part = product + begin;
            for (Index i = 0; i < end; ++i) most[i] = most[i] < part[i] ? part[i] : most[i];
        }
    }
    std::nth_element(maxima.begin(), maxima.begin() + (count - 1), maxima.end(), std::greater{});
    return maxima[std::size_t(count - 1)];
}

float thresholdOf(const std::vector<Product>& products, Index count)
{
    thread_local std::vector<float> values;
    values.clear();
    for (const Product& product : products) values.push_back(product.value);
    std::nth_element(values.begin(), values.begin() + (count - 1), values.end(), std::greater{});
    return values[std::size_t(count - 1)];
}

}   // namespace

// |fl(q·k) − q·k| ≤ γ_d·|q|·|k| in any order of the sum, γ_d = d·u/(1 − d·u), u = 2⁻²⁴ (Higham 2002, section 3.1), and what underflows. So a product
// that is above the count-th largest float by more than twice that is among the best, and one that is below it by more is not.
double RankedProducts::errorBound(Index row, Index last) const
{
    const double d = double(m_q.width()), unit = 0x1p-24;
    const double longest = 1.0001 * double(m_longest[std::size_t(last)]);   // it was rounded to a float
    return (d + 2.0) * unit / (1.0 - d * unit) * normOf(m_q.row(m_head, row), m_q.width()) * longest + d * 0x1p-126;
}

KeyRuns RankedProducts::bestOf(Index row, const KeyRuns& candidates, Index count, const Panel& panel) const
{
    const auto at = [&](Index j) { return panel.at(row, j); };
    const double margin = 2.0 * errorBound(row, candidates.back().end - 1);
    const auto finite = [&](const Span& run) { return rows::allFinite(at(run.begin), run.size()); };
    if (!std::isfinite(margin) || !std::ranges::all_of(candidates, finite)) return bestInDouble(row, candidates, count);

    // What lies further below than the margin is not among the best. The float next below, because the difference is rounded.
    const float floor = std::nextafter(float(double(floorOf(candidates, count, at)) - margin), -std::numeric_limits<float>::infinity());
    thread_local std::vector<Product> high;
    high.clear();
    for (const Span& run : candidates) {
        const float* product = at(run.begin);
        for (Index i = 0; i < run.size(); ++i)
            if (product[i] >= floor) high.push_back({product[i], run.begin + i});
    }
    const double threshold = double(thresholdOf(high, count));
    std::vector<Index> sure, close;
    for (const Product& product : high) {
        if (double(product.value) > threshold + margin)
            sure.push_back(product.index);
        else if (double(product.value) >= threshold - margin)
            close.push_back(product.index);
    }
    return unionOf(runsOf(sure), runsOf(bestOfClose(row, std::move(close), count - Index(sure.size()))));
}

// Of rows whose order single precision does not tell.
std::vector<Index> RankedProducts::bestOfClose(Index row, std::vector<Index> close, Index count) const
{
    if (Index(close.size()) <= count) return close;
    std::vector<ScoredIndex> exact;
    for (const Index other : close) exact.push_back(scored(row, other));
    return highest(std::move(exact), count);
}

KeyRuns RankedProducts::bestInDouble(Index row, const KeyRuns& candidates, Index count) const
{
    std::vector<ScoredIndex> all;
    for (const Span& run : candidates)
        for (Index j = run.begin; j < run.end; ++j) all.push_back(scored(row, j));
    return runsOf(highest(std::move(all), count));
}

ScoredIndex RankedProducts::scored(Index row, Index other) const
{
    return {exactProduct(m_q.row(m_head, row), m_others.row(m_otherHead, other), m_q.width()), other};
}

}   // namespace core
