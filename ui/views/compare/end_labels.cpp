#include "ui/views/compare/end_labels.h"

#include <algorithm>
#include <map>
#include <numeric>

#include <qcustomplot.h>

namespace ui {

namespace {

constexpr double kLeader = 14.0;   // px between the axes and the names

}   // namespace

std::vector<double> pushedApart(const std::vector<double>& wanted, double gap, double top, double bottom)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });
    if (wanted.size() > 1) gap = std::min(gap, (bottom - top) / double(wanted.size() - 1));
    std::vector<double> places = wanted;
    double least = top;
    for (const std::size_t i : order) {
        places[i] = std::max(wanted[i], least);
        least = places[i] + gap;
    }
    double most = bottom;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        places[*i] = std::min(places[*i], most);
        most = places[*i] - gap;
    }
    return places;
}

void EndLabels::add(const QString& name, QPointF end, const QColor& color, const Theme& theme)
{
    auto* leader = new QCPItemLine(&m_plot);
    leader->setPen(QPen(color, 1.0));
    leader->setClipToAxisRect(false);
    leader->start->setCoords(end);
    leader->end->setType(QCPItemPosition::ptAbsolute);
    auto* text = new QCPItemText(&m_plot);
    text->setText(name);
    text->setFont(theme.strongFont(TextStyle::Caption));
    text->setColor(color);
    text->setBrush(theme.surface);   // of a line that ends among others
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    text->position->setType(QCPItemPosition::ptAbsolute);
    text->setClipToAxisRect(false);
    m_labels.push_back({end, text, leader});
}

int EndLabels::width() const
{
    int widest = 0;
    for (const Label& label : m_labels) widest = std::max(widest, QFontMetrics(label.text->font()).horizontalAdvance(label.text->text()));
    return m_labels.empty() ? 4 : widest + int(kLeader) + 6;
}

void EndLabels::place()
{
    if (m_labels.empty()) return;
    // Lines that end elsewhere are named there: a name far from its line's end would make the line look longer.
    std::map<int, std::vector<const Label*>> columns;
    for (const Label& label : m_labels) columns[qRound(m_plot.xAxis->coordToPixel(label.end.x()))].push_back(&label);
    for (const auto& [x, labels] : columns) placeColumn(x, labels);
}

void EndLabels::placeColumn(int x, const std::vector<const Label*>& labels)
{
    const QRect inside = m_plot.axisRect()->rect();
    const double line = QFontMetrics(labels.front()->text->font()).height();
    std::vector<double> wanted;
    for (const Label* label : labels) wanted.push_back(m_plot.yAxis->coordToPixel(label->end.y()));
    const std::vector<double> places = pushedApart(wanted, line, inside.top() + line / 2, inside.bottom() + 1 - line / 2);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i]->text->position->setCoords(x + kLeader, places[i]);
        labels[i]->leader->end->setCoords(x + kLeader - 3.0, places[i]);
    }
}

}   // namespace ui
