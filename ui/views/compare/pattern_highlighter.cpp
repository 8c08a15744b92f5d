#include "ui/views/compare/pattern_highlighter.h"

#include <algorithm>

#include <QTextDocument>

#include "core/attention/pattern_node.h"
#include "ui/state/pattern_hues.h"

namespace ui {

namespace {

bool isLetter(QChar c) { return (u'a' <= c && c <= u'z') || (u'A' <= c && c <= u'Z') || c == u'_'; }
bool isInWord(QChar c) { return isLetter(c) || (u'0' <= c && c <= u'9'); }

// Behind the quote that closes the one at `at`, or the end of the text.
qsizetype behindQuote(const QString& text, qsizetype at)
{
    for (++at; at < text.size() && text[at] != u'"'; ++at)
        if (text[at] == u'\\') ++at;
    return std::min(at + 1, text.size());
}

// Behind the bracket that closes the one at `at`, or the end of the text.
qsizetype behindBrackets(const QString& text, qsizetype at)
{
    int depth = 0;
    while (at < text.size()) {
        if (text[at] == u'"') {
            at = behindQuote(text, at);
            continue;
        }
        if (text[at] == u'(') ++depth;
        if (text[at++] == u')' && --depth == 0) break;
    }
    return at;
}

qsizetype behindSpace(const QString& text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace()) ++at;
    return at;
}

ExpressionPiece pieceAt(const QString& text, qsizetype begin)
{
    if (!isLetter(text[begin])) return {.begin = begin, .end = begin + 1};
    qsizetype end = begin;
    while (end < text.size() && isInWord(text[end])) ++end;
    const std::string name = text.mid(begin, end - begin).toStdString();
    const core::Primitive* primitive = core::findPrimitive(name);
    if (!primitive) return {.begin = begin, .end = end, .kind = ExpressionPiece::Kind::Unknown};
    const qsizetype open = behindSpace(text, end);
    if (open < text.size() && text[open] == u'(') end = behindBrackets(text, open);
    return {.begin = begin, .end = end, .kind = ExpressionPiece::Kind::Pattern, .family = familyOf(name)};
}

}   // namespace

std::vector<ExpressionPiece> expressionPieces(const QString& text)
{
    std::vector<ExpressionPiece> pieces;
    for (qsizetype at = behindSpace(text, 0); at < text.size(); at = behindSpace(text, pieces.back().end)) pieces.push_back(pieceAt(text, at));
    return pieces;
}

void PatternHighlighter::setTheme(const Theme& theme)
{
    m_theme = theme;
    rehighlight();
}

// A line is coloured as what the whole text makes of it; expressions are short.
void PatternHighlighter::highlightBlock(const QString& line)
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    const qsizetype begin = currentBlock().position(), end = begin + line.size();
    for (const ExpressionPiece& piece : expressionPieces(text)) {
        const qsizetype from = std::max(piece.begin, begin), to = std::min(piece.end, end);
        if (from >= to) continue;
        QTextCharFormat format;
        const bool isKnown = piece.kind != ExpressionPiece::Kind::Unknown;
        const bool hasHue = piece.family && *piece.family != BlockKind::Causal;
        format.setForeground(!isKnown ? m_theme.text3 : hasHue ? textHueOf(*piece.family, m_theme) : m_theme.text1);
        setFormat(int(from - begin), int(to - from), format);
    }
}

}   // namespace ui
