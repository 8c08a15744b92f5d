// AttentionMap::tile: any level is pooled from exact cells, in strips, so that a picture of the whole text never needs the whole matrix.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/out_of_memory.h"
#include "core/base/parallel.h"
#include "core/recording/attention_map.h"
#include "core/recording/weight_strips.h"

namespace core {

namespace {

constexpr Index kBandRows = 64;   // matrix rows of one parallel piece of work, at least one row of pooled cells

// What the maximum of nothing is, so that any value replaces it.
float neutralOf(MatrixKind kind) { return kind == MatrixKind::Signed ? 0.0f : -std::numeric_limits<float>::infinity(); }

float strongerOf(float held, float value, MatrixKind kind)
{
    const bool keep = kind == MatrixKind::Signed ? std::abs(held) >= std::abs(value) : held >= value;
    return keep ? held : value;
}

// held ← stronger of held and values, element by element; two plain loops, so that the compiler uses vectors.
void keepStronger(float* held, const float* values, Index n, MatrixKind kind)
{
    if (kind == MatrixKind::Signed)
        for (Index i = 0; i < n; ++i) held[i] = std::abs(held[i]) >= std::abs(values[i]) ? held[i] : values[i];
    else
        for (Index i = 0; i < n; ++i) held[i] = held[i] >= values[i] ? held[i] : values[i];
}

// Pools the rows of one band of cells into the tile: first down the columns of each panel, then along them.
// Sums of a panel (64 rows at most) are float, everything above is double: a mean over 65,536² cells loses nothing that can be seen.
class PooledBand {
public:
    PooledBand(Tile& tile, MatrixKind kind) : m_tile(tile), m_kind(kind), m_step(Index(1) << tile.level) {}

    // cells: rows of the tile; every row is in one band only, so bands may run side by side.
    void fill(const AttentionMap& map, Span cells, const std::stop_token& stop)
    {
        m_first = cells.begin;
        m_sums.assign(std::size_t(cells.size() * m_tile.width), 0.0);
        std::fill_n(m_tile.maximum.begin() + m_first * m_tile.width, m_sums.size(), neutralOf(m_kind));
        const Span rows{m_tile.rows.begin + cells.begin * m_step, std::min(m_tile.rows.begin + cells.end * m_step, m_tile.rows.end)};
        forEachStrip(map, rows, m_tile.keys, [&](const WeightStrip& strip) { absorb(strip); }, stop);
        finish();
    }

private:
    void absorb(const WeightStrip& strip)
    {
        for (Index row = strip.rows.begin; row < strip.rows.end;) {
            const Index cellRow = (row - m_tile.rows.begin) / m_step;
            const Span group{row, std::min(strip.rows.end, m_tile.rows.begin + (cellRow + 1) * m_step)};
            poolColumns(strip, group, cellRow);
            poolAlong(strip.keys, cellRow);
            row = group.end;
        }
    }

    void poolColumns(const WeightStrip& strip, Span group, Index cellRow)
    {
        m_columnMaximum.assign(std::size_t(strip.keys.size()), neutralOf(m_kind));
        m_columnSum.assign(std::size_t(strip.keys.size()), 0.0f);
        for (Index row = group.begin; row < group.end; ++row)
            for (const Span run : strip.runsOf(row)) {
                const float* values = strip.from(row, run.begin);
                const Index at = run.begin - strip.keys.begin;
                keepStronger(m_columnMaximum.data() + at, values, run.size(), m_kind);
                float* sum = m_columnSum.data() + at;
                for (Index i = 0; i < run.size(); ++i) sum[i] += values[i];
                forEachCell(run, [&](Index column, Span keys) { m_tile.allowed[placeOf(cellRow, column)] += std::uint32_t(keys.size()); });
            }
    }

    void poolAlong(Span keys, Index cellRow)
    {
        forEachCell(keys, [&](Index column, Span part) {
            float& maximum = m_tile.maximum[placeOf(cellRow, column)];
            double& sum = m_sums[placeOf(cellRow - m_first, column)];
            for (Index i = part.begin - keys.begin; i < part.end - keys.begin; ++i) {
                maximum = strongerOf(maximum, m_columnMaximum[std::size_t(i)], m_kind);
                sum += double(m_columnSum[std::size_t(i)]);
            }
        });
    }

    void finish()
    {
        for (std::size_t i = 0; i < m_sums.size(); ++i) {
            const std::size_t cell = placeOf(m_first, 0) + i;
            const std::uint32_t count = m_tile.allowed[cell];
            if (count == 0) m_tile.maximum[cell] = 0.0f;
            // Comparisons lose NaN, sums keep it: a broken row must be seen at every level.
            if (std::isnan(m_sums[i])) m_tile.maximum[cell] = std::numeric_limits<float>::quiet_NaN();
            if (m_tile.level > 0 && count > 0) m_tile.mean[cell] = float(m_sums[i] / double(count));
        }
    }

    // Calls visit(column of the tile, keys of it) for each cell that a range of keys touches.
    template<class Visit>
    void forEachCell(Span keys, const Visit& visit) const
    {
        for (Index key = keys.begin; key < keys.end;) {
            const Index column = (key - m_tile.keys.begin) >> m_tile.level;
            const Index end = std::min(keys.end, m_tile.keys.begin + (column + 1) * m_step);
            visit(column, Span{key, end});
            key = end;
        }
    }

    [[nodiscard]] std::size_t placeOf(Index row, Index column) const { return std::size_t(row * m_tile.width + column); }

    Tile& m_tile;
    MatrixKind m_kind;
    Index m_step;
    Index m_first = 0;                    // row of the tile that m_sums begins with
    std::vector<double> m_sums;           // [cells of the band][width]
    std::vector<float> m_columnMaximum;   // [keys of a strip], over the rows of one cell row
    std::vector<float> m_columnSum;
};

Span cellsOfTile(Index tile, Index total)
{
    return {std::clamp(tile * kTileCells, Index(0), total), std::clamp((tile + 1) * kTileCells, Index(0), total)};
}

// The tile of a place, all of it absent still.
Tile emptyTile(const AttentionMap& map, Index level, Index tileRow, Index tileColumn)
{
    const Index step = Index(1) << level;
    const Span down = cellsOfTile(tileRow, ceilDiv(map.queries(), step)), across = cellsOfTile(tileColumn, ceilDiv(map.keys(), step));
    Tile tile{.level = level,
              .rows = {down.begin * step, std::min(down.end * step, map.queries())},
              .keys = {across.begin * step, std::min(across.end * step, map.keys())},
              .height = down.size(),
              .width = across.size(),
              .maximum = {},
              .mean = {},
              .allowed = {}};
    const std::size_t cells = std::size_t(tile.height * tile.width);
    tile.maximum.assign(cells, 0.0f);
    tile.allowed.assign(cells, 0);
    if (level > 0) tile.mean.assign(cells, 0.0f);
    return tile;
}

}   // namespace

Result<Tile> AttentionMap::tile(Index level, Index tileRow, Index tileColumn, const std::stop_token& stop) const
{
    return orOutOfMemory([] { return "a picture of this head"; }, "Close other programs.", [&]() -> Result<Tile> {
        Tile tile = emptyTile(*this, level, tileRow, tileColumn);
        const Index bandCells = std::max(Index(1), kBandRows >> level);
        const bool complete = parallelFor(
            ceilDiv(tile.height, bandCells),
            [&](Index band) { PooledBand(tile, kind()).fill(*this, {band * bandCells, std::min((band + 1) * bandCells, tile.height)}, stop); }, stop);
        if (!complete || stop.stop_requested()) return cancelled();
        return tile;
    });
}

}   // namespace core
