// Where the chips of the sentence stand: behind their letters, and the bytes of a symbol beside it.
#include <algorithm>
#include <cmath>
#include <map>

#include <QTextBlock>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include "ui/views/explore/sentence_field.h"

namespace ui {

namespace {

// What an input method is composing lies in the lines and not in the text: positions behind it lie further on.
int inLayout(const QTextLayout& layout, int position, bool isEnd)
{
    const int composed = int(layout.preeditAreaText().size()), at = layout.preeditAreaPosition();
    return composed > 0 && (isEnd ? position > at : position >= at) ? position + composed : position;
}

// One symbol on its own, an emoji say, which no neighbour is joined to. Letters and marks of punctuation stay as they are: digits between them would
// tear words apart.
bool standsAlone(const QString& text, const TokenBox& box)
{
    const QString character = text.mid(box.begin, box.end - box.begin);
    const char32_t code = character.toUcs4().value(0);
    if (!QChar::isSymbol(code)) return false;
    constexpr qsizetype kAround = 16;   // UTF-16 units that settle it; looking at the whole text for each symbol would be slow
    const qsizetype from = std::max<qsizetype>(0, box.begin - kAround);
    QTextBoundaryFinder boundaries(QTextBoundaryFinder::Grapheme, text.mid(from, box.end - from + kAround));
    boundaries.setPosition(box.begin - from);
    return boundaries.isAtBoundary() && boundaries.toNextBoundary() == box.end - from;
}

constexpr qreal kByteGap = 2.0;   // px between the dashed boxes of bytes
constexpr qreal kByteAir = 3.0;   // … and between their digits and the dashes

// The stretch [from, to) of a line, both counted from the start of its block.
QRectF stretchOf(const QTextLine& line, int from, int to)
{
    const qreal a = line.cursorToX(from), b = line.cursorToX(to);   // in right-to-left runs the later position lies further left
    return {std::min(a, b), line.y() + 0.5, std::abs(b - a), line.height() - 1.0};
}

}   // namespace

qreal SentenceField::byteWidth(core::Index token) const
{
    return QFontMetricsF(m_theme.font(TextStyle::Micro, Face::Number)).horizontalAdvance(m_record->label(token)) + 2 * kByteAir + kByteGap;
}

// Behind a symbol that is several tokens there is as much room as the digits of its bytes take, letter spacing of that one character.
void SentenceField::makeRoomForBytes()
{
    const QString whole = text();
    m_opened.assign(m_boxes.size(), false);
    std::map<int, QList<QTextLayout::FormatRange>> wanted;   // by block
    for (std::size_t i = 0; i < m_boxes.size(); i += std::size_t(m_boxes[i].parts)) {
        const TokenBox& box = m_boxes[i];
        if (box.parts < 2 || i + std::size_t(box.parts) > m_boxes.size() || !standsAlone(whole, box)) continue;
        qreal room = kByteGap;
        for (int part = 0; part < box.parts; ++part) {
            m_opened[i + std::size_t(part)] = true;
            room += byteWidth(m_boxes[i + std::size_t(part)].token);
        }
        const QTextBlock block = document()->findBlock(int(box.begin));
        QTextCharFormat format;
        format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        format.setFontLetterSpacing(room);
        wanted[block.blockNumber()].append({.start = int(box.begin) - block.position(), .length = int(box.end - box.begin), .format = format});
    }
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const auto found = wanted.find(block.blockNumber());
        block.layout()->setCacheEnabled(true);   // otherwise each question where a letter stands shapes the whole line anew
        const QList<QTextLayout::FormatRange> ranges = found == wanted.end() ? QList<QTextLayout::FormatRange>() : found->second;
        if (!block.layout()->preeditAreaText().isEmpty() || block.layout()->formats() == ranges) continue;   // what is composed has its own
        block.layout()->setFormats(ranges);
        document()->markContentsDirty(block.position(), block.length());
    }
}

std::vector<TokenChip> SentenceField::chips(const QRect& area) const
{
    std::vector<TokenChip> result;
    const qreal taller = isOneLine() ? 2.0 : 0.0;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QPointF origin = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            if (origin.y() + line.y() - taller > area.bottom() + 1.0) return result;
            if (origin.y() + line.y() + line.height() + numberHeight() < area.top()) continue;
            for (TokenChip chip : chipsOf(block, line)) {
                for (QRectF* rect : {&chip.rect, &chip.word, &chip.bytes}) rect->translate(origin);
                result.push_back(chip);
            }
        }
    }
    return result;
}

std::vector<TokenChip> SentenceField::chipsOf(const QTextBlock& block, const QTextLine& line) const
{
    const QTextLayout& layout = *block.layout();
    const qreal taller = isOneLine() ? 2.0 : 0.0;
    const int start = line.textStart(), stop = start + line.textLength();
    std::vector<TokenChip> chips;
    qreal digits = 0.0;   // px of the bytes of this symbol that stand before
    const auto beginOf = [&](const TokenBox& b) { return inLayout(layout, int(b.begin) - block.position(), false); };
    const auto endOf = [&](const TokenBox& b) { return inLayout(layout, int(b.end) - block.position(), true); };
    auto box = std::ranges::lower_bound(m_boxes, start + 1, {}, endOf);
    for (; box != m_boxes.end() && beginOf(*box) < stop; ++box) {
        const int begin = beginOf(*box), end = endOf(*box);
        const QRectF shared = stretchOf(line, std::max(begin, start), std::min(end, stop)).adjusted(0, -taller, 0, taller);
        TokenChip chip{.token = box->token, .rect = partOf(shared, box->part, box->parts), .wordStart = box->wordStart, .part = box->part};
        if (m_opened[std::size_t(box - m_boxes.begin())]) {
            if (box->part == 0) {
                digits = 0.0;
                for (auto part = box; part != box + box->parts; ++part) digits -= byteWidth(part->token);
            }
            const qreal width = byteWidth(box->token), left = shared.right() + digits;
            chip.bytes = QRectF(left, shared.top() + 2, width - kByteGap, shared.height() - 4);
            chip.rect = QRectF(QPointF(box->part == 0 ? shared.left() : left, shared.top()), QPointF(left + width, shared.bottom()));
            digits += width;
        }
        chips.push_back(chip);
    }
    joinWords(chips);
    return chips;
}

std::optional<core::Index> SentenceField::tokenAt(QPoint point) const
{
    for (const TokenChip& chip : chips(QRect(point, QSize(1, 1))))
        if (chip.rect.contains(point)) return chip.token;
    return std::nullopt;
}

}   // namespace ui
