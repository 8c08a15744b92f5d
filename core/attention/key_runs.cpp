#include "core/attention/key_runs.h"

#include <algorithm>

namespace core {

void appendRun(KeyRuns& runs, Span run)
{
    if (run.empty()) return;
    if (!runs.empty() && run.begin <= runs.back().end)
        runs.back().end = std::max(runs.back().end, run.end);
    else
        runs.push_back(run);
}

KeyRuns intersectionOf(const KeyRuns& a, const KeyRuns& b)
{
    KeyRuns result;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const Span common = intersectionOf(a[i], b[j]);
        if (!common.empty()) result.push_back(common);
        // The range that ends first cannot meet anything further right.
        if (a[i].end < b[j].end)
            ++i;
        else
            ++j;
    }
    return result;
}

KeyRuns unionOf(const KeyRuns& a, const KeyRuns& b)
{
    KeyRuns result;
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        const bool fromA = j == b.size() || (i < a.size() && a[i].begin <= b[j].begin);
        appendRun(result, fromA ? a[i++] : b[j++]);
    }
    return result;
}

KeyRuns complementOf(const KeyRuns& runs, Index keys)
{
    KeyRuns result;
    Index begin = 0;
    for (const Span& run : runs) {
        appendRun(result, {begin, run.begin});
        begin = run.end;
    }
    appendRun(result, {begin, keys});
    return result;
}

KeyRuns blocksOf(const KeyRuns& keys, Index size)
{
    KeyRuns blocks;
    for (const Span& run : keys) appendRun(blocks, {run.begin / size, (run.end - 1) / size + 1});
    return blocks;
}

KeyRuns keysOfBlocks(KeyRuns blocks, Index size)
{
    for (Span& run : blocks) run = {run.begin * size, run.end * size};
    return blocks;
}

Index countOf(const KeyRuns& runs)
{
    Index count = 0;
    for (const Span& run : runs) count += run.size();
    return count;
}

Index countWithin(const KeyRuns& runs, Span keys)
{
    Index count = 0;
    for (const Span& run : runs) count += intersectionOf(run, keys).size();
    return count;
}

}   // namespace core
