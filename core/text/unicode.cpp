#include "core/text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace core {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kCapitalIWithDot = 0x130;   // the one character whose context-free lower case is two characters

bool inMask(char32_t character, std::uint32_t mask) { return (U_GET_GC_MASK(UChar32(character)) & mask) != 0; }

}   // namespace

char32_t nextCharacter(std::string_view text, std::size_t& at)
{
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(text.data(), at, text.size(), character);
    return char32_t(character);
}

char32_t previousCharacter(std::string_view text, std::size_t& at)
{
    // ICU's backward macro compares `at` with the start as signed integers.
    auto position = std::ptrdiff_t(at);
    const std::ptrdiff_t start = position > U8_MAX_LENGTH ? position - U8_MAX_LENGTH : 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + start;
    auto local = std::int32_t(position - start);
    UChar32 character = 0;
    U8_PREV_OR_FFFD(bytes, 0, local, character);
    at = std::size_t(start + local);
    return char32_t(character);
}

void appendUtf8(std::string& text, char32_t character)
{
    char buffer[U8_MAX_LENGTH];
    std::size_t size = 0;
    const bool valid = character <= 0x10FFFF && !U_IS_SURROGATE(character);
    U8_APPEND_UNSAFE(buffer, size, valid ? character : kReplacement);
    text.append(buffer, size);
}

bool isValidUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        UChar32 character = 0;
        U8_NEXT(text.data(), at, text.size(), character);
        if (character < 0) return false;
    }
    return true;
}

std::string repairUtf8(std::string_view text)
{
    if (isValidUtf8(text)) return std::string(text);
    std::string repaired;
    repaired.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) appendUtf8(repaired, nextCharacter(text, at));
    return repaired;
}

bool isLetter(char32_t character) { return inMask(character, U_GC_L_MASK); }
bool isNumber(char32_t character) { return inMask(character, U_GC_N_MASK); }
bool isMark(char32_t character) { return inMask(character, U_GC_M_MASK); }
bool isWhiteSpace(char32_t character) { return u_isUWhiteSpace(UChar32(character)); }

bool isPunctuation(char32_t character)
{
    constexpr std::u32string_view kAsciiSymbols = U"$+<=>^`|~";
    return inMask(character, U_GC_P_MASK) || kAsciiSymbols.find(character) != kAsciiSymbols.npos;
}

bool isWordCharacter(char32_t character)
{
    return u_isUAlphabetic(UChar32(character)) || inMask(character, U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK) ||
           u_hasBinaryProperty(UChar32(character), UCHAR_JOIN_CONTROL);
}

bool isPrintable(char32_t character) { return character == U' ' || !inMask(character, U_GC_C_MASK | U_GC_Z_MASK); }

void appendLower(std::string& text, char32_t character)
{
    if (character == kCapitalIWithDot)
        text += "i\u0307";
    else
        appendUtf8(text, char32_t(u_tolower(UChar32(character))));
}

}   // namespace core
