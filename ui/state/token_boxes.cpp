#include "ui/state/token_boxes.h"

#include <algorithm>

#include "ui/state/document.h"
#include "ui/state/tr.h"

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

bool isBlank(const TokenBox& box, const QString& text)
{
    return std::all_of(text.begin() + box.begin, text.begin() + box.end, [](QChar letter) { return letter.isSpace(); });
}

TokenBox withoutLeadingSpace(TokenBox box, const QString& text)
{
    if (isBlank(box, text)) return box;
    while (text[box.begin].isSpace()) ++box.begin;
    return box;
}

void numberParts(std::vector<TokenBox>& boxes)
{
    const auto sharesRange = [](const TokenBox& a, const TokenBox& b) { return a.begin == b.begin && a.end == b.end; };
    for (auto first = boxes.begin(); first != boxes.end();) {
        const auto last = std::find_if(first, boxes.end(), [&](const TokenBox& box) { return !sharesRange(*first, box); });
        for (auto box = first; box != last; ++box) box->part = int(box - first), box->parts = int(last - first);
        first = last;
    }
}

}   // namespace

std::vector<TokenBox> tokenPlaces(const core::Tokens& tokens, const QString& text)
{
    const QString recorded = exactText(tokens.text);
    const TextEdit edit = TextEdit::between(recorded, text);
    const qsizetype changedEnd = edit.position + edit.removed.size(), shift = edit.added.size() - edit.removed.size();
    Utf16Cursor cursor(tokens.text);
    std::vector<TokenBox> boxes;
    for (core::Index i = 0; i < tokens.size(); ++i) {
        const core::Token& token = tokens.items[std::size_t(i)];
        TokenBox box{.token = i, .wordStart = token.wordStart};
        if (!token.span.empty()) {
            box.begin = cursor.startOf(token.span.begin);
            box.end = cursor.endOf(token.span.end);
        }
        if (box.end > edit.position) {
            if (box.begin < changedEnd) continue;
            box.begin += shift;
            box.end += shift;
        }
        boxes.push_back(withoutLeadingSpace(box, text));
    }
    numberParts(boxes);
    return boxes;
}

std::vector<TokenBox> tokenBoxes(const core::Tokens& tokens, const QString& text)
{
    std::vector<TokenBox> boxes = tokenPlaces(tokens, text);
    std::erase_if(boxes, [&](const TokenBox& box) { return isBlank(box, text); });
    return boxes;
}

QString partOfCharacter(const core::Tokens& tokens, core::Index token)
{
    const std::string& text = tokens.text;
    const core::Span span = tokens.items[std::size_t(token)].span;
    if (span.empty()) return {};
    const auto continues = [&](core::Index at) {
        return at < core::Index(text.size()) && (static_cast<unsigned char>(text[std::size_t(at)]) & 0xC0) == 0x80;
    };
    core::Index begin = span.begin, end = span.begin + 1;
    while (begin > 0 && continues(begin)) --begin;
    while (continues(end)) ++end;
    if (span.end > end || (span.begin == begin && span.end == end)) return {};
    const QString character = QString::fromStdString(text.substr(std::size_t(begin), std::size_t(end - begin)));
    const core::Index first = span.begin - begin + 1, last = span.end - begin;
    return first == last ? tr("byte %1 of “%2”").arg(first).arg(character) : tr("bytes %1 to %2 of “%3”").arg(first).arg(last).arg(character);
}

}   // namespace ui
