// Options that are numbers.
#pragma once

#include <charconv>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace app {

// Empty when the whole of `word` is a T; otherwise what is wrong with it.
template<class T>
[[nodiscard]] std::string whyNoNumber(const std::string& word)
{
    T value{};
    const char* const end = word.data() + word.size();
    const auto [rest, error] = std::from_chars(word.data(), end, value);
    if (error == std::errc() && rest == end) return {};
    if (error == std::errc::result_out_of_range && rest == end) return fmt::format("{} is too large a number", word);
    return fmt::format("\"{}\" is no {}", word,
                       !std::is_integral_v<T>  ? "number"
                       : std::is_unsigned_v<T> ? "whole number from 0 on"
                                               : "whole number");
}

template<class T>
struct NumberIn {
    using type = T;
};
template<class T>
struct NumberIn<std::optional<T>> {
    using type = T;
};

// By itself CLI11 takes an empty word for 0, wraps -1 into an unsigned number, and cuts a number that is too large.
template<class T>
CLI::Option* addNumber(CLI::App& options, const std::string& name, T& value, const std::string& description)
{
    const CLI::Validator isNumber([](std::string& word) { return whyNoNumber<typename NumberIn<T>::type>(word); }, "");
    return options.add_option(name, value, description)->check(isNumber);
}

}   // namespace app
