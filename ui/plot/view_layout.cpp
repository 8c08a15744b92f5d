#include "ui/plot/view_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/plot/matrix_geometry.h"

namespace ui {

namespace {

constexpr int kMargin = 16;
constexpr int kSpacing = 8;
constexpr int kLongestStrip = 96;   // px that labels may take
constexpr int kRuler = 44;          // px of a strip of position numbers
constexpr int kNarrowLinks = 96;
constexpr int kWideLinks = 240;
constexpr int kWidestLinks = 480;   // when links stand alone
constexpr int kChart = 72;
constexpr int kChartText = 208;
constexpr int kLinkRow = 40;   // px per token at which links alone stop growing
constexpr int kFrame = 420;    // header and captions are at least as wide, so that notes stay readable above small matrices

int scaled(int pixels, double textScale) { return int(std::lround(pixels * textScale)); }

// Whole pixels per cell where that costs little, so that all cells are equally large.
double settledCell(double cell, double largest)
{
    const double limited = std::min(cell, largest);
    return limited - std::floor(limited) <= 0.12 * limited || limited >= 8.0 ? std::max(std::floor(limited), std::min(limited, 1.0)) : limited;
}

}   // namespace

ViewLayout ViewLayout::of(const ViewRequest& r)
{
    ViewLayout layout;
    const double scale = r.textScale;
    const bool links = r.parts != ViewParts::Matrix, matrix = r.parts != ViewParts::Links;
    const int headerHeight = scaled(40, scale), captionHeight = scaled(24, scale);
    const int right = r.size.width() - kMargin, bottom = r.size.height() - kMargin;
    const auto rows = double(std::max<core::Index>(r.queries, 1)), columns = double(std::max<core::Index>(r.keys, 1));

    const bool chart = matrix && r.size.height() >= scaled(400, scale);
    const int chartHeight = chart ? scaled(kChart, scale) + 4 * kSpacing : 0;
    const int strip = std::clamp(r.labelLength + 2 * kSpacing, kRuler, scaled(kLongestStrip, scale));
    const int top = kMargin / 2 + headerHeight + captionHeight + (matrix ? strip : 0);
    const int linkWidthLeast = links ? strip + kNarrowLinks : 0;
    const int textLeft =
        chart && !links ? std::clamp(r.size.width() / 4, strip, scaled(kChartText, scale)) : strip;   // the chart's words stand left of the matrix
    const int high = std::max(bottom - chartHeight - top, 1), wide = std::max(right - kMargin - textLeft - linkWidthLeast - scaled(24, scale), 1);

    const double cell =
        matrix ? settledCell(std::min(high / rows, wide / columns), kLargestCell) : std::min(high / rows, double(scaled(kLinkRow, scale)));
    const int plotHeight = std::max(1, int(std::lround(cell * rows))), plotWidth = matrix ? std::max(1, int(std::lround(cell * columns))) : 0;
    const int spare = std::max(0, r.size.width() - 2 * kMargin - 2 * strip - plotWidth - scaled(24, scale));
    const int linkWidth = links ? std::clamp(spare, kNarrowLinks, matrix ? kWideLinks : kWidestLinks) : 0;

    const int used = (links ? strip + linkWidth : 0) + (links ? strip : textLeft) + plotWidth + scaled(24, scale);
    int x = std::max(kMargin, (r.size.width() - used) / 2);
    const int left = x;
    if (links) {
        layout.linkLabels = QRect(x, top, strip, plotHeight);
        layout.links = QRect(x + strip, top, linkWidth, plotHeight);
        x += strip + linkWidth;
    } else {
        x += textLeft - strip;
    }
    layout.queryLabels = QRect(x, top, strip, plotHeight);
    x += strip;
    if (matrix) {
        layout.matrix = QRect(x, top, plotWidth, plotHeight);
        layout.keyLabels = QRect(x, top - strip, plotWidth, strip);
        if (chart) {
            layout.chart = QRect(x, top + plotHeight + 3 * kSpacing, plotWidth, scaled(kChart, scale));
            layout.chartText = QRect(left, layout.chart.top(), x - left - scaled(32, scale), layout.chart.height());
        }
    }
    const int frameRight = std::min(std::max({x + plotWidth, left + kFrame}), std::max(right, x + plotWidth));
    layout.header = QRect(left, kMargin / 2, frameRight - left, headerHeight);
    layout.captions = QRect(left, layout.header.bottom() + 1, frameRight - left, captionHeight);
    return layout;
}

}   // namespace ui
