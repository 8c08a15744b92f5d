#include "ui/views/compare/sweep_plot.h"

#include <cmath>

#include "ui/plot/focus_ring.h"
#include "ui/state/numbers.h"
#include "ui/views/compare/chart_axes.h"

namespace ui {

namespace {

constexpr double kReach = 14.0;   // px within which a point is meant

}   // namespace

SweepPlot::SweepPlot(QWidget* parent) : QCustomPlot(parent), m_others(addGraph()), m_frontier(addGraph()), m_best(addGraph()), m_at(addGraph())
{
    setObjectName(QStringLiteral("sweepPlot"));
    setAccessibleName(tr("Patterns of the sweep: cost across, loss up"));
    setLayoutDirection(Qt::LeftToRight);   // axes run as in every chart
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::Interactions());
    for (QCPGraph* graph : {m_others, m_best, m_at}) graph->setLineStyle(QCPGraph::lsNone);
    xAxis->setTicker(QSharedPointer<SizeTicker<QCPAxisTicker>>::create());
    xAxis->ticker()->setTickCount(4);
    yAxis->ticker()->setTickCount(4);
    setTheme(m_theme);
}

void SweepPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    setBackground(theme.surface);
    setMinimumHeight(theme.scaled(100));
    axisRect()->setMinimumMargins(QMargins(4, 6, 12, 4));
    for (QCPAxis* axis : {xAxis, yAxis}) styleAxis(*axis, theme);
    m_others->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(theme.text3), QBrush(theme.text3), 4.0));
    m_frontier->setPen(QPen(theme.ink, 1.5));
    m_frontier->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(theme.ink), QBrush(theme.ink), 7.0));
    m_best->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.query, 2.0), QBrush(Qt::NoBrush), 13.0));
    m_at->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(theme.ink, 1.5), QBrush(Qt::NoBrush), 12.0));
    draw();
}

void SweepPlot::showPicture(SweepPicture picture)
{
    m_picture = std::move(picture);
    m_looked.reset();
    draw();
}

QPointF SweepPlot::placeOf(std::size_t point) const
{
    const core::SweepPoint& shown = (*m_picture.points)[point];
    return {xAxis->coordToPixel(core::costOf(shown, m_picture.cost)), yAxis->coordToPixel(core::lossOf(shown, m_picture.loss))};
}

QString SweepPlot::wordsOf(std::size_t point) const
{
    const core::SweepPoint& shown = (*m_picture.points)[point];
    const QString cost = m_picture.cost == core::SweepCost::Flops ? tr("%1 FLOPs").arg(printedSize(shown.cost.flops))
                                                                  : tr("%1 of KV cache").arg(printedBytes(shown.cost.cacheBytes));
    const QString divergence = shown.divergence ? tr("%1 nats").arg(printed(*shown.divergence, 3)) : tr("∞, rows keep nothing");
    return tr("%1: keeps %2, output error %3, KL %4, %5")
        .arg(QString::fromStdString(shown.pattern.text()), percent(shown.retained), percent(shown.error), divergence, cost);
}

void SweepPlot::draw()
{
    for (QCPGraph* graph : {m_others, m_frontier, m_best, m_at}) graph->data()->clear();
    double mostCost = 0.0, mostLoss = 0.0;
    const auto add = [&](QCPGraph* graph, std::size_t i) {
        const core::SweepPoint& point = (*m_picture.points)[i];
        graph->addData(core::costOf(point, m_picture.cost), core::lossOf(point, m_picture.loss));
    };
    const std::size_t count = m_picture.points ? m_picture.points->size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const core::SweepPoint& point = (*m_picture.points)[i];
        if (!std::isfinite(core::lossOf(point, m_picture.loss))) continue;
        add(m_others, i);
        mostCost = std::max(mostCost, core::costOf(point, m_picture.cost));
        mostLoss = std::max(mostLoss, core::lossOf(point, m_picture.loss));
    }
    for (const std::size_t i : m_picture.frontier) add(m_frontier, i);
    if (m_picture.best && std::isfinite(core::lossOf((*m_picture.points)[*m_picture.best], m_picture.loss))) add(m_best, *m_picture.best);
    if (m_looked) add(m_at, *m_looked);
    xAxis->setLabel(m_picture.cost == core::SweepCost::Flops ? tr("FLOPs") : tr("KV cache, bytes"));
    yAxis->setLabel(m_picture.loss == core::SweepLoss::Error ? tr("output error") : tr("KL, nats"));
    xAxis->setRange(0.0, mostCost > 0.0 ? mostCost * 1.06 : 1.0);
    yAxis->setRange(-0.04 * mostLoss, mostLoss > 0.0 ? mostLoss * 1.08 : 1.0);
    replot(rpQueuedReplot);
}

std::optional<std::size_t> SweepPlot::pointAt(QPointF place) const
{
    std::optional<std::size_t> nearest;
    double least = kReach;
    for (std::size_t i = 0; m_picture.points && i < m_picture.points->size(); ++i) {
        if (!std::isfinite(core::lossOf((*m_picture.points)[i], m_picture.loss))) continue;
        const double gap = QLineF(placeOf(i), place).length();
        if (gap >= least) continue;
        least = gap;
        nearest = i;
    }
    return nearest;
}

void SweepPlot::look(std::optional<std::size_t> point)
{
    if (point == m_looked) return;
    m_looked = point;
    setToolTip(point ? wordsOf(*point) : QString());
    setAccessibleDescription(point ? wordsOf(*point) : QString());
    draw();
    Q_EMIT looked(point);
}

void SweepPlot::mouseMoveEvent(QMouseEvent* event)
{
    m_byKeys = false;
    look(pointAt(event->position()));
}

void SweepPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    if (const std::optional<std::size_t> point = pointAt(event->position())) Q_EMIT chosen(*point);
}

void SweepPlot::leaveEvent(QEvent* event)
{
    if (!m_byKeys) look({});
    QCustomPlot::leaveEvent(event);
}

void SweepPlot::keyPressEvent(QKeyEvent* event)
{
    const std::vector<std::size_t>& line = m_picture.frontier;
    const auto place = m_looked ? std::ranges::find(line, *m_looked) : line.end();
    const int at = place == line.end() ? -1 : int(place - line.begin()), last = int(line.size()) - 1;
    const auto go = [&](int to) { look(line[std::size_t(std::clamp(to, 0, last))]); };
    const bool isMove = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (isMove && !line.empty()) {
        m_byKeys = true;
        if (event->key() == Qt::Key_Left) go(at - 1);
        if (event->key() == Qt::Key_Right) go(at + 1);
        if (event->key() == Qt::Key_Home) go(0);
        if (event->key() == Qt::Key_End) go(last);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_looked) {
        Q_EMIT chosen(*m_looked);
    } else {
        QCustomPlot::keyPressEvent(event);
    }
}

void SweepPlot::focusInEvent(QFocusEvent* event)
{
    QCustomPlot::focusInEvent(event);
    if (showsFocus(event->reason(), false) && !m_looked && !m_picture.frontier.empty()) {
        m_byKeys = true;
        look(m_picture.frontier.front());
    }
}

void SweepPlot::focusOutEvent(QFocusEvent* event)
{
    QCustomPlot::focusOutEvent(event);
    look({});
}

}   // namespace ui
