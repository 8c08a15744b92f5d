// How many keys a decoder holds at most, found from stretches of rows read from the last one up: each key is met first by its last reader.
#pragma once

#include <algorithm>
#include <map>

#include "core/metrics/stretch.h"

namespace core {

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
class KeyReaders {
public:
    explicit KeyReaders(Index keys) : m_unread(keys) {}

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

}   // namespace core
