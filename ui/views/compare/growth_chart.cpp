#include "ui/views/compare/growth_chart.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include "ui/state/numbers.h"
#include "ui/state/pattern_hues.h"
#include "ui/views/compare/chart_axes.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kLeastHeight = 110;
constexpr int kBesideAxes = 45;   // px that the numbers at the left take

// Lines are told apart by dashes and by the number at their end; no line of a pattern looks like the head's own.
QPen penOf(std::size_t line, const Theme& theme)
{
    static const QList<QVector<double>> kDashes{{}, {}, {6, 3}, {2, 3}, {8, 3, 2, 3}};
    QPen pen(line == 0 ? theme.text1 : patternInk(int(line) - 1, theme), line == 0 ? 1.5 : 2.0);
    if (const QVector<double>& dashes = kDashes[qsizetype(line) % kDashes.size()]; !dashes.isEmpty()) pen.setDashPattern(dashes);
    return pen;
}

QCustomPlot* plot(QWidget* parent)
{
    auto* plot = new QCustomPlot(parent);
    plot->setObjectName(QStringLiteral("growthPlot"));
    plot->setAccessibleName(GrowthChart::tr("Cost of each pattern by the number of tokens"));
    plot->setLayoutDirection(Qt::LeftToRight);   // axes run as in every chart
    plot->setFocusPolicy(Qt::StrongFocus);
    plot->setMouseTracking(true);
    plot->setInteractions(QCP::Interactions());
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
        axis->setScaleType(QCPAxis::stLogarithmic);
        axis->setTicker(QSharedPointer<SizeTicker<QCPAxisTickerLog>>::create());
    }
    return plot;
}

}   // namespace

GrowthChart::GrowthChart(QWidget* parent) :
    QWidget(parent), m_quantity(new QComboBox(this)), m_plot(plot(this)), m_ends(*m_plot), m_numbers(plainLabel<WrappedLabel>("growthNumbers", this))
{
    setObjectName(QStringLiteral("growthChart"));
    m_quantity->setObjectName(QStringLiteral("growthQuantity"));
    m_quantity->setAccessibleName(tr("What grows"));
    m_quantity->addItems({tr("Allowed pairs"), tr("Score bytes"), tr("KV cache bytes")});
    m_numbers->setProperty("role", QStringLiteral("caption"));
    auto* inside = new QWidget(this);
    auto* lines = new QVBoxLayout(inside);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    lines->addWidget(m_quantity, 0, Qt::AlignLeft);
    lines->addWidget(m_plot, 1);
    lines->addWidget(m_numbers);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(inside, this));
    m_plot->installEventFilter(this);
    connect(m_plot, &QCustomPlot::afterLayout, this, [this] { m_ends.place(); });
    connect(m_quantity, &QComboBox::currentIndexChanged, this, &GrowthChart::draw);
    setTheme(m_theme);
}

void GrowthChart::show(const GrowthAnswerPtr& answer)
{
    m_answer = answer;
    m_place.reset();
    draw();
}

void GrowthChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_plot->setBackground(theme.surface);
    m_plot->setMinimumHeight(theme.scaled(kLeastHeight));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) styleAxis(*axis, theme);
    m_plot->xAxis->setLabel(tr("tokens"));
    draw();
}

double GrowthChart::valueAt(const core::GrowthPoint& point) const
{
    if (!point.cost) return std::numeric_limits<double>::quiet_NaN();
    switch (Quantity(m_quantity->currentIndex())) {
    case Quantity::Pairs:
        return double(point.cost->pairs);
    case Quantity::ScoreBytes:
        return point.cost->scoreBytes;
    case Quantity::CacheBytes:
        return point.cost->cacheBytes;
    }
    return 0.0;
}

QString GrowthChart::printedAt(double value) const
{
    if (std::isnan(value)) return tr("not counted");
    return Quantity(m_quantity->currentIndex()) == Quantity::Pairs ? printedCost(CostRow::Pairs, value) : printedBytes(value);
}

std::size_t GrowthChart::placeOfText() const
{
    const std::vector<core::GrowthPoint>& points = m_answer->lines.front().points;
    return std::size_t(std::ranges::find(points, m_answer->textTokens, &core::GrowthPoint::tokens) - points.begin());
}

core::Index GrowthChart::lengthShown() const
{
    if (!m_answer || m_answer->lines.empty()) return 0;
    return m_answer->lines.front().points[m_place.value_or(placeOfText())].tokens;
}

QString GrowthChart::numbers() const { return m_numbers->text(); }

double GrowthChart::valueShown(std::size_t line) const { return valueAt(m_answer->lines[line].points[m_place.value_or(placeOfText())]); }

// The lines as they lie above each other at the length that is told; what is not counted there comes last.
std::vector<std::size_t> GrowthChart::fromTheTop() const
{
    std::vector<std::size_t> lines(m_answer->lines.size());
    std::iota(lines.begin(), lines.end(), std::size_t(0));
    const auto height = [this](std::size_t line) { return std::isnan(valueShown(line)) ? -1.0 : valueShown(line); };
    std::ranges::stable_sort(lines, std::greater(), height);
    return lines;
}

void GrowthChart::drawLine(std::size_t line)
{
    QCPGraph* graph = m_plot->addGraph();
    graph->setPen(penOf(line, m_theme));
    std::vector<QPointF> places;
    for (const core::GrowthPoint& point : m_answer->lines[line].points) {
        const double value = valueAt(point);
        if (!(value > 0.0) || point.tokens < 1) continue;   // has no place on these axes
        graph->addData(double(point.tokens), value);
        places.emplace_back(double(point.tokens), value);
    }
    if (places.size() == 1)
        graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, graph->pen().color(), 5));   // a line of one point is none
    if (!places.empty()) m_ends.add(line == 0 ? m_answer->lines[line].name : QString::number(line), places.back(), graph->pen().color(), m_theme);
}

// As patterns are numbered everywhere in Compare, and what they are.
QString GrowthChart::nameOf(std::size_t line) const
{
    const QString& name = m_answer->lines[line].name;
    return line == 0 || name == QString::number(line) ? name : QString::number(line) + QChar(QChar::Nbsp) + name;
}

// As many ticks as their numbers have room.
void GrowthChart::spaceTicks()
{
    const int room = m_plot->width() - m_ends.width() - m_theme.scaled(kBesideAxes);
    const int label = QFontMetrics(m_plot->xAxis->tickLabelFont()).horizontalAdvance(QStringLiteral("1000 k"));
    m_plot->xAxis->ticker()->setTickCount(std::max(1, room / label));
}

void GrowthChart::draw()
{
    m_plot->clearGraphs();
    m_plot->clearItems();
    m_ends.clear();
    const bool hasLines = m_answer && !m_answer->lines.empty();
    for (std::size_t line = 0; hasLines && line < m_answer->lines.size(); ++line) drawLine(line);
    if (hasLines) {
        m_plot->xAxis->setRange(double(std::max<core::Index>(m_answer->lines.front().points.front().tokens, 1)),
                                double(m_answer->lines.front().points.back().tokens));
        m_plot->yAxis->rescale();
        m_plot->yAxis->setRange(std::max(m_plot->yAxis->range().lower * 0.7, 1e-3), m_plot->yAxis->range().upper * 1.5);
        auto* mark = new QCPItemStraightLine(m_plot);
        mark->setPen(QPen(m_theme.text3, 1.0, Qt::DashLine));
        mark->point1->setCoords(double(lengthShown()), 1.0);
        mark->point2->setCoords(double(lengthShown()), 10.0);
    }
    m_plot->axisRect()->setMinimumMargins(QMargins(4, 6, m_ends.width(), 4));
    spaceTicks();
    look(m_place);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void GrowthChart::look(std::optional<std::size_t> place)
{
    const bool moved = place != m_place;
    m_place = place;
    QStringList parts;
    if (m_answer && !m_answer->lines.empty()) {
        for (const std::size_t line : fromTheTop())
            parts << tr("%1: %2", "name of a pattern, its cost").arg(nameOf(line), printedAt(valueShown(line)));
        m_numbers->setText(tr("At %1 tokens").arg(printedCount(lengthShown())) + QStringLiteral(" · ") + parts.join(QStringLiteral(" · ")));
    } else {
        m_numbers->setText(tr("Nothing is compared yet."));
    }
    m_plot->setAccessibleDescription(m_numbers->text());
    if (moved) draw();
}

void GrowthChart::walk(int steps)
{
    if (!m_answer || m_answer->lines.empty()) return;
    const auto last = int(m_answer->lines.front().points.size()) - 1;
    look(std::size_t(std::clamp(int(m_place.value_or(placeOfText())) + steps, 0, last)));
}

void GrowthChart::pointAt(double x)
{
    if (!m_answer || m_answer->lines.empty()) return;
    const std::vector<core::GrowthPoint>& points = m_answer->lines.front().points;
    std::size_t nearest = 0;
    const auto gap = [&](std::size_t i) { return std::abs(m_plot->xAxis->coordToPixel(double(std::max<core::Index>(points[i].tokens, 1))) - x); };
    for (std::size_t i = 1; i < points.size(); ++i)
        if (gap(i) < gap(nearest)) nearest = i;
    look(nearest);
}

bool GrowthChart::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) spaceTicks();
    if (event->type() == QEvent::MouseMove) pointAt(static_cast<QMouseEvent*>(event)->position().x());
    if (event->type() == QEvent::Leave) look({});
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Left:
        walk(-1);
        return true;
    case Qt::Key_Right:
        walk(1);
        return true;
    case Qt::Key_Home:
        walk(-1'000);
        return true;
    case Qt::Key_End:
        walk(1'000);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

}   // namespace ui
