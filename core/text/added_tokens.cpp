#include "core/text/added_tokens.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/text/tokenizer_parts.h"
#include "core/text/unicode.h"

namespace core {

namespace {

// Searching takes this many steps for each byte of text at worst, so a file must not set it freely.
constexpr std::size_t kLongestToken = 4096;

Result<AddedToken> readToken(const Json& json, std::string_view name)
{
    if (!json.isObject()) return brokenTokenizer(name, fmt::format("an added token is {}, expected an object", json.kindName()));
    FOVEA_TRY(id, json.integerAt("id"));
    FOVEA_TRY(content, json.stringAt("content"));
    FOVEA_TRY(singleWord, json.booleanAt("single_word", false));
    FOVEA_TRY(left, json.booleanAt("lstrip", false));
    FOVEA_TRY(right, json.booleanAt("rstrip", false));
    FOVEA_TRY(special, json.booleanAt("special", false));
    FOVEA_TRY(normalized, json.booleanAt("normalized", !special));
    if (id < 0 || id > INT32_MAX)
        return brokenTokenizer(name, fmt::format("the added token {} has the id {}, which is out of range", inQuotes(content), id));
    if (content.size() > kLongestToken)
        return unsupportedTokenizer(name, fmt::format("the added token {} has {} bytes; at most {} are supported", id, content.size(), kLongestToken));
    return AddedToken{.id = TokenId(id),
                      .content = std::move(content),
                      .singleWord = singleWord,
                      .stripLeft = left,
                      .stripRight = right,
                      .normalized = normalized,
                      .special = special};
}

// A match that begins or ends against a word character is no word of its own.
bool standsAlone(std::string_view text, ByteRange match, ByteRange within)
{
    std::size_t before = match.begin, after = match.end;
    const bool joinedLeft = match.begin > within.begin && isWordCharacter(previousCharacter(text, before));
    const bool joinedRight = match.end < within.end && isWordCharacter(nextCharacter(text, after));
    return !joinedLeft && !joinedRight;
}

ByteRange withSpaces(const AddedToken& token, std::string_view text, ByteRange match, ByteRange free)
{
    for (std::size_t at = match.begin; token.stripLeft && at > free.begin && isWhiteSpace(previousCharacter(text, at));) match.begin = at;
    for (std::size_t at = match.end; token.stripRight && at < free.end && isWhiteSpace(nextCharacter(text, at));) match.end = at;
    return match;
}

}   // namespace

Result<std::vector<AddedToken>> readAddedTokens(const Json& json, const Vocabulary& vocabulary, std::string_view name)
{
    std::vector<AddedToken> tokens;
    if (json.isNull()) return tokens;
    if (!json.array()) return brokenTokenizer(name, fmt::format("\"added_tokens\" is {}, expected a list", json.kindName()));
    std::unordered_map<TokenId, std::string> taken;
    const std::int64_t largest = std::max<std::int64_t>(largestId(std::size_t(vocabulary.size()) + json.array()->size()), vocabulary.size());
    for (const Json& entry : *json.array()) {
        FOVEA_TRY(token, readToken(entry, name));
        if (token.content.empty()) continue;   // can never be found
        const auto inModel = vocabulary.find(token.content);
        const bool otherText = token.id < vocabulary.size() && vocabulary.tokens()[std::size_t(token.id)].value_or(token.content) != token.content;
        if (otherText || (inModel && *inModel != token.id))
            return fail(Fault::BadFile,
                        fmt::format("{}: the added token {} has the id {}, but the vocabulary says otherwise.", name, inQuotes(token.content), token.id),
                        "Get the file again: its added tokens and vocabulary do not belong together.");
        if (token.id > largest)
            return brokenTokenizer(name, fmt::format("the added token {} has the id {}, which is out of range", inQuotes(token.content), token.id));
        const auto [place, fresh] = taken.emplace(token.id, token.content);
        if (!fresh)
            return brokenTokenizer(name, fmt::format("the added tokens {} and {} have the same id {}", inQuotes(place->second), inQuotes(token.content), token.id));
        tokens.push_back(std::move(token));
    }
    return tokens;
}

void AddedTokenFinder::add(std::string_view text, std::size_t index)
{
    if (text.empty()) return;
    std::uint32_t node = 0;
    for (const char byte : text) {
        const auto [child, fresh] = m_children.try_emplace(std::uint64_t(node) << 8 | static_cast<unsigned char>(byte), m_nodes);
        m_nodes += fresh ? 1 : 0;
        node = child->second;
    }
    m_ends.try_emplace(node, index);   // of two tokens that normalise to the same text the first wins
}

std::optional<AddedTokenFinder::Match> AddedTokenFinder::longestAt(std::string_view text, std::size_t begin) const
{
    std::optional<Match> longest;
    std::uint32_t node = 0;
    for (std::size_t at = begin; at < text.size(); ++at) {
        const auto child = m_children.find(std::uint64_t(node) << 8 | static_cast<unsigned char>(text[at]));
        if (child == m_children.end()) break;
        node = child->second;
        if (const auto end = m_ends.find(node); end != m_ends.end()) longest = Match{.end = at + 1, .index = end->second};
    }
    return longest;
}

void AddedTokenFinder::find(const std::vector<AddedToken>& tokens, std::string_view text, std::size_t begin, std::size_t end,
                            std::vector<Segment>& segments, const std::stop_token& stop) const
{
    const std::string_view visible = text.substr(0, end);
    std::size_t done = begin;
    for (std::size_t at = begin; at < end && !empty() && !stop.stop_requested();) {
        const auto match = longestAt(visible, at);
        if (!match) {
            ++at;
            continue;
        }
        const AddedToken& token = tokens[match->index];
        const ByteRange found{.begin = at, .end = match->end};
        at = match->end;
        if (token.singleWord && !standsAlone(visible, found, {.begin = begin, .end = end})) continue;
        const ByteRange taken = withSpaces(token, visible, found, {.begin = done, .end = end});
        if (done < taken.begin) segments.push_back({.begin = done, .end = taken.begin});
        segments.push_back({.begin = taken.begin, .end = taken.end, .added = token.id});
        done = taken.end;
        at = std::max(at, done);
    }
    if (done < end) segments.push_back({.begin = done, .end = end});
}

}   // namespace core
