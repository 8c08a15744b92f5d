// Random pattern expressions from the whole table of primitives, small enough that every clause matters in a text of a few dozen tokens.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/attention/pattern.h"
#include "core/attention/pattern_node.h"
#include "core/base/random.h"

namespace core::test {

// As a text, so that it is legal by what the parser takes and not by what a test thinks.
inline std::string randomCondition(Random& random, int depth, bool truth)
{
    const auto part = [&](bool kind) { return "(" + randomCondition(random, depth - 1, kind) + ")"; };
    if (truth) {
        static const char* const kComparisons[] = {" < ", " <= ", " > ", " >= ", " == ", " != "};
        if (depth > 1 && random.below(3) == 0) return "not " + part(true);
        if (depth > 1 && random.below(2) == 0) return part(true) + (random.below(2) ? " and " : " or ") + part(true);
        return part(false) + kComparisons[random.below(6)] + part(false);
    }
    static const char* const kOperators[] = {" + ", " - ", " * ", " / ", " % "};
    if (depth <= 0 || random.below(3) == 0) {
        const Index kind = random.below(5);
        return kind == 0 ? "q" : kind == 1 ? "k" : kind == 2 ? "n" : std::to_string(random.below(9) + 1);
    }
    if (random.below(5) == 0) return "abs" + part(false);
    if (random.below(5) == 0) return "-" + part(false);
    return part(false) + kOperators[random.below(5)] + part(false);
}

// Legal entries of a primitive's open list.
inline std::string randomEntries(const Primitive& primitive, Random& random)
{
    const auto range = [&] {
        const Index first = random.below(12);
        return random.below(2) ? std::to_string(first) : std::to_string(first) + "-" + std::to_string(first + random.below(9));
    };
    if (primitive.list == OpenList::None) return "";
    if (primitive.list == OpenList::Condition) return randomCondition(random, 3, true);
    std::string entries;
    for (Index i = Index(primitive.fewest) + random.below(3); i > 0; --i) {
        if (!entries.empty()) entries += ", ";
        entries += primitive.list == OpenList::Cells ? range() + ":" + range() : primitive.list == OpenList::Tokens ? range() : std::to_string(random.below(14));
    }
    return entries;
}

enum class Selecting { No, Yes };

inline std::string randomPrimitive(Random& random, Selecting selecting = Selecting::No)
{
    std::vector<const Primitive*> all;
    for (const Primitive& each : primitives())
        if ((each.select != nullptr) == (selecting == Selecting::Yes)) all.push_back(&each);
    const Primitive& primitive = *all[std::size_t(random.below(Index(all.size())))];
    std::string arguments;
    const Index stride = random.below(2) + 1;
    for (const Parameter& parameter : primitive.parameters) {
        Index value = std::max(parameter.lowest, random.below(9));
        if (primitive.name == "fixed" && parameter.letter == "c") value = 1;
        if (primitive.name == "lsh" && parameter.letter == "buckets") value += value % 2;
        if (primitive.name == "nsa" && parameter.letter != "n") value = stride * (parameter.letter == "s" ? 1 : parameter.letter == "l" ? 2 : 4);
        arguments += (arguments.empty() ? "" : ", ") + std::to_string(value);
    }
    const std::string entries = randomEntries(primitive, random);
    if (!entries.empty()) arguments += (arguments.empty() ? "" : ", ") + entries;
    return std::string(primitive.name) + (arguments.empty() ? "" : "(" + arguments + ")");
}

inline std::string randomPatternText(Random& random, int depth)
{
    const auto part = [&] { return "(" + randomPatternText(random, depth - 1) + ")"; };
    switch (depth == 0 ? 0 : random.below(5)) {
    case 1: return part() + " & " + part();
    case 2: return part() + " | " + part();
    case 3: return "!" + part();
    default: return randomPrimitive(random);
    }
}

// An expression in which some operands of & select.
inline std::string randomSelectingText(Random& random, int depth)
{
    const auto part = [&] { return randomSelectingText(random, depth - 1); };
    const auto fixedPart = [&] { return randomPatternText(random, 1); };
    switch (depth == 0 ? 0 : random.below(6)) {
    case 1: return fmt::format("({}) & ({})", part(), fixedPart());
    case 2: return fmt::format("({}) | ({})", part(), random.below(2) ? part() : fixedPart());
    case 3: return fmt::format("!({})", part());
    case 4: return fmt::format("({}) & {}", part(), randomPrimitive(random, Selecting::Yes));
    case 5: return fmt::format("({}) & ({})", part(), part());
    default: return fmt::format("({}) & {}", fixedPart(), randomPrimitive(random, Selecting::Yes));
    }
}

inline Pattern randomPattern(Random& random, int depth)
{
    const std::string text = randomPatternText(random, depth);
    const auto pattern = Pattern::parse(text);
    EXPECT_TRUE(pattern) << text << ": " << pattern.error().what;
    return pattern.value_or(Pattern());
}

}   // namespace core::test
