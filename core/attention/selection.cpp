#include "core/attention/selection.h"

#include <algorithm>
#include <atomic>
#include <cassert>

#include <fmt/format.h>

#include "core/attention/pattern_node.h"
#include "core/base/memory.h"
#include "core/base/parallel.h"

namespace core {

namespace {

using Node = Pattern::Node;
using Rows = std::vector<KeyRuns>;

constexpr Index kPanelRows = 64;   // of queries that choose at the same time; kBlockRows is a multiple

void intersect(Rows& rows, const Rows& others)
{
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = intersectionOf(rows[i], others[i]);
}

// The choices of one head.
class HeadChooser {
public:
    HeadChooser(const HeadSelection& selection, const SelectionInput& input, const std::stop_token& stop) :
        m_pattern(selection.pattern), m_input(input)
    {
        makeSelectors(Node::of(m_pattern), stop);
    }

    [[nodiscard]] Rows choose(Span rows) const
    {
        return chosen(Node::of(m_pattern), rows, Rows(std::size_t(rows.size()), KeyRuns{{0, m_input.k->rows()}}));
    }

private:
    void makeSelectors(const Node& node, const std::stop_token& stop)
    {
        if (node.isChoice()) m_selectors.emplace_back(&node, node.primitive->select(node.arguments.numbers, m_input, stop));
        for (const auto& child : node.children) makeSelectors(*child, stop);
    }
    [[nodiscard]] const Selector& selectorOf(const Node& choice) const
    {
        return *std::ranges::find(m_selectors, &choice, [](const auto& each) { return each.first; })->second;
    }

    // What a node allows of the pairs in `scope`.
    [[nodiscard]] Rows chosen(const Node& node, Span rows, const Rows& scope) const
    {
        if (!node.selects) return fixed(node, rows, scope);
        if (node.kind == Node::Kind::And) return chosenByAnd(node, rows, scope);
        Rows result = chosen(*node.children[0], rows, scope);
        if (node.kind == Node::Kind::Not)
            for (std::size_t i = 0; i < result.size(); ++i) result[i] = intersectionOf(scope[i], complementOf(result[i], m_input.k->rows()));
        for (std::size_t c = 1; c < node.children.size(); ++c) {
            const Rows next = chosen(*node.children[c], rows, scope);
            for (std::size_t i = 0; i < result.size(); ++i) result[i] = unionOf(result[i], next[i]);
        }
        return result;
    }

    [[nodiscard]] Rows fixed(const Node& node, Span rows, Rows scope) const
    {
        for (std::size_t i = 0; i < scope.size(); ++i)
            scope[i] = intersectionOf(scope[i], node.runs({rows.begin + Index(i) + m_input.offset(), m_input.k->rows()}));
        return scope;
    }

    // The fixed operands first, then those that select in brackets of their own, each within the fixed ones, then the operand that selects.
    [[nodiscard]] Rows chosenByAnd(const Node& node, Span rows, Rows scope) const
    {
        for (const auto& child : node.children)
            if (!child->selects) scope = fixed(*child, rows, std::move(scope));
        Rows result = scope;
        for (const auto& child : node.children)
            if (child->selects && !child->isChoice()) intersect(result, chosen(*child, rows, scope));
        for (const auto& child : node.children)
            if (child->isChoice()) result = selectorOf(*child).select(rows, result);
        return result;
    }

    Pattern m_pattern;
    SelectionInput m_input;
    std::vector<std::pair<const Node*, std::unique_ptr<const Selector>>> m_selectors;
};

// All rows of one head, in blocks that are chosen in any order.
class HeadRowsToCome {
public:
    HeadRowsToCome(const SelectionBatch& batch, const HeadSelection& selection, const std::stop_token& stop) :
        m_selection(selection),
        m_queries(batch.queries),
        m_keys(batch.k->rows()),
        m_chooser(selection, {.q = batch.q, .k = batch.k, .head = selection.head, .scale = batch.scale, .queries = batch.queries}, stop)
    {
        if (selection.earlier) m_blocks = selection.earlier->chosen()->blocks();
        m_blocks.resize(std::size_t(ceilDiv(m_queries.end, kBlockRows)));
    }

    // Returns the bytes that the block takes.
    std::int64_t chooseBlock(Index block, const std::stop_token& stop)
    {
        auto made = std::make_shared<ChosenRows::Block>();
        const Span rows = intersectionOf(Span{block * kBlockRows, (block + 1) * kBlockRows}, Span{0, m_queries.end});
        const Index begin = std::max(rows.begin, m_queries.begin);
        for (Index row = rows.begin; row < begin; ++row) made->append(m_selection.earlier->row(row));
        for (Index row = begin; row < rows.end && !stop.stop_requested();) {
            const Index end = std::min(rows.end, (row / kPanelRows + 1) * kPanelRows);
            for (const KeyRuns& runs : m_chooser.choose({row, end})) made->append(runs);
            row = end;
        }
        m_blocks[std::size_t(block)] = made;
        return made->bytes();
    }

    [[nodiscard]] LayoutPtr layout() { return std::make_shared<const BlockLayout>(m_selection.pattern, ChosenRows(std::move(m_blocks)), m_keys); }

private:
    const HeadSelection& m_selection;
    Span m_queries;
    Index m_keys;
    HeadChooser m_chooser;
    std::vector<ChosenRows::BlockPtr> m_blocks;
};

bool sameCandidates(const Node& node, PatternRow a, PatternRow b)
{
    if (node.isChoice()) return true;
    if (node.selects) return std::ranges::all_of(node.children, [&](const auto& child) { return sameCandidates(*child, a, b); });
    const KeyRuns past{{0, a.p + 1}};
    return intersectionOf(node.runs(a), past) == intersectionOf(node.runs(b), past);
}

}   // namespace

Result<std::vector<LayoutPtr>> chosenLayouts(const SelectionBatch& batch, const std::stop_token& stop)
{
    assert(batch.queries.end == batch.q->rows());
    std::vector<std::unique_ptr<HeadRowsToCome>> heads;
    for (const HeadSelection& selection : batch.heads) {
        if (stop.stop_requested()) return cancelled();
        heads.push_back(std::make_unique<HeadRowsToCome>(batch, selection, stop));
    }
    const Index first = batch.queries.begin / kBlockRows, blocks = ceilDiv(batch.queries.end, kBlockRows) - first;
    std::atomic<std::int64_t> bytes = batch.bytesBeside;
    const bool complete = parallelFor(
        Index(heads.size()) * blocks,
        [&](Index task) {
            // Later blocks of a causal head cost more: they come first, so that no thread is left with one at the end.
            const Index block = first + blocks - 1 - task / Index(heads.size());
            if (bytes <= memoryBudget()) bytes += heads[std::size_t(task % Index(heads.size()))]->chooseBlock(block, stop);
        },
        stop);
    if (!complete || stop.stop_requested()) return cancelled();
    FOVEA_CHECK(withinBudget(bytes, fmt::format("{} with the pairs that its patterns choose", batch.work),
                             "Choose fewer keys, shorten the text, or allow more memory."));
    std::vector<LayoutPtr> layouts;
    for (const auto& head : heads) layouts.push_back(head->layout());
    return layouts;
}

bool sameCandidates(const Pattern& pattern, Index rows, Index keys, Index otherKeys)
{
    for (Index row = 0; row < rows && keys != otherKeys; ++row)
        if (!sameCandidates(Node::of(pattern), {row, keys}, {row, otherKeys})) return false;
    return true;
}

}   // namespace core
