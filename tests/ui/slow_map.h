// A map that is too expensive for the GUI thread, and waits at a latch whenever another thread asks it for weights.
#pragma once

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "latch.h"
#include "tests/ui/plot_maps.h"
#include "ui/plot/tile_store.h"

namespace test {

// What happened to a slow map; outlives it.
struct SlowMapLog {
    Latch latch;
    std::atomic<core::Index> cellsOnGuiThread = 0;
    std::mutex access;
    std::vector<std::pair<core::Span, core::Span>> elsewhere;   // rows and keys asked for by other threads, as the calls came in

    [[nodiscard]] std::vector<std::pair<core::Span, core::Span>> calls()
    {
        const std::scoped_lock lock(access);
        return elsewhere;
    }
};

class SlowMap final : public core::AttentionMap {
public:
    SlowMap(core::MapPtr map, SlowMapLog& log) : m_map(std::move(map)), m_log(log) {}

    [[nodiscard]] std::uint64_t id() const override { return m_map->id(); }
    [[nodiscard]] core::MatrixKind kind() const override { return m_map->kind(); }
    [[nodiscard]] core::Index queries() const override { return m_map->queries(); }
    [[nodiscard]] core::Index keys() const override { return m_map->keys(); }
    [[nodiscard]] bool allowed(core::Index query, core::Index key) const override { return m_map->allowed(query, key); }
    [[nodiscard]] core::KeyRuns allowedKeys(core::Index query) const override { return m_map->allowedKeys(query); }
    [[nodiscard]] core::Index allowedIn(core::Span rows, core::Span keys) const override { return m_map->allowedIn(rows, keys); }
    [[nodiscard]] core::Index workPerCell() const override { return ui::kInstantWork; }
    void weights(core::Span rows, core::Span keys, float* out) const override
    {
        if (std::this_thread::get_id() == m_guiThread) {
            m_log.cellsOnGuiThread += rows.size() * keys.size();
        } else {
            {
                const std::scoped_lock lock(m_log.access);
                m_log.elsewhere.emplace_back(rows, keys);
            }
            m_log.latch.pass();
        }
        m_map->weights(rows, keys, out);
    }

private:
    core::MapPtr m_map;
    SlowMapLog& m_log;
    std::thread::id m_guiThread = std::this_thread::get_id();   // tests make their maps there
};

}   // namespace test
