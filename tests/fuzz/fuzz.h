// What a fuzz target is made of: LLVMFuzzerTestOneInput, which aborts where a law is broken, and madeInput, from which mutations reach deep.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/random.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

// An input of the target's own making, well-formed or nearly so.
[[nodiscard]] std::string madeInput(core::Random& random);

[[noreturn]] inline void broken(std::string_view what)
{
    std::fprintf(stderr, "broken: %.*s\n", int(what.size()), what.data());
    std::abort();
}

inline void require(bool holds, std::string_view what)
{
    if (!holds) broken(what);
}

template<class List>
[[nodiscard]] const auto& oneOf(const List& list, core::Random& random)
{
    return list[std::size_t(random.below(std::int64_t(std::size(list))))];
}

}   // namespace fuzz
