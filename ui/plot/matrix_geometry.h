// Where cells lie on screen and which cell lies under a point. Plain arithmetic, tested without a window.
#pragma once

#include <optional>

#include <QPointF>
#include <QRectF>

#include "core/base/shape.h"
#include "ui/state/selection.h"

namespace ui {

inline constexpr double kGapFrom = 8.0;         // px per cell from which cells are set apart
inline constexpr double kLabelsFrom = 10.0;     // … from which every token has its label
inline constexpr double kNumeralsFrom = 26.0;   // … from which cells carry their number
inline constexpr double kLargestCell = 64.0;    // a matrix of few tokens grows to this, and to more on large screens
inline constexpr double kZoomLimit = 48.0;      // zooming stops here

// Cell (query i, key j) covers [j, j + 1) × [i, i + 1) in cell coordinates: x runs over keys, y over queries, row 0 on top.
struct MatrixGeometry {
    QRectF plot;               // logical pixels; zero wide when only links are shown
    QRectF view;               // the part of the matrix that fills `plot`, in cells
    core::Index queries = 0;   // N_q
    core::Index keys = 0;      // N_k
    friend bool operator==(const MatrixGeometry&, const MatrixGeometry&) = default;

    [[nodiscard]] static MatrixGeometry fitted(const QRectF& plot, core::Index queries, core::Index keys);

    [[nodiscard]] double cellWidth() const { return view.width() > 0 ? plot.width() / view.width() : 0.0; }
    [[nodiscard]] double cellHeight() const { return view.height() > 0 ? plot.height() / view.height() : 0.0; }
    [[nodiscard]] double xOf(double key) const { return plot.left() + (key - view.left()) * cellWidth(); }
    [[nodiscard]] double yOf(double query) const { return plot.top() + (query - view.top()) * cellHeight(); }
    [[nodiscard]] double rowCentre(core::Index query) const { return yOf(double(query) + 0.5); }
    [[nodiscard]] double columnCentre(core::Index key) const { return xOf(double(key) + 0.5); }
    [[nodiscard]] QRectF rectOf(Pair pair) const;
    [[nodiscard]] std::optional<Pair> cellAt(QPointF point) const;   // null outside the plot and outside the matrix
    [[nodiscard]] std::optional<core::Index> rowAt(double y) const;
    [[nodiscard]] core::Span visibleRows() const;   // rows of which at least a part shows
    [[nodiscard]] core::Span visibleKeys() const;
    [[nodiscard]] bool shows(Pair pair) const { return visibleRows().contains(pair.query) && visibleKeys().contains(pair.key); }
    [[nodiscard]] bool isFitted() const;

    // Zooming by a factor > 1 magnifies; the cell under `about` stays there unless an edge of the matrix is reached. Limits: the whole
    // matrix, and kZoomLimit pixels per cell.
    [[nodiscard]] MatrixGeometry zoomed(QPointF about, double factor) const;
    [[nodiscard]] MatrixGeometry panned(QPointF pixels) const;
    // The closest view that shows all of these rows and keys, within the same limits.
    [[nodiscard]] MatrixGeometry framing(core::Span rows, core::Span columns) const;
};

// The finest level of the pyramid with at most two of its cells per device pixel. Level n pools 2ⁿ × 2ⁿ cells.
[[nodiscard]] core::Index levelFor(double cellsPerDevicePixel, core::Index levels);

// The cells of one level that a device pixel stands for. Where a cell is at least a pixel wide: the one under the pixel's centre. Where
// several share a pixel, they are dealt out, each to exactly one pixel within half a cell of where it lies, so that none is lost.
struct PixelCells {
    double first = 0.0;                                     // level cells at the left or top border of pixel 0
    double perPixel = 1.0;                                  // level cells per device pixel
    double length = 0.0;                                    // level cells along this axis; the last may be a part of one
    [[nodiscard]] core::Span at(core::Index pixel) const;   // empty outside the matrix
};

}   // namespace ui
