// Text of strangers in messages: what a file says about itself must neither fill the screen nor speak to the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace core {

// Control characters and bytes that are no UTF-8 are written as \x1B; after `characters` characters follows "…" in place of the rest.
[[nodiscard]] std::string printable(std::string_view text, std::size_t characters = std::string_view::npos);

inline constexpr std::size_t kQuotedCharacters = 60;
// The same, short and between quotation marks: names, types and keys that a file gives.
[[nodiscard]] std::string inQuotes(std::string_view text);

}   // namespace core
