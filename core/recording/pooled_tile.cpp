// AttentionMap::tile: any level is pooled from exact cells, in strips, so that a picture of the whole text never needs the whole matrix.
#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"
#include "core/linalg/rows.h"
#include "core/recording/attention_map.h"
#include "core/recording/weight_strips.h"

namespace core {

namespace {

constexpr Index kBandRows = 64;   // matrix rows of one parallel piece of work, at least one row of pooled cells

// NaN stays: a broken row must be seen at every level.
float strongerOf(float held, float value, MatrixKind kind)
{
    if (std::isnan(held)) return held;
    if (kind == MatrixKind::Signed) return std::abs(held) >= std::abs(value) ? held : value;
    return held >= value ? held : value;
}

float strongestOf(const float* values, Index n, MatrixKind kind)
{
    if (kind != MatrixKind::Signed && n >= 16) return rows::max(values, n);   // below 16 the call costs more than the loop
    float result = values[0];
    for (Index i = 1; i < n; ++i) result = strongerOf(result, values[i], kind);
    return result;
}

// Pools the rows of one band of cells into the tile. Sums are kept in double: a mean over 65,536² cells loses nothing that can be seen.
class PooledBand {
public:
    PooledBand(Tile& tile, MatrixKind kind) : m_tile(tile), m_kind(kind), m_step(Index(1) << tile.level) {}

    // cells: rows of the tile; every row is in one band only, so bands may run side by side.
    void fill(const AttentionMap& map, Span cells)
    {
        m_first = cells.begin;
        m_sums.assign(std::size_t(cells.size() * m_tile.width), 0.0);
        const Span rows{m_tile.rows.begin + cells.begin * m_step, std::min(m_tile.rows.begin + cells.end * m_step, m_tile.rows.end)};
        forEachStrip(map, rows, m_tile.keys, [&](const WeightStrip& strip) { absorb(strip); });
        if (m_tile.level == 0) return;
        for (Index i = 0; i < Index(m_sums.size()); ++i) {
            const std::size_t cell = std::size_t(m_first * m_tile.width + i);
            if (m_tile.allowed[cell] > 0) m_tile.mean[cell] = float(m_sums[std::size_t(i)] / double(m_tile.allowed[cell]));
        }
    }

private:
    void absorb(const WeightStrip& strip)
    {
        for (Index row = strip.rows.begin; row < strip.rows.end; ++row) {
            const Index cellRow = (row - m_tile.rows.begin) / m_step;
            for (const Span run : strip.runsOf(row))
                for (Index key = run.begin; key < run.end;) {
                    const Index column = (key - m_tile.keys.begin) / m_step;
                    const Index end = std::min(run.end, m_tile.keys.begin + (column + 1) * m_step);
                    absorbSegment(cellRow, column, strip.from(row, key), end - key);
                    key = end;
                }
        }
    }

    void absorbSegment(Index cellRow, Index column, const float* values, Index n)
    {
        const std::size_t cell = std::size_t(cellRow * m_tile.width + column);
        const float value = strongestOf(values, n, m_kind);
        m_tile.maximum[cell] = m_tile.allowed[cell] == 0 ? value : strongerOf(m_tile.maximum[cell], value, m_kind);
        m_tile.allowed[cell] += std::uint32_t(n);
        double& sum = m_sums[std::size_t((cellRow - m_first) * m_tile.width + column)];
        for (Index i = 0; i < n; ++i) sum += double(values[i]);
    }

    Tile& m_tile;
    MatrixKind m_kind;
    Index m_step;
    Index m_first = 0;            // row of the tile that m_sums begins with
    std::vector<double> m_sums;   // [cells of the band][width]
};

Span cellsOfTile(Index tile, Index total)
{
    return {std::clamp(tile * kTileCells, Index(0), total), std::clamp((tile + 1) * kTileCells, Index(0), total)};
}

}   // namespace

Tile AttentionMap::tile(Index level, Index tileRow, Index tileColumn) const
{
    const Index step = Index(1) << level;
    const Span down = cellsOfTile(tileRow, ceilDiv(queries(), step)), across = cellsOfTile(tileColumn, ceilDiv(keys(), step));
    Tile tile{.level = level,
              .rows = {down.begin * step, std::min(down.end * step, queries())},
              .keys = {across.begin * step, std::min(across.end * step, keys())},
              .height = down.size(),
              .width = across.size(),
              .maximum = {},
              .mean = {},
              .allowed = {}};
    const std::size_t cells = std::size_t(tile.height * tile.width);
    tile.maximum.assign(cells, 0.0f);
    tile.allowed.assign(cells, 0);
    if (level > 0) tile.mean.assign(cells, 0.0f);
    const Index bandCells = std::max(Index(1), kBandRows / step);
    parallelFor(ceilDiv(tile.height, bandCells), [&](Index band) {
        PooledBand(tile, kind()).fill(*this, {band * bandCells, std::min((band + 1) * bandCells, tile.height)});
    });
    return tile;
}

}   // namespace core
