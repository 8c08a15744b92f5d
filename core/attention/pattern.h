// Pattern: which (query, key) pairs exist. A pair outside is absent, not "weight 0": never scored, never in the softmax, drawn as absent.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/attention/key_runs.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/shape.h"
#include "core/text/tokens.h"

namespace core {

// A pattern that is one band of diagonals: key j of query p exists where p − back ≤ j ≤ p + ahead. Counts of bands have closed forms.
struct Band {
    static constexpr Index kUnlimited = Index(1) << 60;
    Index back = kUnlimited;    // ≥ 0
    Index ahead = kUnlimited;   // ≥ 0
    [[nodiscard]] constexpr Span keysOf(Index p, Span keys) const { return intersectionOf(keys, {p - back, p + ahead + 1}); }
    friend constexpr bool operator==(const Band&, const Band&) = default;
};

// An immutable value; copies are cheap. Built from primitives and the operators & | !, or from text:
//     causal & (window(256) | sinks(4))          ! binds tighter than &, that tighter than |
// Some primitives select: they choose, from q and k, among the pairs that the other operands of their & allow, as in causal & topk(8). They stand
// nowhere else, and one & has one; (causal & topk(8)) & moba(64, 2) says which chooses first. Rows of such a pattern come from chosenLayouts.
// To add a primitive: one entry in the table of pattern_primitives.cpp (name, what its brackets hold, predicate, runs of a row).
class Pattern {
public:
    Pattern() : Pattern(dense()) {}
    [[nodiscard]] static Pattern dense();               // always
    [[nodiscard]] static Pattern causal();              // j ≤ p
    [[nodiscard]] static Pattern window(Index width);   // |p − j| < width, width ≥ 1: the query itself counts
    // An operand that selects keeps its brackets where it would else choose among other pairs. The others associate.
    friend Pattern operator&(const Pattern& a, const Pattern& b);
    friend Pattern operator|(const Pattern& a, const Pattern& b);
    friend Pattern operator!(const Pattern& a);

    // `tokens` are what texts ("cat") name positions of; without them a text is legal and names none, until it is parsed with tokens.
    // Errors: BadInput with the column (from 1), what is wrong there and what is legal.
    [[nodiscard]] static Result<Pattern> parse(std::string_view text, const Tokens* tokens = nullptr);
    [[nodiscard]] std::string text() const;   // fewest parentheses; parse(text(), the same tokens) == *this
    [[nodiscard]] static Result<Pattern> fromJson(const Json& json, const Tokens* tokens = nullptr);
    [[nodiscard]] Json toJson() const;                            // the text form as a string: what people write in files by hand
    friend bool operator==(const Pattern& a, const Pattern& b);   // structural, and the same tokens named; & and | associate

    [[nodiscard]] bool selects() const;   // some part is chosen from q and k

    // Of patterns that do not select. p and j are absolute positions ≥ 0; `keys` is n, the number of keys: where(…) and bigbird(…) depend on it,
    // nothing else does.
    [[nodiscard]] bool allows(QueryPos p, KeyPos j, Index keys) const;
    [[nodiscard]] KeyRuns runs(QueryPos p, Index keys) const;   // allowed keys of row p among [0, keys)
    [[nodiscard]] std::optional<Band> band() const;             // of intersections of bands; nullopt for all others

    struct Node;

private:
    explicit Pattern(std::shared_ptr<const Node> node) : m_node(std::move(node)) {}
    std::shared_ptr<const Node> m_node;
};

}   // namespace core
