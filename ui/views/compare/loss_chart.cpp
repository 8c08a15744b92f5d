#include "ui/views/compare/loss_chart.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "ui/plot/focus_ring.h"
#include "ui/state/bidi.h"
#include "ui/state/numbers.h"
#include "ui/state/pattern_hues.h"
#include "ui/views/compare/chart_axes.h"

namespace ui {

namespace {

constexpr double kRoom = 0.06;   // above and below the curves, of what they take

}   // namespace

std::vector<double> rollingMean(const std::vector<double>& values, std::size_t count)
{
    std::vector<double> result;
    for (auto first = values.begin(); values.end() - first >= std::ptrdiff_t(count); ++first)
        result.push_back(std::accumulate(first, first + std::ptrdiff_t(count), 0.0) / double(count));
    return result;
}

LossChart::LossChart(QWidget* parent) :
    QCustomPlot(parent), m_names(new QCPLegend), m_line(new QCPItemStraightLine(this)), m_untrained(new QCPItemRect(this))
{
    setObjectName(QStringLiteral("lossChart"));
    setAccessibleName(tr("Loss by position"));
    setLayoutDirection(Qt::LeftToRight);   // axes run as in every chart
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::Interactions());
    buildLegend();
    xAxis->setLabel(tr("position of the token"));
    yAxis->setLabel(tr("loss, nats"));
    yAxis->ticker()->setTickCount(4);
    for (QCPAxis* axis : {xAxis, yAxis}) axis->setNumberFormat(QStringLiteral("g"));
    m_line->setVisible(false);
    m_untrained->setVisible(false);
    m_untrained->setLayer(QStringLiteral("background"));
    setTheme(m_theme);
}

// Names in a line above the curves, where none of them runs.
void LossChart::buildLegend()
{
    auto* line = new QCPLayoutGrid;
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, line);
    plotLayout()->setRowStretchFactor(0, 0.001);
    plotLayout()->setRowSpacing(0);
    line->addElement(0, 0, m_names);
    line->addElement(0, 1, new QCPLayoutElement(this));   // what the names leave
    line->setColumnStretchFactor(0, 0.001);
    m_names->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    m_names->setBorderPen(Qt::NoPen);
    m_names->setBrush(Qt::NoBrush);
    m_names->setMargins(QMargins(0, 0, 0, 2));
    m_names->setColumnSpacing(8);
    m_names->setLayer(QStringLiteral("legend"));
    setAutoAddPlottableToLegend(false);
}

bool LossChart::isSmoothed() const
{
    return std::ranges::any_of(m_curves, [](const LossCurve& curve) { return curve.loss.size() >= kSmoothFrom; });
}

QString LossChart::caption() const
{
    return isSmoothed() ? tr("−ln p of each token: rolling mean of %1 tokens; pointing tells single ones").arg(kSmoothed) : tr("−ln p of each token");
}

QPen LossChart::penOf(LossRole role) const
{
    QPen pen(m_theme.text1, role == LossRole::Own ? 1.2 : 2.0);   // the model as it is: the one line without gaps
    if (role == LossRole::Plan) pen.setColor(m_theme.output);
    if (role == LossRole::Sliding) pen.setColor(textHueOf(BlockKind::Window, m_theme));
    if (role == LossRole::WithSinks) pen.setColor(textHueOf(BlockKind::Sinks, m_theme));
    if (role == LossRole::Plan || role == LossRole::Sliding) pen.setDashPattern({5.0, 3.0});
    if (role == LossRole::WithSinks) pen.setDashPattern({5.0, 2.5, 1.0, 2.5});
    if (role == LossRole::Cropped) pen.setDashPattern({1.0, 2.0});
    return pen;
}

void LossChart::showCurves(std::vector<LossCurve> curves, QStringList tokens, core::Index trained)
{
    m_tokens = std::move(tokens);
    m_trained = trained;
    m_curves = std::move(curves);
    if (m_at && *m_at > lastPosition()) m_at.reset();
    rebuildGraphs();
    draw();
    describe();
    Q_EMIT pointed();
}

void LossChart::rebuildGraphs()
{
    m_names->clearItems();
    clearGraphs();
    const bool isMean = isSmoothed();
    for (const LossCurve& curve : m_curves) {
        QCPGraph* graph = addGraph();
        graph->setName(curve.name);
        const std::vector<double> drawn = isMean ? rollingMean(curve.loss, kSmoothed) : curve.loss;
        QVector<double> xs(qsizetype(drawn.size()));
        std::iota(xs.begin(), xs.end(), double(curve.begin) + double(isMean ? kSmoothed : 1));   // a mean stands at its last token
        graph->setData(xs, QVector<double>(drawn.begin(), drawn.end()), true);
        m_names->addItem(new QCPPlottableLegendItem(m_names, graph));
    }
}

core::Index LossChart::lastPosition() const
{
    core::Index last = 0;
    for (const LossCurve& curve : m_curves) last = std::max(last, curve.begin + core::Index(curve.loss.size()));
    return last;
}

void LossChart::draw()
{
    for (int i = 0; i < graphCount(); ++i) {
        const QPen pen = penOf(m_curves[std::size_t(i)].role);
        graph(i)->setPen(pen);
        const bool isDot = graph(i)->dataCount() == 1;   // a line of one point is none
        graph(i)->setScatterStyle(isDot ? QCPScatterStyle(QCPScatterStyle::ssDisc, pen.color(), 5) : QCPScatterStyle());
    }
    scaleAxes();
    const double last = xAxis->range().upper;
    m_untrained->setVisible(m_trained > 0 && double(m_trained) < last);
    m_untrained->topLeft->setCoords(double(m_trained), yAxis->range().upper);
    m_untrained->bottomRight->setCoords(last, yAxis->range().lower);
    m_line->setVisible(m_at.has_value());
    if (m_at) m_line->point1->setCoords(double(*m_at), 0.0), m_line->point2->setCoords(double(*m_at), 1.0);
    replot(rpQueuedReplot);
}

// What is compared lies close together, far from 0; few losses are seen against 0, means against one another.
void LossChart::scaleAxes()
{
    double low = isSmoothed() ? std::numeric_limits<double>::infinity() : 0.0, high = 0.0;
    for (int i = 0; i < graphCount(); ++i)
        for (const QCPGraphData& point : *graph(i)->data()) low = std::min(low, point.value), high = std::max(high, point.value);
    if (!(low < high)) low = 0.0, high = std::max(high, 1.0);
    const double room = kRoom * (high - low);
    xAxis->setRange(1.0, std::max(2.0, double(lastPosition())));
    yAxis->setRange(std::max(0.0, low - room), high + room);
}

void LossChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    setBackground(theme.surface);
    const QFont font = theme.font(TextStyle::Caption);
    for (QCPAxis* axis : {xAxis, yAxis}) styleAxis(*axis, theme);
    axisRect()->setMinimumMargins(QMargins(2, 4, 10, 2));
    m_names->setFont(font);
    m_names->setTextColor(theme.text2);
    m_names->setIconSize(theme.scaled(24), theme.scaled(10));
    m_line->setPen(QPen(theme.ink, 1.0));
    m_untrained->setPen(Qt::NoPen);
    m_untrained->setBrush(theme.warnTint);
    updateGeometry();
    draw();
}

QString LossChart::readout() const
{
    if (!m_at) return {};
    QStringList losses;
    for (const LossCurve& curve : m_curves) {
        const core::Index i = *m_at - curve.begin - 1;
        if (i >= 0 && i < core::Index(curve.loss.size())) losses << tr("%1 %2").arg(curve.name, printed(curve.loss[std::size_t(i)], 2));
    }
    const QString place = tr("Token %1 “%2”").arg(printedCount(*m_at), isolated(m_tokens.value(qsizetype(*m_at))));
    return losses.isEmpty() ? place : tr("%1: %2 nats").arg(place, losses.join(QStringLiteral(" · ")));
}

void LossChart::point(std::optional<core::Index> position)
{
    const core::Index last = lastPosition();
    if (position) position = last > 0 ? std::optional(std::clamp(*position, core::Index(1), last)) : std::nullopt;
    if (position == m_at) return;
    m_at = position;
    draw();
    describe();
    Q_EMIT pointed();
}

void LossChart::describe()
{
    QStringList means;
    for (const LossCurve& curve : m_curves)
        if (!curve.loss.empty())
            means
                << tr("%1: mean %2 nats").arg(curve.name, printed(std::reduce(curve.loss.begin(), curve.loss.end()) / double(curve.loss.size()), 2));
    setAccessibleDescription(m_at ? readout() : means.join(QStringLiteral("; ")));
}

void LossChart::mouseMoveEvent(QMouseEvent* event)
{
    const bool isInside = axisRect()->rect().contains(event->position().toPoint());
    point(isInside ? std::optional(core::Index(qRound64(xAxis->pixelToCoord(event->position().x())))) : std::nullopt);
}

void LossChart::leaveEvent(QEvent* event)
{
    point(std::nullopt);
    QCustomPlot::leaveEvent(event);
}

void LossChart::keyPressEvent(QKeyEvent* event)
{
    const core::Index at = m_at.value_or(0);
    switch (event->key()) {
    case Qt::Key_Left:
        return point(at - 1);
    case Qt::Key_Right:
        return point(at + 1);
    case Qt::Key_Home:
        return point(1);
    case Qt::Key_End:
        return point(lastPosition());
    case Qt::Key_Escape:
        if (m_at) return point(std::nullopt);
        break;
    }
    QCustomPlot::keyPressEvent(event);
}

void LossChart::focusInEvent(QFocusEvent* event)
{
    m_focusRing = m_keysSeen = showsFocus(event->reason(), m_keysSeen);
    QCustomPlot::focusInEvent(event);
    update();
}

void LossChart::focusOutEvent(QFocusEvent* event)
{
    m_focusRing = false;
    QCustomPlot::focusOutEvent(event);
    update();
}

void LossChart::paintEvent(QPaintEvent* event)
{
    QCustomPlot::paintEvent(event);
    if (!m_focusRing) return;
    QPainter painter(this);
    paintFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_theme);
}

}   // namespace ui
