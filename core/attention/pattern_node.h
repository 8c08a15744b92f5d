// What a Pattern is made of; shared by the files that implement it and by nothing else.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/attention/pattern.h"

namespace core {

using Arguments = std::vector<Index>;

// A whole number with its legal range; the letter is the one of help texts and of JSON.
struct Parameter {
    std::string_view letter;
    Index lowest = 0;
    Index highest = 0;
};

// One entry of the table in pattern_primitives.cpp. `allows` is the definition; `runs` must agree with it and cost the number of ranges.
struct Primitive {
    std::string_view name;
    std::vector<Parameter> parameters;
    bool (*allows)(const Arguments& arguments, Index p, Index j);
    KeyRuns (*runs)(const Arguments& arguments, Index p, Index keys);
    std::optional<Band> (*band)(const Arguments& arguments) = nullptr;   // null or nullopt: no single band of diagonals
};

[[nodiscard]] std::span<const Primitive> primitives();
[[nodiscard]] const Primitive* findPrimitive(std::string_view name);
[[nodiscard]] std::string signatureOf(const Primitive& primitive);   // "window(w)"
[[nodiscard]] std::string signatureList();                           // "dense, causal, window(w)"
// Nothing, or a sentence that says which argument is wrong and what is legal.
[[nodiscard]] std::optional<std::string> complaintAbout(const Primitive& primitive, const Arguments& arguments);

// Limits for patterns that come from text or files, so that recursion and the cost of a row stay bounded.
inline constexpr int kMaxPatternDepth = 64;
inline constexpr Index kMaxPatternSize = 1000;   // primitives

struct Pattern::Node {
    enum class Kind { Leaf, Not, And, Or };
    Kind kind = Kind::Leaf;
    const Primitive* primitive = nullptr;                // of a leaf
    Arguments arguments;                                 // of a leaf
    std::vector<std::shared_ptr<const Node>> children;   // Not: 1; And, Or: 2 or more, none of the node's own kind

    [[nodiscard]] bool allows(Index p, Index j) const;
    [[nodiscard]] KeyRuns runs(Index p, Index keys) const;
    [[nodiscard]] std::optional<Band> band() const;
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool equals(const Node& other) const;

    // The only door between nodes and patterns; arguments are legal.
    [[nodiscard]] static Pattern leaf(const Primitive& primitive, Arguments arguments);
    [[nodiscard]] static const Node& of(const Pattern& pattern) { return *pattern.m_node; }
};

}   // namespace core
