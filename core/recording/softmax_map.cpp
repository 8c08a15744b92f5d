// mapOf: P_ij = exp(S_ij − lse_i), recomputed from a recording whenever somebody looks.
#include "core/attention/attention_backend.h"
#include "core/base/unique_id.h"
#include "core/recording/attention_map.h"

namespace core {

namespace {

class SoftmaxMap final : public AttentionMap {
public:
    SoftmaxMap(RecordingPtr recording, HeadId head) :
        m_recording(std::move(recording)),
        m_site(m_recording->sites[std::size_t(head.layer)]),
        m_layout(*m_site.layouts[std::size_t(head.head)]),
        m_mechanism(m_site.mechanisms[std::size_t(head.head)]),
        m_head(head.head)
    {
    }

    [[nodiscard]] std::uint64_t id() const override { return m_id; }
    // Also for a head that is off: it writes nothing, and can still be looked at.
    [[nodiscard]] MatrixKind kind() const override { return MatrixKind::RowStochastic; }
    [[nodiscard]] Index queries() const override { return m_layout.queries(); }
    [[nodiscard]] Index keys() const override { return m_layout.keys(); }
    [[nodiscard]] bool allowed(Index query, Index key) const override { return m_layout.allows(query, key); }
    [[nodiscard]] KeyRuns allowedKeys(Index query) const override { return m_layout.row(query); }
    [[nodiscard]] Index allowedIn(Span rows, Span keys) const override { return m_layout.pairsIn(rows, keys); }
    [[nodiscard]] Index workPerCell() const override { return m_site.q.width(); }
    void weights(Span rows, Span keys, float* out) const override
    {
        if (rows.empty() || keys.empty()) return;
        recomputeWeights({.q = &m_site.q,
                          .k = &m_site.k,
                          .lse = &m_site.lse,
                          .head = m_head,
                          .kvHead = m_site.kvHeadOf(m_head),
                          .scale = m_site.scale,
                          .layout = &m_layout,
                          .mechanism = &m_mechanism},
                         rows, keys, out);
    }

private:
    std::uint64_t m_id = nextUniqueId();
    RecordingPtr m_recording;   // owns what the references below refer to
    const AttentionSite& m_site;
    const BlockLayout& m_layout;
    const Mechanism& m_mechanism;
    Index m_head;
};

}   // namespace

MapPtr mapOf(RecordingPtr recording, HeadId head) { return std::make_shared<const SoftmaxMap>(std::move(recording), head); }

}   // namespace core
