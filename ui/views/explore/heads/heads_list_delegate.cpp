#include <algorithm>

#include <QPainter>

#include "ui/plot/focus_ring.h"
#include "ui/plot/head_badges.h"
#include "ui/views/explore/heads/heads_list.h"
#include "ui/views/explore/heads/heads_list_model.h"

namespace ui {

namespace {

constexpr int kBarHeight = 6;
constexpr int kLeastBar = 24;

}   // namespace

// All rows have the same columns, so the widest text of each decides; digits have one width, so the longest text is the widest.
HeadsListDelegate::Columns HeadsListDelegate::columnsOf(const HeadsListModel& model, const Theme& theme, const QString& unit, const QString& baseline)
{
    QString name, value, shuffled;
    const auto longer = [](QString& longest, const QString& text) {
        if (text.size() > longest.size()) longest = text;
    };
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        longer(name, index.data().toString());
        longer(value, index.data(HeadsListModel::ValueRole).toString());
        longer(shuffled, index.data(HeadsListModel::ShuffledRole).toString());
    }
    const QFontMetrics names(theme.strongFont(TextStyle::Label)), numbers(theme.strongFont(TextStyle::Label, Face::Number)),
        headings(theme.font(TextStyle::Caption));
    const bool hasBaseline = !baseline.isEmpty();
    return {.name = names.horizontalAdvance(name),
            .value = hasBaseline ? std::max(numbers.horizontalAdvance(value), headings.horizontalAdvance(unit)) : numbers.horizontalAdvance(value),
            .shuffled = hasBaseline ? std::max(numbers.horizontalAdvance(shuffled), headings.horizontalAdvance(baseline)) : 0};
}

QSize HeadsListDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, QFontMetrics(m_theme.font(TextStyle::Label)).lineSpacing() + 8};
}

void HeadsListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect row = option.rect, inside = row.adjusted(kPadding, 0, -kPadding, 0);
    const bool isShown = index.row() == m_shown;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    painter->setPen(Qt::NoPen);
    if (isShown || index.row() == m_peeked) {
        painter->setBrush(isShown ? m_theme.selected : m_theme.sunken);
        painter->drawRoundedRect(row, 5, 5);
    }
    painter->setPen(m_age == HeadsAge::Current ? m_theme.text1 : m_theme.text3);
    painter->setFont(isShown ? m_theme.strongFont(TextStyle::Label) : m_theme.font(TextStyle::Label));
    painter->drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());

    const int second = m_columns.shuffled > 0 ? m_columns.shuffled + kGap : 0;
    painter->setFont(isShown ? m_theme.strongFont(TextStyle::Label, Face::Number) : m_theme.font(TextStyle::Label, Face::Number));
    painter->drawText(QStyle::visualRect(option.direction, inside, inside.adjusted(0, 0, -second, 0)), Qt::AlignRight | Qt::AlignVCenter,
                      index.data(HeadsListModel::ValueRole).toString());
    if (second > 0) {
        painter->setPen(m_theme.text3);
        painter->setFont(m_theme.font(TextStyle::Label, Face::Number));
        painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter, index.data(HeadsListModel::ShuffledRole).toString());
    }
    const int left = inside.left() + m_columns.name + kGap, right = inside.right() - second - m_columns.value - kGap;
    if (right - left >= kLeastBar) {
        const QRectF track(left, row.center().y() - kBarHeight / 2.0 + 0.5, right - left, kBarHeight);
        painter->save();
        if (option.direction == Qt::RightToLeft) {   // a bar grows the way one reads
            painter->translate(row.left() + row.right() + 1, 0);
            painter->scale(-1, 1);
        }
        paintShareBar(*painter, track, index.data(HeadsListModel::BarRole).toDouble(), m_theme, 2.0);
        painter->restore();
    }
    if (index.row() == m_focused) paintFocusRing(*painter, QRectF(row).adjusted(1, 1, -1, -1), m_theme);
    painter->restore();
}

}   // namespace ui
