// Unicode as the tokenizers need it: UTF-8 in and out, and the classes of characters. ICU does the work; its headers stay in the .cpp files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace core {

// Reads the character at text[at] and moves `at` behind it; at < text.size(). Broken UTF-8 reads as U+FFFD, one for each maximal broken part.
[[nodiscard]] char32_t nextCharacter(std::string_view text, std::size_t& at);
// The character that ends at text[at − 1]; moves `at` to its first byte; at > 0.
[[nodiscard]] char32_t previousCharacter(std::string_view text, std::size_t& at);
void appendUtf8(std::string& text, char32_t character);

[[nodiscard]] bool isValidUtf8(std::string_view text);
// Every maximal broken part becomes U+FFFD, as browsers and Python's "replace" do; valid text stays as it is. NUL is an ordinary character.
[[nodiscard]] std::string repairUtf8(std::string_view text);

[[nodiscard]] bool isLetter(char32_t character);          // \p{L}
[[nodiscard]] bool isNumber(char32_t character);          // \p{N}
[[nodiscard]] bool isMark(char32_t character);            // \p{M}
[[nodiscard]] bool isWhiteSpace(char32_t character);      // \s, that is White_Space
[[nodiscard]] bool isPunctuation(char32_t character);     // \p{P} and the ASCII symbols $+<=>^`|~
[[nodiscard]] bool isWordCharacter(char32_t character);   // \w: Alphabetic, \p{M}, \p{Nd}, \p{Pc}, Join_Control
[[nodiscard]] bool isPrintable(char32_t character);       // leaves ink or is a plain space: no controls, formats, line or odd spaces, unassigned

void appendLower(std::string& text, char32_t character);   // the full mapping without context: "Σ" is always "σ"

}   // namespace core
