// What a Pattern is made of: for the files that implement it, and for what takes patterns apart.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/attention/condition.h"
#include "core/attention/named_tokens.h"
#include "core/attention/painted.h"
#include "core/attention/pattern.h"
#include "core/attention/selector.h"
#include "core/attention/steady_runs.h"

namespace core {

// What stands between the brackets of a primitive.
struct Arguments {
    std::vector<Index> numbers;   // those of the parameters, then those of an open list
    NamedTokens tokens;
    CellBlocks cells;
    ConditionPtr condition;
};

// A whole number with its legal range; the letter is the one of help texts and of JSON.
struct Parameter {
    std::string_view letter;
    Index lowest = 0;
    Index highest = 0;
};

// What may stand behind the parameters.
enum class OpenList { None, Numbers, Tokens, Cells, Condition };

// The query at absolute position p of a text with `keys` keys.
struct PatternRow {
    Index p;
    Index keys;
};

// One entry of the table in pattern_primitives.cpp. `allows` is the definition; `runs` must agree with it, for this row and those after it as far as it
// says, and cost the number of ranges. Its keys may lie outside [0, keys), where nothing is read.
struct Primitive {
    std::string_view name;
    std::vector<Parameter> parameters;
    bool (*allows)(const Arguments& arguments, PatternRow row, Index j);
    SteadyRuns (*runs)(const Arguments& arguments, PatternRow row);
    std::optional<Band> (*band)(const Arguments& arguments) = nullptr;   // null or nullopt: no single band of diagonals
    OpenList list = OpenList::None;
    std::size_t fewest = 0;   // entries of the list
    // Null, or what is wrong with arguments that are legal one by one.
    std::optional<std::string> (*complaint)(const Arguments& arguments) = nullptr;
    // Of a primitive that selects: then `allows` and `runs` keep nothing, since nothing has been chosen yet.
    SelectorMaker select = nullptr;
};

[[nodiscard]] std::span<const Primitive> primitives();
[[nodiscard]] std::vector<Primitive> selectingPrimitives();   // the part of the table that selects
[[nodiscard]] const Primitive* findPrimitive(std::string_view name);
// The rule of the number that stands at `index`: a parameter, or any entry of an open list of numbers. Null where none may stand.
[[nodiscard]] const Parameter* parameterAt(const Primitive& primitive, std::size_t index);
[[nodiscard]] std::string signatureOf(const Primitive& primitive);   // "window(w)"
[[nodiscard]] std::string signatureList();                           // "dense, causal, window(w)"
// Nothing, or a sentence that says which argument is wrong and what is legal.
[[nodiscard]] std::optional<std::string> complaintAbout(const Primitive& primitive, const Arguments& arguments);

// Limits for patterns that come from text or files, so that recursion and the cost of a row stay bounded.
inline constexpr int kMaxPatternDepth = 64;
inline constexpr Index kMaxPatternSize = 1000;          // primitives
inline constexpr std::size_t kMaxListEntries = 4096;   // of one primitive; what a hand paints comes in many rectangles
inline constexpr Index kLargestArgument = 1'000'000'000;   // of every number: products of two fit easily

struct Pattern::Node {
    enum class Kind { Leaf, Not, And, Or };
    Kind kind = Kind::Leaf;
    const Primitive* primitive = nullptr;                // of a leaf
    Arguments arguments;                                 // of a leaf
    std::vector<std::shared_ptr<const Node>> children;   // Not: 1; And, Or: 2 or more, of the node's own kind only Ands that select
    bool selects = false;                                // a leaf of it does

    [[nodiscard]] bool isChoice() const { return kind == Kind::Leaf && selects; }
    [[nodiscard]] bool allows(PatternRow row, Index j) const;
    [[nodiscard]] KeyRuns runs(PatternRow row) const;
    [[nodiscard]] SteadyRuns steadyRuns(PatternRow row, const StepLimit& limit) const;
    [[nodiscard]] std::optional<Band> band() const;
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool equals(const Node& other) const;

    // The only door between nodes and patterns; arguments are legal.
    [[nodiscard]] static Pattern leaf(const Primitive& primitive, Arguments arguments = {});
    [[nodiscard]] static Pattern allOf(const std::vector<Pattern>& operands);   // 2 or more, one of them at most a choice
    [[nodiscard]] static const Node& of(const Pattern& pattern) { return *pattern.m_node; }
};

}   // namespace core
