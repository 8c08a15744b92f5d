// Reads the small languages of this folder (patterns, plans): position, columns and the wording of errors in one place.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/shape.h"

namespace core {

class TextScanner {
public:
    // Reads text[region]; columns count from the start of `text`, so that an error inside a part names its place in the whole.
    TextScanner(std::string_view text, Span region) : m_text(text), m_at(region.begin), m_end(region.end) {}
    explicit TextScanner(std::string_view text) : TextScanner(text, {0, Index(text.size())}) {}

    void skipSpace();
    [[nodiscard]] bool atEnd() const { return m_at >= m_end; }
    [[nodiscard]] Index position() const { return m_at; }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[std::size_t(m_at)]; }
    bool take(char c);                       // skips space, then c if it is next
    bool take(std::string_view symbol);      // the same for several characters
    bool takeWord(std::string_view word);    // skips space, then `word` if it is the whole next word
    [[nodiscard]] std::string_view word();   // skips space; letters, digits and _ after a letter; empty when there is none
    [[nodiscard]] Index number();            // skips space; decimal digits; −1 when there are none, kTooLarge beyond it
    [[nodiscard]] Result<std::string> quoted();   // skips space; "text" with \" and \\ in it, without the quotes
    static constexpr Index kTooLarge = 1'000'000'000'000;

    // "column 8: WHAT", column in characters from 1.
    [[nodiscard]] tl::unexpected<Error> errorAt(Index position, std::string_view what, std::string remedy = {}) const;
    [[nodiscard]] std::string found() const;   // what stands here, for messages: "end of the text" or "\"x\""

private:
    std::string_view m_text;
    Index m_at;
    Index m_end;
};

}   // namespace core
