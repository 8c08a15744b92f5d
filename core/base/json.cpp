// The text form of Json, read and written.
#include "core/base/json.h"

#include <cmath>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/memory.h"
#include "core/base/out_of_memory.h"
#include "core/base/printable.h"

namespace core {

namespace {

using Nlohmann = nlohmann::ordered_json;

// What values take at the peak of reading, from above: a growing list holds old and new places at once, up to three for each of its values, and
// a key stands in a set beside its member. A text past this size has a place of its own.
constexpr std::size_t kElementBytes = 3 * sizeof(Json);
constexpr std::size_t kKeyBytes = 3 * sizeof(std::string) + 80;
constexpr std::size_t kInPlace = 15;
constexpr std::size_t kExcerpt = 200;   // characters of the parser's own message, which quotes the text

std::size_t heapBytes(const std::string& text) { return text.size() > kInPlace ? text.size() + 1 : 0; }

// Builds a Json from parser events; refuses what goes past the limits. The parser stops when an event returns false.
class Builder final : public nlohmann::json_sax<Nlohmann> {
public:
    Builder(std::string_view text, std::string_view name, const JsonLimits& limits) :
        m_hasLines(text.find('\n') != std::string_view::npos), m_name(name), m_limits(limits)
    {
    }

    bool null() override { return put(Json()); }
    bool boolean(bool value) override { return put(Json(value)); }
    bool number_integer(number_integer_t value) override { return put(Json(std::int64_t(value))); }
    bool number_unsigned(number_unsigned_t value) override
    {
        return put(value <= std::uint64_t(INT64_MAX) ? Json(std::int64_t(value)) : Json(double(value)));
    }
    bool number_float(number_float_t value, const string_t&) override
    {
        return std::isfinite(value) ? put(Json(double(value))) : refuse("has a number that is too large");
    }
    bool string(string_t& value) override { return take(heapBytes(value)) && put(Json(std::move(value))); }
    bool binary(binary_t&) override { return refuse("has binary data"); }
    bool start_object(std::size_t) override { return open(Json(Json::Object())); }
    bool start_array(std::size_t) override { return open(Json(Json::Array())); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& value) override
    {
        if (!take(kKeyBytes + 2 * heapBytes(value))) return false;
        if (!m_open.back().keys.insert(value).second) return refuse(fmt::format("has the key {} twice", inQuotes(value)));
        m_open.back().key = std::move(value);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& problem) override
    {
        // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while parsing value - unexpected …"
        const std::string message = problem.what();
        const std::size_t line = message.find("at line "), column = message.find("column "), reason = message.find(" - ");
        if (line == std::string::npos || column == std::string::npos || reason == std::string::npos) return refuse("is no valid JSON");
        const std::size_t begin = m_hasLines ? line : column, end = message.find(':', column);
        return refuse(fmt::format("is no valid JSON {}{}: {}", m_hasLines ? "" : "at ", message.substr(begin, end - begin),
                                  printable(message.substr(reason + 3), kExcerpt)));
    }

    Json root;
    std::optional<Error> error;

private:
    struct Level {
        Json value;
        std::string key;
        std::set<std::string, std::less<>> keys;
    };

    bool refuse(const std::string& what, const char* remedy = "Get the file again, or repair it.")
    {
        error = Error{Fault::BadFile, fmt::format("{} {}.", m_name, what), remedy};
        return false;
    }
    bool open(Json container)
    {
        if (int(m_open.size()) >= m_limits.depth) return refuse(fmt::format("is nested deeper than {} levels", m_limits.depth));
        m_open.push_back({std::move(container), {}, {}});
        return true;
    }
    bool close()
    {
        Json done = std::move(m_open.back().value);
        m_open.pop_back();
        return put(std::move(done));
    }
    // Accounts for memory before it is used.
    bool take(std::size_t bytes)
    {
        m_bytes += bytes;
        if (m_bytes <= m_budget) return true;
        error = Error{Fault::OverBudget, fmt::format("{} needs more than the memory budget of {} to be read.", m_name, formatBytes(std::int64_t(m_budget))),
                      "Choose a smaller file, or allow more memory."};
        return false;
    }
    bool put(Json value)
    {
        if (!take(kElementBytes)) return false;
        if (++m_values > m_limits.values) return refuse(fmt::format("has more than the {} values allowed", m_limits.values), "Choose a smaller file.");
        if (m_open.empty())
            root = std::move(value);
        else
            m_open.back().value.adopt(std::move(m_open.back().key), std::move(value));
        return true;
    }

    bool m_hasLines;   // a single line may be one of many, whose number the name tells
    std::string m_name;
    JsonLimits m_limits;
    std::vector<Level> m_open;
    std::size_t m_values = 0;
    std::size_t m_bytes = 0;
    std::size_t m_budget = std::size_t(memoryBudget());
};

std::string written(const Nlohmann& leaf) { return leaf.dump(-1, ' ', false, Nlohmann::error_handler_t::replace); }

std::string writtenLeaf(const Json& json)
{
    if (const bool* value = json.boolean()) return written(*value);
    if (const std::int64_t* value = json.integer()) return written(*value);
    if (const std::string* value = json.string()) return written(*value);
    const std::optional<double> number = json.number();
    return number && std::isfinite(*number) ? written(*number) : written(nullptr);
}

// Only leaves pass through the library: its containers take memory to be destroyed, and end the program where there is none.
void append(const Json& json, int indent, int depth, std::string& text)
{
    const Json::Array* values = json.array();
    const Json::Object* members = json.object();
    if (!values && !members) {
        text += writtenLeaf(json);
        return;
    }
    const auto startLine = [&](int level) {
        if (indent >= 0) text.append(1, '\n').append(std::size_t(level * indent), ' ');
    };
    const std::size_t size = values ? values->size() : members->size();
    text += values ? '[' : '{';
    for (std::size_t i = 0; i < size; ++i) {
        if (i > 0) text += ',';
        startLine(depth + 1);
        if (members) text.append(written((*members)[i].first)).append(indent >= 0 ? ": " : ":");
        append(values ? (*values)[i] : (*members)[i].second, indent, depth + 1, text);
    }
    if (size > 0) startLine(depth);
    text += values ? ']' : '}';
}

}   // namespace

Result<Json> Json::parse(std::string_view text, std::string_view name, const JsonLimits& limits)
{
    if (text.size() > limits.bytes)
        return fail(Fault::BadFile, fmt::format("{} has {} bytes, more than the {} allowed.", name, text.size(), limits.bytes), "Choose a smaller file.");
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos)   // the parser would take it for the end of the text
        return fail(Fault::BadFile, fmt::format("{} has a NUL byte at offset {}.", name, at), "Get the file again, or repair it.");
    return orOutOfMemory([&] { return name; }, "Choose a smaller file, or close other programs.", [&]() -> Result<Json> {
        Builder builder(text, name, limits);
        if (Nlohmann::sax_parse(text, &builder)) return std::move(builder.root);
        return tl::unexpected<Error>(std::move(*builder.error));
    });
}

std::string Json::dump(int indent) const
{
    std::string text;
    append(*this, indent, 0, text);
    return text;
}

}   // namespace core
