#include "ui/window/drop_hint.h"

#include <algorithm>

#include <QPainter>

namespace ui {

namespace {

constexpr int kInset = 4, kMargin = 32;           // px: of the outline, and of the words from it
constexpr int kWordsWide = 24, kWordsHigh = 16;   // px around the words

}   // namespace

DropHint::DropHint(QWidget* window) : WindowOverlay(window) { setObjectName(QStringLiteral("dropHint")); }

void DropHint::showMeaning(const DropMeaning& meaning, const Theme& theme)
{
    m_meaning = meaning;
    m_theme = theme;
    setAccessibleName(meaning.words);
    showOverAll();
}

// What is refused is in the colour of errors and says so with a sign, too.
void DropHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = m_meaning.isRefused() ? m_theme.error : m_theme.ink;
    const QRectF outline = QRectF(rect()).adjusted(kInset, kInset, -kInset, -kInset);
    painter.setPen(QPen(m_theme.surface, 4));   // a halo, so that it is seen over every picture
    painter.drawRoundedRect(outline, 8, 8);
    painter.setPen(QPen(ground, 2, Qt::DashLine));
    painter.drawRoundedRect(outline, 8, 8);

    painter.setFont(m_theme.strongFont(TextStyle::Title));
    const QString sign = m_meaning.isRefused() ? QStringLiteral("⚠ ") : QString();
    const int room = width() - 2 * (kInset + kMargin + kWordsWide);
    const QString words = painter.fontMetrics().elidedText(sign + m_meaning.words, Qt::ElideMiddle, std::max(0, room));
    QRectF box(0, 0, painter.fontMetrics().horizontalAdvance(words) + 2 * kWordsWide, painter.fontMetrics().height() + 2 * kWordsHigh);
    box.moveCenter(QRectF(rect()).center());
    painter.setPen(QPen(m_theme.surface, 2));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 8, 8);
    painter.setPen(readableOn(ground));
    painter.drawText(box, Qt::AlignCenter, words);
}

}   // namespace ui
