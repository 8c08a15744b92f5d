#include "ui/plot/tile_loader.h"

#include <algorithm>

namespace ui {

namespace {

// A tile is computed by all cores; a second one keeps them busy while the first is delivered.
constexpr std::size_t kSlots = 2;

std::optional<TilePtr> computed(const TileRequest& request, const std::stop_token& stop)
{
    core::Result<core::Tile> tile = request.map->tile(request.key.level, request.key.row, request.key.column, stop);
    if (!tile) return std::nullopt;
    return std::make_shared<const core::Tile>(std::move(*tile));
}

}   // namespace

TileLoader::TileLoader(QObject* parent) : QObject(parent)
{
    for (std::size_t i = 0; i < kSlots; ++i)
        m_slots.push_back(std::unique_ptr<Slot>(
            new Slot{.key = {}, .task = LatestTask<TilePtr>([this, i](std::optional<TilePtr> tile) { deliver(i, std::move(tile)); })}));
}

TileLoader::~TileLoader() = default;

void TileLoader::want(std::vector<TileRequest> requests)
{
    for (const auto& slot : m_slots) {
        if (!slot->task.busy()) continue;
        const auto known = std::find_if(requests.begin(), requests.end(), [&](const TileRequest& r) { return r.key == slot->key; });
        if (known == requests.end())
            slot->task.stop();
        else
            requests.erase(known);
    }
    m_waiting = std::move(requests);
    startNext();
}

bool TileLoader::busy() const
{
    return std::any_of(m_slots.begin(), m_slots.end(), [](const auto& slot) { return slot->task.busy(); });
}

void TileLoader::startNext()
{
    for (const auto& slot : m_slots) {
        if (m_waiting.empty()) return;
        if (slot->task.busy()) continue;
        const TileRequest next = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        slot->key = next.key;
        slot->task.start([next](const std::stop_token& stop) { return computed(next, stop); });
    }
}

void TileLoader::deliver(std::size_t slot, std::optional<TilePtr> tile)
{
    const TileKey key = m_slots[slot]->key;
    startNext();
    if (tile) Q_EMIT ready(key, *tile);
}

}   // namespace ui
