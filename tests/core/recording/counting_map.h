// A map that counts how often somebody computes weights, and asks to stop at a chosen count: what a stop costs is counted, not timed.
#pragma once

#include <stop_token>

#include "core/recording/attention_map.h"

namespace core::test {

// For one thread: setThreadCount(1).
class CountingMap final : public AttentionMap {
public:
    static constexpr int kNever = -1;
    explicit CountingMap(MapPtr map, int stopAt = kNever) : m_map(std::move(map)), m_stopAt(stopAt) {}

    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

    [[nodiscard]] std::uint64_t id() const override { return m_map->id(); }
    [[nodiscard]] MatrixKind kind() const override { return m_map->kind(); }
    [[nodiscard]] Index queries() const override { return m_map->queries(); }
    [[nodiscard]] Index keys() const override { return m_map->keys(); }
    [[nodiscard]] bool allowed(Index query, Index key) const override { return m_map->allowed(query, key); }
    [[nodiscard]] KeyRuns allowedKeys(Index query) const override { return m_map->allowedKeys(query); }
    [[nodiscard]] Index allowedIn(Span rows, Span keys) const override { return m_map->allowedIn(rows, keys); }
    void weights(Span rows, Span keys, float* out) const override
    {
        m_map->weights(rows, keys, out);
        if (++m_calls == m_stopAt) m_stop.request_stop();
    }

private:
    MapPtr m_map;
    int m_stopAt;
    mutable int m_calls = 0;
    mutable std::stop_source m_stop;
};

// A token whose request has been made before anything began.
inline std::stop_token stoppedToken()
{
    std::stop_source stop;
    stop.request_stop();
    return stop.get_token();
}

}   // namespace core::test
