// Byte-level tokenizers: every byte is written as one printable character, so that any text is a string over 256 characters, and text is
// first cut into words by one fixed expression. Both are GPT-2's (Radford et al. 2019, "Language models are unsupervised multitask learners").
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core {

// Bytes 33–126, 161–172 and 174–255 stand for themselves; the other 68, in ascending order, are U+0100, U+0101, … (space is "Ġ").
[[nodiscard]] const std::array<std::string, 256>& byteCharacters();
// The byte behind one such character; nothing for any other character.
[[nodiscard]] std::optional<std::uint8_t> byteOfCharacter(char32_t character);
// Undoes the mapping for a whole token; nothing when one of its characters stands for no byte.
[[nodiscard]] std::optional<std::string> bytesOfCharacters(std::string_view token);

// GPT-2's expression, kept as text for the tests of nextWordEnd:
//   's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
extern const char* const kWordExpression;
// Where the word that begins at `begin` ends. The expression matches at every place of every text, so words cover it without gaps.
// `text` is valid UTF-8, begin < text.size() is the start of a character. Constant memory, linear in the word.
[[nodiscard]] std::size_t nextWordEnd(std::string_view text, std::size_t begin);

}   // namespace core
