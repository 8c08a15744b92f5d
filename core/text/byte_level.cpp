#include "core/text/byte_level.h"

#include "core/text/unicode.h"

namespace core {

namespace {

constexpr bool standsForItself(int byte) { return (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174; }

struct ByteTables {
    std::array<std::string, 256> characters;
    std::array<std::int16_t, 512> bytes{};   // by code point; −1 for none. The largest is U+0143.
};

ByteTables makeTables()
{
    ByteTables tables;
    tables.bytes.fill(-1);
    char32_t substitute = 0x100;
    for (int byte = 0; byte < 256; ++byte) {
        const char32_t character = standsForItself(byte) ? char32_t(byte) : substitute++;
        appendUtf8(tables.characters[std::size_t(byte)], character);
        tables.bytes[character] = std::int16_t(byte);
    }
    return tables;
}

const ByteTables& tables()
{
    static const ByteTables kTables = makeTables();
    return kTables;
}

enum class Kind { Letter, Number, Space, Other };

Kind kindOf(char32_t c)
{
    if (c < 0x80) {
        if ((c | 0x20) >= U'a' && (c | 0x20) <= U'z') return Kind::Letter;
        if (c >= U'0' && c <= U'9') return Kind::Number;
        return c == U' ' || (c >= 9 && c <= 13) ? Kind::Space : Kind::Other;
    }
    if (isLetter(c)) return Kind::Letter;
    if (isNumber(c)) return Kind::Number;
    return isWhiteSpace(c) ? Kind::Space : Kind::Other;
}

// The longest run of characters of one kind from `at` on.
std::size_t runEnd(std::string_view text, std::size_t at, Kind kind)
{
    while (at < text.size()) {
        std::size_t next = at;
        if (kindOf(nextCharacter(text, next)) != kind) break;
        at = next;
    }
    return at;
}

// Length of 's, 't, 're, 've, 'm, 'll or 'd at the start of `text`; 0 for none.
std::size_t contraction(std::string_view text)
{
    if (text.size() < 2 || text[0] != '\'') return 0;
    if (std::string_view("stmd").find(text[1]) != std::string_view::npos) return 2;
    const std::string_view two = text.substr(1, 2);
    return two == "re" || two == "ve" || two == "ll" ? 3 : 0;
}

// White space followed by a character leaves its last space to that character's word; alone it is a word.
std::size_t spaceEnd(std::string_view text, std::size_t begin)
{
    const std::size_t end = runEnd(text, begin, Kind::Space);
    if (end == text.size()) return end;
    std::size_t last = end;
    (void)previousCharacter(text, last);
    return last > begin ? last : end;
}

}   // namespace

const char* const kWordExpression = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

const std::array<std::string, 256>& byteCharacters() { return tables().characters; }

std::optional<std::uint8_t> byteOfCharacter(char32_t character)
{
    const auto& bytes = tables().bytes;
    if (character >= bytes.size() || bytes[character] < 0) return std::nullopt;
    return std::uint8_t(bytes[character]);
}

std::optional<std::string> bytesOfCharacters(std::string_view token)
{
    std::string bytes;
    for (std::size_t at = 0; at < token.size();) {
        const auto byte = byteOfCharacter(nextCharacter(token, at));
        if (!byte) return std::nullopt;
        bytes += char(*byte);
    }
    return bytes;
}

std::size_t nextWordEnd(std::string_view text, std::size_t begin)
{
    if (const std::size_t size = contraction(text.substr(begin, 3))) return begin + size;
    std::size_t at = begin;
    const char32_t first = nextCharacter(text, at);
    const Kind kind = kindOf(first);
    if (kind != Kind::Space) return runEnd(text, at, kind);
    if (first == U' ' && at < text.size()) {
        std::size_t next = at;
        const Kind following = kindOf(nextCharacter(text, next));
        if (following != Kind::Space) return runEnd(text, next, following);
    }
    return spaceEnd(text, begin);
}

}   // namespace core
