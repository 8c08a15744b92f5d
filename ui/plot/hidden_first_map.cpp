#include "ui/plot/hidden_first_map.h"

#include <algorithm>
#include <vector>

#include "core/base/unique_id.h"

namespace ui {

namespace {

using core::Index;
using core::Span;

class HiddenFirstMap final : public core::AttentionMap {
public:
    explicit HiddenFirstMap(core::MapPtr map) : m_map(std::move(map)), m_gain(std::size_t(m_map->queries()))
    {
        std::vector<float> first(m_gain.size());
        m_map->weights({0, m_map->queries()}, {0, 1}, first.data());
        std::transform(first.begin(), first.end(), m_gain.begin(), [](float w) { return leavesNothing(double(w)) ? 0.0 : 1.0 / (1.0 - double(w)); });
    }

    [[nodiscard]] std::uint64_t id() const override { return m_id; }
    [[nodiscard]] core::MatrixKind kind() const override { return m_map->kind(); }
    [[nodiscard]] Index queries() const override { return m_map->queries(); }
    [[nodiscard]] Index keys() const override { return m_map->keys(); }
    [[nodiscard]] bool allowed(Index query, Index key) const override
    {
        return key > 0 && m_gain[std::size_t(query)] != 0.0 && m_map->allowed(query, key);
    }
    [[nodiscard]] core::KeyRuns allowedKeys(Index query) const override
    {
        if (m_gain[std::size_t(query)] == 0.0) return {};
        core::KeyRuns runs = m_map->allowedKeys(query);
        if (!runs.empty() && runs.front().begin == 0 && ++runs.front().begin == runs.front().end) runs.erase(runs.begin());
        return runs;
    }
    [[nodiscard]] Index allowedIn(Span rows, Span keys) const override
    {
        Index count = 0;
        for (Index i = rows.begin; i < rows.end; ++i)
            for (const Span run : allowedKeys(i)) count += std::max<Index>(0, std::min(run.end, keys.end) - std::max(run.begin, keys.begin));
        return count;
    }
    [[nodiscard]] Index workPerCell() const override { return m_map->workPerCell(); }
    void weights(Span rows, Span keys, float* out) const override
    {
        m_map->weights(rows, keys, out);
        for (Index i = rows.begin; i < rows.end; ++i, out += keys.size()) {
            const double gain = m_gain[std::size_t(i)];
            for (Index j = 0; j < keys.size(); ++j) out[j] = keys.begin + j == 0 || gain == 0.0 ? 0.0f : float(double(out[j]) * gain);
        }
    }

private:
    core::MapPtr m_map;
    std::vector<double> m_gain;   // [N_q], 1 / (1 − w(i, 0)); 0 where nothing is left; NaN where w(i, 0) is NaN
    std::uint64_t m_id = core::nextUniqueId();
};

}   // namespace

core::MapPtr withoutFirstToken(core::MapPtr map)
{
    if (!map || map->keys() == 0 || map->queries() == 0) return map;
    return std::make_shared<const HiddenFirstMap>(std::move(map));
}

}   // namespace ui
