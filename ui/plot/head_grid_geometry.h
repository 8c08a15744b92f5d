// Where the thumbnails of an L × H model stand. Plain arithmetic, tested without a window.
#pragma once

#include <optional>

#include <QPointF>
#include <QRect>
#include <QSize>

#include "core/base/shape.h"

namespace ui {

struct HeadGridGeometry {
    core::Index layers = 0;
    core::Index heads = 0;       // of each layer
    core::Index groupSize = 1;   // query heads that share one key/value head
    int left = 0;                // of the first thumbnail
    int top = 0;
    int thumb = 0;   // side of a thumbnail, logical pixels
    int gap = 2;
    int bar = 0;      // px below each thumbnail for the bar of a measure
    int footer = 0;   // height below the last row
    int mirror = 0;   // px: the width in which heads run from the right, where one reads so; 0: from the left
    friend bool operator==(const HeadGridGeometry&, const HeadGridGeometry&) = default;

    static constexpr int kLargest = 64;   // in a panel
    static constexpr int kLargestInFigure = 256;
    static constexpr int kSmallest = 6;

    // The largest thumbnails that fit, without bars where those would be small; never below kSmallest, so that a small widget is overrun rather than empty.
    [[nodiscard]] static HeadGridGeometry of(QSize size, core::Index layers, core::Index heads, core::Index groupSize, double textScale = 1.0,
                                             int largest = kLargest, int bar = 0);

    [[nodiscard]] int step() const { return thumb + gap; }
    [[nodiscard]] int rowStep() const { return step() + bar; }
    // A place that is counted from the left, where it is on screen.
    [[nodiscard]] QRect placed(const QRect& rect) const { return mirror > 0 ? QRect(QPoint(mirror - rect.right() - 1, rect.top()), rect.size()) : rect; }
    [[nodiscard]] QRect rectOf(core::HeadId head) const
    {
        return placed({left + int(head.head) * step(), top + int(head.layer) * rowStep(), thumb, thumb});
    }
    [[nodiscard]] std::optional<core::HeadId> headAt(QPointF point) const;   // gaps belong to the thumbnail before them
    [[nodiscard]] QRect groupRect(core::Index kvHead) const;                 // columns of one group, a strip above the first row
    [[nodiscard]] int height() const { return top + int(layers) * rowStep() + footer; }
    [[nodiscard]] int width() const { return left + int(heads) * step(); }
};

}   // namespace ui
