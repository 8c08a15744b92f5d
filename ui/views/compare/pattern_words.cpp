#include "ui/views/compare/pattern_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/attention/pattern_node.h"
#include "ui/state/document.h"
#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

QString number(const PatternBlock& block, std::size_t index) { return printedCount(block.numbers.at(index)); }

core::Index areasIn(const std::string& cells) { return cells.empty() ? 0 : 1 + core::Index(std::ranges::count(cells, ',')); }

QString globalRule(const PatternBlock& block, const core::Tokens* tokens)
{
    if (!block.isOn) return tr("named tokens, both ways");
    if (!tokens) return tr("sees all, is seen by all");
    const auto pattern = core::Pattern::parse(fmt::format("global({})", block.entries), tokens);
    core::Index count = 0;
    if (pattern)
        for (const core::Span& run : core::Pattern::Node::of(*pattern).arguments.tokens.positions())
            count += core::intersectionOf(run, {0, tokens->size()}).size();
    if (count == 0) return tr("no token of this text");
    return count == 1 ? tr("1 token") : tr("%1 tokens").arg(printedCount(count));
}

QString paintedRule(const PatternBlock& block)
{
    const QString allowed = printedCount(areasIn(block.entries)), removed = printedCount(areasIn(block.removed));
    if (block.removed.empty()) return tr("areas by hand: %1 allowed").arg(allowed);
    return block.entries.empty() ? tr("areas by hand: %1 removed").arg(removed) : tr("areas: %1 allowed, %2 removed").arg(allowed, removed);
}

QString rulesInLetters(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Window:
        return tr("the last w tokens");
    case BlockKind::Sinks:
        return tr("the first s tokens");
    case BlockKind::Strided:
        return tr("every l-th token");
    case BlockKind::Blocks:
        return tr("same chunk of b");
    case BlockKind::Dilated:
        return tr("window with gaps");
    case BlockKind::Random:
        return tr("r per row, seeded");
    default:
        return tr("k best, from data");
    }
}

}   // namespace

QString nameOf(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Causal:
        return tr("Causal");
    case BlockKind::Window:
        return tr("Window");
    case BlockKind::Sinks:
        return tr("Sinks");
    case BlockKind::Global:
        return tr("Global");
    case BlockKind::Strided:
        return tr("Strided");
    case BlockKind::Blocks:
        return tr("Block");
    case BlockKind::Dilated:
        return tr("Dilated");
    case BlockKind::Random:
        return tr("Random");
    case BlockKind::TopK:
        return tr("Top-k");
    case BlockKind::Painted:
        return tr("Painted");
    }
    return {};
}

QString parameterName(BlockKind kind, std::size_t index)
{
    switch (kind) {
    case BlockKind::Window:
        return tr("width");
    case BlockKind::Sinks:
        return tr("count");
    case BlockKind::Strided:
        return tr("stride");
    case BlockKind::Blocks:
        return tr("size");
    case BlockKind::Dilated:
        return index == 0 ? tr("keys") : tr("gap");
    case BlockKind::Random:
        return index == 0 ? tr("block") : index == 1 ? tr("draws") : tr("seed");
    case BlockKind::TopK:
        return tr("count");
    default:
        return {};
    }
}

QString ruleOf(BlockKind kind, const PatternBlock& block, const core::Tokens* tokens, bool isCausal)
{
    if (kind == BlockKind::Causal) return isCausal && !block.isOn ? tr("the model's own mask holds") : tr("key ≤ query");
    if (kind == BlockKind::Global) return globalRule(block, tokens);
    if (kind == BlockKind::Painted) return paintedRule(block);
    if (!block.isOn) return rulesInLetters(kind);
    const QString n = number(block, 0);
    const bool isOne = block.numbers.front() == 1;
    switch (kind) {
    case BlockKind::Window:
        if (isOne) return tr("the token itself");
        return isCausal ? tr("last %1 tokens").arg(n) : tr("%1 tokens either way").arg(printedCount(block.numbers.front() - 1));
    case BlockKind::Sinks:
        if (block.numbers.front() == 0) return tr("no first token");
        return isOne ? tr("first token") : tr("first %1 tokens").arg(n);
    case BlockKind::Strided:
        return tr("nearest %1, each %1th").arg(n);
    case BlockKind::Blocks:
        return tr("same chunk of %1").arg(n);
    case BlockKind::Dilated:
        return tr("%1 keys, %2 apart").arg(n, number(block, 1));
    case BlockKind::Random:
        return tr("%1 chunks of %2").arg(number(block, 1), n);
    default:
        return isOne ? tr("the best, from data") : tr("%1 best, from data").arg(n);
    }
}

}   // namespace ui
