// Enumerators as words in files: one table says both ways, and names what it accepts when it meets something else.
#pragma once

#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"

namespace ui {

template<class Value, std::size_t kCount>
using JsonWords = std::array<std::pair<Value, const char*>, kCount>;

template<class Value, std::size_t kCount>
[[nodiscard]] core::Json wordOf(const JsonWords<Value, kCount>& words, Value value)
{
    for (const auto& [each, word] : words)
        if (each == value) return core::Json(word);
    return {};
}

// Errors: BadFile, a sentence that begins with what was found.
template<class Value, std::size_t kCount>
[[nodiscard]] core::Result<Value> valueOf(const JsonWords<Value, kCount>& words, const core::Json& json)
{
    std::string known;
    for (const auto& [value, word] : words) {
        if (json.string() && *json.string() == word) return value;
        known += fmt::format("{}\"{}\"", known.empty() ? "" : ", ", word);
    }
    const std::string found = json.string() ? fmt::format("\"{}\"", json.string()->substr(0, 40)) : json.kindName();
    return core::fail(core::Fault::BadFile, fmt::format("is {}, and not one of {}.", found, known));
}

}   // namespace ui
