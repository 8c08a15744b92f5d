#include "ui/views/explore/heads/heads_map.h"

#include "ui/plot/focus_ring.h"
#include "ui/state/document.h"

namespace ui {

namespace {

constexpr double kRing = 8.0;   // radius around a mark
constexpr double kNameGround = 0.85;
constexpr double kFaint = 0.25;   // of marks that do not pass the filter

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

QPainterPath markPath(int shape, double r)
{
    QPainterPath path;
    switch (shape) {
    case 0:
        path.addRect(QRectF(-r, -r, 2 * r, 2 * r));
        break;
    case 1:
        path.addEllipse(QPointF(), r * 1.1, r * 1.1);
        break;
    case 2:
        path.addPolygon(QPolygonF({{-1.25 * r, r}, {1.25 * r, r}, {0, -1.25 * r}}));
        path.closeSubpath();
        break;
    case 3:
        path.addPolygon(QPolygonF({{-1.4 * r, 0}, {0, 1.4 * r}, {1.4 * r, 0}, {0, -1.4 * r}}));
        path.closeSubpath();
        break;
    default:
        path.moveTo(-r, -r), path.lineTo(r, r), path.moveTo(-r, r), path.lineTo(r, -r);
    }
    return path;
}

constexpr double kMarkRadius = 2.8;

}   // namespace

HeadsMap::HeadsMap(QWidget* parent) : QCustomPlot(parent)
{
    setObjectName(QStringLiteral("headsMap"));
    setAccessibleName(tr("Map of heads: normalised entropy across, mean distance up"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::Interactions());
    for (int i = 0; i < 2 * kMarkShapes; ++i) {
        QCPGraph* graph = addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setPen(Qt::NoPen);   // of marks without an outline of their own
        m_graphs.push_back(graph);
    }
    axisRect()->setMinimumMargins(QMargins(2, 6, 10, 2));
    xAxis->setRange(0.0, 1.0);
    auto ticks = QSharedPointer<QCPAxisTickerFixed>::create();
    ticks->setTickStep(0.25);
    xAxis->setTicker(ticks);
    xAxis->setNumberFormat(QStringLiteral("g"));
    xAxis->setPadding(14);   // room for the name of the axis
    yAxis->ticker()->setTickCount(4);
    connect(this, &QCustomPlot::afterReplot, this, [this] { ++m_picturesDrawn; });
    setTheme(m_theme);
}

void HeadsMap::paintMark(QPainter& painter, QPointF at, int shape, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at);
    painter.setPen(shape == kMarkShapes - 1 ? QPen(color, 1.6) : QPen(Qt::NoPen));
    painter.setBrush(color);
    painter.drawPath(markPath(shape, kMarkRadius));
    painter.restore();
}

void HeadsMap::showMarks(std::vector<HeadMark> marks)
{
    if (marks == m_marks) return;
    m_marks = std::move(marks);
    draw();
    describe();
}

void HeadsMap::setTheme(const Theme& theme)
{
    m_theme = theme;
    setBackground(theme.surface);
    const QFont font = theme.font(TextStyle::Caption);
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setTickLabelFont(font);
        axis->setTickLabelColor(theme.text3);
        axis->setBasePen(QPen(theme.borderStrong));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->grid()->setPen(QPen(theme.grid));
        axis->grid()->setZeroLinePen(QPen(theme.grid));
        axis->setTickLabelPadding(4);
    }
    for (int shape = 0; shape < kMarkShapes; ++shape)
        for (const bool passes : {true, false}) {
            const QColor color = faded(theme.text2, passes ? 1.0 : kFaint);
            const QPen pen = shape == kMarkShapes - 1 ? QPen(color, 1.6) : QPen(Qt::NoPen);
            m_graphs[std::size_t(shape + (passes ? 0 : kMarkShapes))]->setScatterStyle(
                QCPScatterStyle(markPath(shape, kMarkRadius), pen, QBrush(color), 6.0));
        }
    draw();
}

void HeadsMap::draw()
{
    std::vector<QVector<double>> xs(m_graphs.size()), ys(m_graphs.size());
    for (const HeadMark& mark : m_marks) {
        const std::size_t graph = std::size_t(mark.shape + (mark.passes ? 0 : kMarkShapes));
        xs[graph].append(mark.entropy);
        ys[graph].append(mark.distance);
    }
    for (std::size_t i = 0; i < m_graphs.size(); ++i) m_graphs[i]->setData(xs[i], ys[i]);
    yAxis->setRange(0.0, roundedLimit(m_marks) * 1.04);
    replot(rpQueuedReplot);
}

// Asked of the axes each time: marks may be newer than the plot that was drawn last.
QPointF HeadsMap::pointOf(const HeadMark& mark) const { return {xAxis->coordToPixel(mark.entropy), yAxis->coordToPixel(mark.distance)}; }

PlacedMarks HeadsMap::places() const
{
    PlacedMarks placed;
    for (const HeadMark& mark : m_marks) placed.places.push_back(pointOf(mark));
    return placed;
}

std::optional<std::size_t> HeadsMap::indexOf(core::HeadId head) const
{
    const auto found = std::ranges::find(m_marks, head, &HeadMark::head);
    return found == m_marks.end() ? std::nullopt : std::optional(std::size_t(found - m_marks.begin()));
}

std::optional<QPointF> HeadsMap::placeOf(core::HeadId head) const
{
    const std::optional<std::size_t> i = indexOf(head);
    return i ? std::optional(pointOf(m_marks[*i])) : std::nullopt;
}

void HeadsMap::setSelection(const Selection& selection)
{
    if (selection.head == m_selection.head && selection.peekHead == m_selection.peekHead) return;
    m_ownPeek = m_ownPeek && selection.peekHead.has_value();
    m_selection = selection;
    describe();
    update();
}

void HeadsMap::describe()
{
    const core::HeadId head = m_selection.peekHead.value_or(m_selection.head);
    const std::optional<std::size_t> i = indexOf(head);
    setAccessibleDescription(i ? tr("Layer %1, head %2: normalised entropy %3, mean distance %4 tokens")
                                     .arg(head.layer)
                                     .arg(head.head)
                                     .arg(m_marks[*i].entropy, 0, 'f', 3)
                                     .arg(m_marks[*i].distance, 0, 'f', 1)
                               : tr("Layer %1, head %2 is not on the map").arg(head.layer).arg(head.head));
}

// Beside the ring, where there is room and no other name.
QRectF HeadsMap::nameRect(QPointF at, core::HeadId head, const QRectF& taken) const
{
    const QFontMetricsF metrics(m_theme.strongFont(TextStyle::Caption));
    const QSizeF size(metrics.horizontalAdvance(nameOf(head)), metrics.height());
    const double away = kRing + 4.0;
    const QPointF corners[] = {{at.x() + away, at.y() - size.height() / 2},
                               {at.x() - away - size.width(), at.y() - size.height() / 2},
                               {at.x() - size.width() / 2, at.y() - away - size.height()},
                               {at.x() - size.width() / 2, at.y() + away}};
    for (const QPointF corner : corners)
        if (const QRectF place(corner, size); QRectF(rect()).contains(place) && !place.intersects(taken)) return place;
    return {corners[0], size};
}

QRectF HeadsMap::paintName(QPainter& painter, core::HeadId head, const QRectF& taken) const
{
    const std::optional<QPointF> at = placeOf(head);
    if (!at) return {};
    const QFont font = m_theme.strongFont(TextStyle::Caption);
    const QRectF place = nameRect(*at, head, taken);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(m_theme.surface, kNameGround));   // marks may lie below
    painter.drawRoundedRect(place.adjusted(-2, 0, 2, 0), 3, 3);
    painter.setFont(font);
    painter.setPen(m_theme.text1);
    painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, nameOf(head));
    return place;
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
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.text3);
    const QRect area = axisRect()->rect();
    painter.drawText(area.adjusted(6, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, tr("↑ mean distance (tokens)"));
    painter.drawText(QRect(area.left(), height() - 18, area.width() + 8, 16), Qt::AlignRight | Qt::AlignBottom, tr("normalised entropy →"));
    paintRing(painter, m_selection.head, Qt::SolidLine);
    const bool looks = m_selection.peekHead && !(*m_selection.peekHead == m_selection.head);
    if (looks) paintRing(painter, *m_selection.peekHead, Qt::DashLine);
    const QRectF name = paintName(painter, m_selection.head, {});
    if (looks) paintName(painter, *m_selection.peekHead, name);
    if (m_focusRing) paintFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_theme);
}

}   // namespace ui
