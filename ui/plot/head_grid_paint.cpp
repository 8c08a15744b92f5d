// How the grid of heads is painted: on screen and in figures.
#include <algorithm>

#include "ui/plot/focus_ring.h"
#include "ui/plot/head_grid.h"
#include "ui/theme/color_map.h"

namespace ui {

namespace {

using core::HeadId;
using core::Index;

constexpr int kRowNames = 11;      // px that the name of a layer needs
constexpr int kColumnNames = 18;   // … and that of a head

QString shortNameOf(HeadId head) { return QStringLiteral("%1.%2").arg(head.layer).arg(head.head); }   // as in plans

}   // namespace

void HeadGrid::paintGrid(QPainter& painter, const HeadGridGeometry& geometry, double ratio) const
{
    painter.setLayoutDirection(geometry.mirror > 0 ? Qt::RightToLeft : Qt::LeftToRight);   // to which side names are aligned
    const bool named = namesHeads(geometry);
    const QSize plate = namePlate(geometry);
    for (const HeadThumbnail& thumbnail : m_heads) {
        const QRect place = rectOf(thumbnail.head, geometry);
        if (showsColors(geometry))
            paintColor(painter, thumbnail.head, place);
        else
            painter.drawImage(QRectF(place), thumbnail.image(std::max(1, qRound(geometry.thumb * ratio)), m_theme));
        if (named) paintName(painter, thumbnail.head, place, plate);
        painter.setPen(m_theme.border);
        painter.setBrush(Qt::NoBrush);
        if (geometry.thumb >= 14) painter.drawRect(place.adjusted(0, 0, -1, -1));
        if (thumbnail.state == HeadState::Ablated) paintAblated(painter, place, m_theme);
    }
    paintBadges(painter, geometry);
    paintNames(painter, geometry);
}

void HeadGrid::paintColor(QPainter& painter, HeadId head, const QRect& place) const
{
    const auto i = std::size_t(head.layer * m_headsPerLayer + head.head);
    const std::optional<double> bar = i < m_badges.size() ? m_badges[i].bar : std::nullopt;
    painter.fillRect(place, bar ? QColor(ColorMap::of(MapName::Weight, m_theme.look).color(*bar)) : m_theme.mask);
}

void HeadGrid::paintBadges(QPainter& painter, const HeadGridGeometry& geometry) const
{
    for (const HeadThumbnail& thumbnail : m_heads) {
        const auto i = std::size_t(thumbnail.head.layer * m_headsPerLayer + thumbnail.head.head);
        if (i < m_badges.size()) paintBadge(painter, rectOf(thumbnail.head, geometry), m_badges[i], m_theme);
    }
}

// Every layer where there is room for its name; below that every second, fifth …
void HeadGrid::paintNames(QPainter& painter, const HeadGridGeometry& geometry) const
{
    if (geometry.layers == 0) return;
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.text3);
    const int line = m_theme.scaled(16);
    const Index every = std::max<Index>(1, core::ceilDiv(m_theme.scaled(kRowNames), geometry.rowStep()));
    for (Index layer = 0; layer < geometry.layers; layer += every) {
        const QRect row = geometry.rectOf({layer, 0});
        // Sorted, a row has heads of many layers: it is named by the rank of its first one.
        const QString name = m_places.isModelOrder() ? QStringLiteral("L%1").arg(layer) : QString::number(layer * geometry.heads + 1);
        painter.drawText(geometry.placed(QRect(0, row.center().y() - line / 2, geometry.left - 6, line)), Qt::AlignRight | Qt::AlignVCenter, name);
    }
    const QRect footer(geometry.left, geometry.height() - geometry.footer, std::max(geometry.width() - geometry.left, m_theme.scaled(200)),
                       geometry.footer);
    painter.drawText(geometry.placed(footer), Qt::AlignLeft | Qt::AlignBottom,
                     showsColors(geometry)  ? tr("Colour: %1").arg(m_measure)
                     : namesHeads(geometry) ? tr("√ scale, share of a row · layer.head")
                                            : tr("√ scale, share of a row"));
    if (!m_places.isModelOrder()) return;   // columns and brackets mean nothing
    if (geometry.groupSize == 1)
        paintColumns(painter, geometry);
    else
        paintGroups(painter, geometry);
}

// The plate of a name in the upper right corner of a small picture.
QSize HeadGrid::namePlate(const HeadGridGeometry& geometry) const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Micro));
    return {metrics.horizontalAdvance(shortNameOf({geometry.layers - 1, geometry.heads - 1})) + 4, metrics.height()};
}

// Where a row is not a layer its heads need names of their own. They stand where no head has anything: all of them, or none.
bool HeadGrid::namesHeads(const HeadGridGeometry& geometry) const
{
    if (m_places.isModelOrder() || showsColors(geometry)) return false;
    const QSize plate = namePlate(geometry);
    return std::ranges::all_of(m_heads, [&](const HeadThumbnail& head) {
        const Index firstKey = head.width * (geometry.thumb - plate.width() - 1) / geometry.thumb;
        const Index rows = std::min(core::ceilDiv(head.height * (plate.height() + 1), geometry.thumb), head.height);
        if (firstKey < 0) return false;
        for (Index row = 0; row < rows; ++row)
            for (Index key = firstKey; key < head.width; ++key)
                if (head.allowed[std::size_t(row * head.width + key)] != 0) return false;
        return true;
    });
}

void HeadGrid::paintName(QPainter& painter, HeadId head, const QRect& place, QSize plate) const
{
    const QRect corner(QPoint(place.right() - plate.width(), place.top() + 1), plate);
    painter.setFont(m_theme.font(TextStyle::Micro));
    painter.setPen(m_theme.text1);
    painter.fillRect(corner, m_theme.surface);
    painter.drawText(corner, Qt::AlignCenter, shortNameOf(head));
}

void HeadGrid::paintColumns(QPainter& painter, const HeadGridGeometry& geometry) const
{
    const Index every = std::max<Index>(1, core::ceilDiv(m_theme.scaled(kColumnNames), geometry.step()));
    for (Index head = 0; head < geometry.heads; head += every) {
        const QRect column = geometry.rectOf({0, head});
        painter.drawText(QRect(column.center().x() - 20, geometry.top - m_theme.scaled(19), 41, m_theme.scaled(16)), Qt::AlignCenter,
                         QString::number(head));
    }
}

void HeadGrid::paintGroups(QPainter& painter, const HeadGridGeometry& geometry) const
{
    painter.setPen(m_theme.key);
    for (Index kv = 0; kv * geometry.groupSize < geometry.heads; ++kv) {
        const QRect group = geometry.groupRect(kv);
        const int y = geometry.top - 6, right = group.left() + group.width() - 1;
        const QPoint corners[] = {{group.left(), y + 3}, {group.left(), y}, {right, y}, {right, y + 3}};
        painter.drawPolyline(corners, 4);
        const QString name = group.width() >= m_theme.scaled(34) ? tr("KV %1").arg(kv) : QString::number(kv);
        const int line = m_theme.scaled(16);
        if (group.width() >= m_theme.scaled(12))
            painter.drawText(QRect(group.left() - 10, y - line - 1, group.width() + 20, line), Qt::AlignCenter, name);
    }
}

void HeadGrid::paintFrames(QPainter& painter, const HeadGridGeometry& geometry) const
{
    const auto inGrid = [&](HeadId head) { return head.layer >= 0 && head.layer < geometry.layers && head.head >= 0 && head.head < geometry.heads; };
    const Selection& selection = m_pointing.selection();
    painter.setBrush(Qt::NoBrush);
    if (selection.peekHead && selection.peekHead != selection.head && inGrid(*selection.peekHead)) {
        QPen dashed(m_theme.ink, 1.5, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
        dashed.setDashPattern({2.0, 1.33});
        painter.setPen(dashed);
        painter.drawRect(QRectF(rectOf(*selection.peekHead, geometry)).adjusted(-0.5, -0.5, 0.5, 0.5));
    }
    if (!inGrid(selection.head)) return;
    const QRectF frame = QRectF(rectOf(selection.head, geometry)).adjusted(-1, -1, 1, 1);
    painter.setPen(QPen(m_theme.surface, 1.0, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(frame.adjusted(1.5, 1.5, -1.5, -1.5));
    painter.setPen(QPen(m_theme.ink, 2.0, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(frame);
}

void HeadGrid::paintEvent(QPaintEvent*)
{
    const double ratio = devicePixelRatioF();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != ratio) {
        m_picture = QPixmap(size() * ratio);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        QPainter painter(&m_picture);
        paintGrid(painter, m_geometry, ratio);
        ++m_picturesDrawn;
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintFrames(painter, m_geometry);
    if (!m_focusRing || m_heads.empty()) return;
    const QRectF ring = QRectF(rectOf(m_pointing.focused(), m_geometry)).adjusted(-4, -4, 4, 4);   // outside the frame of the head on show
    paintFocusRing(painter, ring & QRectF(rect()).adjusted(1, 1, -1, -1), m_theme);
}

void HeadGrid::paintFigure(QPainter& painter, QSize size) const
{
    const HeadGridGeometry geometry =
        HeadGridGeometry::of(size, m_layers, m_headsPerLayer, m_groupSize, m_theme.textScale, HeadGridGeometry::kLargestInFigure);
    paintGrid(painter, geometry, std::max(2.0, double(kThumbnailCells) / std::max(geometry.thumb, 1)));
}

}   // namespace ui
