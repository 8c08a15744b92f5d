// Registers: two people by name, and at once what each of them does, by pronoun, so densely that a head for pronouns forms early:
//
//   Anna met Tom. He sewed, she baked.
//
// Everybody of one name has one trade (tradeOf), so that the verb follows from the right name and from nothing else. In stories too few words
// depend on who is meant: of the loss of a token the right person is worth a hundredth, and 10 million tokens of stories alone taught no head to tell
// two people apart.
#pragma once

#include <cstdint>
#include <string>

namespace core {

// One register, a line without its break; the same on every machine for a seed.
[[nodiscard]] std::string nameRegister(std::uint64_t seed);

}   // namespace core
