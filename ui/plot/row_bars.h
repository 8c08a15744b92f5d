// A number of each query row as bars from left to right, below matrices that are wider than high: what strips say beside one matrix.
#pragma once

#include <optional>
#include <vector>

#include <QPainter>
#include <QString>

#include "core/base/shape.h"
#include "ui/theme/theme.h"

namespace ui {

enum class OfRows { Least, Most };   // of rows that share a pixel, which one is drawn

struct RowBars {
    QString title{};
    QString note{};   // on the other side of the title: "mean 88.1 %"
    const std::vector<double>* values = nullptr;
    double top = 1.0;
    OfRows worst = OfRows::Least;
    QColor color{};
    std::optional<core::Index> marked{};
};

// The rows of each bar, in order; bars are at least a pixel wide.
[[nodiscard]] std::vector<core::Span> barsOf(core::Index rows, double width);
void paintRowBars(QPainter& painter, const RowBars& bars, const QRectF& place, const Theme& theme);

}   // namespace ui
