// mapOf, restrictedMap: P_ij = exp(S_ij − lse_i), recomputed from a recording whenever somebody looks.
#include <cmath>

#include "core/attention/attention_backend.h"
#include "core/base/unique_id.h"
#include "core/recording/restricted_map.h"

namespace core {

namespace {

// The rows of a head that depend on which keys exist.
struct Rows {
    LayoutPtr layout;
    HeadRows lse;   // [1][N][1], or all heads of the layer
    Index lseHead = 0;
};

class SoftmaxMap final : public AttentionMap {
public:
    SoftmaxMap(RecordingPtr recording, HeadId head, Rows rows, const Mechanism& mechanism) :
        m_recording(std::move(recording)),
        m_site(m_recording->sites[std::size_t(head.layer)]),
        m_rows(std::move(rows)),
        m_layout(*m_rows.layout),
        m_mechanism(mechanism),
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
                          .lse = &m_rows.lse,
                          .head = m_head,
                          .kvHead = m_site.kvHeadOf(m_head),
                          .lseHead = m_rows.lseHead,
                          .scale = m_site.scale,
                          .layout = &m_layout,
                          .mechanism = &m_mechanism},
                         rows, keys, out);
    }

private:
    std::uint64_t m_id = nextUniqueId();
    RecordingPtr m_recording;   // owns what the references below refer to
    const AttentionSite& m_site;
    Rows m_rows;
    const BlockLayout& m_layout;
    Mechanism m_mechanism;
    Index m_head;
};

// changed − own. What `changed` lacks counts as 0 there: the whole weight is lost.
class DifferenceMap final : public AttentionMap {
public:
    DifferenceMap(MapPtr changed, MapPtr own) : m_changed(std::move(changed)), m_own(std::move(own)) {}

    [[nodiscard]] std::uint64_t id() const override { return m_id; }
    [[nodiscard]] MatrixKind kind() const override { return MatrixKind::Signed; }
    [[nodiscard]] Index queries() const override { return m_own->queries(); }
    [[nodiscard]] Index keys() const override { return m_own->keys(); }
    [[nodiscard]] bool allowed(Index query, Index key) const override { return m_own->allowed(query, key); }
    [[nodiscard]] KeyRuns allowedKeys(Index query) const override { return m_own->allowedKeys(query); }
    [[nodiscard]] Index allowedIn(Span rows, Span keys) const override { return m_own->allowedIn(rows, keys); }
    [[nodiscard]] Index workPerCell() const override { return m_changed->workPerCell() + m_own->workPerCell(); }
    void weights(Span rows, Span keys, float* out) const override
    {
        std::vector<float> own(std::size_t(rows.size() * keys.size()));
        m_changed->weights(rows, keys, out);
        m_own->weights(rows, keys, own.data());
        for (const float weight : own) *out++ -= weight;
    }

private:
    std::uint64_t m_id = nextUniqueId();
    MapPtr m_changed;
    MapPtr m_own;
};

}   // namespace

MapPtr mapOf(RecordingPtr recording, HeadId head)
{
    const AttentionSite& site = recording->sites[std::size_t(head.layer)];
    const auto index = std::size_t(head.head);
    return std::make_shared<const SoftmaxMap>(recording, head, Rows{site.layouts[index], site.lse, head.head}, site.mechanisms[index]);
}

MapPtr restrictedMap(RecordingPtr recording, HeadId head, LayoutPtr layout, HeadRows lse)
{
    return std::make_shared<const SoftmaxMap>(std::move(recording), head, Rows{std::move(layout), std::move(lse)}, SoftmaxMechanism{});
}

MapPtr pairsMap(RecordingPtr recording, HeadId head, LayoutPtr layout)
{
    RowMatrix lse(layout->queries(), 1);   // of n_i scores of 0
    for (Index i = 0; i < lse.rows(); ++i) lse(i, 0) = std::log(float(layout->rowCount(i)));
    HeadRows rows = HeadRows(1, 1).appended(lse.data(), lse.rows(), 1);
    return std::make_shared<const SoftmaxMap>(std::move(recording), head, Rows{std::move(layout), std::move(rows)}, MeanMechanism{});
}

MapPtr differenceMap(MapPtr changed, MapPtr own) { return std::make_shared<const DifferenceMap>(std::move(changed), std::move(own)); }

}   // namespace core
