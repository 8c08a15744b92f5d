// JSON from strangers: parsed without exceptions, with limits, duplicate keys refused. json.cpp is the only includer of nlohmann_json.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace core {

struct JsonLimits {
    std::size_t bytes = std::size_t(256) << 20;
    int depth = 64;
    // A value takes 40 bytes at least and, as a member with a long key, 300 while it is read: "[[],[],…" costs far more than its own bytes.
    // The largest vocabularies in use have 2 million values; this many take 0.7 GB as elements and 2.4 GB as such members.
    std::size_t values = 8'000'000;
};

// An immutable-by-habit JSON value; objects keep the order of their keys. Typed getters return errors that name the key.
class Json {
public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;

    Json() = default;   // null
    Json(std::nullptr_t) {}
    Json(bool value) : m_value(value) {}
    Json(int value) : m_value(std::int64_t(value)) {}
    Json(std::int64_t value) : m_value(value) {}
    Json(double value) : m_value(value) {}   // NaN and infinities are written as null
    Json(float value) : m_value(double(value)) {}
    Json(const char* value) : m_value(std::string(value)) {}
    Json(std::string_view value) : m_value(std::string(value)) {}
    Json(std::string value) : m_value(std::move(value)) {}
    Json(Array value) : m_value(std::move(value)) {}
    Json(Object value) : m_value(std::move(value)) {}
    static Json object(std::initializer_list<std::pair<std::string, Json>> members) { return Json(Object(members)); }
    template<class Range>
    static Json array(const Range& values)
    {
        Array result;
        for (const auto& value : values) result.emplace_back(value);
        return Json(std::move(result));
    }

    // `name` stands in error messages ("config.json"). Errors: BadFile with line (where there are several) and column, the limit that was passed, or the duplicate key;
    // OverBudget when its values would take more than the memory budget, or when the system's memory ends before.
    // NaN and Infinity are not JSON and are refused; integers beyond 64 bits become doubles.
    [[nodiscard]] static Result<Json> parse(std::string_view text, std::string_view name, const JsonLimits& limits = {});
    // Invalid UTF-8 inside strings is written as U+FFFD. indent < 0: one line.
    [[nodiscard]] std::string dump(int indent = -1) const;

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    [[nodiscard]] bool isBool() const { return std::holds_alternative<bool>(m_value); }
    [[nodiscard]] bool isInteger() const { return std::holds_alternative<std::int64_t>(m_value); }
    [[nodiscard]] bool isNumber() const { return isInteger() || std::holds_alternative<double>(m_value); }
    [[nodiscard]] bool isString() const { return std::holds_alternative<std::string>(m_value); }
    [[nodiscard]] bool isArray() const { return std::holds_alternative<Array>(m_value); }
    [[nodiscard]] bool isObject() const { return std::holds_alternative<Object>(m_value); }
    [[nodiscard]] const char* kindName() const;   // "null", "a number" … for messages

    // Views of the value; null when it has another kind.
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&m_value); }
    [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&m_value); }
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&m_value); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&m_value); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&m_value); }

    // Member of an object; null when absent or when this is no object. Linear search: build an index for large objects.
    [[nodiscard]] const Json* find(std::string_view key) const;
    Json& set(std::string key, Json value);                // on an object (or null, which becomes one); replaces or appends
    void adopt(std::string key, Json value);               // appends to an object or an array without looking for the key; the parser's way in

    // Typed members: BadFile "\"key\" is missing." or "\"key\" is a string, expected an integer.".
    [[nodiscard]] Result<std::int64_t> integerAt(std::string_view key) const;
    [[nodiscard]] Result<double> numberAt(std::string_view key) const;
    [[nodiscard]] Result<bool> booleanAt(std::string_view key) const;
    [[nodiscard]] Result<std::string> stringAt(std::string_view key) const;
    // The same with a default for a member that is absent or null; a member of a wrong kind is still an error.
    [[nodiscard]] Result<std::int64_t> integerAt(std::string_view key, std::int64_t fallback) const;
    [[nodiscard]] Result<double> numberAt(std::string_view key, double fallback) const;
    [[nodiscard]] Result<bool> booleanAt(std::string_view key, bool fallback) const;
    [[nodiscard]] Result<std::string> stringAt(std::string_view key, std::string_view fallback) const;

    friend bool operator==(const Json&, const Json&) = default;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_value;
};

}   // namespace core
