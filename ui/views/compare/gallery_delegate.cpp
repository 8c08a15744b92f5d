#include "ui/views/compare/gallery_delegate.h"

#include <QImage>
#include <QPainter>
#include <QTextLayout>

namespace ui {

namespace {

// At most two lines, the second one cut with "…" where it takes more.
QString inTwoLines(const QString& name, const QFont& font, int width)
{
    QTextLayout layout(name, font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(width);
    layout.endLayout();
    const QString rest = name.mid(first.textLength());
    if (rest.isEmpty()) return name;
    return name.left(first.textLength()).trimmed() + QChar::LineSeparator + QFontMetrics(font).elidedText(rest, Qt::ElideRight, width);
}

}   // namespace

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {pictureSide() + m_theme.scaled(46), pictureSide() + m_theme.scaled(12) + 2 * QFontMetrics(m_theme.font(TextStyle::Caption)).height()};
}

void GalleryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected), isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF place = QRectF(option.rect).adjusted(2, 2, -2, -2);
    if (isCurrent || isHovered) {
        painter->setPen(isCurrent ? QPen(m_theme.ink, 2.0) : QPen(Qt::NoPen));
        painter->setBrush(m_theme.selected);
        painter->drawRoundedRect(place, 6, 6);
    }
    const int side = pictureSide();
    const QRect picture(option.rect.center().x() - side / 2, option.rect.top() + m_theme.scaled(6), side, side);
    painter->drawImage(picture, index.data(Qt::DecorationRole).value<QImage>());
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_theme.borderStrong, 1.0));
    painter->drawRect(QRectF(picture).adjusted(0.5, 0.5, -0.5, -0.5));
    const QFont font = m_theme.font(TextStyle::Caption);
    const QRect words(option.rect.left() + 4, picture.bottom() + 2, option.rect.width() - 8, option.rect.bottom() - picture.bottom() - 3);
    painter->setFont(font);
    painter->setPen(isCurrent ? m_theme.text1 : m_theme.text2);
    painter->drawText(words, Qt::AlignHCenter | Qt::AlignTop, inTwoLines(index.data().toString(), font, words.width()));
    painter->restore();
}

}   // namespace ui
