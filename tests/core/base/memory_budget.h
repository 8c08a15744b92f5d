// A memory budget for the length of a test.
#pragma once

#include <cstdint>

#include "core/base/memory.h"

namespace core::test {

class ScopedMemoryBudget {
public:
    explicit ScopedMemoryBudget(std::int64_t bytes) : m_before(memoryBudget()) { setMemoryBudget(bytes); }
    ~ScopedMemoryBudget() { setMemoryBudget(m_before); }
    ScopedMemoryBudget(const ScopedMemoryBudget&) = delete;
    ScopedMemoryBudget& operator=(const ScopedMemoryBudget&) = delete;

private:
    std::int64_t m_before;
};

}   // namespace core::test
