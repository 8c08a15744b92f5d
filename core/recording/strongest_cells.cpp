#include "core/recording/strongest_cells.h"

#include <algorithm>
#include <mutex>
#include <tuple>

#include "core/base/out_of_memory.h"
#include "core/base/parallel.h"
#include "core/linalg/rows.h"
#include "core/recording/weight_strips.h"

namespace core {

bool StrongestCells::before(const StrongCell& a, const StrongCell& b) const
{
    const float left = strength(a.weight), right = strength(b.weight);
    return left != right ? left > right : std::tie(a.query, a.key) < std::tie(b.query, b.key);
}

void StrongestCells::compact()
{
    if (m_cells.size() < m_limit) return;
    const auto order = [this](const StrongCell& a, const StrongCell& b) { return before(a, b); };
    const auto last = m_cells.begin() + std::ptrdiff_t(m_limit) - 1;
    std::nth_element(m_cells.begin(), last, m_cells.end(), order);
    m_cells.erase(last + 1, m_cells.end());
    raiseFloor(strength(m_cells.back().weight));
}

std::vector<StrongCell> StrongestCells::sorted() const
{
    std::vector<StrongCell> result = m_cells;
    std::sort(result.begin(), result.end(), [this](const StrongCell& a, const StrongCell& b) { return before(a, b); });
    if (result.size() > m_limit) result.resize(m_limit);
    return result;
}

namespace {

void collect(const WeightStrip& strip, bool isSigned, StrongestCells& cells)
{
    for (Index row = strip.rows.begin; row < strip.rows.end; ++row)
        for (const Span run : strip.runsOf(row)) {
            const float* values = strip.from(row, run.begin);
            // Most rows hold nothing strong enough, and one vector maximum tells so; NaN is not "<" and is looked at.
            if (!isSigned && rows::max(values, run.size()) < cells.floor()) continue;
            for (Index key = run.begin; key < run.end; ++key) cells.add({.query = row, .key = key, .weight = values[key - run.begin]});
        }
}

}   // namespace

Result<std::vector<StrongCell>> AttentionMap::strongest(Index n, Span rows, Span keys, const std::stop_token& stop) const
{
    const Span queryRange = intersectionOf(rows, {0, this->queries()}), keyRange = intersectionOf(keys, {0, this->keys()});
    if (stop.stop_requested()) return cancelled();
    if (n < 1 || queryRange.empty() || keyRange.empty()) return std::vector<StrongCell>();
    const Index wanted = std::min(n, queryRange.size() * keyRange.size());

    StrongestCells all(wanted, kind());
    std::mutex access;
    const auto search = [&](Index piece) {
        const Index first = queryRange.begin + piece * kStripRows;
        const Span strip = intersectionOf({first, first + kStripRows}, queryRange);
        if (allowedIn(strip, keyRange) == 0) return;
        StrongestCells own(wanted, kind());
        {
            const std::scoped_lock lock(access);
            own.raiseFloor(all.floor());
        }
        forEachStrip(*this, strip, keyRange, [&](const WeightStrip& part) { collect(part, kind() == MatrixKind::Signed, own); }, stop);
        const std::scoped_lock lock(access);
        all.add(own);
    };
    return orOutOfMemory([] { return "the strongest links"; }, "Ask for fewer, or close other programs.", [&]() -> Result<std::vector<StrongCell>> {
        if (!parallelFor(ceilDiv(queryRange.size(), kStripRows), search, stop) || stop.stop_requested()) return cancelled();
        return all.sorted();
    });
}

}   // namespace core
