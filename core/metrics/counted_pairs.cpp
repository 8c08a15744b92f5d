#include "core/metrics/counted_pairs.h"

#include <algorithm>
#include <map>

namespace core {

namespace {

constexpr Index kStretchSteps = 32;   // finding one costs as much as going through so many runs

// Rows whose runs are steady.
struct Stretch {
    Span rows;
    std::vector<SteadyRun> runs;
};

// Those at or before the query.
SteadyRuns pastOf(const SteadyRuns& runs, Index row)
{
    SteadyRuns past;
    past.follow({row - SteadyRuns::kAlways, row + 1});
    return intersectionOf(runs, past, row);
}

Index pairsOf(const Stretch& stretch)
{
    const Index rows = stretch.rows.size();
    Index pairs = 0;
    for (const SteadyRun& run : stretch.runs)
        pairs += run.count * (rows * (run.at(0).size() + run.at(rows - 1).size()) / 2);   // an arithmetic series
    return pairs;
}

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
            Index count = 0;
            count += countOf(tilesOf(stretch, {row, end}, &count));
            const Index same = isSame ? std::max(Index(1), (stretch.rows.end - row) / m_tile) : 1;   // panels of the same runs hold the same tiles
            m_count += same * count;
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

// What a decoder holds from step to step: a key enters at its own step and leaves behind the last row that reads it.
class HeldKeys {
public:
    // Keys whose last reader is row `last`, or, where readers go along, `last` for the first key and one row more for each key.
    void add(Span keys, Index last, bool alongside)
    {
        const Index count = keys.size();
        m_changes.push_back({keys.begin, 1, 0});
        m_changes.push_back({keys.end, -1, 0});
        if (alongside) {
            m_changes.push_back({last + 1, -1, 0});
            m_changes.push_back({last + 1 + count, 1, 0});
        } else {
            m_changes.push_back({last + 1, 0, -count});
        }
    }

    [[nodiscard]] Index most()
    {
        std::ranges::sort(m_changes, {}, &Change::step);
        Index held = 0, rate = 0, most = 0, before = 0;
        for (auto change = m_changes.begin(); change != m_changes.end();) {
            const Index step = change->step;
            held += rate * (step - before);   // until the step before this one
            most = std::max(most, held);
            for (before = step; change != m_changes.end() && change->step == step; ++change) {
                rate += change->rate;
                held += change->jump;
            }
        }
        return most;
    }

private:
    // From `step` on so many more keys are added with every step; `jump` leave at once.
    struct Change {
        Index step;
        Index rate;
        Index jump;
    };
    std::vector<Change> m_changes;
};

// Keys that no row has read, going up from the last row.
class UnreadKeys {
public:
    explicit UnreadKeys(Index keys) { put({0, keys}); }

    [[nodiscard]] bool noneBefore(Index key) const { return m_spans.empty() || m_spans.begin()->first >= key; }

    // Takes away those among `keys` and visits them.
    template<class Visit>
    void take(Span keys, Visit visit)
    {
        auto at = m_spans.upper_bound(keys.begin);
        if (at != m_spans.begin()) --at;
        while (at != m_spans.end() && at->first < keys.end) {
            const Span span{at->first, at->second}, taken = intersectionOf(span, keys);
            if (taken.empty()) {
                ++at;
                continue;
            }
            at = m_spans.erase(at);
            put({span.begin, taken.begin});
            put({taken.end, span.end});
            visit(taken);
        }
    }

private:
    void put(Span span)
    {
        if (!span.empty()) m_spans.emplace(span.begin, span.end);
    }
    std::map<Index, Index> m_spans;
};

// Reads stretches of runs at or before the query, going up from the last row: each key is met first by its last reader.
class Readers {
public:
    explicit Readers(Index keys) : m_unread(keys) {}

    [[nodiscard]] bool isDone(Index rows) const { return m_unread.noneBefore(rows); }   // of rows above so many
    [[nodiscard]] Index mostHeld() { return m_held.most(); }

    [[nodiscard]] Index stepsOf(const Stretch& stretch) const
    {
        Index steps = 0;
        for (const SteadyRun& run : stretch.runs) steps += wasRead(run) ? 1 : run.count;
        return steps;
    }

    // A run to the left reads a key later than one to the right.
    void read(const Stretch& stretch)
    {
        for (const SteadyRun& run : stretch.runs) {
            if (wasRead(run)) continue;
            for (Index i = 0; i < run.count; ++i) read(run.run(i), stretch.rows);
            if (run.isComb() && !run.begin.follows) m_combs.push_back(run);
        }
    }

private:
    void read(const SteadyRun& run, Span rows)
    {
        const Span atLast = run.at(rows.size() - 1), keys = run.over(0, rows.size());
        m_unread.take(atLast, [&](Span taken) { m_held.add(taken, rows.end - 1, false); });
        // Keys that the run has left behind: each was its first key at its last row.
        if (!run.begin.follows) return;
        m_unread.take({keys.begin, std::min(keys.end, atLast.begin)},
                      [&](Span taken) { m_held.add(taken, rows.begin + taken.begin - run.begin.key, true); });
    }

    // The columns of one row are those of the rows below it, as far as it sees them.
    [[nodiscard]] bool wasRead(const SteadyRun& run) const
    {
        return run.isComb() && !run.begin.follows && std::ranges::any_of(m_combs, [&](const SteadyRun& comb) {
                   return comb.every == run.every && comb.begin <= run.begin && run.last() <= comb.last() &&
                          (run.begin.key - comb.begin.key) % run.every == 0 && comb.at(0).size() == run.at(0).size();
               });
    }

    UnreadKeys m_unread;
    HeldKeys m_held;
    std::vector<SteadyRun> m_combs;   // that stand and were read
};

class Counting {
public:
    Counting(const RowsFrom& rowsFrom, Index rows, Index mostSteps, const std::stop_token& stop) :
        m_rowsFrom(rowsFrom), m_rows(rows), m_stepsLeft(mostSteps), m_stop(stop)
    {
    }

    [[nodiscard]] Result<CountedPairs> counted(Index tile)
    {
        CountedPairs counts;
        TouchedTiles tiles(tile, m_rows);
        std::vector<Index> starts;
        for (Index row = 0; row < m_rows;) {
            SteadyRuns steady = m_rowsFrom(row);
            // Cut where what is past changes too, so that the same stretches serve for what is held.
            const SteadyRuns past = pastOf(steady, row);
            const Stretch stretch{{row, std::min(m_rows, past.until)}, std::move(steady.runs)};
            counts.pairs += pairsOf(stretch);
            FOVEA_CHECK(spend(past.steps + tiles.stepsOf(stretch)));
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
        Readers readers(m_rows);
        Index end = m_rows;
        for (auto start = starts.rbegin(); start != starts.rend() && !readers.isDone(end); ++start) {
            SteadyRuns past = pastOf(m_rowsFrom(*start), *start);
            const Stretch stretch{{*start, end}, std::move(past.runs)};
            FOVEA_CHECK(spend(past.steps + readers.stepsOf(stretch)));
            readers.read(stretch);
            end = *start;
        }
        return readers.mostHeld();
    }

    [[nodiscard]] Result<void> spend(Index steps)
    {
        if (m_stop.stop_requested()) return cancelled();
        m_stepsLeft -= kStretchSteps + steps;
        if (m_stepsLeft < 0) return fail(Fault::OverBudget, {});
        return {};
    }

    const RowsFrom& m_rowsFrom;
    Index m_rows;
    Index m_stepsLeft;
    const std::stop_token& m_stop;
};

}   // namespace

Result<CountedPairs> countedPairs(const RowsFrom& rowsFrom, Index rows, Index tile, Index mostSteps, const std::stop_token& stop)
{
    return Counting(rowsFrom, rows, mostSteps, stop).counted(tile);
}

}   // namespace core
