#include "core/text/tokens.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/text/unicode.h"

namespace core {

namespace {

constexpr std::string_view kSpaceSign = "␣";
constexpr std::string_view kLineBreakSign = "⏎";

// Joiners print nothing alone but hold an emoji of several people together.
bool joinsTo(std::string_view before, char32_t character) { return !before.empty() && (character == 0x200C || character == 0x200D); }

void appendHex(std::string& text, std::string_view bytes)
{
    for (const char byte : bytes) text += fmt::format("{:02X}", static_cast<unsigned char>(byte));
}

}   // namespace

std::vector<TokenId> Tokens::ids() const
{
    std::vector<TokenId> result(items.size());
    std::transform(items.begin(), items.end(), result.begin(), [](const Token& token) { return token.id; });
    return result;
}

std::string Tokens::label(Index i) const
{
    const Token& token = items[std::size_t(i)];
    return token.bytes.empty() ? fmt::format("#{}", token.id) : printedBytes(token.bytes);
}

Index Tokens::commonPrefix(const Tokens& other) const
{
    const auto sameId = [](const Token& a, const Token& b) { return a.id == b.id; };
    return std::mismatch(items.begin(), items.end(), other.items.begin(), other.items.end(), sameId).first - items.begin();
}

std::string printedBytes(std::string_view bytes)
{
    const std::size_t ink = bytes.find_first_not_of(' ');
    if (ink != bytes.npos && ink > 0) bytes.remove_prefix(1);   // the space before a word goes without saying
    const std::size_t inkBegin = bytes.find_first_not_of(' '), inkEnd = bytes.find_last_not_of(' ') + 1;

    std::string label;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        const char32_t character = nextCharacter(bytes, at);
        const std::string_view part = bytes.substr(begin, at - begin);
        if (character == U' ' && (begin < inkBegin || begin >= inkEnd))
            label += kSpaceSign;
        else if (character == U'\n')
            label += kLineBreakSign;
        else if (character == U'\r' && at < bytes.size() && bytes[at] == '\n')
            continue;
        else if (isValidUtf8(part) && (isPrintable(character) || joinsTo(label, character)))
            label += part;
        else
            appendHex(label, part);
    }
    return label;
}

}   // namespace core
