// Changes of the kind that find mistakes in readers, drawn from a seed, so that every run makes the same ones.
#pragma once

#include <string>

#include "core/base/random.h"

namespace fuzz {

// `input` with one to four changes; `other` is where spliced pieces come from.
[[nodiscard]] std::string mutated(std::string input, const std::string& other, core::Random& random);

}   // namespace fuzz
