#include "ui/state/pattern_painting.h"

#include <fmt/format.h>

#include "ui/state/pattern_parts.h"

namespace ui {

namespace {

core::CellBlocks unionOf(const core::CellBlocks& strokes)
{
    core::CellBlocks cells;
    for (const core::CellBlock& stroke : strokes) cells = core::afterStroke(cells, stroke, core::Stroke::Paint);
    return cells;
}

core::CellBlocks cellsIn(const std::string& entries)
{
    if (entries.empty()) return {};
    const auto pattern = core::Pattern::parse(fmt::format("{}({})", primitiveOf(BlockKind::Painted), entries));
    return pattern ? core::cellsOf(*pattern).value_or(core::CellBlocks()) : core::CellBlocks();
}

// "3:0-2, 5:1"; empty without cells.
core::Result<std::string> entriesOf(const core::CellBlocks& cells)
{
    if (cells.empty()) return std::string();
    FOVEA_TRY(pattern, core::paintedPattern(cells));
    const std::string text = pattern.text();
    const std::size_t open = text.find('(');
    return text.substr(open + 1, text.size() - open - 2);
}

}   // namespace

// Where nothing is in the union every pair exists already, and only what was taken away can come back.
core::Result<void> PatternParts::paint(const core::CellBlocks& strokes, core::Stroke kind)
{
    PatternBlock painted = block(BlockKind::Painted);
    if (!painted.isOn) painted = {};
    const bool isAll = unionText(true).empty(), allows = kind == core::Stroke::Paint;
    core::CellBlocks removed = cellsIn(painted.removed), allowed = cellsIn(painted.entries);
    for (const core::CellBlock& stroke : strokes) {
        removed = core::afterStroke(removed, stroke, allows ? core::Stroke::Erase : core::Stroke::Paint);
        if (!isAll) allowed = core::afterStroke(allowed, stroke, kind);
    }
    FOVEA_TRY(takenAway, entriesOf(removed));
    FOVEA_TRY(entries, entriesOf(isAll ? core::CellBlocks() : allowed));
    painted = {.isOn = !entries.empty() || !takenAway.empty(), .numbers = {}, .entries = entries, .removed = takenAway};
    m_blocks[std::size_t(BlockKind::Painted)] = painted;
    return {};
}

core::Result<QString> afterStrokes(const QString& pattern, const core::CellBlocks& strokes, core::Stroke kind, const core::Tokens* tokens)
{
    FOVEA_TRY(parsed, core::Pattern::parse(pattern.toStdString(), tokens));
    std::optional<PatternParts> parts = PatternParts::of(parsed);
    std::string text;
    if (parts) {
        FOVEA_CHECK(parts->paint(strokes, kind));
        text = parts->text();
    } else {
        FOVEA_TRY(cells, core::paintedPattern(unionOf(strokes)));
        text = kind == core::Stroke::Paint ? fmt::format("({}) | {}", parsed.text(), cells.text())
                                           : fmt::format("({}) & !{}", parsed.text(), cells.text());
    }
    FOVEA_CHECK(core::Pattern::parse(text, tokens));
    return QString::fromStdString(text);
}

}   // namespace ui
