// How the tokens of the sentence are painted: words first, then the query and the key above them, so that no neighbour covers either.
#include <algorithm>

#include <QPaintEvent>
#include <QPainter>

#include "ui/views/explore/sentence_field.h"

namespace ui {

namespace {

constexpr qreal kRadius = 5.0;
constexpr qreal kNumberGap = 3.0;   // between two numbers that are both readable

// Outlines that tell tokens apart are seen without being looked for: three times as bright or dark as their ground.
QColor outlineOf(const Theme& theme)
{
    QColor color = theme.text3;
    color.setAlphaF(0.75f);
    return color;
}

}   // namespace

void SentenceField::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        const std::vector<TokenChip> all = chips(event->rect());
        for (auto first = all.begin(); first != all.end();) {
            const auto last = std::find_if(first, all.end(), [&](const TokenChip& chip) { return chip.word != first->word; });
            paintWord(painter, {first, last});
            first = last;
        }
        for (const TokenChip& chip : all)
            if (roleIn(m_pair, chip.token) != Role::None) paintRole(painter, chip);
        if (isOneLine()) paintNumbers(painter, all);
    }
    QPlainTextEdit::paintEvent(event);
}

void SentenceField::paintWord(QPainter& painter, std::span<const TokenChip> word) const
{
    const core::Index context = m_record->recording->trainedContext;
    const QRectF outline = word.front().word.isEmpty() ? word.front().rect : word.front().word;
    const bool untrained = context > 0 && word.front().token >= context;
    painter.setPen(QPen(outlineOf(m_theme), 1.0));
    painter.setBrush(untrained ? m_theme.warnTint : m_theme.surface);
    painter.drawRoundedRect(outline, kRadius, kRadius);
    painter.setPen(QPen(outlineOf(m_theme), 1.0, Qt::DotLine));
    for (std::size_t i = 1; i < word.size(); ++i) {
        const qreal x = word[i].rect.left() >= word[i - 1].rect.left() ? word[i].rect.left() : word[i].rect.right();
        painter.drawLine(QPointF(x, outline.top() + 2), QPointF(x, outline.bottom() - 2));
    }
}

void SentenceField::paintRole(QPainter& painter, const TokenChip& chip) const
{
    const bool isQuery = roleIn(m_pair, chip.token) == Role::Query;
    painter.setPen(QPen(isQuery ? m_theme.query : m_theme.key, 1.5));
    painter.setBrush(isQuery ? m_theme.queryTint : m_theme.keyTint);
    painter.drawRoundedRect(chip.rect, kRadius, kRadius);
}

// Under narrow tokens there is not room for every number: those of query and key always stand, the others where they find room.
void SentenceField::paintNumbers(QPainter& painter, const std::vector<TokenChip>& chips) const
{
    painter.setFont(m_theme.font(TextStyle::Micro, Face::Number));
    const QFontMetricsF metrics(painter.font());
    std::vector<QRectF> taken;
    for (const bool roles : {true, false})
        for (const TokenChip& chip : chips) {
            const Role role = roleIn(m_pair, chip.token);
            if ((role != Role::None) != roles) continue;
            const QString number = QString::number(chip.token);
            const qreal width = metrics.horizontalAdvance(number);
            const QRectF place(chip.rect.center().x() - width / 2, chip.rect.bottom() + 1, width, numberHeight());
            const QRectF room = place.adjusted(-kNumberGap, 0, kNumberGap, 0);
            if (!roles && std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(room); })) continue;
            taken.push_back(place);
            painter.setPen(role == Role::Query ? m_theme.query : role == Role::Key ? m_theme.key : m_theme.text3);
            painter.drawText(place.adjusted(-2, 0, 2, 0), Qt::AlignCenter, number);
        }
}

}   // namespace ui
