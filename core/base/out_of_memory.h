// Allocations that fail, as errors: a public function whose work may pass what the system gives runs it in here.
#pragma once

#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "core/base/result.h"

namespace core {

// Returns body()'s Result. std::bad_alloc, and std::length_error (a size that no container can have), become OverBudget:
// "The system has too little free memory for <work()>." with `remedy`. work() is a text and is asked for then alone.
template<class Work, class Body>
[[nodiscard]] auto orOutOfMemory(const Work& work, std::string_view remedy, const Body& body) -> decltype(body())
{
    const auto refused = [&] {
        return fail(Fault::OverBudget, fmt::format("The system has too little free memory for {}.", work()), std::string(remedy));
    };
    try {
        return body();
    } catch (const std::bad_alloc&) {
        return refused();
    } catch (const std::length_error&) {
        return refused();
    }
}

}   // namespace core
