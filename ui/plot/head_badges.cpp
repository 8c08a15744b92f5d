#include "ui/plot/head_badges.h"

#include <algorithm>

namespace ui {

namespace {

constexpr double kVeil = 0.6;

QColor veiled(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

}   // namespace

void paintShareBar(QPainter& painter, const QRectF& track, double length, const Theme& theme, double radius)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.sunken);
    painter.drawRoundedRect(track, radius, radius);
    painter.setBrush(theme.text2);
    if (length > 0.0) painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(1.0, track.width() * length), track.height())), radius, radius);
}

void paintAblated(QPainter& painter, const QRect& place, const Theme& theme)
{
    painter.save();
    painter.fillRect(place, veiled(theme.surface, kVeil));
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(theme.ink, 1.5));
    painter.drawLine(QLineF(place.left() + 1, place.bottom(), place.right(), place.top() + 1));
    painter.restore();
}

void paintBadge(QPainter& painter, const QRect& place, const HeadBadge& badge, const Theme& theme)
{
    painter.save();
    if (badge.bar && place.width() >= kBadgesFrom)
        paintShareBar(painter, QRectF(place.left(), place.bottom() + 2, place.width(), kBadgeBar), *badge.bar, theme);
    if (!badge.passes) painter.fillRect(place.adjusted(0, 0, 0, kBadgeRoom - 1), veiled(theme.surface, 1.0 - kFaded));
    painter.restore();
}

HeadPlaces::HeadPlaces(std::vector<core::HeadId> order, core::Index columns) :
    m_order(std::move(order)), m_placeOf(m_order.size(), 0), m_columns(std::max<core::Index>(1, columns))
{
    for (std::size_t i = 0; i < m_order.size(); ++i)
        if (index(m_order[i]) < m_placeOf.size()) m_placeOf[index(m_order[i])] = i;
}

core::HeadId HeadPlaces::placeOf(core::HeadId head) const
{
    if (m_order.empty() || index(head) >= m_placeOf.size()) return head;
    const auto place = core::Index(m_placeOf[index(head)]);
    return {place / m_columns, place % m_columns};
}

std::optional<core::HeadId> HeadPlaces::headAt(core::HeadId place) const
{
    if (m_order.empty()) return place;
    return index(place) < m_order.size() ? std::optional(m_order[index(place)]) : std::nullopt;
}

}   // namespace ui
