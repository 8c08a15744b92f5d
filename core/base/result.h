// Errors as values. Everything that a user or a file can cause travels as an Error; programmer errors assert.
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace core {

enum class Fault {
    BadInput,      // a value, expression, name or text the user gave
    BadFile,       // a file that is missing, damaged or forbidden by its format
    Unsupported,   // well-formed, but nothing here can run it
    OverBudget,    // needs more memory than is allowed, or than the system has
    NotFinite,     // NaN or infinity met in a computation
    Cancelled,     // a stop token was triggered
    System,        // the operating system refused (disk full, no permission)
};

struct Error {
    Fault fault = Fault::BadInput;
    std::string what;     // one sentence with the offending values, ends with a full stop
    std::string remedy;   // one sentence: what the reader can change; empty when nothing would help
    friend bool operator==(const Error&, const Error&) = default;
};

template<class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Fault fault, std::string what, std::string remedy = {})
{
    return tl::unexpected<Error>(Error{fault, std::move(what), std::move(remedy)});
}

[[nodiscard]] inline tl::unexpected<Error> cancelled()
{
    return fail(Fault::Cancelled, "The work was cancelled.");
}

}   // namespace core

// FOVEA_TRY(name, expression): name becomes the value of a Result, or the enclosing function returns its error.
// FOVEA_CHECK(expression): the same for a Result whose value is not needed.
#define FOVEA_TRY(name, ...)                                                                                                               \
    auto name##OrError = (__VA_ARGS__);                                                                                                    \
    if (!name##OrError) return tl::unexpected<::core::Error>(std::move(name##OrError).error());                                            \
    auto&& name = *std::move(name##OrError)
#define FOVEA_CHECK(...)                                                                                                                   \
    if (auto fovea_checked = (__VA_ARGS__); !fovea_checked) return tl::unexpected<::core::Error>(std::move(fovea_checked).error())
