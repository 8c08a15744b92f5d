#include "ui/plot/hatch.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ui {

namespace {

constexpr double kLine = 1.01;   // px: pens of exactly one are drawn as hairlines, half as dark as on finer screens

// The part of line number n (x + y = n·step when rising, x − y = n·step when falling) inside a rectangle, by its y range.
struct Piece {
    int line;
    double top;
    double bottom;
};

}   // namespace

std::vector<QLineF> hatchLines(const std::vector<QRectF>& area, HatchKind kind)
{
    const double step = kind == HatchKind::Absent ? 5.0 : 3.0, side = kind == HatchKind::Absent ? 1.0 : -1.0;
    std::vector<Piece> pieces;
    for (const QRectF& r : area) {
        const double low = r.left() + (side > 0 ? r.top() : -r.bottom()), high = r.right() + (side > 0 ? r.bottom() : -r.top());
        for (int n = int(std::ceil(low / step)); n * step <= high; ++n) {
            const double atLeft = (n * step - r.left()) * side, atRight = (n * step - r.right()) * side;   // y where the line meets x
            const double top = std::max(r.top(), std::min(atLeft, atRight)), bottom = std::min(r.bottom(), std::max(atLeft, atRight));
            if (top < bottom) pieces.push_back({n, top, bottom});
        }
    }
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return std::tie(a.line, a.top) < std::tie(b.line, b.top); });

    std::vector<QLineF> lines;
    for (std::size_t i = 0; i < pieces.size();) {
        double bottom = pieces[i].bottom;
        std::size_t next = i + 1;
        while (next < pieces.size() && pieces[next].line == pieces[i].line && pieces[next].top <= bottom + 1e-6)
            bottom = std::max(bottom, pieces[next++].bottom);
        const double at = pieces[i].line * step, top = pieces[i].top;
        lines.emplace_back(at - side * top, top, at - side * bottom, bottom);
        i = next;
    }
    return lines;
}

void paintHatch(QPainter& painter, const std::vector<QRectF>& area, HatchKind kind, const Theme& theme)
{
    if (area.empty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const QRectF& rect : area) painter.fillRect(rect, theme.mask);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(kind == HatchKind::Absent ? theme.maskLine : theme.text3, kind == HatchKind::Absent ? kLine : 0.75));
    const std::vector<QLineF> lines = hatchLines(area, kind);
    painter.drawLines(lines.data(), int(lines.size()));
    painter.restore();
}

void paintPending(QPainter& painter, const std::vector<QRectF>& area, const Theme& theme)
{
    constexpr double kStep = 14.0, kDot = 1.25;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const QRectF& rect : area) painter.fillRect(rect, theme.sunken);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.borderStrong);
    for (const QRectF& rect : area)
        for (double y = std::ceil(rect.top() / kStep) * kStep; y < rect.bottom(); y += kStep)
            for (double x = std::ceil(rect.left() / kStep) * kStep; x < rect.right(); x += kStep)
                if (rect.contains(QRectF(x - kDot, y - kDot, 2 * kDot, 2 * kDot))) painter.drawEllipse(QPointF(x, y), kDot, kDot);
    painter.restore();
}

}   // namespace ui
