// The parts that a pattern is the union of: each of its pairs is there because one of them, or several, allow it.
#pragma once

#include <vector>

#include "core/attention/pattern.h"

namespace core {

// Of causal & (window(24) | sinks(4)) they are window(24) and sinks(4), in the order of the expression: conditions around the union (causal, what is
// not, what selects among its pairs) take pairs away and add none. A pattern without a union is one part: what it restricts, or itself where that is
// nothing definite. Never empty. `tokens` as for Pattern::parse, the same that the pattern was parsed with.
[[nodiscard]] std::vector<Pattern> unionParts(const Pattern& pattern, const Tokens* tokens = nullptr);

}   // namespace core
