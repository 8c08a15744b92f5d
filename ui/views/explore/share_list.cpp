#include "ui/views/explore/share_list.h"

#include <algorithm>

#include <QPainter>

namespace ui {

namespace {

constexpr int kLabelWidth = 72;
constexpr int kGap = 8;
constexpr int kBarHeight = 6, kLeastBar = 12;
constexpr int kItemGap = 12, kItemBar = 3, kItemLabel = 6;   // across: between items, height of a bar, between label and number

}   // namespace

ShareList::ShareList(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void ShareList::setRows(std::vector<ShareRow> rows)
{
    if (rows == m_rows) return;
    const bool resized = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    QStringList spoken;
    for (const ShareRow& row : m_rows)
        spoken.append(row.second.isEmpty() ? row.label + u' ' + row.value : row.label + u' ' + row.value + QStringLiteral(", ") + row.second);
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    if (resized) updateGeometry();
    update();
}

void ShareList::setFlow(ShareFlow flow)
{
    m_flow = flow;
    updateGeometry();
    update();
}

void ShareList::setHeadings(const QString& value, const QString& second)
{
    m_valueHeading = value;
    m_secondHeading = second;
    updateGeometry();
    update();
}

void ShareList::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QSize ShareList::sizeHint() const
{
    if (m_flow == ShareFlow::Across) return {0, rowHeight() + kItemBar};   // what does not fit is left out at the end
    return {kLabelWidth + 2 * kGap + kLeastBar + valueWidth() + secondWidth(), rowHeight() * (int(m_rows.size()) + (hasHeadings() ? 1 : 0))};
}

int ShareList::rowHeight() const { return QFontMetrics(m_theme.font(TextStyle::Label)).lineSpacing() + 5; }

int ShareList::valueWidth() const
{
    int width = QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(m_valueHeading);
    for (const ShareRow& row : m_rows)
        width = std::max(width, QFontMetrics(m_theme.font(TextStyle::Label, Face::Number)).horizontalAdvance(row.value));
    return width;
}

int ShareList::secondWidth() const
{
    int width = QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(m_secondHeading);
    for (const ShareRow& row : m_rows)
        width = std::max(width, QFontMetrics(m_theme.font(TextStyle::Label, Face::Number)).horizontalAdvance(row.second));
    return width == 0 ? 0 : width + kGap;
}

void ShareList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_flow == ShareFlow::Across) return paintAcross(painter);
    QRect area(0, 0, width(), rowHeight());
    if (hasHeadings()) {
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(m_theme.text3);
        painter.drawText(area.adjusted(0, 0, -secondWidth(), 0), Qt::AlignRight | Qt::AlignVCenter, m_valueHeading);
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, m_secondHeading);
        area.translate(0, rowHeight());
    }
    for (const ShareRow& row : m_rows) {
        paintRow(painter, row, area);
        area.translate(0, rowHeight());
    }
}

void ShareList::paintBar(QPainter& painter, const QRectF& track, double share) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.sunken);
    painter.drawRoundedRect(track, 2, 2);
    painter.setBrush(m_theme.text2);
    painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(track.width() * std::clamp(share, 0.0, 1.0), track.height())), 2, 2);
}

void ShareList::paintAcross(QPainter& painter) const
{
    const QFont labels = m_theme.strongFont(TextStyle::Label), numbers = m_theme.font(TextStyle::Label, Face::Number);
    const int line = rowHeight();
    int x = 0;
    for (const ShareRow& row : m_rows) {
        const QString label = QFontMetrics(labels).elidedText(row.label, Qt::ElideRight, kLabelWidth);
        const int labelWidth = QFontMetrics(labels).horizontalAdvance(label), numberWidth = QFontMetrics(numbers).horizontalAdvance(row.value);
        const int item = labelWidth + kItemLabel + numberWidth;
        if (x + item > width()) return;
        painter.setFont(labels);
        painter.setPen(m_theme.text1);
        painter.drawText(QRect(x, 0, labelWidth + 2, line), Qt::AlignLeft | Qt::AlignVCenter, label);
        painter.setFont(numbers);
        painter.setPen(m_theme.text2);
        painter.drawText(QRect(x + labelWidth + kItemLabel, 0, numberWidth + 2, line), Qt::AlignLeft | Qt::AlignVCenter, row.value);
        paintBar(painter, QRectF(x, line - 1, item, kItemBar), row.share);
        x += item + kItemGap;
    }
}

void ShareList::paintRow(QPainter& painter, const ShareRow& row, const QRect& area) const
{
    painter.setFont(row.marked ? m_theme.strongFont(TextStyle::Label) : m_theme.font(TextStyle::Label));
    painter.setPen(m_theme.text1);
    const QString label = painter.fontMetrics().elidedText(row.label, Qt::ElideRight, kLabelWidth);
    painter.drawText(area.adjusted(0, 0, kLabelWidth - area.width(), 0), Qt::AlignLeft | Qt::AlignVCenter, label);

    const int left = area.left() + kLabelWidth + kGap, right = area.right() - secondWidth() - valueWidth() - kGap;
    paintBar(painter, QRectF(left, area.center().y() - kBarHeight / 2.0, std::max(0, right - left), kBarHeight), row.share);

    painter.setPen(m_theme.text1);
    painter.setFont(m_theme.font(TextStyle::Label, Face::Number));
    painter.drawText(area.adjusted(0, 0, -secondWidth(), 0), Qt::AlignRight | Qt::AlignVCenter, row.value);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, row.second);
}

}   // namespace ui
