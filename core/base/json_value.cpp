// What is in a Json.
#include <cmath>

#include <fmt/format.h>

#include "core/base/json.h"

namespace core {

namespace {

template<class T, class Get>
Result<T> typed(const Json& json, std::string_view key, const char* expected, const T* fallback, Get get)
{
    const Json* member = json.find(key);
    if (fallback && (!member || member->isNull())) return *fallback;
    if (!member) return fail(Fault::BadFile, fmt::format("\"{}\" is missing.", key), "Add it, or get the file again.");
    if (const auto value = get(*member)) return T(*value);
    return fail(Fault::BadFile, fmt::format("\"{}\" is {}, expected {}.", key, member->kindName(), expected), "Correct the value, or get the file again.");
}

// 16 and 16.0 are the same count; 16.5 is none.
std::optional<std::int64_t> wholeNumber(const Json& json)
{
    if (const std::int64_t* value = json.integer()) return *value;
    const std::optional<double> value = json.number();
    if (value && std::floor(*value) == *value && std::abs(*value) < 9e15) return std::int64_t(*value);
    return std::nullopt;
}

}   // namespace

const char* Json::kindName() const
{
    static constexpr const char* kNames[] = {"null", "a boolean", "an integer", "a number", "a string", "an array", "an object"};
    return kNames[m_value.index()];
}

std::optional<double> Json::number() const
{
    if (const std::int64_t* value = integer()) return double(*value);
    if (const double* value = std::get_if<double>(&m_value)) return *value;
    return std::nullopt;
}

const Json* Json::find(std::string_view key) const
{
    if (const Object* members = object())
        for (const auto& [name, value] : *members)
            if (name == key) return &value;
    return nullptr;
}

void Json::adopt(std::string key, Json value)
{
    if (Object* members = std::get_if<Object>(&m_value))
        members->emplace_back(std::move(key), std::move(value));
    else if (Array* values = std::get_if<Array>(&m_value))
        values->push_back(std::move(value));
}

Json& Json::set(std::string key, Json value)
{
    if (!isObject()) m_value = Object();
    for (auto& [name, old] : std::get<Object>(m_value))
        if (name == key) return old = std::move(value);
    std::get<Object>(m_value).emplace_back(std::move(key), std::move(value));
    return std::get<Object>(m_value).back().second;
}

Result<std::int64_t> Json::integerAt(std::string_view key) const { return typed<std::int64_t>(*this, key, "an integer", nullptr, wholeNumber); }
Result<double> Json::numberAt(std::string_view key) const
{
    return typed<double>(*this, key, "a number", nullptr, [](const Json& j) { return j.number(); });
}
Result<bool> Json::booleanAt(std::string_view key) const
{
    return typed<bool>(*this, key, "true or false", nullptr, [](const Json& j) { return j.boolean(); });
}
Result<std::string> Json::stringAt(std::string_view key) const
{
    return typed<std::string>(*this, key, "a string", nullptr, [](const Json& j) { return j.string(); });
}
Result<std::int64_t> Json::integerAt(std::string_view key, std::int64_t fallback) const
{
    return typed<std::int64_t>(*this, key, "an integer", &fallback, wholeNumber);
}
Result<double> Json::numberAt(std::string_view key, double fallback) const
{
    return typed<double>(*this, key, "a number", &fallback, [](const Json& j) { return j.number(); });
}
Result<bool> Json::booleanAt(std::string_view key, bool fallback) const
{
    return typed<bool>(*this, key, "true or false", &fallback, [](const Json& j) { return j.boolean(); });
}
Result<std::string> Json::stringAt(std::string_view key, std::string_view fallback) const
{
    const std::string value(fallback);
    return typed<std::string>(*this, key, "a string", &value, [](const Json& j) { return j.string(); });
}

}   // namespace core
