// Token texts ⇄ ids, as written in tokenizer.json.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/text/tokens.h"

namespace core {

class Vocabulary {
public:
    Vocabulary() = default;
    Vocabulary(Vocabulary&&) = default;   // no copies: the index points into m_tokens
    Vocabulary& operator=(Vocabulary&&) = default;

    // From an object {token: id}. Errors: BadFile for ids that are no whole numbers, negative, used twice, or far larger than the number of
    // tokens (an id sizes tables, so a short file must not ask for gigabytes).
    [[nodiscard]] static Result<Vocabulary> fromJson(const Json& json, std::string_view name);

    [[nodiscard]] std::optional<TokenId> find(std::string_view token) const;
    [[nodiscard]] const std::vector<std::optional<std::string>>& tokens() const { return m_tokens; }   // by id; ids may have gaps
    [[nodiscard]] Index size() const { return Index(m_tokens.size()); }                                // largest id + 1

private:
    std::vector<std::optional<std::string>> m_tokens;
    std::unordered_map<std::string_view, TokenId> m_index;
};

// The largest id that a file with `entries` tokens may use.
[[nodiscard]] constexpr std::int64_t largestId(std::size_t entries) { return 65'535 + 4 * std::int64_t(entries); }

}   // namespace core
