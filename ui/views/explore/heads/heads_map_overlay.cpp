// What is painted over the map's plot: rings and names of the head on show and of the one that is looked at, and the names of the axes.
#include "ui/plot/focus_ring.h"
#include "ui/state/document.h"
#include "ui/views/explore/heads/heads_map.h"

namespace ui {

namespace {

constexpr double kRing = 8.0;   // radius around a mark
constexpr double kNameGround = 0.85;

}   // namespace

// Beside the ring, where there is room and nothing else that is named.
QRectF HeadsMap::nameRect(core::HeadId head, const std::vector<QRectF>& taken) const
{
    const QPointF at = *placeOf(head);
    const QFontMetricsF metrics(m_theme.strongFont(TextStyle::Caption));
    const QSizeF size(metrics.horizontalAdvance(nameOf(head)) + 4.0, metrics.height());
    const double away = kRing + 3.0, up = at.y() - away - size.height(), down = at.y() + away, middle = at.y() - size.height() / 2;
    const double right = at.x() + away, left = at.x() - away - size.width(), centre = at.x() - size.width() / 2;
    const QPointF corners[] = {{right, middle}, {left, middle}, {centre, up}, {centre, down}, {right, up}, {left, up}, {right, down}, {left, down}};
    const auto isFree = [&](const QRectF& place) {
        return QRectF(rect()).contains(place) && std::ranges::none_of(taken, [&](const QRectF& other) { return place.intersects(other); });
    };
    for (const QPointF corner : corners)
        if (const QRectF place(corner, size); isFree(place)) return place;
    return {corners[0], size};
}

// The head on show stands first; the name of the one that is looked at keeps clear of it, and both of the other's ring.
void HeadsMap::paintNames(QPainter& painter) const
{
    const Selection& selection = m_pointing.selection();
    const auto ringOf = [this](core::HeadId head) { return QRectF(*placeOf(head) - QPointF(kRing, kRing), QSizeF(2 * kRing, 2 * kRing)); };
    std::vector<core::HeadId> named;
    if (placeOf(selection.head)) named.push_back(selection.head);
    if (selection.peekHead && !(*selection.peekHead == selection.head) && placeOf(*selection.peekHead)) named.push_back(*selection.peekHead);
    std::vector<QRectF> taken;
    for (const core::HeadId head : named) taken.push_back(ringOf(head));
    for (const core::HeadId head : named) {
        taken.push_back(nameRect(head, taken));
        paintName(painter, head, taken.back());
    }
}

void HeadsMap::paintName(QPainter& painter, core::HeadId head, const QRectF& place) const
{
    QColor ground = m_theme.surface;
    ground.setAlphaF(float(kNameGround));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);   // marks may lie below
    painter.drawRoundedRect(place, 3, 3);
    painter.setFont(m_theme.strongFont(TextStyle::Caption));
    painter.setPen(m_age == HeadsAge::Current ? m_theme.text1 : m_theme.text3);
    painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, nameOf(head));
}

// Outside the plot, so that no mark lies below them.
void HeadsMap::paintAxisNames(QPainter& painter) const
{
    const QRect area = axisRect()->rect();
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.text3);
    painter.drawText(QRect(0, 0, width(), axisNameHeight() - 2), Qt::AlignLeft | Qt::AlignTop, tr("↑ mean distance, tokens"));
    painter.drawText(QRect(area.left(), height() - axisNameHeight(), area.width() + 8, axisNameHeight() - 2), Qt::AlignRight | Qt::AlignBottom,
                     tr("normalised entropy →"));
}

void HeadsMap::paintRing(QPainter& painter, core::HeadId head, Qt::PenStyle style) const
{
    const std::optional<std::size_t> i = indexOf(head);
    if (!i) return;
    const QPointF at = pointOf(m_marks[*i]);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.surface, 4.0));
    painter.drawEllipse(at, kRing, kRing);
    QPen pen(m_theme.ink, 1.5, style);
    if (style == Qt::DashLine) pen.setDashPattern({2.0, 1.33});
    painter.setPen(pen);
    painter.drawEllipse(at, kRing, kRing);
    paintMark(painter, at, m_marks[*i].shape, m_theme.ink);
}

void HeadsMap::paintEvent(QPaintEvent* event)
{
    QCustomPlot::paintEvent(event);   // the plot as it was drawn last
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxisNames(painter);
    const Selection& selection = m_pointing.selection();
    paintRing(painter, selection.head, Qt::SolidLine);
    if (selection.peekHead && !(*selection.peekHead == selection.head)) paintRing(painter, *selection.peekHead, Qt::DashLine);
    paintNames(painter);
    if (m_focusRing) paintFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_theme);
}

}   // namespace ui
