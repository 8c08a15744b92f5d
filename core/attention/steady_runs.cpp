#include "core/attention/steady_runs.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include "core/attention/pattern_node.h"

namespace core {

namespace {

using Runs = std::vector<SteadyRun>;

constexpr Index kStepsApart = 4;        // a run of a comb that falls apart is written, sorted and copied too
constexpr Index kMostApart = 1 << 18;   // of one row: no memory is taken for more where steps are limited

// The ends of runs, from left to right: even ones begin a run or a comb, odd ones end it.
class Ends {
public:
    explicit Ends(const Runs& runs) : m_runs(runs) {}
    [[nodiscard]] bool done() const { return m_next == 2 * m_runs.size(); }
    [[nodiscard]] bool inside() const { return m_next % 2 != 0; }
    [[nodiscard]] RunEnd next() const { return inside() ? m_runs[m_next / 2].last() : m_runs[m_next / 2].begin; }
    void pass() { ++m_next; }

private:
    const Runs& m_runs;
    std::size_t m_next = 0;
};

template<class Visit>
void forEachEnd(const Runs& a, const Runs& b, Visit visit)
{
    Ends left(a), right(b);
    while (!left.done() || !right.done()) {
        Ends& first = right.done() || (!left.done() && left.next() <= right.next()) ? left : right;
        const RunEnd end = first.next();
        first.pass();
        visit(end, left.inside(), right.inside());
    }
}

// How many of a comb's runs begin before the place, which is not left of its begin.
Index runsBefore(const SteadyRun& comb, RunEnd place)
{
    const Index whole = (place.key - comb.begin.key) / comb.every;
    return std::min(comb.count, whole + (comb.begin.moved(comb.every * whole) < place ? 1 : 0));
}

void append(Runs& runs, const SteadyRun& comb, Index first, Index count)
{
    if (count == 1) runs.push_back(comb.run(first));
    if (count > 1) runs.push_back(comb.part(first, count));
}

// The combs of `runs` taken apart where an end of one of the others lies: between two runs, or around one that is then alone.
Runs takenApart(const Runs& runs, const Runs& others)
{
    Runs result;
    result.reserve(runs.size() + 2 * others.size());
    std::size_t next = 0;   // of the others' ends; those before lie left of all that is to come
    const auto endAt = [&](std::size_t i) { return i % 2 == 0 ? others[i / 2].begin : others[i / 2].last(); };
    for (const SteadyRun& run : runs) {
        if (!run.isComb()) {
            result.push_back(run);
            continue;
        }
        while (next < 2 * others.size() && endAt(next) <= run.begin) ++next;
        Index done = 0;
        for (; next < 2 * others.size() && endAt(next) < run.last(); ++next) {
            const Index begun = runsBefore(run, endAt(next));
            if (begun <= done) continue;
            const bool isCut = endAt(next) < run.run(begun - 1).end;
            append(result, run, done, begun - done - (isCut ? 1 : 0));
            if (isCut) append(result, run, begun - 1, 1);
            done = begun;
        }
        append(result, run, done, run.count - done);
    }
    return result;
}

bool liesOver(const SteadyRun& run, const SteadyRun& other)
{
    return run.isComb() && other.isComb() && other.begin < run.last() && run.begin < other.last();
}

bool liesOver(const SteadyRun& run, const Runs& others)
{
    return std::ranges::any_of(others, [&](const SteadyRun& other) { return liesOver(run, other); });
}

// How many runs are left without combs that lie over those of the others.
Index countApart(const Runs& runs, const Runs& others)
{
    Index count = 0;
    for (const SteadyRun& run : runs) count += liesOver(run, others) ? run.count : 1;
    return count;
}

// Combs that lie over each other are no combs: their runs one by one.
Runs withoutCombsOver(const Runs& runs, const Runs& others)
{
    Runs result;
    for (const SteadyRun& run : runs) {
        const bool meets = liesOver(run, others);
        for (Index i = 0; meets && i < run.count; ++i) result.push_back(run.run(i));
        if (!meets) result.push_back(run);
    }
    return result;
}

bool hasComb(const Runs& runs)
{
    return std::ranges::any_of(runs, [](const SteadyRun& run) { return run.isComb(); });
}

// Until an end that follows has met one that stands.
Index meeting(const Runs& a, const Runs& b, Index row)
{
    Index until = SteadyRuns::kAlways;
    std::optional<RunEnd> before;
    forEachEnd(a, b, [&](RunEnd end, bool, bool) {
        if (before && before->follows && !end.follows) until = std::min(until, row + end.key - before->key + 1);
        before = end;
    });
    return until;
}

Runs apart(const Runs& runs, bool combs)
{
    Runs result;
    std::ranges::copy_if(runs, std::back_inserter(result), [&](const SteadyRun& run) { return run.isComb() == combs; });
    return result;
}

// Those of the combs that lie in a run of the others, or outside all of them; taken apart, they do the one or the other.
Runs combsThat(const Runs& combs, const Runs& others, bool lieInside)
{
    Runs result;
    auto other = others.begin();
    for (const SteadyRun& comb : combs) {
        while (other != others.end() && other->last() <= comb.begin) ++other;
        const bool isInside = other != others.end() && other->begin <= comb.begin;
        if (isInside == lieInside) result.push_back(comb);
    }
    return result;
}

enum class Joining { And, Or };

// Single runs are joined end by end; combs, over which nothing begins or ends, stay or go whole.
SteadyRuns joinedApart(const Runs& a, const Runs& b, Joining joining)
{
    const Runs aRuns = apart(a, false), bRuns = apart(b, false);
    SteadyRuns result;
    std::optional<RunEnd> begin;
    Runs combs = combsThat(apart(a, true), bRuns, joining == Joining::And);
    std::ranges::copy(combsThat(apart(b, true), aRuns, joining == Joining::And), std::back_inserter(combs));
    std::ranges::sort(combs, {}, &SteadyRun::begin);
    auto comb = combs.begin();
    forEachEnd(aRuns, bRuns, [&](RunEnd end, bool inA, bool inB) {
        const bool inside = joining == Joining::And ? inA && inB : inA || inB;
        if (inside && !begin) begin = end;
        if (inside || !begin) return;
        for (; comb != combs.end() && comb->begin < *begin; ++comb) result.add(*comb);
        result.add({*begin, end});
        begin.reset();
    });
    for (; comb != combs.end(); ++comb) result.add(*comb);
    return result;
}

SteadyRuns beyond(const StepLimit& limit, Index row) { return {.until = row + 1, .runs = {}, .steps = limit.most + 1}; }

SteadyRuns joined(const SteadyRuns& a, const SteadyRuns& b, Index row, Joining joining, const StepLimit& limit)
{
    const bool bothComb = hasComb(a.runs) && hasComb(b.runs);
    const Index apart = bothComb ? countApart(a.runs, b.runs) + countApart(b.runs, a.runs) : 0;
    const Index steps = a.steps + b.steps + kStepsApart * apart;
    const bool isTooMany = steps > limit.most || (limit.isFinite() && apart > kMostApart);
    if (isTooMany || limit.stop.stop_requested()) return beyond(limit, row);
    Runs left = a.runs, right = b.runs;
    if (bothComb) {
        left = withoutCombsOver(a.runs, b.runs);
        right = withoutCombsOver(b.runs, a.runs);
    }
    if (hasComb(left) || hasComb(right)) {
        const Runs whole = left;
        left = takenApart(left, right);
        right = takenApart(right, whole);
    }
    SteadyRuns result = joinedApart(left, right, joining);
    result.until = std::min({a.until, b.until, meeting(left, right, row)});
    result.steps = steps + Index(left.size() + right.size());
    assert(result.until > row);
    return result;
}

}   // namespace

void SteadyRuns::add(SteadyRun run)
{
    if (run.begin == run.end) return;
    if (!run.isComb() && !runs.empty() && !runs.back().isComb() && runs.back().end == run.begin)
        runs.back().end = run.end;
    else
        runs.push_back(run);
}

void SteadyRuns::addEvery(SteadyRun run, Index every, Index end)
{
    if (run.begin.key >= end) return;
    run.every = every;
    run.count = ceilDiv(end - run.begin.key, every);
    if (run.end.key - run.begin.key == every) run = {run.begin, run.last()};   // no gaps
    if (run.count == 1) run.every = 0;
    add(run);
}

SteadyRuns intersectionOf(const SteadyRuns& a, const SteadyRuns& b, Index row, const StepLimit& limit)
{
    return joined(a, b, row, Joining::And, limit);
}
SteadyRuns unionOf(const SteadyRuns& a, const SteadyRuns& b, Index row, const StepLimit& limit) { return joined(a, b, row, Joining::Or, limit); }

SteadyRuns complementOf(const SteadyRuns& runs, Index keys)
{
    SteadyRuns result{.until = runs.until, .runs = {}, .steps = runs.steps};
    RunEnd begin;
    for (const SteadyRun& run : runs.runs) {
        result.add({begin, run.begin});
        if (run.isComb()) append(result.runs, {run.end, run.begin.moved(run.every), run.every, run.count}, 0, run.count - 1);
        begin = run.last();
    }
    result.add({begin, {keys, false}});
    return result;
}

SteadyRuns within(const SteadyRuns& runs, Index keys, Index row, const StepLimit& limit)
{
    SteadyRuns all;
    all.stand({0, keys});
    return intersectionOf(runs, all, row, limit);
}

KeyRuns firstRow(const SteadyRuns& runs, Index keys)
{
    KeyRuns result;
    for (const SteadyRun& run : runs.runs)
        for (Index i = 0; i < run.count; ++i) appendRun(result, intersectionOf(run.run(i).at(0), {0, keys}));
    return result;
}

SteadyRuns steadyRuns(const Pattern& pattern, QueryPos p, Index keys, const StepLimit& limit)
{
    assert(!pattern.selects());
    return Pattern::Node::of(pattern).steadyRuns({p.value, keys}, limit);
}

}   // namespace core
