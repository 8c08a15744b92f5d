// One counter for everything that caches know by number: models, recordings, maps.
#pragma once

#include <cstdint>

namespace core {

// 1, 2, 3, …; never the same twice in a process, whatever it is for, so that nothing new is taken for something that died. Safe from many threads.
[[nodiscard]] std::uint64_t nextUniqueId();

}   // namespace core
