// Pattern: which (query, key) pairs exist. A pair outside is absent, not "weight 0": never scored, never in the softmax, drawn as absent.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/shape.h"
#include "core/text/tokens.h"

namespace core {

// Sorted, disjoint, non-touching, non-empty key ranges of one query row.
using KeyRuns = std::vector<Span>;

// An immutable value; copies are cheap. Built from primitives and the operators & | !, or from text:
//     causal & (window(256) | sinks(4))          ! binds tighter than &, that tighter than |
// To add a primitive: one entry in the table of pattern_primitives.cpp (name, parameters with legal ranges, predicate, runs of a row).
class Pattern {
public:
    Pattern() : Pattern(dense()) {}
    [[nodiscard]] static Pattern dense();                   // always
    [[nodiscard]] static Pattern causal();                  // j ≤ p
    [[nodiscard]] static Pattern window(Index width);       // |p − j| < width, width ≥ 1: the query itself counts
    friend Pattern operator&(const Pattern& a, const Pattern& b);
    friend Pattern operator|(const Pattern& a, const Pattern& b);
    friend Pattern operator!(const Pattern& a);

    // Text arguments ("cat") name positions of `tokens`; without tokens they are an error.
    // Errors: BadInput with the column (from 1), what is wrong there and what is legal.
    [[nodiscard]] static Result<Pattern> parse(std::string_view text, const Tokens* tokens = nullptr);
    [[nodiscard]] std::string text() const;                 // shortest parentheses; parse(text()) == *this
    [[nodiscard]] static Result<Pattern> fromJson(const Json& json);
    [[nodiscard]] Json toJson() const;
    friend bool operator==(const Pattern& a, const Pattern& b);   // structural

    [[nodiscard]] bool allows(QueryPos p, KeyPos j) const;        // p, j ≥ 0, absolute positions
    [[nodiscard]] KeyRuns runs(QueryPos p, Index keys) const;     // allowed keys of row p among [0, keys)

    struct Node;

private:
    explicit Pattern(std::shared_ptr<const Node> node) : m_node(std::move(node)) {}
    std::shared_ptr<const Node> m_node;
};

}   // namespace core
