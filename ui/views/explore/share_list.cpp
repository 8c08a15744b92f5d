#include "ui/views/explore/share_list.h"

#include <algorithm>
#include <span>
#include <utility>

#include <QPainter>

#include "ui/plot/cell_table.h"
#include "ui/views/explore/share_list_access.h"

namespace ui {

namespace {

constexpr int kLabelWidth = 72, kLeastLabel = 36;   // at text scale 1
constexpr int kGap = 8;
constexpr int kBarHeight = 6, kLeastBar = 12;
constexpr int kItemGap = 12, kItemBar = 3, kItemLabel = 6;   // across: between items, height of a bar, between label and number
constexpr int kMostLines = 2;                                // … and of items; what does not fit is counted at the end
constexpr int kMargin = 3;                                   // beside an item, for what is painted behind it

}   // namespace

ShareList::ShareList(QWidget* parent) : QWidget(parent)
{
    readShareLists();   // before anything is told to screen readers: what they find first is what they keep
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight);   // tokens and numbers, as in the matrix
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setContentsMargins(kRingRoom, 0, kRingRoom, 0);
}

void ShareList::setRows(std::vector<ShareRow> rows)
{
    if (rows == m_rows) return;
    m_rows = std::move(rows);
    m_hovered = m_pressed = -1;
    setAccessibleDescription(spokenRows(0).join(QStringLiteral("; ")));
    layOut();
    announceCellsChanged(*this);
}

QStringList ShareList::spokenRows(int from) const
{
    QStringList spoken;
    for (const ShareRow& row : std::span(m_rows).subspan(std::size_t(from)))
        spoken.append(row.second.isEmpty() ? row.label + u' ' + row.value : row.label + u' ' + row.value + QStringLiteral(", ") + row.second);
    return spoken;
}

void ShareList::setFlow(ShareFlow flow)
{
    m_flow = flow;
    layOut();
}

void ShareList::setHeadings(const QString& value, const QString& second)
{
    if (value == m_valueHeading && second == m_secondHeading) return;
    m_valueHeading = value;
    m_secondHeading = second;
    layOut();
}

void ShareList::setTheme(const Theme& theme)
{
    m_theme = theme;
    layOut();
}

bool ShareList::hasSecond() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const ShareRow& row) { return !row.second.isEmpty(); });
}

void ShareList::layOut()
{
    m_places.assign(m_rows.size(), {});
    m_placed = int(m_rows.size());
    m_more = {};
    m_valueWidth = widest(m_valueHeading, &ShareRow::value);
    m_secondWidth = widest(m_secondHeading, &ShareRow::second);
    if (m_secondWidth > 0) m_secondWidth += kGap;
    if (m_flow == ShareFlow::Down)
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_places[i] = {contentsRect().left(), rowHeight() * (int(i) + (hasHeadings() ? 1 : 0)), contentsRect().width(), rowHeight()};
    else
        layOutAcross();
    if (const QSize wanted = sizeHint(); std::exchange(m_wanted, wanted) != wanted) updateGeometry();
    update();
}

// One line of items, and a second one where numbers below them make the items wide.
std::optional<QPoint> ShareList::placeBehind(const QRect& last, int width) const
{
    const QRect room = contentsRect();
    const int x = last.isNull() ? room.left() : last.right() + 1 + kItemGap, next = last.top() + itemHeight();
    if (last.isNull() || x + width <= room.right() + 1) return QPoint(x, last.top());
    return next < (hasSecond() ? kMostLines : 1) * itemHeight() ? std::optional(QPoint(room.left(), next)) : std::nullopt;
}

void ShareList::layOutAcross()
{
    const auto last = [this] { return m_placed > 0 ? m_places[std::size_t(m_placed - 1)] : QRect(); };
    const int rows = int(m_rows.size());
    for (m_placed = 0; m_placed < rows; ++m_placed) {
        const int item = itemWidth(m_rows[std::size_t(m_placed)]);
        const std::optional<QPoint> at = placeBehind(last(), item);
        if (!at) break;
        m_places[std::size_t(m_placed)] = {*at, QSize(std::min(item, contentsRect().width()), itemHeight())};
    }
    // What counts the others needs room itself.
    for (; m_placed < rows; m_places[std::size_t(--m_placed)] = {}) {
        const int item = QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(moreText()) + 1;
        const std::optional<QPoint> at = placeBehind(last(), item);
        if (at) m_more = {*at, QSize(item, itemHeight())};
        if (at || m_placed <= 1) return;
    }
}

QString ShareList::moreText() const { return tr("%1 more").arg(int(m_rows.size()) - m_placed); }

QRect ShareList::rectOf(int row) const { return m_places[std::size_t(row)]; }

void ShareList::resizeEvent(QResizeEvent*) { layOut(); }

QSize ShareList::sizeHint() const
{
    if (m_flow == ShareFlow::Down)
        return {widthWith(m_theme.scaled(kLabelWidth)), rowHeight() * (int(m_rows.size()) + (hasHeadings() ? 1 : 0))};
    int bottom = std::max(itemHeight(), m_more.bottom() + 1);
    for (const QRect& place : m_places) bottom = std::max(bottom, place.bottom() + 1);
    return {0, bottom};
}

QSize ShareList::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {m_flow == ShareFlow::Down ? widthWith(m_theme.scaled(kLeastLabel)) : hint.width(), hint.height()};
}

int ShareList::widthWith(int label) const { return label + 2 * kGap + kLeastBar + m_valueWidth + m_secondWidth + 2 * kRingRoom; }

int ShareList::labelWidth() const
{
    const int most = m_theme.scaled(kLabelWidth);
    return m_flow == ShareFlow::Down ? std::clamp(most - (widthWith(most) - width()), m_theme.scaled(kLeastLabel), most) : most;
}

int ShareList::rowHeight() const { return QFontMetrics(m_theme.font(TextStyle::Label)).lineSpacing() + 5; }

int ShareList::itemHeight() const
{
    return rowHeight() + kItemBar + (hasSecond() ? QFontMetrics(m_theme.font(TextStyle::Caption)).lineSpacing() + 1 : 0);
}

int ShareList::itemWidth(const ShareRow& row) const
{
    const QFontMetrics labels(m_theme.strongFont(TextStyle::Label)), numbers(m_theme.font(TextStyle::Label, Face::Number));
    const QString label = labels.elidedText(row.label, Qt::ElideRight, labelWidth());
    const int first = labels.horizontalAdvance(label) + kItemLabel + numbers.horizontalAdvance(row.value);
    return std::max(first, QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(row.second)) + 1;
}

int ShareList::widest(const QString& heading, QString ShareRow::*text) const
{
    const QFontMetrics numbers(m_theme.font(TextStyle::Label, Face::Number));
    int width = QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(heading);
    for (const ShareRow& row : m_rows) width = std::max(width, numbers.horizontalAdvance(row.*text));
    return width;
}

void ShareList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_flow == ShareFlow::Down && hasHeadings()) paintHeadings(painter);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_places[i].isEmpty()) continue;
        if (int(i) == m_hovered && m_rows[i].kind == ShareRow::Kind::Choosable) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.selected);
            painter.drawRoundedRect(QRectF(m_places[i]).adjusted(-kMargin, 0, kMargin, 0), 4, 4);
        }
        m_flow == ShareFlow::Across ? paintItem(painter, m_rows[i], m_places[i]) : paintRow(painter, m_rows[i], m_places[i]);
    }
    if (!m_more.isEmpty()) {
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(m_theme.text3);
        painter.drawText(QRect(m_more.left(), m_more.top(), m_more.width() + 2, rowHeight()), Qt::AlignLeft | Qt::AlignVCenter, moreText());
    }
    if (!m_cursor.isSeen() || m_rows.empty()) return;
    const QRect place = rectOf(m_cursor.row(m_placed));
    if (!place.isEmpty()) paintFocusRow(painter, place, m_theme);
}

void ShareList::paintHeadings(QPainter& painter) const
{
    const QRect area(contentsRect().left(), 0, contentsRect().width(), rowHeight());
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.text3);
    painter.drawText(area.adjusted(0, 0, -m_secondWidth, 0), Qt::AlignRight | Qt::AlignVCenter, m_valueHeading);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, m_secondHeading);
}

void ShareList::paintBar(QPainter& painter, const QRectF& track, double share) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.sunken);
    painter.drawRoundedRect(track, 2, 2);
    painter.setBrush(m_theme.text2);
    painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(track.width() * std::clamp(share, 0.0, 1.0), track.height())), 2, 2);
}

void ShareList::paintItem(QPainter& painter, const ShareRow& row, const QRect& area) const
{
    const QFont labels = m_theme.strongFont(TextStyle::Label), numbers = m_theme.font(TextStyle::Label, Face::Number);
    const int line = rowHeight();
    const QString label = QFontMetrics(labels).elidedText(row.label, Qt::ElideRight, labelWidth());
    const int labelSpan = QFontMetrics(labels).horizontalAdvance(label), numberWidth = QFontMetrics(numbers).horizontalAdvance(row.value);
    painter.setFont(labels);
    painter.setPen(m_theme.text1);
    painter.drawText(QRect(area.left(), area.top(), labelSpan + 2, line), Qt::AlignLeft | Qt::AlignVCenter, label);
    painter.setFont(numbers);
    painter.setPen(m_theme.text2);
    painter.drawText(QRect(area.left() + labelSpan + kItemLabel, area.top(), numberWidth + 2, line), Qt::AlignLeft | Qt::AlignVCenter, row.value);
    paintBar(painter, QRectF(area.left(), area.top() + line - 1, labelSpan + kItemLabel + numberWidth, kItemBar), row.share);
    if (row.second.isEmpty()) return;
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.text2);
    painter.drawText(area.adjusted(0, line + kItemBar, 2, 0), Qt::AlignLeft | Qt::AlignTop, row.second);
}

void ShareList::paintRow(QPainter& painter, const ShareRow& row, const QRect& area) const
{
    painter.setFont(row.marked ? m_theme.strongFont(TextStyle::Label) : m_theme.font(TextStyle::Label));
    painter.setPen(m_theme.text1);
    const QString label = painter.fontMetrics().elidedText(row.label, Qt::ElideRight, labelWidth());
    painter.drawText(area.adjusted(0, 0, labelWidth() - area.width(), 0), Qt::AlignLeft | Qt::AlignVCenter, label);

    const int left = area.left() + labelWidth() + kGap, right = area.right() - m_secondWidth - m_valueWidth - kGap;
    paintBar(painter, QRectF(left, area.center().y() - kBarHeight / 2.0, std::max(0, right - left), kBarHeight), row.share);

    painter.setPen(m_theme.text1);
    painter.setFont(m_theme.font(TextStyle::Label, Face::Number));
    painter.drawText(area.adjusted(0, 0, -m_secondWidth, 0), Qt::AlignRight | Qt::AlignVCenter, row.value);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, row.second);
}

}   // namespace ui
