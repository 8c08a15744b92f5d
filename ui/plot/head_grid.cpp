#include "ui/plot/head_grid.h"

#include <algorithm>

#include <QResizeEvent>

namespace ui {

namespace {

using core::HeadId;
using core::Index;

constexpr int kPreferredThumb = 30;
constexpr int kLegible = 124;   // px: as low as the grid is made where its pictures allow it

// Query heads per key/value head, read off the first layer.
Index groupSizeOf(const std::vector<HeadThumbnail>& heads)
{
    const Index size = std::count_if(heads.begin(), heads.end(), [](const HeadThumbnail& t) { return t.head.layer == 0 && t.kvHead == 0; });
    return std::max<Index>(size, 1);
}

}   // namespace

HeadGrid::HeadGrid(QWidget* parent) :
    QWidget(parent),
    m_pointing([this](std::optional<HeadId> head) { Q_EMIT headHovered(head); }, [this](HeadId head) { Q_EMIT headChosen(head); },
               [this](HeadId head) { Q_EMIT headSoloed(head); })
{
    setObjectName(QStringLiteral("headGrid"));
    setAccessibleName(tr("Heads"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void HeadGrid::showHeads(std::vector<HeadThumbnail> heads)
{
    m_heads = std::move(heads);
    m_layers = m_headsPerLayer = 0;
    for (const HeadThumbnail& t : m_heads)
        m_layers = std::max(m_layers, t.head.layer + 1), m_headsPerLayer = std::max(m_headsPerLayer, t.head.head + 1);
    m_groupSize = groupSizeOf(m_heads);
    setPlaces();
    updateGeometry();
    layOut();
}

void HeadGrid::setBadges(std::vector<HeadBadge> badges, const QString& measure)
{
    if (badges == m_badges && measure == m_measure) return;
    m_measure = measure;
    const bool movesRows = badges.empty() != m_badges.empty();
    m_badges = std::move(badges);
    if (movesRows) updateGeometry();
    layOut();
}

void HeadGrid::setOrder(std::vector<HeadId> order)
{
    if (order == m_order) return;
    m_order = std::move(order);
    setPlaces();
    layOut();
}

// An order of other heads than those on show is none.
void HeadGrid::setPlaces()
{
    m_places = m_order.size() == std::size_t(m_layers * m_headsPerLayer) ? HeadPlaces(m_order, m_headsPerLayer) : HeadPlaces();
}

void HeadGrid::setNotes(std::function<QString(HeadId)> noteOf) { m_noteOf = std::move(noteOf); }

std::optional<HeadId> HeadGrid::headAt(QPointF point) const
{
    const std::optional<HeadId> place = m_geometry.headAt(point);
    return place ? m_places.headAt(*place) : std::nullopt;
}

void HeadGrid::setSelection(const Selection& selection)
{
    if (!m_pointing.setSelection(selection)) return;
    update();
    const HeadId head = m_pointing.focused();
    setAccessibleDescription(tr("Layer %1, head %2").arg(head.layer).arg(head.head));
}

void HeadGrid::setTheme(const Theme& theme)
{
    if (theme == m_theme) return;
    m_theme = theme;
    updateGeometry();
    layOut();
}

void HeadGrid::layOut()
{
    m_geometry = HeadGridGeometry::of(size(), m_layers, m_headsPerLayer, m_groupSize, m_theme.textScale, HeadGridGeometry::kLargest, barRoom());
    if (layoutDirection() == Qt::RightToLeft) m_geometry.mirror = width();
    m_picture = QPixmap();
    update();
}

int HeadGrid::heightAt(int width) const
{
    return HeadGridGeometry::of({width, 1 << 20}, m_layers, m_headsPerLayer, m_groupSize, m_theme.textScale, HeadGridGeometry::kLargest, barRoom())
        .height();
}

QSize HeadGrid::sizeHint() const
{
    if (m_layers == 0) return {280, 120};
    return {m_theme.scaled(28) + int(m_headsPerLayer) * (kPreferredThumb + 3), heightAt(width())};
}

QSize HeadGrid::minimumSizeHint() const
{
    const int step = HeadGridGeometry::kSmallest + 1, least = m_theme.scaled(46) + int(m_layers) * step;
    return {m_theme.scaled(28) + int(m_headsPerLayer) * step, std::max(least, std::min(sizeHint().height(), m_theme.scaled(kLegible)))};
}

void HeadGrid::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LayoutDirectionChange) layOut();
    QWidget::changeEvent(event);
}

void HeadGrid::resizeEvent(QResizeEvent* event)
{
    if (event->size().width() != event->oldSize().width()) updateGeometry();
    layOut();
}

}   // namespace ui
