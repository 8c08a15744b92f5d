// Where heads stand on the map of heads, and which one a pointer or an arrow key means. Plain arithmetic, tested without a window.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include <QPointF>

#include "ui/views/explore/heads/head_values.h"

namespace ui {

inline constexpr int kMarkShapes = 5;   // as many as can be told apart at a glance

// Layers share the shapes in equal bands where there are more of them than shapes: a shape always says how deep a head is.
[[nodiscard]] int shapeOf(core::Index layer, core::Index layers);
// The layers of one shape; empty when fewer layers than shapes exist.
[[nodiscard]] core::Span layersOf(int shape, core::Index layers);

struct HeadMark {
    core::HeadId head{};
    double entropy = 0.0;    // 0 … 1
    double distance = 0.0;   // tokens
    int shape = 0;
    bool passes = true;   // the filter
    friend bool operator==(const HeadMark&, const HeadMark&) = default;
};

// Heads that have both numbers, in model order; `passes` [L·H].
[[nodiscard]] std::vector<HeadMark> marksOf(const HeadValues& values, core::Index layers, const std::vector<bool>& passes);

// The smallest of 1, 1.5, 2, 3, 5, 10, 15, 20, … that holds every distance.
[[nodiscard]] double roundedLimit(const std::vector<HeadMark>& marks);

enum class Direction { Left, Right, Up, Down };

// The place of each mark on screen, in the order of the marks. y grows downwards.
struct PlacedMarks {
    std::vector<QPointF> places;

    // The nearest within `reach`; of equal ones the first.
    [[nodiscard]] std::optional<std::size_t> nearest(QPointF point, double reach) const;
    // The nearest that lies more in this direction than aside of it; null at the border.
    [[nodiscard]] std::optional<std::size_t> step(std::size_t from, Direction direction) const;
};

}   // namespace ui
