#include "ui/plot/tile_store.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <QHash>

namespace ui {

namespace {

constexpr core::Index kLeastCellWork = 16;   // the exponential and the bookkeeping of a cell, in multiply-adds

qsizetype bytesOf(const core::Tile& tile)
{
    return qsizetype(sizeof tile + (tile.maximum.size() + tile.mean.size()) * sizeof(float) + tile.allowed.size() * sizeof(std::uint32_t));
}

template<class Cache>
void forgetMap(Cache& cache, std::uint64_t map)
{
    const auto keys = cache.keys();
    for (const TileKey& key : keys)
        if (key.map == map) cache.remove(key);
}

int strength(CellCode code, MapName name)
{
    if (code == kAbsentCode || code >= kErrorCode || name == MapName::Weight) return code;
    return 1 + std::abs(2 * (code - kFirstCode) - (ColorMap::kEntries - 1));   // distance from the middle of the table, at most 256
}

}   // namespace

std::size_t qHash(const TileKey& key, std::size_t seed) noexcept
{
    return qHashMulti(seed, quint64(key.map), qint64(key.level), qint64(key.row), qint64(key.column));
}

CellCode strongerCode(CellCode a, CellCode b, MapName name) { return strength(a, name) >= strength(b, name) ? a : b; }

CellCode codeOf(float weight, bool allowed, const WeightScale& scale, const ColorMap& map)
{
    if (!allowed) return kAbsentCode;
    if (!std::isfinite(weight)) return kErrorCode;
    return CellCode(kFirstCode + map.index(scale.place(double(weight))));
}

MapName mapNameOf(const core::AttentionMap& map) { return map.kind() == core::MatrixKind::Signed ? MapName::Signed : MapName::Weight; }

bool isInstant(const core::AttentionMap& map) { return map.queries() * map.keys() * std::max(map.workPerCell(), kLeastCellWork) <= kInstantWork; }

TileStore::TileStore(Limits limits, Source source) :
    m_limits(limits), m_tiles(limits.tileBytes), m_codes(limits.codeBytes), m_source(std::move(source))
{
}

TilePtr TileStore::computedAtOnce(const core::MapPtr& map, const TileKey& key)
{
    return std::make_shared<const core::Tile>(*map->tile(key.level, key.row, key.column));
}

void TileStore::put(const TileKey& key, const TilePtr& tile) { m_tiles.insert(key, new TilePtr(tile), bytesOf(*tile)); }

CodeTilePtr TileStore::codes(const core::MapPtr& map, core::Index level, core::Index row, core::Index column, const WeightScale& scale)
{
    const TileKey key{map->id(), level, row, column};
    if (CodeTilePtr there = known(map, key, scale)) return there;
    const TilePtr tile = m_source(map, key);
    if (!tile) return nullptr;
    put(key, tile);
    return known(map, key, scale);
}

TileStore::Coarser TileStore::coarser(const core::MapPtr& map, core::Index level, core::Index row, core::Index column, const WeightScale& scale)
{
    for (core::Index n = 1; level + n < map->levels(); ++n)
        if (CodeTilePtr there = known(map, {map->id(), level + n, row >> n, column >> n}, scale)) return {std::move(there), n};
    return {};
}

CodeTilePtr TileStore::known(const core::MapPtr& map, const TileKey& key, const WeightScale& scale)
{
    if (scale != m_scale) m_codes.clear(), m_scale = scale;
    if (const CodeTilePtr* there = m_codes.object(key)) return *there;
    const TilePtr* held = m_tiles.object(key);
    if (!held) return nullptr;

    const core::Tile& tile = **held;
    const ColorMap& colors = ColorMap::of(mapNameOf(*map), {});   // places are the same in every look
    auto coded = std::make_shared<CodeTile>(CodeTile{.height = tile.height, .width = tile.width, .codes = {}});
    coded->codes.reserve(tile.maximum.size());
    for (std::size_t i = 0; i < tile.maximum.size(); ++i) coded->codes.push_back(codeOf(tile.maximum[i], tile.allowed[i] > 0, scale, colors));
    m_codes.insert(key, new CodeTilePtr(coded), qsizetype(coded->codes.size() * sizeof(CellCode) + sizeof(CodeTile)));
    return coded;
}

void TileStore::makeRoomFor(core::Index tiles)
{
    constexpr qsizetype cells = qsizetype(core::kTileCells) * core::kTileCells;
    constexpr qsizetype tileBytes = cells * qsizetype(2 * sizeof(float) + sizeof(std::uint32_t)) + qsizetype(sizeof(core::Tile));
    constexpr qsizetype codeBytes = cells * qsizetype(sizeof(CellCode)) + qsizetype(sizeof(CodeTile));
    m_tiles.setMaxCost(std::max(m_limits.tileBytes, qsizetype(tiles) * tileBytes));
    m_codes.setMaxCost(std::max(m_limits.codeBytes, qsizetype(tiles) * codeBytes));
}

void TileStore::forget(std::uint64_t map)
{
    forgetMap(m_tiles, map);
    forgetMap(m_codes, map);
}

}   // namespace ui
