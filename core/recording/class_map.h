// Maps whose cells are no weights: each existing cell has one of a few classes. Where cells are pooled, the first class below them is the one shown.
#pragma once

#include <string>
#include <vector>

#include "core/recording/attention_map.h"

namespace core {

// A class as the number that a map has for it: the first ones are the largest, so that the maximum of cells is their first class.
inline constexpr int kClassSteps = 255;   // classes 0 … 255
[[nodiscard]] constexpr float valueOfClass(int number) { return float(kClassSteps - number) / float(kClassSteps); }
[[nodiscard]] constexpr int classOfValue(float value) { return kClassSteps - int(value * float(kClassSteps) + 0.5f); }

// Which part of a pattern lets a pair exist.
struct PatternPart {
    std::string text;
    LayoutPtr layout;   // of the part alone, N × N
    Index pairs = 0;    // of the pattern, that this part allows
    Index first = 0;    // … and no part before it does: those that have its class
};

struct AllowedBy {
    std::vector<PatternPart> parts;
    Index others = 0;   // pairs that none of them allows; 0 where the parts are those of the pattern
    MapPtr map;         // class k: allowed by parts[k], and by none before it

    [[nodiscard]] std::vector<int> partsOf(Index query, Index key) const;   // all that allow the pair; empty where it does not exist
};

// parts: what `layout` is a restriction of the union of, first come first; at most kClassSteps. Those that select choose from the head's q and k.
// Precondition: the head exists. Errors: Cancelled; OverBudget.
[[nodiscard]] Result<AllowedBy> allowedBy(const RecordingPtr& recording, HeadId head, const std::vector<Pattern>& parts, const LayoutPtr& layout,
                                          const std::stop_token& stop = {});

// What a kernel that goes tile by tile does with a pattern.
enum class TileCell { Full, Useful, Wasted };   // a cell of a full tile; an allowed one of a partial tile; one that is computed there for nothing

struct TileCounts {
    Index full = 0;
    Index partial = 0;
    Index all = 0;     // full, partial and skipped
    Index pairs = 0;   // allowed
    Index edge = 0;
    [[nodiscard]] Index touched() const { return full + partial; }
    [[nodiscard]] Index skipped() const { return all - full - partial; }
    // Of the cells of touched tiles, those that are allowed; ragged tiles count whole, as in PatternCost. 1 without tiles.
    [[nodiscard]] double usefulShare() const { return touched() == 0 ? 1.0 : double(pairs) / (double(touched()) * double(edge * edge)); }
    friend bool operator==(const TileCounts&, const TileCounts&) = default;
};

struct TilesShown {
    TileCounts counts;
    MapPtr map;   // classes are TileCell; what lies in a skipped tile does not exist
};

// Tiles begin at the first row and key; the last ones may be ragged. edge ≥ 1. Errors: Cancelled.
[[nodiscard]] Result<TilesShown> tilesOf(const LayoutPtr& layout, Index edge, const std::stop_token& stop = {});

// The tile that a cell lies in, clipped to the matrix.
struct TileAt {
    Span rows, keys;
    Index pairs = 0;   // allowed in it
    [[nodiscard]] Index cells() const { return rows.size() * keys.size(); }
};
[[nodiscard]] TileAt tileAt(const BlockLayout& layout, Index edge, Index query, Index key);

}   // namespace core
