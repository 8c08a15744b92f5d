// A row of the picture in words and as a table: what the row chart draws, for those who listen to it or take it elsewhere.
#pragma once

#include <vector>

#include <QStringList>

#include "ui/plot/plot_scene.h"

namespace ui {

// "Query 26, it. Top keys: The 62 percent, the 20 percent, start 9 percent. Entropy 1.2 nats. 7 keys masked."
[[nodiscard]] QString rowSummary(const PlotScene& scene, core::Index query);

struct RowTable {
    QStringList headings;
    std::vector<QStringList> rows;   // one for each key, in the order of the text
    [[nodiscard]] QString tabbed() const;   // as sheets take it: a line for each row, the headings first
};
// Where each key stands, what it is and its weight as shown; the raw weight too where it is another one.
[[nodiscard]] RowTable rowTable(const PlotScene& scene, core::Index query);

}   // namespace ui
