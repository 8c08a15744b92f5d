// A pattern in which numbers may be lists, as in sinks({0, 1, 4}) | window({8, 16-18}): what a sweep goes through.
#pragma once

#include <string_view>
#include <vector>

#include "core/attention/pattern.h"

namespace core {

inline constexpr std::size_t kMostSwept = 256;   // patterns of one template

// One pattern for each choice of a number from every list, the last list changing fastest; a text without lists is one pattern. Errors: BadInput with
// the column of the template, for a list that is none or for more than kMostSwept patterns; for a pattern that is wrong itself, with its own text.
[[nodiscard]] Result<std::vector<Pattern>> patternsOfTemplate(std::string_view text, const Tokens* tokens = nullptr);

}   // namespace core
