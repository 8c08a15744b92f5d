// KeyRuns: a set of keys as sorted, disjoint, non-touching, non-empty ranges; one query row's allowed keys. Set operations cost the number
// of ranges, never the number of keys.
#pragma once

#include <vector>

#include "core/base/shape.h"

namespace core {

using KeyRuns = std::vector<Span>;

// Empty, but never of negative size, where they do not meet.
[[nodiscard]] constexpr Span intersectionOf(Span a, Span b)
{
    const Index begin = a.begin > b.begin ? a.begin : b.begin, end = a.end < b.end ? a.end : b.end;
    return {begin, end < begin ? begin : end};
}
[[nodiscard]] KeyRuns intersectionOf(const KeyRuns& a, const KeyRuns& b);
[[nodiscard]] KeyRuns unionOf(const KeyRuns& a, const KeyRuns& b);
[[nodiscard]] KeyRuns complementOf(const KeyRuns& runs, Index keys);   // within [0, keys); runs lie inside it
// Of blocks of `size` keys, counted from 0: those that hold one of these keys, and all keys of these blocks.
[[nodiscard]] KeyRuns blocksOf(const KeyRuns& keys, Index size);
[[nodiscard]] KeyRuns keysOfBlocks(KeyRuns blocks, Index size);
[[nodiscard]] Index countOf(const KeyRuns& runs);                      // number of keys
[[nodiscard]] Index countWithin(const KeyRuns& runs, Span keys);       // number of keys that lie in `keys`
void appendRun(KeyRuns& runs, Span run);                               // run.begin ≥ begin of the last run; touching ranges join, empty ones vanish

}   // namespace core
