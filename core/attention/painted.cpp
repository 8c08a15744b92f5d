#include "core/attention/painted.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/attention/key_runs.h"
#include "core/attention/pattern_node.h"

namespace core {

namespace {

// Where a row of cells may differ from the row before.
std::vector<Index> rowBorders(const CellBlocks& cells, const CellBlock& stroke)
{
    std::vector<Index> borders{stroke.queries.begin, stroke.queries.end};
    for (const CellBlock& block : cells) borders.insert(borders.end(), {block.queries.begin, block.queries.end});
    std::ranges::sort(borders);
    borders.erase(std::ranges::unique(borders).begin(), borders.end());
    return borders;
}

KeyRuns keysOfRow(const CellBlocks& cells, Index row)
{
    KeyRuns keys, one;
    for (const CellBlock& block : cells) {
        if (!block.queries.contains(row)) continue;
        one.clear();
        appendRun(one, block.keys);
        keys = unionOf(keys, one);
    }
    return keys;
}

KeyRuns without(const KeyRuns& keys, Span erased)
{
    KeyRuns left;
    for (const Span& run : keys) {
        appendRun(left, intersectionOf(run, {run.begin, std::max(run.begin, erased.begin)}));
        appendRun(left, intersectionOf(run, {std::min(run.end, erased.end), run.end}));
    }
    return left;
}

// Puts the same runs of some rows below what is there: a run that the row above has too makes its rectangle taller.
void addRows(CellBlocks& cells, Span rows, const KeyRuns& keys)
{
    const auto above = [&](const CellBlock& block, Span run) { return block.queries.end == rows.begin && block.keys == run; };
    const std::size_t before = cells.size();
    for (const Span& run : keys) {
        const auto end = cells.begin() + std::ptrdiff_t(before);
        const auto same = std::find_if(cells.begin(), end, [&](const CellBlock& block) { return above(block, run); });
        if (same != end)
            same->queries.end = rows.end;
        else
            cells.push_back({rows, run});
    }
}

}   // namespace

CellBlocks afterStroke(const CellBlocks& cells, const CellBlock& stroke, Stroke kind)
{
    const std::vector<Index> borders = rowBorders(cells, stroke);
    CellBlocks result;
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        const Span rows{borders[i], borders[i + 1]};
        KeyRuns keys = keysOfRow(cells, rows.begin);
        if (stroke.queries.contains(rows.begin) && !stroke.keys.empty())
            keys = kind == Stroke::Paint ? unionOf(keys, {stroke.keys}) : without(keys, stroke.keys);
        addRows(result, rows, keys);
    }
    return result;
}

Result<Pattern> paintedPattern(const CellBlocks& cells)
{
    if (cells.empty()) return fail(Fault::BadInput, "No pairs are painted.", "Paint some, or leave them out of the pattern.");
    if (cells.size() > kMaxListEntries)
        return fail(Fault::BadInput, fmt::format("The painted pairs take {} rectangles, at most {} are possible.", cells.size(), kMaxListEntries),
                    "Paint whole rows or blocks.");
    for (const CellBlock& block : cells)
        for (const Span& side : {block.queries, block.keys})
            if (side.empty() || side.begin < 0 || side.end - 1 > kLargestArgument)
                return fail(Fault::BadInput,
                            fmt::format("Positions {} to {} cannot be painted, they go from 0 to {}.", side.begin, side.end - 1, kLargestArgument));
    return Pattern::Node::leaf(*findPrimitive("cells"), {.numbers = {}, .tokens = {}, .cells = cells, .condition = {}});
}

std::optional<CellBlocks> cellsOf(const Pattern& pattern)
{
    const Pattern::Node& node = Pattern::Node::of(pattern);
    if (node.kind != Pattern::Node::Kind::Leaf || node.arguments.cells.empty()) return std::nullopt;
    return node.arguments.cells;
}

}   // namespace core
