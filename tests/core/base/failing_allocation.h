// Allocations that fail on purpose, or ask work to stop. Replaces operator new of the test program that includes it: at most one of its sources
// may.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <new>
#include <stop_token>
#include <utility>

#include <gtest/gtest.h>

#include "core/base/result.h"

namespace core::test {

// What happens at an allocation of this thread.
struct AllocationHook {
    std::int64_t left = -1;            // allocations before the one it happens at; negative: it has happened, or never will
    std::stop_source* stop = nullptr;  // what happens: a stop is requested; without one the allocation fails
    std::int64_t sinceStop = 0;        // allocations made after that
};
inline thread_local AllocationHook g_hook;

// Called at every allocation; returns whether it fails.
inline bool allocationFails()
{
    AllocationHook& hook = g_hook;
    if (hook.left < 0) {
        ++hook.sinceStop;
        return false;
    }
    if (hook.left-- > 0) return false;
    if (!hook.stop) return true;
    hook.stop->request_stop();
    return false;
}

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
        g_hook = {.left = std::int64_t(failures) * step};
        auto result = work();
        const bool failed = std::exchange(g_hook, {}).left < 0;
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

// work(stop) returns a Result. Runs it again and again with the stop requested `step` allocations later each time, and expects Cancelled, after
// no more than `allowed` further allocations of this thread: how soon work ends is counted, not timed. Returns how often it was stopped. The first
// time it succeeds ends the count: the stop came too late, or never. Once before, for what libraries set up once: oneDNN makes its kernels then.
template<class Work>
int stopAtAllocations(const Work& work, int step, std::int64_t allowed)
{
    if (auto result = work(std::stop_token()); !result) {
        ADD_FAILURE() << result.error().what;
        return 0;
    }
    for (int stops = 0;; ++stops) {
        std::stop_source stop;
        g_hook = {.left = std::int64_t(stops) * step, .stop = &stop};
        auto result = work(stop.get_token());
        const AllocationHook hook = std::exchange(g_hook, {});
        if (result) return stops;
        EXPECT_EQ(result.error().fault, Fault::Cancelled) << result.error().what;
        EXPECT_LE(hook.sinceStop, allowed) << "after a stop at allocation " << stops * step;
    }
}

}   // namespace core::test

// Not inlined, or GCC takes what they hand on to malloc and free for a mismatched pair.
[[gnu::noinline]] void* operator new(std::size_t size)
{
    if (core::test::allocationFails()) throw std::bad_alloc();
    if (void* place = std::malloc(size > 0 ? size : 1)) return place;
    throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept   // std::stable_sort asks this one
{
    if (core::test::allocationFails()) return nullptr;
    return std::malloc(size > 0 ? size : 1);
}
[[gnu::noinline]] void operator delete(void* place) noexcept { std::free(place); }
[[gnu::noinline]] void operator delete(void* place, std::size_t) noexcept { std::free(place); }
[[gnu::noinline]] void operator delete(void* place, const std::nothrow_t&) noexcept { std::free(place); }
