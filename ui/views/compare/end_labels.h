// Names behind the ends of a chart's lines, each at the height of its end; where lines end beside each other the names are pushed apart, and a thin
// line leads from each end to its name.
#pragma once

#include <vector>

#include <QPointF>

#include "ui/theme/theme.h"

class QCPItemLine;
class QCPItemText;
class QCustomPlot;

namespace ui {

// Heights near the wanted ones, in their order, at least `gap` apart and between `top` and `bottom`; closer where there is no room.
[[nodiscard]] std::vector<double> pushedApart(const std::vector<double>& wanted, double gap, double top, double bottom);

class EndLabels {
public:
    explicit EndLabels(QCustomPlot& plot) : m_plot(plot) {}

    void clear() { m_labels.clear(); }                                                     // the plot has thrown its items away
    void add(const QString& name, QPointF end, const QColor& color, const Theme& theme);   // end: in the coordinates of the axes
    [[nodiscard]] int width() const;                                                       // px that the names take at the right
    void place();                                                                          // once the plot is laid out

private:
    struct Label {
        QPointF end;
        QCPItemText* text;
        QCPItemLine* leader;
    };
    void placeColumn(int x, const std::vector<const Label*>& labels);

    QCustomPlot& m_plot;
    std::vector<Label> m_labels;
};

}   // namespace ui
