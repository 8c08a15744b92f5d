#include "core/recording/matrix_map.h"

#include <cassert>

#include "core/base/unique_id.h"

namespace core {

namespace {

class MatrixMap final : public AttentionMap {
public:
    MatrixMap(RowMatrix weights, AllowedMatrix allowed, MatrixKind kind) : m_weights(std::move(weights)), m_allowed(std::move(allowed)), m_kind(kind)
    {
        assert(m_weights.rows() == m_allowed.rows() && m_weights.cols() == m_allowed.cols());
        for (Index i = 0; i < m_weights.size(); ++i)
            if (m_allowed.data()[i] == 0) m_weights.data()[i] = 0.0f;
    }

    [[nodiscard]] std::uint64_t id() const override { return m_id; }
    [[nodiscard]] MatrixKind kind() const override { return m_kind; }
    [[nodiscard]] Index queries() const override { return m_weights.rows(); }
    [[nodiscard]] Index keys() const override { return m_weights.cols(); }
    [[nodiscard]] bool allowed(Index query, Index key) const override { return m_allowed(query, key) != 0; }

    [[nodiscard]] KeyRuns allowedKeys(Index query) const override
    {
        KeyRuns runs;
        for (Index key = 0; key < keys(); ++key) {
            if (!allowed(query, key)) continue;
            if (!runs.empty() && runs.back().end == key)
                ++runs.back().end;
            else
                runs.push_back({key, key + 1});
        }
        return runs;
    }

    [[nodiscard]] Index allowedIn(Span rows, Span keys) const override
    {
        return (m_allowed.block(rows.begin, keys.begin, rows.size(), keys.size()).array() != 0).count();
    }

    void weights(Span rows, Span keys, float* out) const override
    {
        if (rows.empty() || keys.empty()) return;
        Eigen::Map<RowMatrix>(out, rows.size(), keys.size()) = m_weights.block(rows.begin, keys.begin, rows.size(), keys.size());
    }

private:
    std::uint64_t m_id = nextUniqueId();
    RowMatrix m_weights;
    AllowedMatrix m_allowed;
    MatrixKind m_kind;
};

}   // namespace

MapPtr matrixMap(RowMatrix weights, AllowedMatrix allowed, MatrixKind kind)
{
    return std::make_shared<const MatrixMap>(std::move(weights), std::move(allowed), kind);
}

}   // namespace core
