// What stands on and below a small picture of a head besides the picture itself: the bar of a measure, the veil of a head that a plan has
// switched off, the fading of one that a filter leaves out. The same bar stands in the ranked list.
#pragma once

#include <optional>
#include <vector>

#include <QPainter>
#include <QRect>

#include "core/base/shape.h"
#include "ui/theme/theme.h"

namespace ui {

struct HeadBadge {
    std::optional<double> bar{};   // 0 … 1; null: no number
    bool passes = true;            // the filter
    friend bool operator==(const HeadBadge&, const HeadBadge&) = default;
};

inline constexpr int kBadgeBar = 3;      // px
inline constexpr int kBadgeRoom = 6;     // px below a picture that its bar needs
inline constexpr int kBadgesFrom = 14;   // px a picture from which bars are drawn
inline constexpr double kFaded = 0.25;   // opacity of what a filter leaves out

// Over a picture that is already painted at `place`.
void paintBadge(QPainter& painter, const QRect& place, const HeadBadge& badge, const Theme& theme);
void paintAblated(QPainter& painter, const QRect& place, const Theme& theme);
// A bar of length 0 … 1 in its track; what is there is never narrower than a pixel.
void paintShareBar(QPainter& painter, const QRectF& track, double length, const Theme& theme, double radius = 0.0);

// Which head stands at which place of a grid of rows and columns: model order, or any other of the same heads.
class HeadPlaces {
public:
    HeadPlaces() = default;   // model order: layers are rows
    HeadPlaces(std::vector<core::HeadId> order, core::Index columns);

    [[nodiscard]] bool isModelOrder() const { return m_order.empty(); }
    [[nodiscard]] core::HeadId placeOf(core::HeadId head) const;                  // (row, column)
    [[nodiscard]] std::optional<core::HeadId> headAt(core::HeadId place) const;   // null behind the last head
    friend bool operator==(const HeadPlaces&, const HeadPlaces&) = default;

private:
    [[nodiscard]] std::size_t index(core::HeadId head) const { return std::size_t(head.layer * m_columns + head.head); }
    std::vector<core::HeadId> m_order;    // by place
    std::vector<std::size_t> m_placeOf;   // of each head in model order
    core::Index m_columns = 1;            // of the grid, and heads of a layer
};

}   // namespace ui
