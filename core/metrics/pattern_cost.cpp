#include "core/metrics/pattern_cost.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "core/attention/pattern_node.h"
#include "core/metrics/counted_pairs.h"

namespace core {

namespace {

using Node = Pattern::Node;

constexpr Index kMostCountingSteps = 24'000'000;   // a fraction of a second

std::string numberText(Index number)
{
    std::string text = std::to_string(number);
    for (Index at = Index(text.size()) - 3; at > 0; at -= 3) text.insert(std::size_t(at), ",");
    return text;
}

template<class Is>
bool anyLeaf(const Node& node, const Is& is)
{
    if (node.kind == Node::Kind::Leaf) return is(node.arguments);
    return std::ranges::any_of(node.children, [&](const auto& child) { return anyLeaf(*child, is); });
}

bool asksEveryPair(const Node& node)
{
    return anyLeaf(node, [](const Arguments& of) { return of.condition != nullptr; });
}

Result<void> checked(Index tokens, const CostShape& shape)
{
    if (tokens < 0 || tokens > kLongestCosted)
        return fail(Fault::BadInput, fmt::format("A cost was asked for at {} tokens, expected 0 to {}.", tokens, numberText(kLongestCosted)));
    if (shape.headDim < 1 || shape.tile < 1 || shape.bytesPerNumber < 1)
        return fail(Fault::BadInput, fmt::format("A head of width {}, tiles of {} and numbers of {} bytes have no cost: each is at least 1.",
                                                 shape.headDim, shape.tile, shape.bytesPerNumber));
    return {};
}

RowsFrom rowsOf(const Pattern& pattern, Index keys)
{
    return [&pattern, keys](Index p, const StepLimit& limit) { return steadyRuns(pattern, {p}, keys, limit); };
}

Result<PatternCost> costOfRows(const RowsFrom& rowsFrom, Index n, const CostShape& shape, Index mostSteps, const std::stop_token& stop)
{
    FOVEA_TRY(counts, countedPairs(rowsFrom, n, shape.tile, mostSteps, stop));
    const double d = double(shape.headDim), e = double(shape.bytesPerNumber), tile = double(shape.tile), side = double(n);
    return PatternCost{.tokens = n,
                       .pairs = counts.pairs,
                       .flops = 4.0 * d * double(counts.pairs),
                       .scoreBytes = e * double(counts.pairs),
                       .matrixBytes = e * side * side,
                       .qkvBytes = 3.0 * side * d * e,
                       .cacheKeys = counts.cacheKeys,
                       .cacheBytes = 2.0 * double(counts.cacheKeys) * d * e,
                       .tilesTouched = counts.tiles,
                       .tilesAll = ceilDiv(n, shape.tile) * ceilDiv(n, shape.tile),
                       .usefulShare = counts.tiles > 0 ? double(counts.pairs) / (double(counts.tiles) * tile * tile) : 1.0};
}

}   // namespace

std::string_view formulaOf(CostTerm term)
{
    switch (term) {
    case CostTerm::Pairs:
        return "Π = |{(p, j) : allowed(p, j)}|";
    case CostTerm::Flops:
        return "4 · d · Π";
    case CostTerm::ScoreBytes:
        return "e · Π";
    case CostTerm::MatrixBytes:
        return "e · N²";
    case CostTerm::QkvBytes:
        return "3 · N · d · e";
    case CostTerm::CacheKeys:
        return "c = max over t of |{j ≤ t : some p ≥ t reads j}|";
    case CostTerm::CacheBytes:
        return "2 · c · d · e,  c = max over t of |{j ≤ t : some p ≥ t reads j}|";
    case CostTerm::TilesTouched:
        return "t = |{T × T tiles with Π > 0}|";
    case CostTerm::UsefulShare:
        return "Π / (t · T²)";
    }
    return {};
}

Result<PatternCost> costOf(const BlockLayout& layout, const CostShape& shape, const std::stop_token& stop)
{
    assert(layout.queries() == layout.keys());
    FOVEA_CHECK(checked(layout.keys(), shape));
    const RowsFrom chosen = [&](Index p, const StepLimit&) {
        SteadyRuns row{.until = p + 1, .runs = {}, .steps = 0};
        for (const Span& run : layout.row(p)) row.stand(run);
        return row;
    };
    if (!layout.chosen()) return costOfRows(rowsOf(layout.pattern(), layout.keys()), layout.keys(), shape, SteadyRuns::kAlways, stop);
    return costOfRows(chosen, layout.keys(), shape, SteadyRuns::kAlways, stop);
}

Result<PatternCost> patternCost(const Pattern& pattern, Index tokens, const CostShape& shape, const std::stop_token& stop)
{
    FOVEA_CHECK(checked(tokens, shape));
    if (pattern.selects())
        return fail(Fault::Unsupported, "This pattern chooses its keys from q and k, so that its cost is known for the text alone.",
                    "Choose the text's own number of tokens.");
    if (tokens > kCountedWithWhere && asksEveryPair(Node::of(pattern)))
        return fail(Fault::Unsupported,
                    fmt::format("where(…) is asked of every pair, which is done up to {} tokens, not at {}.", numberText(kCountedWithWhere),
                                numberText(tokens)),
                    "Choose fewer tokens, or write it without where(…).");
    Result<PatternCost> cost = costOfRows(rowsOf(pattern, tokens), tokens, shape, kMostCountingSteps, stop);
    if (!cost && cost.error().fault == Fault::OverBudget)
        return fail(
            Fault::Unsupported,
            fmt::format("At {} tokens the rows of this pattern fall into too many runs of keys to be counted in a moment.", numberText(tokens)),
            "Choose fewer tokens, or larger steps between its keys.");
    return cost;
}

bool namesPlaces(const Pattern& pattern)
{
    return anyLeaf(Node::of(pattern), [](const Arguments& of) { return !of.tokens.empty() || !of.cells.empty(); });
}

Result<std::vector<GrowthPoint>> growthOf(const Pattern& pattern, std::span<const Index> tokens, const CostShape& shape, const std::stop_token& stop)
{
    std::vector<GrowthPoint> points;
    for (const Index n : tokens) {
        Result<PatternCost> cost = patternCost(pattern, n, shape, stop);
        if (!cost && cost.error().fault == Fault::Cancelled) return cancelled();
        points.push_back({n, cost ? std::optional(*cost) : std::nullopt});
    }
    return points;
}

}   // namespace core
