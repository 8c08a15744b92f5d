// Pairs painted by hand: a list of rectangles that stays as short as the picture is simple, whatever strokes made it.
#pragma once

#include <optional>
#include <vector>

#include "core/attention/pattern.h"
#include "core/base/result.h"
#include "core/base/shape.h"

namespace core {

// A rectangle of pairs, q:k in text.
struct CellBlock {
    Span queries;
    Span keys;
    friend bool operator==(const CellBlock&, const CellBlock&) = default;
};
using CellBlocks = std::vector<CellBlock>;

enum class Stroke { Paint, Erase };

// The cells with those of one stroke added or taken away: disjoint rectangles, as tall as the runs of rows beside them allow, by their first query
// and then by key. Equal sets of pairs give equal lists, so that painting and erasing again leaves what there was.
[[nodiscard]] CellBlocks afterStroke(const CellBlocks& cells, const CellBlock& stroke, Stroke kind);

// cells(…) with these rectangles. Errors: BadInput where there are none, more than a pattern may list, or one beyond the largest position.
[[nodiscard]] Result<Pattern> paintedPattern(const CellBlocks& cells);
// The rectangles of a pattern that is cells(…) and nothing else; nullopt of others.
[[nodiscard]] std::optional<CellBlocks> cellsOf(const Pattern& pattern);

}   // namespace core
