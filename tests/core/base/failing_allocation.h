// Allocations that fail on purpose. Replaces operator new of the test program that includes it: at most one of its sources may.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <new>

#include <gtest/gtest.h>

#include "core/base/result.h"

namespace core::test {

inline thread_local std::int64_t g_allocationsLeft = -1;   // before the one that fails; negative: none fails

// work() returns a Result. Runs it once for each allocation it makes on this thread, with that one failing, and expects OverBudget with a
// remedy each time; then once more with none failing. Returns how many failures there were: 0 means that the test tests nothing.
// Once before all that, so that libraries have set up what they set up once: ThreadSanitizer's call_once never returns after an exception.
template<class Work>
int failEveryAllocation(const Work& work, int step = 1)
{
    if (auto result = work(); !result) {
        ADD_FAILURE() << result.error().what;
        return 0;
    }
    for (int failures = 0;; ++failures) {
        g_allocationsLeft = std::int64_t(failures) * step;
        auto result = work();
        const bool failed = g_allocationsLeft < 0;
        g_allocationsLeft = -1;
        if (!failed) {
            EXPECT_TRUE(result) << result.error().what;
            return failures;
        }
        EXPECT_FALSE(result) << "allocation " << failures * step << " failed unnoticed";
        if (result) return failures;
        EXPECT_EQ(result.error().fault, Fault::OverBudget) << result.error().what;
        EXPECT_FALSE(result.error().remedy.empty());
    }
}

}   // namespace core::test

// Not inlined, or GCC takes what they hand on to malloc and free for a mismatched pair.
[[gnu::noinline]] void* operator new(std::size_t size)
{
    if (core::test::g_allocationsLeft >= 0 && core::test::g_allocationsLeft-- == 0) throw std::bad_alloc();
    if (void* place = std::malloc(size > 0 ? size : 1)) return place;
    throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept   // std::stable_sort asks this one
{
    if (core::test::g_allocationsLeft >= 0 && core::test::g_allocationsLeft-- == 0) return nullptr;
    return std::malloc(size > 0 ? size : 1);
}
[[gnu::noinline]] void operator delete(void* place) noexcept { std::free(place); }
[[gnu::noinline]] void operator delete(void* place, std::size_t) noexcept { std::free(place); }
[[gnu::noinline]] void operator delete(void* place, const std::nothrow_t&) noexcept { std::free(place); }
