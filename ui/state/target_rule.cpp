#include "ui/state/target_rule.h"

namespace ui {

using core::Index;

RuleKeys::RuleKeys(TargetRule rule, const core::Tokens& tokens) : m_rule(rule), m_tokens(tokens.size()), m_occurrences(tokens) {}

core::KeyRuns RuleKeys::of(Index query) const
{
    core::KeyRuns keys;
    const auto add = [&](Index key) { core::appendRun(keys, {key, key + 1}); };
    switch (m_rule) {
    case TargetRule::PreviousToken:
        if (query > 0) add(query - 1);
        break;
    case TargetRule::FirstToken:
        if (query > 0) add(0);
        break;
    case TargetRule::OwnToken:
        add(query);
        break;
    case TargetRule::SameToken:
        for (const Index earlier : m_occurrences.before(query, {0, query})) add(earlier);
        break;
    }
    return keys;
}

bool RuleKeys::any() const
{
    if (m_rule == TargetRule::OwnToken) return m_tokens > 0;
    if (m_rule != TargetRule::SameToken) return m_tokens > 1;
    for (Index query = 1; query < m_tokens; ++query)
        if (m_occurrences.anyBefore(query)) return true;
    return false;
}

}   // namespace ui
