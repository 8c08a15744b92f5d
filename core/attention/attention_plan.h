// AttentionPlan: which mechanism each head uses. Text form: SCOPE: MECHANISM joined by ";", SCOPE `all`, `layer 2`, `head 2.5`.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/attention/pattern.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/shape.h"

namespace core {

// A head as the model made it, restricted to a further pattern (the model's own mask always applies as well).
struct SoftmaxMechanism {
    Pattern pattern;   // dense() leaves the model's own mask alone
    friend bool operator==(const SoftmaxMechanism&, const SoftmaxMechanism&) = default;
};
// Ablations: the head writes nothing, or the mean of its allowed values (every allowed key weighs the same).
struct OffMechanism {
    friend bool operator==(const OffMechanism&, const OffMechanism&) = default;
};
struct MeanMechanism {
    friend bool operator==(const MeanMechanism&, const MeanMechanism&) = default;
};
// The layer's key/value heads in so many groups of neighbours: a head reads the mean keys and values of its group. A model that was trained with as
// few key/value heads would have other ones, so this is tagged as not retrained wherever it shows.   Ainslie et al. 2023, arXiv 2305.13245,
// section 2.1.
struct KvGroupsMechanism {
    Index groups = 1;
    // The heads whose mean `kvHead` of `kvHeads` reads. As many groups as heads are the heads themselves.
    [[nodiscard]] Span membersOf(Index kvHead, Index kvHeads) const
    {
        const Index size = kvHeads / groups, first = kvHead / size * size;
        return {first, first + size};
    }
    friend bool operator==(const KvGroupsMechanism&, const KvGroupsMechanism&) = default;
};
using Mechanism = std::variant<SoftmaxMechanism, OffMechanism, MeanMechanism, KvGroupsMechanism>;
[[nodiscard]] std::string textOf(const Mechanism& mechanism);
[[nodiscard]] Result<Mechanism> parseMechanism(std::string_view text, const Tokens* tokens = nullptr);

// How far a mechanism reaches that is tried out from one head.
enum class PlanScope { Head, Layer, Model };

// Rules in order; the last that matches a head wins. No rule: the model's own attention everywhere.
class AttentionPlan {
public:
    struct Scope {
        Index layer = -1;   // −1: all layers
        Index head = -1;    // −1: all heads of the layer
        friend bool operator==(const Scope&, const Scope&) = default;
    };
    struct Rule {
        Scope scope;
        Mechanism mechanism;
        friend bool operator==(const Rule&, const Rule&) = default;
    };

    // Errors: BadInput with the column. An empty text is the empty plan.
    [[nodiscard]] static Result<AttentionPlan> parse(std::string_view text, const Tokens* tokens = nullptr);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] Json toJson() const;                                       // {"rules": [{"scope", "mechanism"}…]}
    [[nodiscard]] static Result<AttentionPlan> fromJson(const Json& json);   // the inverse, for sessions; nothing in the program reads one yet
    // Errors: BadInput when a rule names a layer or head that an L × H model lacks; when groups do not divide H_kv, or hold for some of the heads
    // that share a key/value head and not for others: those read the same rows.
    [[nodiscard]] Result<void> fits(Index layers, Index heads, Index kvHeads) const;

    [[nodiscard]] const std::vector<Rule>& rules() const { return m_rules; }
    void add(Scope scope, Mechanism mechanism);
    [[nodiscard]] Mechanism mechanismOf(HeadId head) const;   // SoftmaxMechanism{dense} when no rule matches
    [[nodiscard]] bool regroups() const;                      // a rule has groups of key/value heads: not retrained
    friend bool operator==(const AttentionPlan&, const AttentionPlan&) = default;

private:
    std::vector<Rule> m_rules;
};
[[nodiscard]] std::string textOf(const AttentionPlan::Scope& scope);   // "all", "layer 2", "head 2.5"

// One rule: the mechanism for this head, for its layer or for every head.
[[nodiscard]] AttentionPlan planOf(PlanScope scope, HeadId head, Mechanism mechanism);

}   // namespace core
