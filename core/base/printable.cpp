#include "core/base/printable.h"

#include <cstdint>

#include <fmt/format.h>

namespace core {

namespace {

// Bytes of the well-formed UTF-8 character at the front of `text`, which is not empty; 0 when there is none. Unicode standard, table 3-7.
std::size_t characterBytes(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? std::uint8_t(text[i]) : std::uint8_t(0); };
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) { return byte(i) >= low && byte(i) <= high; };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) return follows(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
    if (lead >= 0xF0 && lead <= 0xF4)
        return follows(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
    return 0;
}

// Of a well-formed character: C0, DEL, or C1, which is C2 80 to C2 9F.
bool isControl(std::string_view character)
{
    const auto lead = std::uint8_t(character[0]);
    return lead < 0x20 || lead == 0x7F || (lead == 0xC2 && std::uint8_t(character[1]) < 0xA0);
}

}   // namespace

std::string printable(std::string_view text, std::size_t characters)
{
    std::string result;
    for (std::size_t count = 0; !text.empty(); ++count) {
        if (count == characters) return result + "…";
        const std::size_t size = characterBytes(text);
        const std::string_view character = text.substr(0, size == 0 ? 1 : size);
        if (size > 0 && !isControl(character))
            result += character;
        else
            for (const char byte : character) result += fmt::format("\\x{:02X}", std::uint8_t(byte));
        text.remove_prefix(character.size());
    }
    return result;
}

std::string inQuotes(std::string_view text) { return '"' + printable(text, kQuotedCharacters) + '"'; }

}   // namespace core
