#include "ui/plot/link_painter.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include <QLinearGradient>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainterPathStroker>

#include "core/base/parallel.h"

namespace ui {

namespace {

bool isVector(const QPainter& painter)
{
    const QPaintEngine::Type type = painter.paintEngine()->type();
    return type == QPaintEngine::SVG || type == QPaintEngine::Pdf;
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](float x, float y) { return float(double(x) + (double(y) - double(x)) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

// Every curve is a graph over x, and all share one shape: y = from + (to − from)·height(x). So a curve is drawn column by column, as the
// stretch that its width covers there, and what lies behind keeps the share that all curves let through.
class Raster {
public:
    // Between two heights, from the top of the plot.
    Raster(const LinkCurves& curves, double ratio, double top, double bottom) :
        m_curves(curves),
        m_ratio(ratio),
        m_top(int(std::floor(std::max(top, 0.0) * ratio))),
        m_width(int(std::ceil((curves.right - curves.left) * ratio))),
        m_height(int(std::ceil(std::min(bottom, curves.geometry.plot.height()) * ratio)) - m_top)
    {
        if (isEmpty()) return;
        m_through = std::make_unique_for_overwrite<float[]>(std::size_t(m_width) * std::size_t(m_height));
        m_columns.reserve(std::size_t(m_width));
        double before = 0.0;
        for (int x = 0; x < m_width; ++x) {
            const double after = LinkCurves::heightAt((x + 1.0) / m_width);
            m_columns.push_back({.height = LinkCurves::heightAt((x + 0.5) / m_width), .slope = (after - before) * m_width});
            before = after;
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_width <= 0 || m_height <= 0; }
    [[nodiscard]] double top() const { return m_top / m_ratio; }   // px from the top of the plot

    // The links, in their order, on a ground that shows through. Columns do not know of each other, so that blocks of them are drawn side by side.
    [[nodiscard]] QImage drawn(const std::vector<Link>& links, const LinkStyle& style)
    {
        std::vector<Stroke> strokes;
        strokes.reserve(links.size());
        for (const Link& link : links)
            if (m_curves.isVisible(link)) strokes.push_back(strokeOf(link, style));
        QImage image(m_width, m_height, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        uchar* const bits = image.bits();   // not shared among threads from here on
        const auto stride = image.bytesPerLine();
        const auto block = [&](core::Index index) {
            const int left = int(index) * kBlock, right = std::min(left + kBlock, m_width);
            for (const Stroke& stroke : strokes) add(stroke, style.opacity, left, right);
            fill(bits, stride, style, left, right);
        };
        const core::Index blocks = core::ceilDiv(m_width, kBlock);
        if (core::Index(strokes.size()) * m_width >= kWorthThreads)
            core::parallelFor(blocks, block);
        else
            for (core::Index index = 0; index < blocks; ++index) block(index);
        return image;
    }

private:
    static constexpr int kBlock = 32;                      // columns
    static constexpr core::Index kWorthThreads = 20'000;   // columns of all links: below, waking others takes longer than drawing

    struct Stroke {
        double from;    // device pixels from the top of the picture, at its left edge
        double rise;    // … to its right edge
        double width;   // device pixels
    };

    struct Column {
        double height;            // of the shared shape, 0 … 1
        double slope;             // its derivative by the share of the width
        int begin = 0, end = 0;   // rows [begin, end) hold something: the others are never touched, and most of a plot is ground
    };
    [[nodiscard]] float* columnAt(int x) const { return m_through.get() + std::size_t(x) * std::size_t(m_height); }

    [[nodiscard]] Stroke strokeOf(const Link& link, const LinkStyle& style) const
    {
        const double start = m_curves.start(link).y(), end = m_curves.end(link).y();
        return {(start - m_curves.geometry.plot.top()) * m_ratio - m_top, (end - start) * m_ratio, style.widthOf(link) * m_ratio};
    }
    // To columns [left, right).
    void add(const Stroke& stroke, double opacity, int left, int right)
    {
        for (int x = left; x < right; ++x) {
            const Column& column = m_columns[std::size_t(x)];
            const double slope = stroke.rise * column.slope / m_width;
            const double half = stroke.width / 2.0 * std::sqrt(1.0 + slope * slope), y = stroke.from + stroke.rise * column.height;
            cover(x, std::max(y - half, 0.0), std::min(y + half, double(m_height)), opacity);
        }
    }
    void cover(int x, double begin, double end, double opacity)
    {
        if (!(begin < end)) return;
        float* const column = columnAt(x);
        const int first = int(begin), last = int(std::ceil(end)) - 1;
        reach(m_columns[std::size_t(x)], column, first, last + 1);
        const auto partly = [&](int y) { column[y] *= float(1.0 - opacity * (std::min(end, y + 1.0) - std::max(begin, double(y)))); };
        const auto whole = float(1.0 - opacity);
        partly(first);
        for (int y = first + 1; y < last; ++y) column[y] *= whole;
        if (last > first) partly(last);
    }
    // Ground on all rows between what is held and these.
    static void reach(Column& held, float* column, int begin, int end)
    {
        if (held.begin == held.end) held.begin = held.end = begin;
        if (begin < held.begin) std::fill(column + begin, column + std::exchange(held.begin, begin), 1.0f);
        if (end > held.end) std::fill(column + std::exchange(held.end, end), column + end, 1.0f);
    }

    // Line by line: the pixels of one line of a block share cache lines.
    void fill(uchar* bits, qsizetype stride, const LinkStyle& style, int left, int right) const
    {
        std::vector<QColor> inks;
        int top = m_height, bottom = 0;
        for (int x = left; x < right; ++x) {
            inks.push_back(mixed(style.keyColor, style.queryColor, (x + 0.5) / m_width));
            const Column& column = m_columns[std::size_t(x)];
            if (column.begin == column.end) continue;
            top = std::min(top, column.begin);
            bottom = std::max(bottom, column.end);
        }
        for (int y = top; y < bottom; ++y) {
            auto* const out = reinterpret_cast<QRgb*>(bits + y * stride);
            for (int x = left; x < right; ++x) {
                const Column& column = m_columns[std::size_t(x)];
                if (y < column.begin || y >= column.end) continue;
                const QColor& ink = inks[std::size_t(x - left)];
                out[x] = qPremultiply(qRgba(ink.red(), ink.green(), ink.blue(), int((1.0f - columnAt(x)[y]) * 255.0f + 0.5f)));
            }
        }
    }

    const LinkCurves& m_curves;
    double m_ratio;
    int m_top;   // device pixels of the plot above it
    int m_width;
    int m_height;
    std::vector<Column> m_columns;
    std::unique_ptr<float[]> m_through;   // [width][height], share of the ground that shows, where a column holds something
};

void paintPaths(QPainter& painter, const LinkCurves& curves, const std::vector<Link>& links, const LinkStyle& style)
{
    QColor key = style.keyColor, query = style.queryColor;
    key.setAlphaF(float(style.opacity));
    query.setAlphaF(float(style.opacity));
    painter.setPen(Qt::NoPen);
    for (const Link& link : links) {
        if (!curves.isVisible(link)) continue;
        QPainterPathStroker stroker;   // filled outlines: gradient pens do not survive export, gradient fills do
        stroker.setWidth(style.widthOf(link));
        QLinearGradient gradient(QPointF(curves.left, 0), QPointF(curves.right, 0));
        gradient.setColorAt(0.0, key);
        gradient.setColorAt(1.0, query);
        painter.setBrush(key == query ? QBrush(key) : QBrush(gradient));
        painter.drawPath(stroker.createStroke(curves.path(link)));
    }
}

// The links of one row, which follow the pointer, reach over a part of the plot alone.
void paintRaster(QPainter& painter, const LinkCurves& curves, const std::vector<Link>& links, const LinkStyle& style)
{
    const double ratio = painter.device()->devicePixelRatioF(), plotTop = curves.geometry.plot.top();
    double top = curves.geometry.plot.height(), bottom = 0.0;
    for (const Link& link : links) {
        if (!curves.isVisible(link)) continue;
        const double a = curves.start(link).y() - plotTop, b = curves.end(link).y() - plotTop;
        const double reach = style.widthOf(link) + 2.0;   // steep, and so high, curves are only far from both ends
        top = std::min(top, std::min(a, b) - reach);
        bottom = std::max(bottom, std::max(a, b) + reach);
    }
    Raster raster(curves, ratio, top, bottom);
    if (raster.isEmpty()) return;
    const QImage image = raster.drawn(links, style);
    painter.drawImage(QRectF(QPointF(curves.left, plotTop + raster.top()), QSizeF(image.size()) / ratio), image);
}

}   // namespace

double LinkStyle::widthOf(const Link& link) const
{
    return std::clamp(widthPerWeight * std::abs(double(link.weight)), leastWidth, std::max(leastWidth, widthPerWeight));
}

void paintLinkCurves(QPainter& painter, const LinkCurves& curves, const std::vector<Link>& links, const LinkStyle& style)
{
    if (links.empty() || curves.right <= curves.left || curves.geometry.plot.height() < 1.0) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    isVector(painter) ? paintPaths(painter, curves, links, style) : paintRaster(painter, curves, links, style);
    painter.restore();
}

}   // namespace ui
