// SteadyRuns: the keys of many rows at once. From one query to the next most patterns keep their runs, whose ends stand still or go along with the
// query; so what a pattern holds is counted by stretches of rows that change nowhere, not row by row. Equal runs at equal steps are one comb.
#pragma once

#include <stop_token>
#include <vector>

#include "core/attention/key_runs.h"
#include "core/attention/pattern.h"
#include "core/base/shape.h"

namespace core {

struct RunEnd {
    Index key = 0;          // at the stretch's first row
    bool follows = false;   // one key further with every row
    [[nodiscard]] constexpr Index at(Index rowsOn) const { return follows ? key + rowsOn : key; }
    [[nodiscard]] constexpr RunEnd moved(Index keys) const { return {key + keys, follows}; }
    // Where two meet at the first row, the one that follows lies right of the other one row later.
    friend constexpr auto operator<=>(const RunEnd&, const RunEnd&) = default;
};

// A run of keys, or a comb: `count` of them, each `every` keys behind the one before and apart from it. Both ends of a comb's run move alike.
struct SteadyRun {
    RunEnd begin;
    RunEnd end;
    Index every = 0;
    Index count = 1;

    [[nodiscard]] constexpr bool isComb() const { return count > 1; }
    [[nodiscard]] constexpr RunEnd last() const { return end.moved(every * (count - 1)); }   // of a comb's last run
    [[nodiscard]] constexpr SteadyRun run(Index i) const { return {begin.moved(every * i), end.moved(every * i)}; }
    [[nodiscard]] constexpr SteadyRun part(Index first, Index runs) const
    {
        return {begin.moved(every * first), end.moved(every * first), every, runs};
    }
    [[nodiscard]] constexpr Span at(Index rowsOn) const { return {begin.at(rowsOn), end.at(rowsOn)}; }   // of the first run
    // The keys of any of `rows` rows from the `first` on: those of each overlap or touch those of the row before.
    [[nodiscard]] constexpr Span over(Index first, Index rows) const { return {begin.at(first), end.at(first + rows - 1)}; }
};

// Of the rows from one on, as far as `until`: ascending and disjoint at each of them. A run may be empty at some rows, never less than that.
struct SteadyRuns {
    static constexpr Index kAlways = Index(1) << 60;
    Index until = kAlways;
    std::vector<SteadyRun> runs;
    Index steps = 0;   // that it took to find these: runs that were gone through, blocks that were drawn

    void add(SteadyRun run);   // begins behind the last one; runs that touch at every row join, runs that are empty at every row vanish
    void stand(Span keys) { add({{keys.begin, false}, {keys.end, false}}); }
    void follow(Span keys) { add({{keys.begin, true}, {keys.end, true}}); }
    // Runs of `width` keys at first, first + every, … that begin before `end`; every ≥ width ≥ 1.
    void standEvery(Index every, Index width, Index first, Index end) { addEvery({{first, false}, {first + width, false}}, every, end); }
    void followEvery(Index every, Index first, Index end) { addEvery({{first, true}, {first + 1, true}}, every, end); }

private:
    void addEvery(SteadyRun run, Index every, Index end);
};

// How far finding runs may go. Beyond that, or stopped, what is found is of no use, and took more than `most` steps; so it is, before any of them is
// written, where steps are limited and combs over each other would be many thousand runs.
struct StepLimit {
    Index most = SteadyRuns::kAlways;
    std::stop_token stop{};
    [[nodiscard]] bool isFinite() const { return most < SteadyRuns::kAlways / 2; }   // some of any may have been taken
};

// `row` is the first one, of both.
[[nodiscard]] SteadyRuns intersectionOf(const SteadyRuns& a, const SteadyRuns& b, Index row, const StepLimit& limit = {});
[[nodiscard]] SteadyRuns unionOf(const SteadyRuns& a, const SteadyRuns& b, Index row, const StepLimit& limit = {});
[[nodiscard]] SteadyRuns complementOf(const SteadyRuns& runs, Index keys);                                     // within [0, keys); runs lie inside it
[[nodiscard]] SteadyRuns within(const SteadyRuns& runs, Index keys, Index row, const StepLimit& limit = {});   // what of them lies in [0, keys)
[[nodiscard]] KeyRuns firstRow(const SteadyRuns& runs, Index keys);                                            // the same of one row

// Of a pattern that does not select: rows p, p + 1, … of a text with `keys` keys, as far as they are steady; at least row p is.
[[nodiscard]] SteadyRuns steadyRuns(const Pattern& pattern, QueryPos p, Index keys, const StepLimit& limit = {});

}   // namespace core
