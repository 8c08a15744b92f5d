#include "core/metrics/counted_pairs.h"

#include <algorithm>

#include "core/metrics/held_keys.h"
#include "core/metrics/touched_tiles.h"

namespace core {

namespace {

constexpr Index kStretchSteps = 32;   // finding one costs as much as going through so many runs

// Those at or before the query.
SteadyRuns pastOf(const SteadyRuns& runs, Index row, const StepLimit& limit)
{
    SteadyRuns past;
    past.follow({row - SteadyRuns::kAlways, row + 1});
    return intersectionOf(runs, past, row, limit);
}

Index pairsOf(const Stretch& stretch)
{
    const Index rows = stretch.rows.size();
    Index pairs = 0;
    for (const SteadyRun& run : stretch.runs)
        pairs += run.count * (rows * (run.at(0).size() + run.at(rows - 1).size()) / 2);   // an arithmetic series
    return pairs;
}

class Counting {
public:
    Counting(const RowsFrom& rowsFrom, Index rows, Index mostSteps, const std::stop_token& stop) :
        m_rowsFrom(rowsFrom), m_rows(rows), m_left{mostSteps, stop}
    {
    }

    [[nodiscard]] Result<CountedPairs> counted(Index tile)
    {
        CountedPairs counts;
        TouchedTiles tiles(tile, m_rows);
        std::vector<Index> starts;
        for (Index row = 0; row < m_rows;) {
            SteadyRuns steady = m_rowsFrom(row, m_left);
            // Cut where what is past changes too, so that the same stretches serve for what is held.
            const SteadyRuns past = pastOf(steady, row, m_left);
            const Stretch stretch{{row, std::min(m_rows, past.until)}, std::move(steady.runs)};
            FOVEA_CHECK(spend(past.steps + tiles.stepsOf(stretch)));
            counts.pairs += pairsOf(stretch);
            tiles.add(stretch);
            starts.push_back(row);
            row = stretch.rows.end;
        }
        counts.tiles = tiles.count();
        FOVEA_TRY(held, mostHeld(starts));
        counts.cacheKeys = held;
        return counts;
    }

private:
    // Rows above the last unread key need no look.
    [[nodiscard]] Result<Index> mostHeld(const std::vector<Index>& starts)
    {
        KeyReaders readers(m_rows);
        Index end = m_rows;
        for (auto start = starts.rbegin(); start != starts.rend() && !readers.isDone(end); ++start) {
            SteadyRuns past = pastOf(m_rowsFrom(*start, m_left), *start, m_left);
            const Stretch stretch{{*start, end}, std::move(past.runs)};
            FOVEA_CHECK(spend(past.steps + readers.stepsOf(stretch)));
            readers.read(stretch);
            end = *start;
        }
        return readers.mostHeld();
    }

    [[nodiscard]] Result<void> spend(Index steps)
    {
        if (m_left.stop.stop_requested()) return cancelled();
        m_left.most -= kStretchSteps + steps;
        if (m_left.most < 0) return fail(Fault::OverBudget, {});
        return {};
    }

    const RowsFrom& m_rowsFrom;
    Index m_rows;
    StepLimit m_left;
};

}   // namespace

Result<CountedPairs> countedPairs(const RowsFrom& rowsFrom, Index rows, Index tile, Index mostSteps, const std::stop_token& stop)
{
    return Counting(rowsFrom, rows, mostSteps, stop).counted(tile);
}

}   // namespace core
