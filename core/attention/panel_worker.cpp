#include "core/attention/panel_worker.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>

#include "core/linalg/matmul.h"
#include "core/linalg/rows.h"

namespace core {

namespace {

constexpr float kEmpty = -std::numeric_limits<float>::infinity();
constexpr Index kTile = 64;   // finest step in which absent keys are skipped by products
constexpr Index kLine = 16;   // floats of a cache line; rows are an odd number of lines apart, so that they start in different cache sets
constexpr Index kHighest = 128;
constexpr std::align_val_t kAlignment{std::size_t(kLine) * sizeof(float)};

bool isMean(const HeadBatch& batch, Index head) { return std::holds_alternative<MeanMechanism>(batch.mechanisms[std::size_t(head)]); }
bool isOff(const HeadBatch& batch, Index head) { return std::holds_alternative<OffMechanism>(batch.mechanisms[std::size_t(head)]); }

// Calls f(block, keys of the block counted from its start, column) for the pieces of `keys` that lie in one block each.
template<class F>
void forEachBlock(Span keys, const F& f)
{
    for (Index begin = keys.begin; begin < keys.end;) {
        const Index block = begin / kBlockRows, end = std::min(keys.end, (block + 1) * kBlockRows);
        f(block, Span{begin - block * kBlockRows, end - block * kBlockRows}, begin - keys.begin);
        begin = end;
    }
}

}   // namespace

Index panelHeight(Index keys)
{
    // Up to 4096 keys a whole panel of scores fits the scratch memory; longer rows are absorbed group by group.
    return keys > 2048 && keys <= 4096 ? kHighest / 2 : kHighest;
}

PanelScratch::PanelScratch() : m_scores(static_cast<float*>(::operator new(std::size_t(kScores + kHighest * kLine) * sizeof(float), kAlignment))) {}
void PanelScratch::Free::operator()(float* memory) const { ::operator delete(memory, kAlignment); }

PanelWorker::PanelWorker(const HeadBatch& batch, Index head, Span rows, RowObserver* observer, const std::stop_token& stop, PanelScratch& scratch) :
    m_batch(batch),
    m_head(head),
    m_kvHead(head / (batch.q->heads() / batch.k->heads())),
    m_rows(rows),
    m_width(batch.q->width()),
    m_observer(observer),
    m_stop(stop),
    m_scratch(scratch),
    m_layout(*batch.layouts[std::size_t(head)]),
    m_mask(m_layout, rows),
    m_onlyFetches(m_mask.allScattered())
{
    m_scratch.output.resize(std::size_t(rows.size() * m_width));
    m_scratch.m.resize(std::size_t(rows.size()));
    m_scratch.l.resize(std::size_t(rows.size()));
    m_lse.resize(std::size_t(rows.size()));
    cutIntoGroups();
}

std::optional<Index> PanelWorker::run(float* out, Index outStride, float* lse, Index lseStride)
{
    absorbAll(Values::AsTheyAre);
    // 0 · NaN is NaN: a value that no query of this panel may see has been touched by the product. Do it again without such values.
    if (!stopped() && !rows::allFinite(m_scratch.output.data(), Index(m_scratch.output.size()))) absorbAll(Values::FiniteOnly);
    if (stopped()) return std::nullopt;
    finish(out, outStride, lse, lseStride);
    if (const auto bad = firstBadRow()) return bad;
    if (m_observer) observe();
    return std::nullopt;
}

// Where rows chose their keys, what the others of the panel chose must not reach a row even by how its sums are rounded: later rows of a panel are
// the future of earlier ones. So sums end with each tile, and groups where the number of keys alone says.
void PanelWorker::cutIntoGroups()
{
    if (m_onlyFetches && !m_observer) return;   // groups are what an observer sees
    const Index limit = PanelScratch::kScores / panelHeight(m_layout.keys());
    const bool chosen = m_layout.chosen().has_value();
    const auto isFull = [&](const Group& group, Index next) {
        return chosen ? next / limit != group.parts.front().begin / limit : group.width >= limit;
    };
    for (Span run : m_mask.touchedTiles(kTile)) {
        while (!run.empty()) {
            if (m_groups.empty() || isFull(m_groups.back(), run.begin)) m_groups.emplace_back();
            Group& group = m_groups.back();
            const Span part{run.begin, std::min(run.end, run.begin + (chosen ? kTile : limit - group.width))};
            group.parts.push_back(part);
            group.width += part.size();
            run.begin = part.end;
        }
    }
}

Index PanelWorker::strideOf(const Group& group) { return (ceilDiv(group.width, kLine) | 1) * kLine; }

void PanelWorker::absorbAll(Values values)
{
    std::fill(m_scratch.output.begin(), m_scratch.output.end(), 0.0f);
    std::fill(m_scratch.m.begin(), m_scratch.m.end(), kEmpty);
    std::fill(m_scratch.l.begin(), m_scratch.l.end(), 0.0f);
    for (const Group& group : m_groups) {
        if (m_onlyFetches) break;
        if (stopped()) return;
        scoresOf(group);
        for (Index i = 0; i < m_rows.size(); ++i) absorbRow(i, group);
        if (!isOff(m_batch, m_head)) addValues(group, values);
    }
    for (Index i = 0; i < m_rows.size() && !stopped(); ++i)
        if (m_mask.isScattered(i)) absorbScattered(i);
}

// S = tau · Q · Kᵀ; all scores of the mean mechanism are 0.
void PanelWorker::scoresOf(const Group& group)
{
    const Index ld = strideOf(group);
    float* s = m_scratch.scores();
    if (isMean(m_batch, m_head)) return std::fill(s, s + m_rows.size() * ld, 0.0f);
    const float* q = m_batch.q->row(m_head, m_rows.begin);
    for (const Span& part : group.parts) {
        forEachBlock(part, [&](Index block, Span keys, Index column) {
            const float* k = m_batch.k->panel(m_kvHead, block) + keys.begin * m_width;
            gemm(Op::None, Op::Transposed, m_rows.size(), keys.size(), m_width, m_batch.scale, q, m_width, k, m_width, 0.0f, s + column, ld);
        });
        s += part.size();
    }
}

// m' = max(m, max s);   l ← e^(m − m')·l + Σ e^(s − m');   acc ← e^(m − m')·acc, to which addValues adds Σ e^(s − m')·v.
void PanelWorker::absorbRow(Index i, const Group& group)
{
    float* s = m_scratch.scores() + i * strideOf(group);
    if (m_mask.isScattered(i)) return std::fill(s, s + group.width, 0.0f);   // adds nothing
    float& m = m_scratch.m[std::size_t(i)];
    float& l = m_scratch.l[std::size_t(i)];
    thread_local std::vector<Span> hulls;   // by columns of the group
    hulls.clear();
    float next = m;
    Index column = 0;
    for (const Span& part : group.parts) {
        const Span hull = m_mask.apply(i, part, s + column);
        if (!hull.empty()) {
            hulls.push_back({column + hull.begin, column + hull.end});
            next = std::max(rows::max(s + column + hull.begin, hull.size()), next);   // in this order a NaN is kept
        }
        column += part.size();
    }
    if (hulls.empty()) return;
    if (m != next && m != kEmpty) {
        const float factor = std::exp(m - next);
        l *= factor;
        rows::scale(m_scratch.output.data() + i * m_width, m_width, factor);
    }
    m = next;
    for (const Span& hull : hulls) l += rows::expSubtract(s + hull.begin, hull.size(), m);
}

void PanelWorker::addValues(const Group& group, Values values)
{
    const Index ld = strideOf(group);
    const float* p = m_scratch.scores();
    for (const Span& part : group.parts) {
        forEachBlock(part, [&](Index block, Span keys, Index column) {
            const float* v = values == Values::AsTheyAre ? m_batch.v->panel(m_kvHead, block) + keys.begin * m_width : finiteValues(block, keys);
            gemm(Op::None, Op::None, m_rows.size(), m_width, keys.size(), 1.0f, p + column, ld, v, m_width, 1.0f, m_scratch.output.data(), m_width);
        });
        p += part.size();
    }
}

// A copy in which rows that are not finite are 0. A query that may see such a row has no finite output: that is reported.
const float* PanelWorker::finiteValues(Index block, Span keys)
{
    const float* v = m_batch.v->panel(m_kvHead, block) + keys.begin * m_width;
    m_scratch.values.assign(v, v + keys.size() * m_width);
    for (Index j = 0; j < keys.size(); ++j) {
        float* row = m_scratch.values.data() + j * m_width;
        if (rows::allFinite(row, m_width)) continue;
        std::fill(row, row + m_width, 0.0f);
        for (Index i = 0; i < m_rows.size(); ++i)
            if (m_mask.allows(i, block * kBlockRows + keys.begin + j) && (!m_badRow || i < *m_badRow)) m_badRow = i;
    }
    return m_scratch.values.data();
}

// O = acc / l,   lse = m + ln l;   a row without keys has O = 0, lse = −∞.
void PanelWorker::finish(float* out, Index outStride, float* lse, Index lseStride)
{
    for (Index i = 0; i < m_rows.size(); ++i) {
        const float m = m_scratch.m[std::size_t(i)], l = m_scratch.l[std::size_t(i)];
        m_lse[std::size_t(i)] = lse[i * lseStride] = l == 0.0f ? kEmpty : m + std::log(l);
        float* row = m_scratch.output.data() + i * m_width;
        if (l != 0.0f) rows::scale(row, m_width, 1.0f / l);
        std::copy_n(row, m_width, out + i * outStride);
    }
}

std::optional<Index> PanelWorker::firstBadRow() const
{
    for (Index i = 0; i < m_rows.size(); ++i) {
        // Finite values may have a sum that is not: it is not hidden from a reader because no later layer happens to use the row.
        const bool fine = std::isfinite(m_scratch.l[std::size_t(i)]) && rows::allFinite(m_scratch.output.data() + i * m_width, m_width);
        if (!fine || (m_badRow && *m_badRow == i)) return m_rows.begin + i;
    }
    return std::nullopt;
}

// Shows the finished weights. A single group's e^(s − m) are still in the scratch memory; several groups are computed once more.
void PanelWorker::observe()
{
    for (const Group& group : m_groups) {
        if (stopped()) return;
        const Index ld = strideOf(group);
        if (m_groups.size() > 1 && !m_onlyFetches) scoresOf(group);
        for (Index i = 0; i < m_rows.size(); ++i) {
            float* s = m_scratch.scores() + i * ld;
            if (m_mask.isScattered(i)) {
                showScattered(i, group);
                continue;
            }
            if (m_groups.size() == 1) {
                if (m_scratch.l[std::size_t(i)] != 0.0f) rows::scale(s, group.width, 1.0f / m_scratch.l[std::size_t(i)]);
                continue;
            }
            for (const Span& part : group.parts) {
                const Span hull = m_mask.apply(i, part, s);
                if (!hull.empty()) rows::expSubtract(s + hull.begin, hull.size(), m_lse[std::size_t(i)]);
                s += part.size();
            }
        }
        const float* weights = m_scratch.scores();
        for (const Span& part : group.parts) {
            m_observer->panel(
                {.head = m_head, .rows = m_rows, .keys = part, .weights = weights, .stride = ld, .lse = m_lse.data(), .layout = &m_layout});
            weights += part.size();
        }
    }
}

}   // namespace core
