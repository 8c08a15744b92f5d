#include "ui/plot/link_painter.h"

#include <algorithm>
#include <cmath>

#include <QLinearGradient>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainterPathStroker>

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
        m_through.assign(std::size_t(std::max(m_width, 0)) * std::size_t(std::max(m_height, 0)), 1.0f);
        for (int x = 0; x < m_width; ++x) {
            const double share = (x + 0.5) / m_width, step = 0.5 / m_width;
            m_columns.push_back({LinkCurves::heightAt(share), (LinkCurves::heightAt(share + step) - LinkCurves::heightAt(share - step)) * m_width});
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_width <= 0 || m_height <= 0; }
    [[nodiscard]] double top() const { return m_top / m_ratio; }   // px from the top of the plot

    void add(const Link& link, double width, double opacity)
    {
        const double top = m_curves.geometry.plot.top();
        const double from = (m_curves.start(link).y() - top) * m_ratio - m_top, rise = (m_curves.end(link).y() - m_curves.start(link).y()) * m_ratio;
        for (int x = 0; x < m_width; ++x) {
            const Column& column = m_columns[std::size_t(x)];
            const double slope = rise * column.slope / m_width;
            const double half = width * m_ratio / 2.0 * std::sqrt(1.0 + slope * slope), y = from + rise * column.height;
            cover(x, std::max(y - half, 0.0), std::min(y + half, double(m_height)), opacity);
        }
    }

    [[nodiscard]] QImage image(const LinkStyle& style) const
    {
        constexpr int kBlock = 16;   // columns whose pixels of one line share a cache line
        std::vector<QColor> inks;
        for (int x = 0; x < m_width; ++x) inks.push_back(mixed(style.keyColor, style.queryColor, (x + 0.5) / m_width));
        QImage image(m_width, m_height, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        uchar* const bits = image.bits();
        for (int left = 0; left < m_width; left += kBlock)
            for (int y = 0; y < m_height; ++y) {
                auto* const out = reinterpret_cast<QRgb*>(bits + y * image.bytesPerLine());
                for (int x = left; x < std::min(left + kBlock, m_width); ++x) {
                    const float through = m_through[std::size_t(x) * std::size_t(m_height) + std::size_t(y)];
                    if (through == 1.0f) continue;
                    const QColor& ink = inks[std::size_t(x)];
                    out[x] = qPremultiply(qRgba(ink.red(), ink.green(), ink.blue(), int(std::lround((1.0f - through) * 255.0f))));
                }
            }
        return image;
    }

private:
    struct Column {
        double height;   // of the shared shape, 0 … 1
        double slope;    // its derivative by the share of the width
    };

    void cover(int x, double begin, double end, double opacity)
    {
        float* column = m_through.data() + std::size_t(x) * std::size_t(m_height);
        for (int y = int(begin); y < end; ++y) column[y] *= float(1.0 - opacity * (std::min(end, y + 1.0) - std::max(begin, double(y))));
    }

    const LinkCurves& m_curves;
    double m_ratio;
    int m_top;   // device pixels of the plot above it
    int m_width;
    int m_height;
    std::vector<Column> m_columns;
    std::vector<float> m_through;   // [width][height], share of the ground that shows
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
    for (const Link& link : links)
        if (curves.isVisible(link)) raster.add(link, style.widthOf(link), style.opacity);
    const QImage image = raster.image(style);
    painter.drawImage(QRectF(QPointF(curves.left, plotTop + raster.top()), QSizeF(image.size()) / ratio), image);
}

}   // namespace

double LinkStyle::widthOf(const Link& link) const { return std::max(leastWidth, widthPerWeight * std::abs(double(link.weight))); }

void paintLinkCurves(QPainter& painter, const LinkCurves& curves, const std::vector<Link>& links, const LinkStyle& style)
{
    if (links.empty() || curves.right <= curves.left || curves.geometry.plot.height() < 1.0) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    isVector(painter) ? paintPaths(painter, curves, links, style) : paintRaster(painter, curves, links, style);
    painter.restore();
}

}   // namespace ui
