// Two caches with byte limits: tiles of weights as the map computes them, and the same tiles as places on the colour bar.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include <QCache>

#include "core/recording/attention_map.h"
#include "ui/theme/color_map.h"

namespace ui {

// A cell as the painter needs it: nothing there, a table entry, broken, or not computed yet. Themes change the table and leave codes alone.
using CellCode = std::uint16_t;
inline constexpr CellCode kAbsentCode = 0;
inline constexpr CellCode kFirstCode = 1;                                 // table entry 0
inline constexpr CellCode kErrorCode = kFirstCode + ColorMap::kEntries;   // NaN and infinities
inline constexpr CellCode kPendingCode = kErrorCode + 1;                  // nothing is known of it yet; never in a CodeTile

struct CodeTile {
    core::Index height = 0;
    core::Index width = 0;
    std::vector<CellCode> codes;   // [height × width]
};
using TilePtr = std::shared_ptr<const core::Tile>;
using CodeTilePtr = std::shared_ptr<const CodeTile>;

struct TileKey {
    std::uint64_t map = 0;
    core::Index level = 0;
    core::Index row = 0;
    core::Index column = 0;
    friend bool operator==(const TileKey&, const TileKey&) = default;
};
[[nodiscard]] std::size_t qHash(const TileKey& key, std::size_t seed = 0) noexcept;

// The stronger of two codes: unknown before anything, then broken, then the larger weight (the larger size on signed maps), absent last.
[[nodiscard]] CellCode strongerCode(CellCode a, CellCode b, MapName name);
[[nodiscard]] CellCode codeOf(float weight, bool allowed, const WeightScale& scale, const ColorMap& map);

// Tiles that are not known come from a source: at once, or later by put().
class TileStore {
public:
    struct Limits {
        qsizetype tileBytes = qsizetype(96) << 20;
        qsizetype codeBytes = qsizetype(48) << 20;
    };
    // Computes a tile now, or starts computing it elsewhere and returns null: the picture then leaves the place open and is drawn again
    // when the tile is there.
    using Source = std::function<TilePtr(const core::MapPtr&, const TileKey&)>;

    // A tile in the place of a finer one: each of its cells stands for 2ⁿ × 2ⁿ cells of that level.
    struct Coarser {
        CodeTilePtr tile;   // null: there is none
        core::Index levels = 0;
    };

    TileStore() : TileStore(Limits{}) {}
    explicit TileStore(Limits limits, Source source = computedAtOnce);

    [[nodiscard]] CodeTilePtr codes(const core::MapPtr& map, core::Index level, core::Index row, core::Index column, const WeightScale& scale);
    // The nearest coarser level of which this place is known; asks the source for nothing.
    [[nodiscard]] Coarser coarser(const core::MapPtr& map, core::Index level, core::Index row, core::Index column, const WeightScale& scale);
    void put(const TileKey& key, const TilePtr& tile);
    void forget(std::uint64_t map);   // entries die with their map
    // A picture of so many tiles is about to be drawn: they all fit, whatever the limits say. Otherwise each would drive out the last, and
    // drawing would never come to an end.
    void makeRoomFor(core::Index tiles);

    [[nodiscard]] qsizetype tileBytes() const { return m_tiles.totalCost(); }
    [[nodiscard]] qsizetype codeBytes() const { return m_codes.totalCost(); }
    [[nodiscard]] static TilePtr computedAtOnce(const core::MapPtr& map, const TileKey& key);

private:
    [[nodiscard]] CodeTilePtr known(const core::MapPtr& map, const TileKey& key, const WeightScale& scale);   // null: neither codes nor tile

    Limits m_limits;
    QCache<TileKey, TilePtr> m_tiles;
    QCache<TileKey, CodeTilePtr> m_codes;   // of m_scale: another scale empties it
    WeightScale m_scale;
    Source m_source;
};

// What may be computed on the GUI thread, in multiply-adds: all weights of 256 tokens with heads of 64 dimensions, or a row of a long text.
// About a millisecond. Whatever costs more is computed elsewhere and arrives later.
inline constexpr core::Index kInstantWork = core::Index(1) << 22;
[[nodiscard]] bool isInstant(const core::AttentionMap& map);   // all its weights together

[[nodiscard]] MapName mapNameOf(const core::AttentionMap& map);

}   // namespace ui
