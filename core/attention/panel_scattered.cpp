// Rows of a panel whose keys lie far apart: each key is fetched by itself, and tiles that hold few of them are never touched.
#include <algorithm>
#include <variant>

#include "core/attention/panel_worker.h"
#include "core/linalg/rows.h"

namespace core {

namespace {

template<class F>
void forEachKey(const KeyRuns& runs, const F& f)
{
    Index at = 0;
    for (const Span& run : runs)
        for (Index key = run.begin; key < run.end; ++key) f(key, at++);
}

}   // namespace

void PanelWorker::fetchScores(Index i)
{
    const KeyRuns& runs = m_mask.runs(i);
    m_scratch.fetched.assign(std::size_t(countOf(runs)), 0.0f);
    if (std::holds_alternative<MeanMechanism>(m_batch.mechanisms[std::size_t(m_head)])) return;
    const float* q = m_batch.q->row(m_head, m_rows.begin + i);
    forEachKey(runs, [&](Index key, Index at) {
        m_scratch.fetched[std::size_t(at)] = m_batch.scale * rows::dot(q, m_batch.k->row(m_kvHead, key), m_width);
    });
}

void PanelWorker::absorbScattered(Index i)
{
    fetchScores(i);
    std::vector<float>& p = m_scratch.fetched;
    float& m = m_scratch.m[std::size_t(i)] = rows::max(p.data(), Index(p.size()));
    m_scratch.l[std::size_t(i)] = rows::expSubtract(p.data(), Index(p.size()), m);
    float* out = m_scratch.output.data() + i * m_width;
    std::fill(out, out + m_width, 0.0f);
    if (std::holds_alternative<OffMechanism>(m_batch.mechanisms[std::size_t(m_head)])) return;
    forEachKey(m_mask.runs(i), [&](Index key, Index at) { rows::addScaled(out, m_batch.v->row(m_kvHead, key), m_width, p[std::size_t(at)]); });
}

void PanelWorker::showScattered(Index i, const Group& group)
{
    float* s = m_scratch.scores() + i * strideOf(group);
    std::fill(s, s + group.width, 0.0f);
    fetchScores(i);
    rows::expSubtract(m_scratch.fetched.data(), Index(m_scratch.fetched.size()), m_lse[std::size_t(i)]);
    auto part = group.parts.begin();
    forEachKey(m_mask.runs(i), [&](Index key, Index at) {
        for (; part != group.parts.end() && part->end <= key; ++part) s += part->size();
        if (part != group.parts.end() && part->contains(key)) s[key - part->begin] = m_scratch.fetched[std::size_t(at)];
    });
}

}   // namespace core
