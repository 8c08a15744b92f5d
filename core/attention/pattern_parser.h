// The recursive-descent parser of pattern expressions; plans use it for the parts of their text.
#pragma once

#include <string_view>

#include "core/attention/pattern.h"

namespace core {

// Parses text[region]; columns of errors count from the start of `text`. `tokens`: see Pattern::parse.
[[nodiscard]] Result<Pattern> parsePattern(std::string_view text, Span region, const Tokens* tokens);

}   // namespace core
