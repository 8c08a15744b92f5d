#include "core/attention/text_scanner.h"

#include <algorithm>

#include <fmt/format.h>

namespace core {

namespace {

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isDigit(char c) { return '0' <= c && c <= '9'; }
bool isLetter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_'; }
bool continuesCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}   // namespace

void TextScanner::skipSpace()
{
    while (!atEnd() && isSpace(peek())) ++m_at;
}

bool TextScanner::take(char c)
{
    skipSpace();
    if (atEnd() || peek() != c) return false;
    ++m_at;
    return true;
}

bool TextScanner::take(std::string_view symbol)
{
    skipSpace();
    if (!m_text.substr(std::size_t(m_at), std::size_t(m_end - m_at)).starts_with(symbol)) return false;
    m_at += Index(symbol.size());
    return true;
}

bool TextScanner::takeWord(std::string_view expected)
{
    skipSpace();
    const Index begin = m_at;
    if (word() == expected) return true;
    m_at = begin;
    return false;
}

std::string_view TextScanner::word()
{
    skipSpace();
    const Index begin = m_at;
    if (isLetter(peek()))
        while (!atEnd() && (isLetter(peek()) || isDigit(peek()))) ++m_at;
    return m_text.substr(std::size_t(begin), std::size_t(m_at - begin));
}

Index TextScanner::number()
{
    skipSpace();
    if (!isDigit(peek())) return -1;
    Index value = 0;
    for (; isDigit(peek()); ++m_at) value = std::min(kTooLarge, value * 10 + (peek() - '0'));
    return value;
}

Result<std::string> TextScanner::quoted()
{
    skipSpace();
    const Index open = m_at;
    std::string result;
    for (++m_at; !atEnd() && peek() != '"'; ++m_at) {
        if (peek() == '\\') ++m_at;
        if (!atEnd()) result += peek();
    }
    if (atEnd()) return errorAt(open, "this quote is never closed.", "Add a '\"'.");
    ++m_at;
    return result;
}

tl::unexpected<Error> TextScanner::errorAt(Index position, std::string_view what, std::string remedy) const
{
    const std::string_view before = m_text.substr(0, std::size_t(position));
    const auto column = 1 + std::count_if(before.begin(), before.end(), [](char c) { return !continuesCharacter(c); });
    return fail(Fault::BadInput, fmt::format("column {}: {}", column, what), std::move(remedy));
}

std::string TextScanner::found() const
{
    if (atEnd()) return "the end of the text";
    Index end = m_at + 1;
    while (end < m_end && continuesCharacter(m_text[std::size_t(end)])) ++end;
    return fmt::format("\"{}\"", m_text.substr(std::size_t(m_at), std::size_t(end - m_at)));
}

}   // namespace core
