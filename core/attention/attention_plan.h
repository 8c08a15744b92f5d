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
using Mechanism = std::variant<SoftmaxMechanism, OffMechanism, MeanMechanism>;
[[nodiscard]] std::string textOf(const Mechanism& mechanism);
[[nodiscard]] Result<Mechanism> parseMechanism(std::string_view text, const Tokens* tokens = nullptr);

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
    [[nodiscard]] Json toJson() const;   // {"rules": [{"scope", "mechanism"}…]}
    [[nodiscard]] static Result<AttentionPlan> fromJson(const Json& json);   // the inverse, for sessions; nothing in the program reads one yet
    // Errors: BadInput when a rule names a layer or head that an L × H model lacks.
    [[nodiscard]] Result<void> fits(Index layers, Index heads) const;

    [[nodiscard]] const std::vector<Rule>& rules() const { return m_rules; }
    void add(Scope scope, Mechanism mechanism);
    [[nodiscard]] Mechanism mechanismOf(HeadId head) const;   // SoftmaxMechanism{dense} when no rule matches
    friend bool operator==(const AttentionPlan&, const AttentionPlan&) = default;

private:
    std::vector<Rule> m_rules;
};

}   // namespace core
