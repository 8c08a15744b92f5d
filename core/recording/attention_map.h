// AttentionMap: the matrix that is not stored. Views know only this and the matrix kind.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/attention/block_layout.h"
#include "core/base/result.h"
#include "core/base/shape.h"
#include "core/recording/recording.h"

namespace core {

enum class MatrixKind { RowStochastic, SubStochastic, Signed, ExactlySparse };

inline constexpr Index kTileCells = 256;   // a tile is 256 × 256 cells of its level

struct Cell {
    float weight = 0.0f;
    bool allowed = false;   // false: the pair is absent, weight means nothing
};

// Level 0: exact cells. Level n: one cell pools 2ⁿ × 2ⁿ cells, maximum and mean over the allowed ones.
struct Tile {
    Index level = 0;
    Span rows;                           // matrix rows covered, clipped at N
    Span keys;                           // matrix columns covered
    Index height = 0;                    // cells of this tile
    Index width = 0;
    std::vector<float> maximum;          // [height × width]; for signed kinds the value of largest magnitude. 0 where nothing is allowed
    std::vector<float> mean;             // [height × width]; empty at level 0, where it equals maximum
    std::vector<std::uint32_t> allowed;  // [height × width]: number of allowed pairs below the cell; 0 is absent
};

struct StrongCell {
    Index query = 0;
    Index key = 0;
    float weight = 0.0f;
    friend bool operator==(const StrongCell&, const StrongCell&) = default;
};

class AttentionMap {
public:
    virtual ~AttentionMap() = default;
    [[nodiscard]] virtual std::uint64_t id() const = 0;                      // nextUniqueId(): key of tile caches
    [[nodiscard]] virtual MatrixKind kind() const = 0;
    [[nodiscard]] virtual Index queries() const = 0;
    [[nodiscard]] virtual Index keys() const = 0;
    [[nodiscard]] virtual bool allowed(Index query, Index key) const = 0;
    [[nodiscard]] virtual KeyRuns allowedKeys(Index query) const = 0;
    [[nodiscard]] virtual Index allowedIn(Span rows, Span keys) const = 0;   // number of allowed pairs of a rectangle
    [[nodiscard]] virtual Index workPerCell() const { return 1; }            // multiply-adds that one weight costs, roughly: d for a product of d
    // Exact weights of a rectangle inside the map, out [rows.size()][keys.size()], absent pairs as 0. Safe to call from many threads.
    virtual void weights(Span rows, Span keys, float* out) const = 0;

    [[nodiscard]] Cell cell(Index query, Index key) const;
    [[nodiscard]] RowVector<float> row(Index query) const;                   // [N_k], absent as 0
    [[nodiscard]] Index levels() const;                                      // number of levels; the last is one tile
    // Computed from exact cells in strips, whatever the level; a place outside the matrix gives a tile of height or width 0. level ≥ 0.
    // Errors: Cancelled, within milliseconds of the request however long the text is; OverBudget when the system's memory ends.
    [[nodiscard]] Result<Tile> tile(Index level, Index tileRow, Index tileColumn, const std::stop_token& stop = {}) const;
    // The n largest allowed cells of a region, largest first (by magnitude for signed kinds), ties by (query, key); NaN cells are left out.
    // Exact at any length and in bounded memory: a pass over the region that skips what the n best so far cannot be beaten by.
    // Errors: as for a tile.
    [[nodiscard]] Result<std::vector<StrongCell>> strongest(Index n, Span rows, Span keys, const std::stop_token& stop = {}) const;
};

using MapPtr = std::shared_ptr<const AttentionMap>;

// The recomputed softmax map of one recorded head; keeps the recording alive. Precondition: the head exists.
[[nodiscard]] MapPtr mapOf(RecordingPtr recording, HeadId head);

}   // namespace core
