#include "ui/views/explore/token_boxes.h"

#include "ui/state/document.h"

namespace ui {

namespace {

// Translates growing byte offsets of a UTF-8 text to UTF-16 offsets in one pass.
class Utf16Cursor {
public:
    explicit Utf16Cursor(const std::string& utf8) : m_text(utf8) {}

    // UTF-16 offset of the character that byte `offset` lies in. Offsets may step back by less than one character.
    qsizetype startOf(core::Index offset)
    {
        while (m_next <= offset && m_next < core::Index(m_text.size())) step();
        return offset < m_next ? m_start16 : m_next16;
    }
    // UTF-16 offset behind the character that byte `offset − 1` lies in.
    qsizetype endOf(core::Index offset)
    {
        while (m_next < offset && m_next < core::Index(m_text.size())) step();
        return m_next16;
    }

private:
    void step()
    {
        const auto lead = static_cast<unsigned char>(m_text[std::size_t(m_next)]);
        const int bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        m_start16 = m_next16;
        m_next += bytes;
        m_next16 += bytes == 4 ? 2 : 1;
    }

    const std::string& m_text;
    core::Index m_next = 0;    // byte behind the current character
    qsizetype m_start16 = 0;   // UTF-16 offset of the current character
    qsizetype m_next16 = 0;    // … and behind it
};

TokenBox withoutLeadingSpace(TokenBox box, const QString& text)
{
    while (box.begin < box.end && text[box.begin].isSpace()) ++box.begin;
    return box;
}

}   // namespace

std::vector<TokenBox> tokenBoxes(const core::Tokens& tokens, const QString& text)
{
    const QString recorded = exactText(tokens.text);
    const TextEdit edit = TextEdit::between(recorded, text);
    const qsizetype shift = edit.added.size() - edit.removed;
    Utf16Cursor cursor(tokens.text);
    std::vector<TokenBox> boxes;
    for (core::Index i = 0; i < tokens.size(); ++i) {
        const core::Token& token = tokens.items[std::size_t(i)];
        if (token.span.empty()) continue;
        TokenBox box{.token = i, .begin = cursor.startOf(token.span.begin), .end = cursor.endOf(token.span.end), .wordStart = token.wordStart};
        if (box.end > edit.position) {
            if (box.begin < edit.position + edit.removed) continue;
            box.begin += shift;
            box.end += shift;
        }
        box = withoutLeadingSpace(box, text);
        if (box.begin < box.end) boxes.push_back(box);
    }
    return boxes;
}

}   // namespace ui
