#include "core/text/vocabulary.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/text/tokenizer_parts.h"

namespace core {

namespace {

// Checks one entry; the id is then safe to size tables by.
Result<TokenId> readId(const std::string& token, const Json& value, std::size_t entries, std::string_view name)
{
    const std::int64_t* id = value.integer();
    if (!id) return brokenTokenizer(name, fmt::format("the id of the token {} is {}, expected an integer", inQuotes(token), value.kindName()));
    if (*id < 0 || *id > largestId(entries))
        return fail(Fault::BadFile,
                    fmt::format("{}: the token {} has the id {}, which is out of range for {} tokens.", name, inQuotes(token), *id, entries),
                    "Get the file again, or number its tokens without large gaps.");
    return TokenId(*id);
}

}   // namespace

Result<Vocabulary> Vocabulary::fromJson(const Json& json, std::string_view name)
{
    const Json::Object* entries = json.object();
    if (!entries) return brokenTokenizer(name, fmt::format("\"vocab\" is {}, expected an object of tokens and ids", json.kindName()));
    Vocabulary vocabulary;
    TokenId largest = -1;
    for (const auto& [token, value] : *entries) {
        FOVEA_TRY(id, readId(token, value, entries->size(), name));
        largest = std::max(largest, id);
    }
    vocabulary.m_tokens.resize(std::size_t(largest + 1));
    vocabulary.m_index.reserve(entries->size());
    for (const auto& [token, value] : *entries) {
        const auto id = TokenId(*value.integer());
        auto& slot = vocabulary.m_tokens[std::size_t(id)];
        if (slot) return brokenTokenizer(name, fmt::format("the tokens {} and {} have the same id {}", inQuotes(*slot), inQuotes(token), id));
        slot = token;
        vocabulary.m_index.emplace(*slot, id);
    }
    return vocabulary;
}

std::optional<TokenId> Vocabulary::find(std::string_view token) const
{
    const auto found = m_index.find(token);
    return found == m_index.end() ? std::nullopt : std::optional(found->second);
}

}   // namespace core
