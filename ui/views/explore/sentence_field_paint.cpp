// How the tokens of the sentence are painted: words first, then the query and the key above them, so that no neighbour covers either.
#include <algorithm>

#include <QPaintEvent>
#include <QPainter>

#include "ui/views/explore/sentence_field.h"

namespace ui {

namespace {

constexpr qreal kRadius = 5.0;
constexpr qreal kTick = 4.0;        // px
constexpr qreal kNumberGap = 3.0;   // between two numbers that are both readable

// Outlines that tell tokens apart are seen without being looked for: three times as bright or dark as their ground.
QColor outlineOf(const Theme& theme)
{
    QColor color = theme.text3;
    color.setAlphaF(0.75f);
    return color;
}

QRectF outlineOf(std::span<const TokenChip> word) { return word.front().word.isEmpty() ? word.front().rect : word.front().word; }

}   // namespace

void SentenceField::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        const std::vector<TokenChip> all = chips(event->rect());
        for (auto first = all.begin(); first != all.end();) {
            const auto last = std::find_if(first, all.end(), [&](const TokenChip& chip) { return chip.word != first->word; });
            if (event->region().intersects(outlineOf({first, last}).toAlignedRect().adjusted(-1, -1, 1, 1))) paintWord(painter, {first, last});
            first = last;
        }
        for (auto first = all.begin(); first != all.end();) {
            const auto last = std::find_if(first, all.end(), [&](const TokenChip& chip) {
                return chip.word != first->word || roleIn(m_pair, chip.token) != roleIn(m_pair, first->token);
            });
            if (roleIn(m_pair, first->token) != Role::None) paintRole(painter, {first, last});
            first = last;
        }
        paintBytes(painter, all);
        if (isOneLine()) paintNumbers(painter, all);
    }
    QPlainTextEdit::paintEvent(event);
}

void SentenceField::paintWord(QPainter& painter, std::span<const TokenChip> word) const
{
    const core::Index context = m_record->recording->trainedContext;
    const QRectF outline = outlineOf(word);
    const bool untrained = context > 0 && word.front().token >= context;
    painter.setPen(QPen(outlineOf(m_theme), 1.0));
    painter.setBrush(untrained ? m_theme.warnTint : m_theme.surface);
    painter.drawRoundedRect(outline, kRadius, kRadius);
    paintBorders(painter, word, outline, outlineOf(m_theme));
}

// No character stands for a byte: two digits in a dashed box do.
void SentenceField::paintBytes(QPainter& painter, std::span<const TokenChip> chips) const
{
    painter.setFont(m_theme.font(TextStyle::Micro, Face::Number));
    painter.setBrush(Qt::NoBrush);
    for (const TokenChip& chip : chips) {
        if (chip.bytes.isEmpty()) continue;
        const Role role = roleIn(m_pair, chip.token);
        const QColor ink = role == Role::Query ? m_theme.query : role == Role::Key ? m_theme.key : m_theme.text2;
        painter.setPen(QPen(role == Role::None ? outlineOf(m_theme) : ink, 1.0, Qt::DashLine));
        painter.drawRoundedRect(chip.bytes, 2, 2);
        painter.setPen(ink);
        painter.drawText(chip.bytes, Qt::AlignCenter, m_record->label(chip.token));
    }
}

// Pieces side by side that have one role are one chip, as they are in the word behind them.
void SentenceField::paintRole(QPainter& painter, std::span<const TokenChip> pieces) const
{
    const bool isQuery = roleIn(m_pair, pieces.front().token) == Role::Query;
    const QColor& ink = isQuery ? m_theme.query : m_theme.key;
    QRectF outline = pieces.front().rect;
    for (const TokenChip& piece : pieces) outline |= piece.rect;
    painter.setPen(QPen(ink, 1.5));
    painter.setBrush(isQuery ? m_theme.queryTint : m_theme.keyTint);
    painter.drawRoundedRect(outline, kRadius, kRadius);
    paintBorders(painter, pieces, outline, ink);
}

void SentenceField::paintBorders(QPainter& painter, std::span<const TokenChip> pieces, const QRectF& outline, const QColor& ink) const
{
    painter.setPen(QPen(ink, 1.0, Qt::DotLine));
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        if (!pieces[i].bytes.isEmpty()) continue;   // these have dashes of their own
        // Where bytes of one character meet there are letters: a tick below them is enough.
        const qreal top = pieces[i].part > 0 ? outline.bottom() - kTick : outline.top() + 2;
        const qreal x = pieces[i].rect.left() >= pieces[i - 1].rect.left() ? pieces[i].rect.left() : pieces[i].rect.right();
        painter.drawLine(QPointF(x, top), QPointF(x, outline.bottom() - (pieces[i].part > 0 ? 0 : 2)));
    }
}

// Under narrow tokens there is not room for every number: those where query and key begin always stand, the others where they find room.
void SentenceField::paintNumbers(QPainter& painter, const std::vector<TokenChip>& chips) const
{
    painter.setFont(m_theme.font(TextStyle::Micro, Face::Number));
    const QFontMetricsF metrics(painter.font());
    std::vector<QRectF> taken;
    const auto begins = [&](std::size_t i) {
        const Role role = roleIn(m_pair, chips[i].token);
        return role != Role::None && (i == 0 || roleIn(m_pair, chips[i - 1].token) != role);
    };
    for (const bool beginnings : {true, false})
        for (std::size_t i = 0; i < chips.size(); ++i) {
            if (begins(i) != beginnings) continue;
            const TokenChip& chip = chips[i];
            const Role role = roleIn(m_pair, chip.token);
            const QString number = QString::number(chip.token);
            const qreal width = metrics.horizontalAdvance(number);
            const QRectF place(chip.rect.center().x() - width / 2, chip.rect.bottom() + 1, width, numberHeight());
            const QRectF room = place.adjusted(-kNumberGap, 0, kNumberGap, 0);
            if (!beginnings && std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(room); })) continue;
            taken.push_back(place);
            painter.setPen(role == Role::Query ? m_theme.query : role == Role::Key ? m_theme.key : m_theme.text3);
            painter.drawText(place.adjusted(-2, 0, 2, 0), Qt::AlignCenter, number);
        }
}

}   // namespace ui
