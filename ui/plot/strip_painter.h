// What a pattern does to each query's row, as bars beside the matrix on its rows: the share of the weights that stays, and how far the head's output
// moves. Where several rows share a pixel, the worst of them is drawn, and the caption says so.
#pragma once

#include <optional>
#include <vector>

#include <QPainter>

#include "ui/plot/matrix_geometry.h"
#include "ui/theme/theme.h"

namespace ui {

struct StripScene {
    const std::vector<double>* retained = nullptr;   // [N]
    const std::vector<double>* errors = nullptr;     // [N]; null, like `retained`: nothing is drawn
    double errorTop = 1.0;                           // the right end of their axis
    MatrixGeometry cells{};                          // of the matrix beside the strips, in their y coordinates
    std::optional<core::Index> marked{};             // a row that is pinned or looked at
    double width = 0.0;                              // px for both strips with their margins
    Theme theme = Theme::light();

    [[nodiscard]] bool isEmpty() const
    {
        return !retained || cells.queries == 0 || cells.plot.isEmpty() || core::Index(retained->size()) != cells.queries;
    }
};

// The smallest of 10 %, 20 %, 50 %, 1, 2, 5 … that holds all of them; NaN and infinity are left out.
[[nodiscard]] double topOfErrors(const std::vector<double>& errors);

// px that both strips take with these fonts.
[[nodiscard]] int stripsWidth(const Theme& theme);

// With titles above and ends of the axes below the matrix's rows; the left border is x = 0 of the painter.
void paintStrips(QPainter& painter, const StripScene& scene);

}   // namespace ui
