#include "ui/plot/head_grid.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/plot/focus_ring.h"

namespace ui {

namespace {

using core::HeadId;
using core::Index;

constexpr int kPreferredThumb = 30;
constexpr int kNamesFrom = 11;   // px per row from which every layer is named; below, every second, fifth …

// Query heads per key/value head, read off the first layer.
Index groupSizeOf(const std::vector<HeadThumbnail>& heads)
{
    const Index size = std::count_if(heads.begin(), heads.end(), [](const HeadThumbnail& t) { return t.head.layer == 0 && t.kvHead == 0; });
    return std::max<Index>(size, 1);
}

}   // namespace

HeadGrid::HeadGrid(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("headGrid"));
    setAccessibleName(QStringLiteral("Heads"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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

void HeadGrid::setBadges(std::vector<HeadBadge> badges)
{
    if (badges == m_badges) return;
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
    if (selection.head == m_selection.head && selection.peekHead == m_selection.peekHead) return;
    m_selection = selection;
    m_ownPeek = m_ownPeek && selection.peekHead == m_announced;
    m_announced = selection.peekHead;
    update();
    const HeadId head = focusedHead();
    setAccessibleDescription(QStringLiteral("Layer %1, head %2").arg(head.layer).arg(head.head));
}

void HeadGrid::setTheme(const Theme& theme)
{
    if (theme == m_theme) return;
    m_theme = theme;
    layOut();
}

void HeadGrid::layOut()
{
    m_geometry = HeadGridGeometry::of(size(), m_layers, m_headsPerLayer, m_groupSize, m_theme.textScale, HeadGridGeometry::kLargest, barRoom());
    m_picture = QPixmap();
    update();
}

QSize HeadGrid::sizeHint() const
{
    const QSize roomy(28 + int(m_headsPerLayer) * (kPreferredThumb + 3), 46 + int(m_layers) * (kPreferredThumb + 3 + barRoom()));
    return m_layers > 0 ? roomy : QSize(280, 120);
}

QSize HeadGrid::minimumSizeHint() const
{
    const int step = HeadGridGeometry::kSmallest + 1;
    return {28 + int(m_headsPerLayer) * step, 46 + int(m_layers) * step};
}

int HeadGrid::heightForWidth(int width) const
{
    if (m_layers == 0) return 120;
    return HeadGridGeometry::of({width, 1 << 20}, m_layers, m_headsPerLayer, m_groupSize, m_theme.textScale, HeadGridGeometry::kLargest, barRoom())
        .height();
}

void HeadGrid::paintGrid(QPainter& painter, const HeadGridGeometry& geometry, double ratio) const
{
    for (const HeadThumbnail& thumbnail : m_heads) {
        const QRect place = rectOf(thumbnail.head, geometry);
        painter.drawImage(QRectF(place), thumbnail.image(std::max(1, qRound(geometry.thumb * ratio)), m_theme));
        painter.setPen(m_theme.border);
        painter.setBrush(Qt::NoBrush);
        if (geometry.thumb >= 14) painter.drawRect(place.adjusted(0, 0, -1, -1));
    }
    paintBadges(painter, geometry);
    paintNames(painter, geometry);
}

void HeadGrid::paintBadges(QPainter& painter, const HeadGridGeometry& geometry) const
{
    for (const HeadThumbnail& thumbnail : m_heads) {
        const auto i = std::size_t(thumbnail.head.layer * m_headsPerLayer + thumbnail.head.head);
        if (i < m_badges.size()) paintBadge(painter, rectOf(thumbnail.head, geometry), m_badges[i], m_theme);
    }
}

void HeadGrid::paintNames(QPainter& painter, const HeadGridGeometry& geometry) const
{
    if (geometry.layers == 0) return;
    const auto every = [&](int room) { return std::max<Index>(1, core::ceilDiv(room, geometry.step())); };
    const auto everyRow = [&](int room) { return std::max<Index>(1, core::ceilDiv(room, geometry.rowStep())); };
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.text3);
    for (Index layer = 0; layer < geometry.layers; layer += everyRow(kNamesFrom)) {
        const QRect row = geometry.rectOf({layer, 0});
        // Sorted, a row has heads of many layers: it is named by the rank of its first one.
        const QString name = m_places.isModelOrder() ? QStringLiteral("L%1").arg(layer) : QString::number(layer * geometry.heads + 1);
        painter.drawText(QRect(0, row.center().y() - 8, geometry.left - 6, 16), Qt::AlignRight | Qt::AlignVCenter, name);
    }
    painter.drawText(QRect(geometry.left, geometry.height() - geometry.footer, std::max(geometry.width() - geometry.left, 200), geometry.footer),
                     Qt::AlignLeft | Qt::AlignBottom, QStringLiteral("Thumbnails: √ scale, share of a row"));
    if (!m_places.isModelOrder()) return;   // columns and brackets mean nothing
    if (geometry.groupSize == 1) {
        for (Index head = 0; head < geometry.heads; head += every(18)) {
            const QRect column = geometry.rectOf({0, head});
            painter.drawText(QRect(column.center().x() - 20, geometry.top - 19, 41, 16), Qt::AlignCenter, QString::number(head));
        }
        return;
    }
    painter.setPen(m_theme.key);
    for (Index kv = 0; kv * geometry.groupSize < geometry.heads; ++kv) {
        const QRect group = geometry.groupRect(kv);
        const int y = geometry.top - 6, right = group.left() + group.width() - 1;
        const QPoint corners[] = {{group.left(), y + 3}, {group.left(), y}, {right, y}, {right, y + 3}};
        painter.drawPolyline(corners, 4);
        const QString name = group.width() >= 34 ? QStringLiteral("KV %1").arg(kv) : QString::number(kv);
        if (group.width() >= 12) painter.drawText(QRect(group.left() - 10, y - 17, group.width() + 20, 16), Qt::AlignCenter, name);
    }
}

void HeadGrid::paintFrames(QPainter& painter, const HeadGridGeometry& geometry) const
{
    const auto inGrid = [&](HeadId head) { return head.layer >= 0 && head.layer < geometry.layers && head.head >= 0 && head.head < geometry.heads; };
    painter.setBrush(Qt::NoBrush);
    if (m_selection.peekHead && m_selection.peekHead != m_selection.head && inGrid(*m_selection.peekHead)) {
        QPen dashed(m_theme.ink, 1.5, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
        dashed.setDashPattern({2.0, 1.33});
        painter.setPen(dashed);
        painter.drawRect(QRectF(rectOf(*m_selection.peekHead, geometry)).adjusted(-0.5, -0.5, 0.5, 0.5));
    }
    if (!inGrid(m_selection.head)) return;
    const QRectF frame = QRectF(rectOf(m_selection.head, geometry)).adjusted(-1, -1, 1, 1);
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
    const QRectF ring = QRectF(rectOf(focusedHead(), m_geometry)).adjusted(-4, -4, 4, 4);   // outside the frame of the head on show
    paintFocusRing(painter, ring & QRectF(rect()).adjusted(1, 1, -1, -1), m_theme);
}

void HeadGrid::paintFigure(QPainter& painter, QSize size)
{
    const HeadGridGeometry geometry =
        HeadGridGeometry::of(size, m_layers, m_headsPerLayer, m_groupSize, m_theme.textScale, HeadGridGeometry::kLargestInFigure);
    paintGrid(painter, geometry, std::max(2.0, double(kThumbnailCells) / std::max(geometry.thumb, 1)));
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintFrames(painter, geometry);
}

void HeadGrid::resizeEvent(QResizeEvent*) { layOut(); }

void HeadGrid::announce(std::optional<HeadId> head)
{
    if (head == m_announced) return;
    m_announced = head;
    m_ownPeek = head.has_value();
    Q_EMIT headHovered(head);
}

void HeadGrid::endOwnPeek()
{
    if (m_ownPeek) announce(std::nullopt);
}

void HeadGrid::focusInEvent(QFocusEvent* event)
{
    m_focusRing = m_keysSeen = showsFocus(event->reason(), m_keysSeen);
    QWidget::focusInEvent(event);   // updates
}

void HeadGrid::focusOutEvent(QFocusEvent* event)
{
    m_focusRing = false;
    endOwnPeek();
    QWidget::focusOutEvent(event);
}

void HeadGrid::mouseMoveEvent(QMouseEvent* event) { announce(headAt(event->position())); }
void HeadGrid::leaveEvent(QEvent*) { endOwnPeek(); }

void HeadGrid::mouseReleaseEvent(QMouseEvent* event)
{
    const auto head = headAt(event->position());
    if (event->button() == Qt::LeftButton && head) Q_EMIT headChosen(*head);
}

void HeadGrid::keyPressEvent(QKeyEvent* event)
{
    if (m_layers == 0) return event->ignore();
    m_keysSeen = true;
    m_focusRing = hasFocus();
    update();
    HeadId to = m_places.placeOf(focusedHead());
    switch (event->key()) {
    case Qt::Key_Up:
        --to.layer;
        break;
    case Qt::Key_Down:
        ++to.layer;
        break;
    case Qt::Key_Left:
        --to.head;
        break;
    case Qt::Key_Right:
        ++to.head;
        break;
    case Qt::Key_Home:
        to.head = 0;
        break;
    case Qt::Key_End:
        to.head = m_headsPerLayer - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT headChosen(focusedHead());
    default:
        return event->ignore();
    }
    announce(m_places.headAt({std::clamp<Index>(to.layer, 0, m_layers - 1), std::clamp<Index>(to.head, 0, m_headsPerLayer - 1)}));
}

QString HeadGrid::tooltipOf(HeadId head) const
{
    QString text = QStringLiteral("Layer %1, head %2").arg(head.layer).arg(head.head);
    const auto found = std::find_if(m_heads.begin(), m_heads.end(), [&](const HeadThumbnail& t) { return t.head == head; });
    if (found == m_heads.end()) return text;
    if (m_groupSize > 1) text += QStringLiteral(" · keys and values %1").arg(found->kvHead);
    const QString note = m_noteOf ? m_noteOf(head) : found->note;
    return note.isEmpty() ? text : text + QLatin1Char('\n') + note;
}

bool HeadGrid::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto head = headAt(help->pos()))
        QToolTip::showText(help->globalPos(), tooltipOf(*head), this, rectOf(*head, m_geometry));
    else
        QToolTip::hideText();
    return true;
}

}   // namespace ui
