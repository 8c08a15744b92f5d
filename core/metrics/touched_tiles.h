// The tiles of a square pattern that hold a pair, counted from one stretch of rows after the other.
#pragma once

#include <algorithm>

#include "core/metrics/stretch.h"

namespace core {

// Counts the tiles of one panel of rows after the other.
class TouchedTiles {
public:
    TouchedTiles(Index tile, Index rows) : m_tile(tile), m_rows(rows) {}

    // How many runs will be gone through.
    [[nodiscard]] Index stepsOf(const Stretch& stretch) const
    {
        const Index rows = stretch.rows.size(), panels = stands(stretch) ? 3 : rows / m_tile + 2;
        const bool isWhole = endsPanel(stretch.rows.begin) && endsPanel(stretch.rows.end);
        Index parts = 0;
        for (const SteadyRun& run : stretch.runs)
            parts += !run.isComb() || isClosed(run, std::min(rows, m_tile)) || (isWhole && isEven(run)) ? 2 : run.count;
        return parts * panels;
    }

    // The rows after those before.
    void add(const Stretch& stretch)
    {
        const bool isSame = stands(stretch);
        for (Index row = stretch.rows.begin; row < stretch.rows.end;) {
            const Index end = std::min(stretch.rows.end, (row / m_tile + 1) * m_tile);
            enter(row / m_tile);
            if (row % m_tile != 0 || !endsPanel(end)) {
                m_touched = unionOf(m_touched, tilesOf(stretch, {row, end}, nullptr));
                row = end;
                continue;
            }
            Index beside = 0;
            const KeyRuns tiles = tilesOf(stretch, {row, end}, &beside);
            const Index same = isSame ? std::max(Index(1), (stretch.rows.end - row) / m_tile) : 1;   // panels of the same runs hold the same tiles
            m_count += same * (countOf(tiles) + beside);
            row = same > 1 ? row + same * m_tile : end;
        }
    }

    [[nodiscard]] Index count()
    {
        enter(-1);
        return m_count;
    }

private:
    [[nodiscard]] static bool stands(const Stretch& stretch)
    {
        return std::ranges::none_of(stretch.runs, [](const SteadyRun& run) { return run.begin.follows || run.end.follows; });
    }
    [[nodiscard]] bool endsPanel(Index row) const { return row % m_tile == 0 || row == m_rows; }
    // Over so many rows the runs of the comb leave no tile between them untouched.
    [[nodiscard]] bool isClosed(const SteadyRun& comb, Index rows) const { return comb.every - comb.over(0, rows).size() < m_tile; }
    [[nodiscard]] bool isEven(const SteadyRun& comb) const { return comb.every % m_tile == 0; }   // its runs meet tiles alike

    void enter(Index panel)
    {
        if (panel == m_panel) return;
        m_count += countOf(m_touched);
        m_touched.clear();
        m_panel = panel;
    }

    // `beside`: where not null, tiles inside of combs, which no other run of these rows has, are counted there alone.
    [[nodiscard]] KeyRuns tilesOf(const Stretch& stretch, Span rows, Index* beside) const
    {
        KeyRuns tiles;
        const auto touch = [&](Span keys) {
            if (!keys.empty()) appendRun(tiles, {keys.begin / m_tile, (keys.end - 1) / m_tile + 1});
        };
        for (const SteadyRun& run : stretch.runs) {
            const Index first = rows.begin - stretch.rows.begin;
            const auto keys = [&](Index i) { return run.run(i).over(first, rows.size()); };
            if (run.isComb() && isClosed(run, rows.size())) {
                touch({keys(0).begin, keys(run.count - 1).end});
            } else if (run.isComb() && beside && isEven(run)) {
                touch(keys(0));
                *beside += (run.count - 2) * ((keys(0).end - 1) / m_tile + 1 - keys(0).begin / m_tile);
                touch(keys(run.count - 1));
            } else {
                for (Index i = 0; i < run.count; ++i) touch(keys(i));
            }
        }
        return tiles;
    }

    Index m_tile;
    Index m_rows;
    Index m_panel = -1;
    KeyRuns m_touched;   // of the panel so far
    Index m_count = 0;   // of the panels before
};

}   // namespace core
