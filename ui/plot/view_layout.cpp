#include "ui/plot/view_layout.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/plot/matrix_geometry.h"

namespace ui {

namespace {

constexpr int kMargin = 8;
constexpr int kLongestStrip = 96;   // px that labels may take
constexpr int kStripGap = 16;       // of a strip, beyond its labels
constexpr int kRuler = 44;          // px of a strip of position numbers, with a line for marks
constexpr int kCaption = 18;        // a line of captions
constexpr int kBar = 32;            // colour bar and its numbers
constexpr int kBarWidth = 184;
constexpr int kNote = 44;        // three lines
constexpr int kCorner = 248;     // px left of the matrix from which note and colour bar stand there
constexpr int kCornerGap = 60;   // of the corner, for "Keys →"
constexpr int kFrame = 420;      // otherwise they stand above, at least this wide where the view is
constexpr int kFlags = 24;       // right of the matrix: flags of empty and broken rows
constexpr int kNarrowLinks = 96;
constexpr int kWideLinks = 240;
constexpr int kWidestLinks = 480;   // when links stand alone
constexpr int kLinkRow = 40;        // px per token at which links alone stop growing
constexpr int kChartFrom = 420;     // px of height from which there is a row chart
constexpr int kLowChart = 44, kHighChart = 72;
constexpr int kChartShare = 14;     // of the height, a part of which the chart is on large screens
constexpr int kCellShare = 16;      // … and a cell
constexpr double kHugeCell = 112;   // to which cells grow there
constexpr int kChartGap = 20;      // between matrix and chart
constexpr int kWords = 20;         // a line below the chart
constexpr int kAxis = 64;          // the chart's numbers
constexpr int kWhole = 4;          // px: multiples of it are whole device pixels at ratios of quarters, so that no cell begins inside one
constexpr double kEnough = 0.85;   // of the largest possible cell: more than that no part has to give way for

// Whole pixels per cell where that costs little, so that all cells are equally large.
double settledCell(double cell, double largest)
{
    const double limited = std::min(cell, largest);
    return limited - std::floor(limited) <= 0.12 * limited || limited >= 8.0 ? std::max(std::floor(limited), std::min(limited, 1.0)) : limited;
}

enum class Strips { Labels, Rulers };

// One way of arranging the parts.
struct Arrangement {
    bool links = false;
    bool corner = false;   // note, colour bar and the chart's words stand left of the matrix, otherwise above and below it
};

class Arranger {
public:
    Arranger(const ViewRequest& request, Strips strips) : m_request(request)
    {
        const int longest = std::clamp(request.labelLength + kStripGap, scaled(kRuler), scaled(kLongestStrip));
        m_strip = longest;
        m_band = !matrix() ? 0 : strips == Strips::Labels ? longest : scaled(kRuler);
        m_chart = matrix() && request.chart != RowChart::Never && request.size.height() >= scaled(kChartFrom)
                      ? std::clamp(request.size.height() / 8, scaled(kLowChart), std::max(scaled(kHighChart), request.size.height() / kChartShare))
                      : 0;
    }

    // The first arrangement that costs the matrix little.
    [[nodiscard]] Arrangement best() const
    {
        std::vector<Arrangement> ways;
        if (m_request.parts == ViewParts::Both) ways.push_back({.links = true, .corner = true});
        if (matrix()) ways.push_back({.links = false, .corner = true});
        ways.push_back({.links = !matrix(), .corner = false});
        double largest = 0.0;
        for (const Arrangement& way : ways) largest = std::max(largest, cellOf(way));
        return *std::find_if(ways.begin(), ways.end(), [&](const Arrangement& way) { return cellOf(way) >= kEnough * largest; });
    }

    [[nodiscard]] double cellOf(const Arrangement& way) const
    {
        const double room = double(m_request.roomFor);
        const double high = std::max(m_request.size.height() - kMargin - chartHeight() - topOf(way), 1) / std::max(rows(), room);
        if (!matrix()) return std::min(high, double(scaled(kLinkRow)));
        return std::min(
            {high, std::max(m_request.size.width() - 2 * kMargin - leastLeft(way) - kFlags, 1) / std::max(columns(), room), largestCell()});
    }

    [[nodiscard]] ViewLayout place(const Arrangement& way) const
    {
        const double cell = matrix() ? settledCell(cellOf(way), largestCell()) : cellOf(way);
        const int height = std::max(1, int(std::lround(cell * rows()))), width = matrix() ? std::max(1, int(std::lround(cell * columns()))) : 0;
        const int across = m_request.size.width() - 2 * kMargin;
        const int spare = across - 2 * m_strip - width - kFlags, narrowest = leastLeft(way) - 2 * m_strip;
        const int linkWidth =
            way.links ? std::clamp(spare, 1, std::max(narrowest, matrix() ? int(kWideLinks * std::max(1.0, cell / kLargestCell)) : kWidestLinks)) : 0;
        const int before = way.links ? 2 * m_strip + linkWidth : leastLeft(way);   // px left of the matrix
        const int wanted = std::max(kMargin, (m_request.size.width() - before - width - kFlags) / 2), top = topOf(way);
        const int left = wanted - (wanted + before) % kWhole;   // the matrix's left edge is whole

        ViewLayout layout;
        if (way.links) {
            layout.linkLabels = QRect(left, top, m_strip, height);
            layout.links = QRect(left + m_strip, top, linkWidth, height);
        }
        layout.queryLabels = QRect(left + before - m_strip, top, m_strip, height);
        layout.captions = QRect(left, top - scaled(kCaption), before, scaled(kCaption));
        if (matrix()) {
            layout.matrix = QRect(left + before, top, width, height);
            layout.keyLabels = QRect(left + before, top - m_band, width, m_band);
        }
        placeHeader(layout, way, left);
        if (m_chart > 0) placeChart(layout, way, left);
        return layout;
    }

private:
    [[nodiscard]] int scaled(int pixels) const { return int(std::lround(pixels * m_request.textScale)); }
    [[nodiscard]] bool matrix() const { return m_request.parts != ViewParts::Links; }
    [[nodiscard]] double rows() const { return double(std::max<core::Index>(m_request.queries, 1)); }
    [[nodiscard]] double columns() const { return double(std::max<core::Index>(m_request.keys, 1)); }
    [[nodiscard]] double largestCell() const { return std::clamp(double(m_request.size.height()) / kCellShare, kLargestCell, kHugeCell); }
    [[nodiscard]] int chartHeight() const { return m_chart > 0 ? m_chart + kChartGap : 0; }
    [[nodiscard]] int headerHeight() const { return scaled(matrix() ? kNote : kNote - kCaption / 2); }

    // Two lines of captions fit beside the shortest column labels.
    [[nodiscard]] int topOf(const Arrangement& way) const
    {
        const int above = way.corner ? std::max(m_band, scaled(kBar + kNote + kCaption)) : headerHeight() + std::max(m_band, scaled(kCaption));
        return (kMargin / 2 + above + kWhole - 1) / kWhole * kWhole;
    }
    [[nodiscard]] int leastLeft(const Arrangement& way) const
    {
        const int links = way.links ? m_strip + kNarrowLinks : 0;
        return std::max(m_strip + links, way.corner ? scaled(kCorner) : 0);
    }

    void placeHeader(ViewLayout& layout, const Arrangement& way, int left) const
    {
        const int top = kMargin / 2;
        if (way.corner) {
            const int width = layout.matrix.left() - scaled(kCornerGap) - left;
            layout.colorBar = QRect(left, top, std::min(scaled(kBarWidth), width), scaled(kBar));
            layout.note = QRect(left, top + scaled(kBar), width, layout.captions.top() - top - scaled(kBar));
            return;
        }
        const int most = m_request.size.width() - kMargin - left;
        const int width = std::min(most, std::max((matrix() ? layout.matrix.right() : layout.queryLabels.right()) + 1 - left, kFrame));
        const int bar = matrix() ? std::min(scaled(kBarWidth), width / 2) : 0;
        layout.note = QRect(left, top, width - bar - (bar > 0 ? 2 * kMargin : 0), headerHeight());
        if (bar > 0) layout.colorBar = QRect(left + width - bar, top, bar, scaled(kBar));
    }

    void placeChart(ViewLayout& layout, const Arrangement& way, int left) const
    {
        const QRect& m = layout.matrix;
        layout.chart = QRect(m.left(), m.bottom() + 1 + kChartGap, m.width(), m_chart);
        if (way.corner)
            layout.chartText = QRect(left, layout.chart.top(), m.left() - left - scaled(kAxis), m_chart);
        else if (const int below = layout.chart.bottom() + 5; below + scaled(kWords) <= m_request.size.height())
            layout.chartText = QRect(left, below, m.right() + 1 - left, scaled(kWords));
    }

    const ViewRequest& m_request;
    int m_strip = 0;   // px that row labels take
    int m_band = 0;    // … and column labels
    int m_chart = 0;
};

}   // namespace

// Only cells of a certain size have labels; whether they get that large depends on what labels take.
ViewLayout ViewLayout::of(const ViewRequest& request)
{
    const Arranger labels(request, Strips::Labels), rulers(request, Strips::Rulers);
    const Arrangement way = labels.best();
    if (request.parts == ViewParts::Links || labels.cellOf(way) >= kLabelsFrom * request.textScale) return labels.place(way);
    return rulers.place(rulers.best());
}

}   // namespace ui
