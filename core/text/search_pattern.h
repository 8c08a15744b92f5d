// The patterns of tokenizer.json: a plain string or a regular expression, searched in UTF-8.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/json.h"
#include "core/base/result.h"

namespace core {

// Half-open range of bytes.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// Immutable; copies share the compiled expression; safe to use from many threads.
class SearchPattern {
public:
    // `json` is {"String": …} or {"Regex": …}. Errors: BadFile; Unsupported for an expression that ICU does not understand, quoted.
    [[nodiscard]] static Result<SearchPattern> fromJson(const Json& json, std::string_view name);
    [[nodiscard]] static SearchPattern literal(std::string text);
    [[nodiscard]] static Result<SearchPattern> regex(std::string_view expression, std::string_view name);

    // Calls found(index of the range, match) for the matches from left to right. Nothing outside a range is seen from inside it, not even by
    // look-around. Empty matches are reported where they do not touch the match before.
    // Errors: BadInput when the search takes absurdly long over all ranges together (expressions come from files); Cancelled, also inside a match.
    using Found = std::function<void(std::size_t, ByteRange)>;
    [[nodiscard]] Result<void> search(std::string_view text, std::span<const ByteRange> ranges, const Found& found,
                                      const std::stop_token& stop = {}) const;

private:
    struct Compiled;
    explicit SearchPattern(std::variant<std::string, std::shared_ptr<const Compiled>> rule) : m_rule(std::move(rule)) {}
    std::variant<std::string, std::shared_ptr<const Compiled>> m_rule;
};

}   // namespace core
