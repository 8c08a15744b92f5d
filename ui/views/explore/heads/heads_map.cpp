#include "ui/views/explore/heads/heads_map.h"

#include "ui/state/document.h"

namespace ui {

namespace {

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

HeadsMap::HeadsMap(QWidget* parent) :
    QCustomPlot(parent),
    m_pointing([this](std::optional<core::HeadId> head) { Q_EMIT headHovered(head); }, [this](core::HeadId head) { Q_EMIT headChosen(head); },
               [this](core::HeadId head) { Q_EMIT headSoloed(head); })
{
    setObjectName(QStringLiteral("headsMap"));
    setAccessibleName(tr("Map of heads: normalised entropy across, mean distance up"));
    setLayoutDirection(Qt::LeftToRight);   // axes run as in every chart
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::Interactions());
    for (int i = 0; i < 2 * kMarkShapes; ++i) {
        QCPGraph* graph = addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setPen(Qt::NoPen);   // of marks without an outline of their own
        m_graphs.push_back(graph);
    }
    xAxis->setRange(0.0, 1.0);
    auto ticks = QSharedPointer<QCPAxisTickerFixed>::create();
    ticks->setTickStep(0.25);
    xAxis->setTicker(ticks);
    xAxis->setNumberFormat(QStringLiteral("g"));
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

void HeadsMap::setAge(HeadsAge age)
{
    m_age = age;
    update();
}

void HeadsMap::setTheme(const Theme& theme)
{
    m_theme = theme;
    setBackground(theme.surface);
    axisRect()->setMinimumMargins(QMargins(2, axisNameHeight() + 2, 10, 2));
    xAxis->setPadding(axisNameHeight() - 4);
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
    if (!m_pointing.setSelection(selection)) return;
    describe();
    update();
}

void HeadsMap::describe()
{
    const core::HeadId head = m_pointing.focused();
    const std::optional<std::size_t> i = indexOf(head);
    setAccessibleDescription(i ? tr("Layer %1, head %2: normalised entropy %3, mean distance %4 tokens")
                                     .arg(head.layer)
                                     .arg(head.head)
                                     .arg(m_marks[*i].entropy, 0, 'f', 3)
                                     .arg(m_marks[*i].distance, 0, 'f', 1)
                               : tr("Layer %1, head %2 is not on the map").arg(head.layer).arg(head.head));
}

}   // namespace ui
