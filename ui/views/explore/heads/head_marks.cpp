#include "ui/views/explore/heads/head_marks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

using core::Index;

// How far `to` lies in the direction and aside of it.
struct Offset {
    double ahead = 0.0;
    double aside = 0.0;
};

Offset offsetOf(QPointF by, Direction direction)
{
    switch (direction) {
    case Direction::Left:
        return {-by.x(), std::abs(by.y())};
    case Direction::Right:
        return {by.x(), std::abs(by.y())};
    case Direction::Up:
        return {-by.y(), std::abs(by.x())};
    case Direction::Down:
        break;
    }
    return {by.y(), std::abs(by.x())};
}

}   // namespace

int shapeOf(Index layer, Index layers) { return layers <= kMarkShapes ? int(layer) : int(layer * kMarkShapes / layers); }

core::Span layersOf(int shape, Index layers)
{
    if (layers <= kMarkShapes) return shape < layers ? core::Span{shape, shape + 1} : core::Span{};
    return {core::ceilDiv(shape * layers, kMarkShapes), core::ceilDiv((shape + 1) * layers, kMarkShapes)};
}

std::vector<HeadMark> marksOf(const HeadValues& values, Index layers, const std::vector<bool>& passes)
{
    std::vector<HeadMark> marks;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::optional<double> entropy = values.value(i, HeadMeasure::Entropy), distance = values.value(i, HeadMeasure::MeanDistance);
        if (!entropy || !distance) continue;
        const core::HeadId head = values.head(i);
        marks.push_back({.head = head, .entropy = *entropy, .distance = *distance, .shape = shapeOf(head.layer, layers), .passes = passes[i]});
    }
    return marks;
}

double roundedLimit(const std::vector<HeadMark>& marks)
{
    double largest = 0.0;
    for (const HeadMark& mark : marks) largest = std::max(largest, mark.distance);
    if (largest <= 1.0) return 1.0;
    const double power = std::pow(10.0, std::floor(std::log10(largest)));
    for (const double factor : {1.0, 1.5, 2.0, 3.0, 5.0})
        if (largest <= factor * power) return factor * power;
    return 10.0 * power;
}

std::optional<std::size_t> PlacedMarks::nearest(QPointF point, double reach) const
{
    std::optional<std::size_t> best;
    double least = reach * reach;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QPointF by = places[i] - point;
        const double distance = by.x() * by.x() + by.y() * by.y();
        if (distance < least || (!best && distance <= least)) best = i, least = distance;
    }
    return best;
}

// Marks at the very same place would never be reached by direction alone: they are walked through in their own order.
std::optional<std::size_t> PlacedMarks::step(std::size_t from, Direction direction) const
{
    const bool isForward = direction == Direction::Right || direction == Direction::Down;
    for (std::size_t i = isForward ? from + 1 : from - 1; i < places.size(); isForward ? ++i : --i)   // −1 wraps beyond the end
        if (places[i] == places[from]) return i;
    std::optional<std::size_t> best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Offset offset = offsetOf(places[i] - places[from], direction);
        if (offset.ahead <= 0.0 || offset.aside > offset.ahead) continue;
        const double cost = offset.ahead + 2.0 * offset.aside;
        if (cost < least) best = i, least = cost;
    }
    return best;
}

}   // namespace ui
