// The figure of a comparison: the head as it is, with a pattern, what that changes, and what each row keeps beside them.
#pragma once

#include "ui/figure/figure.h"
#include "ui/plot/matrix_painter.h"

namespace ui {

// Errors: why that pattern could not be compared. Precondition: there is one of that number.
[[nodiscard]] core::Result<FigureSpec> comparisonFigure(const ComparisonPtr& comparison, int pattern);

// "45.2 % of the pairs · mass kept 88.1 % on average, 33.3 % at least · …"
[[nodiscard]] QString comparisonNote(const Comparison& comparison, int pattern);

// The body of the figure, in the painter's upper left corner. spec.comparison is not null.
void paintComparison(QPainter& painter, const FigureSpec& spec, QSize size, Medium medium);

}   // namespace ui
