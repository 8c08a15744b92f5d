// Patterns that are often looked for, as rules: they mean the same in every text, and cost nothing until somebody looks.
#pragma once

#include "core/attention/key_runs.h"
#include "core/metrics/token_occurrences.h"

namespace ui {

enum class TargetRule { PreviousToken, FirstToken, OwnToken, SameToken };   // the last: earlier occurrences of the row's token

// A rule in one text.
class RuleKeys {
public:
    RuleKeys(TargetRule rule, const core::Tokens& tokens);

    [[nodiscard]] core::Index tokens() const { return m_tokens; }
    // The keys of a row, as few runs as they make; empty where the rule has none for it.
    [[nodiscard]] core::KeyRuns of(core::Index query) const;
    [[nodiscard]] bool any() const;   // whether some row has keys

private:
    TargetRule m_rule;
    core::Index m_tokens;
    core::TokenOccurrences m_occurrences;
};

}   // namespace ui
