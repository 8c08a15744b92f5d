#include "ui/plot/matrix_geometry.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

using core::Index;

// Borders that fall on a cell's border up to rounding count as exactly there.
constexpr double kSliver = 1e-6;

core::Span covering(double begin, double end, Index count)
{
    const Index first = std::clamp<Index>(Index(std::floor(begin + kSliver)), 0, count);
    return {first, std::clamp<Index>(Index(std::ceil(end - kSliver)), first, count)};
}

// Keeps a window of the given length inside [0, whole]; a window longer than the whole is centred.
double keptInside(double begin, double length, double whole)
{
    return length >= whole ? (whole - length) / 2.0 : std::clamp(begin, 0.0, whole - length);
}

}   // namespace

MatrixGeometry MatrixGeometry::fitted(const QRectF& plot, Index queries, Index keys)
{
    return {.plot = plot, .view = QRectF(0, 0, double(keys), double(queries)), .queries = queries, .keys = keys};
}

QRectF MatrixGeometry::rectOf(Pair pair) const
{
    return {QPointF(xOf(double(pair.key)), yOf(double(pair.query))), QPointF(xOf(double(pair.key) + 1), yOf(double(pair.query) + 1))};
}

std::optional<Pair> MatrixGeometry::cellAt(QPointF point) const
{
    const bool inside = point.x() >= plot.left() && point.x() < plot.right() && point.y() >= plot.top() && point.y() < plot.bottom();
    if (!inside || cellWidth() <= 0 || cellHeight() <= 0) return std::nullopt;
    const auto key = Index(std::floor(view.left() + (point.x() - plot.left()) / cellWidth()));
    const auto query = rowAt(point.y());
    if (!query || key < 0 || key >= keys) return std::nullopt;
    return Pair{*query, key};
}

std::optional<Index> MatrixGeometry::rowAt(double y) const
{
    if (y < plot.top() || y >= plot.bottom() || cellHeight() <= 0) return std::nullopt;
    const auto query = Index(std::floor(view.top() + (y - plot.top()) / cellHeight()));
    return query >= 0 && query < queries ? std::optional(query) : std::nullopt;
}

core::Span MatrixGeometry::visibleRows() const { return covering(view.top(), view.bottom(), queries); }
core::Span MatrixGeometry::visibleKeys() const { return covering(view.left(), view.right(), keys); }

bool MatrixGeometry::isFitted() const { return *this == fitted(plot, queries, keys); }

MatrixGeometry MatrixGeometry::zoomed(QPointF about, double factor) const
{
    const double cell = cellHeight();
    if (cell <= 0 || queries == 0 || keys == 0) return *this;
    const double fitCell = plot.height() / double(queries);
    const double wanted = std::clamp(cell * factor, fitCell, std::max(fitCell, kZoomLimit));
    if (wanted <= fitCell) return fitted(plot, queries, keys);

    const double shrink = cell / wanted;
    const double height = view.height() * shrink, width = view.width() * shrink;
    const double atX = plot.width() > 0 ? std::clamp((about.x() - plot.left()) / plot.width(), 0.0, 1.0) : 0.5;
    const double atY = std::clamp((about.y() - plot.top()) / plot.height(), 0.0, 1.0);
    MatrixGeometry next = *this;
    next.view = QRectF(keptInside(view.left() + view.width() * atX - width * atX, width, double(keys)),
                       keptInside(view.top() + view.height() * atY - height * atY, height, double(queries)), width, height);
    return next;
}

MatrixGeometry MatrixGeometry::panned(QPointF pixels) const
{
    MatrixGeometry next = *this;
    const double right = cellWidth() > 0 ? pixels.x() / cellWidth() : 0.0, down = cellHeight() > 0 ? pixels.y() / cellHeight() : 0.0;
    next.view.moveTo(keptInside(view.left() - right, view.width(), double(keys)), keptInside(view.top() - down, view.height(), double(queries)));
    return next;
}

MatrixGeometry MatrixGeometry::framing(core::Span rows, core::Span columns) const
{
    if (rows.empty() || columns.empty() || queries == 0 || keys == 0 || plot.height() <= 0) return *this;
    const double fitCell = plot.height() / double(queries), high = plot.height() / double(rows.size());
    const double wide = plot.width() > 0 ? plot.width() / double(columns.size()) : high;
    const double cell = std::clamp(std::min(high, wide), fitCell, std::max(fitCell, kZoomLimit));
    if (cell <= fitCell) return fitted(plot, queries, keys);
    const double height = plot.height() / cell, width = plot.width() > 0 ? plot.width() / cell : view.width();
    MatrixGeometry next = *this;
    next.view = QRectF(keptInside(double(columns.begin + columns.end) / 2.0 - width / 2.0, width, double(keys)),
                       keptInside(double(rows.begin + rows.end) / 2.0 - height / 2.0, height, double(queries)), width, height);
    return next;
}

Index levelFor(double cellsPerDevicePixel, Index levels)
{
    Index level = 0;
    while (level + 1 < levels && cellsPerDevicePixel / double(Index(1) << level) > 2.0 + kSliver) ++level;
    return level;
}

core::Span PixelCells::at(Index pixel) const
{
    const auto count = Index(std::ceil(length - kSliver));
    const double begin = first + double(pixel) * perPixel;
    if (perPixel > 1.0 + kSliver) {
        const auto border = [&](double at) {
            return at >= length - kSliver ? count : std::clamp<Index>(Index(std::floor(at + 0.5 - kSliver)), 0, count);
        };
        return {border(begin), border(begin + perPixel)};
    }
    const auto cell = Index(std::floor(begin + perPixel / 2.0 + kSliver));   // a pixel whose middle is the border begins the next cell
    return cell >= 0 && cell < count ? core::Span{cell, cell + 1} : core::Span{};
}

}   // namespace ui
