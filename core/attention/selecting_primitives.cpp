// Primitives that select: field guide, sections 3.1 and 5.
#include <fmt/format.h>

#include "core/attention/pattern_node.h"

namespace core {

namespace {

// What such a primitive keeps is in its selector: without one it keeps nothing.
bool notYetChosen(const Arguments&, PatternRow, Index) { return false; }
SteadyRuns noneYet(const Arguments&, PatternRow) { return {}; }

Primitive selecting(std::string_view name, std::vector<Parameter> parameters, SelectorMaker select,
                    std::optional<std::string> (*complaint)(const Arguments&) = nullptr)
{
    return {name, std::move(parameters), notYetChosen, noneYet, nullptr, OpenList::None, 0, complaint, select};
}

std::optional<std::string> nsaComplaint(const Arguments& a)
{
    const Index l = a.numbers[0], s = a.numbers[1], b = a.numbers[2];
    if (l % s != 0 || b % s != 0) return fmt::format("s of nsa(l, s, b, n) is {}, which does not divide l = {} and b = {}.", s, l, b);
    if (l > b) return fmt::format("l of nsa(l, s, b, n) is {}, expected at most b = {}.", l, b);
    return std::nullopt;
}

std::optional<std::string> lshComplaint(const Arguments& a)
{
    if (a.numbers[0] % 2 == 0) return std::nullopt;
    return fmt::format("buckets of lsh(buckets, rounds, seed) is {}, expected an even number.", a.numbers[0]);
}

}   // namespace

std::vector<Primitive> selectingPrimitives()
{
    constexpr Index kMost = kLargestArgument, kMostPlaces = 4096, kMostRounds = 64;
    const Parameter blockSize{"b", 1, kMost}, seed{"seed", 0, kMost};
    return {selecting("topk", {{"k", 1, kMost}}, makeTopK), selecting("moba", {blockSize, {"k", 1, kMost}}, makeMoba),
            selecting("nsa", {{"l", 1, kMost}, {"s", 1, kMost}, blockSize, {"n", 3, kMost}}, makeNsa, nsaComplaint),
            selecting("lsh", {{"buckets", 2, kMostPlaces}, {"rounds", 1, kMostRounds}, seed}, makeLsh, lshComplaint),
            selecting("routing", {{"clusters", 1, kMostPlaces}, seed}, makeRouting)};
}

}   // namespace core
