#include "ui/window/search/search_delegate.h"

#include <algorithm>

#include <QPainter>
#include <QTextLayout>

#include "ui/plot/head_badges.h"
#include "ui/window/search/search_rows.h"

namespace ui {

namespace {

constexpr int kPadding = 10, kGap = 10;   // px beside rows and between their parts

struct Ink {
    QFont font;
    QColor color;
    QFont marked;   // of a stretch of the letters
    QColor markedColor;
};

// One line of text at the leading edge, cut with "…" where there is no more room. Returns the room that it took.
int paintLine(QPainter& painter, const QRect& room, const QString& text, const std::vector<Letters>& marked, const Ink& ink,
              Qt::LayoutDirection direction)
{
    const QString cut = QFontMetrics(ink.marked).elidedText(text, Qt::ElideRight, room.width());
    const qsizetype whole = cut == text ? text.size() : cut.size() - 1;
    QList<QTextLayout::FormatRange> formats;
    for (const Letters& letters : marked) {
        QTextCharFormat format;
        format.setFont(ink.marked);
        format.setForeground(ink.markedColor);
        const auto begin = int(std::min(letters.begin, whole)), end = int(std::min(letters.end, whole));
        if (end > begin) formats.append({.start = begin, .length = end - begin, .format = format});
    }
    QTextOption option;
    option.setTextDirection(Qt::LayoutDirectionAuto);   // "L2 · H5" and a sentence keep their order among any language
    option.setAlignment(direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::NoWrap);
    QTextLayout layout(cut, ink.font);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(room.width());
    layout.endLayout();
    painter.setPen(ink.color);
    layout.draw(&painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2));
    return int(line.naturalTextWidth() + 0.999);
}

// What is left of a stretch behind its leading part.
QRect behind(const QRect& room, int taken, Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? room.adjusted(0, 0, -taken, 0) : room.adjusted(taken, 0, 0, 0);
}

QRect before(const QRect& room, int taken, Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? room.adjusted(taken, 0, 0, 0) : room.adjusted(0, 0, -taken, 0);
}

}   // namespace

void SearchDelegate::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_rowHeight = QFontMetrics(theme.font(TextStyle::Body)).lineSpacing() + theme.scaled(13);
    m_signWidth = QFontMetrics(theme.font(TextStyle::Caption, Face::Number)).horizontalAdvance(QStringLiteral("0000"));
    m_kindWidth = 0;
    for (const SearchKind kind : {SearchKind::Action, SearchKind::Head, SearchKind::Token})
        m_kindWidth = std::max(m_kindWidth, QFontMetrics(theme.font(TextStyle::Caption)).horizontalAdvance(kindOf({.target = {.kind = kind}})));
}

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const SearchRow& row = static_cast<const SearchRows*>(index.model())->row(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    if (option.state.testFlag(QStyle::State_Selected)) {
        const bool tints = m_theme.warnTint != m_theme.surface;   // what is not tinted is framed
        painter->setPen(tints ? QPen(Qt::NoPen) : QPen(m_theme.ink));
        painter->setBrush(m_theme.selected);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QRect inside = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    paintSign(*painter, before(inside, inside.width() - m_signWidth, option.direction), row, option.direction);
    painter->setFont(m_theme.font(TextStyle::Caption));
    painter->setPen(m_theme.text3);
    painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter, kindOf(row));
    QRect room = before(behind(inside, m_signWidth + kGap, option.direction), m_kindWidth + kGap, option.direction);
    paintKeys(*painter, room, row.keys);
    paintWords(*painter, room, row);
    painter->restore();
}

void SearchDelegate::paintSign(QPainter& painter, const QRect& place, const SearchRow& row, Qt::LayoutDirection direction) const
{
    if (row.picture) {
        const int side = m_rowHeight - m_theme.scaled(10);
        const QRect picture = QStyle::alignedRect(direction, Qt::AlignRight | Qt::AlignVCenter, {side, side}, place);
        painter.drawImage(QRectF(picture), row.picture->image(qRound(side * painter.device()->devicePixelRatioF()), m_theme));
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(m_theme.border);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(picture.adjusted(0, 0, -1, -1));
        painter.setRenderHint(QPainter::Antialiasing);
        if (row.picture->state == HeadState::Ablated) paintAblated(painter, picture, m_theme);
        return;
    }
    painter.setPen(row.isOn ? m_theme.text1 : m_theme.text3);
    painter.setFont(row.isOn ? m_theme.font(TextStyle::Body) : m_theme.font(TextStyle::Caption, Face::Number));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, row.isOn ? QStringLiteral("✓") : row.number);
}

// In a frame, as a key has an edge. What is left of the room stands before it.
void SearchDelegate::paintKeys(QPainter& painter, QRect& room, const QString& keys) const
{
    if (keys.isEmpty()) return;
    painter.setFont(m_theme.font(TextStyle::Caption));
    const int air = m_theme.scaled(6), width = painter.fontMetrics().horizontalAdvance(keys) + 2 * air,
              height = painter.fontMetrics().height() + m_theme.scaled(4);
    if (width > room.width() / 2) return;
    const QRect cap = QStyle::alignedRect(painter.layoutDirection(), Qt::AlignRight | Qt::AlignVCenter, {width, height}, room);
    painter.setPen(m_theme.borderStrong);
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(m_theme.text2);
    painter.drawText(cap, Qt::AlignCenter, keys);
    room = before(room, width + kGap, painter.layoutDirection());
}

void SearchDelegate::paintWords(QPainter& painter, const QRect& room, const SearchRow& row) const
{
    const Qt::LayoutDirection direction = painter.layoutDirection();
    const QColor ofName = row.isEnabled ? m_theme.text1 : m_theme.text3;
    const Ink name{m_theme.font(TextStyle::Body), ofName, m_theme.strongFont(TextStyle::Body), ofName};
    const int taken = paintLine(painter, room, row.name, row.typed, name, direction) + kGap;
    const QRect rest = behind(room, taken, direction);
    if (rest.width() < m_theme.scaled(40) || row.context.isEmpty()) return;
    const Ink context{m_theme.font(TextStyle::Label), m_theme.text3, m_theme.strongFont(TextStyle::Label), m_theme.text2};
    paintLine(painter, rest, row.context, {row.inContext}, context, direction);
}

}   // namespace ui
