#include "ui/plot/head_thumbnail.h"

#include <algorithm>
#include <cmath>

#include "ui/plot/matrix_geometry.h"

namespace ui {

namespace {

using core::Index;

// Mean over the allowed cells of a rectangle; allowed = false when there is none.
core::Cell meanOf(const HeadThumbnail& t, core::Span rows, core::Span keys)
{
    double sum = 0.0;
    Index count = 0;
    for (Index i = rows.begin; i < rows.end; ++i)
        for (Index j = keys.begin; j < keys.end; ++j) {
            const auto cell = std::size_t(i * t.width + j);
            if (!t.allowed[cell]) continue;
            sum += double(t.shares[cell]);
            ++count;
        }
    return count > 0 ? core::Cell{float(sum / double(count)), true} : core::Cell{};
}

// Sum of each pooled cell by the number of its rows: shares of a row add up to what the row adds up to.
std::vector<float> sharesOf(const core::Tile& tile)
{
    const Index step = Index(1) << tile.level;
    std::vector<float> shares(tile.mean.size());
    for (Index i = 0; i < tile.height; ++i) {
        const Index rows = std::min(step, tile.rows.size() - i * step);
        for (Index j = 0; j < tile.width; ++j) {
            const auto cell = std::size_t(i * tile.width + j);
            shares[cell] = tile.mean[cell] * float(tile.allowed[cell]) / float(rows);
        }
    }
    return shares;
}

}   // namespace

HeadState stateOf(const core::Recording& recording, core::HeadId head)
{
    const core::Mechanism& mechanism = recording.sites[std::size_t(head.layer)].mechanisms[std::size_t(head.head)];
    const bool isAblated = std::holds_alternative<core::OffMechanism>(mechanism) || std::holds_alternative<core::MeanMechanism>(mechanism);
    return isAblated ? HeadState::Ablated : HeadState::Own;
}

HeadThumbnail HeadThumbnail::of(const core::AttentionMap& map, core::HeadId head, Index kvHead, const std::stop_token& stop)
{
    HeadThumbnail thumbnail{.head = head, .kvHead = kvHead};
    Index level = 0;
    while (core::ceilDiv(std::max(map.queries(), map.keys()), Index(1) << level) > kThumbnailCells) ++level;
    if (map.queries() == 0 || map.keys() == 0) return thumbnail;
    const core::Result<core::Tile> tile = map.tile(level, 0, 0, stop);
    if (!tile) return thumbnail;
    thumbnail.height = tile->height;
    thumbnail.width = tile->width;
    thumbnail.shares = level == 0 ? tile->maximum : sharesOf(*tile);
    thumbnail.allowed.resize(tile->allowed.size());
    std::transform(tile->allowed.begin(), tile->allowed.end(), thumbnail.allowed.begin(),
                   [](std::uint32_t n) { return std::uint8_t(n > 0 ? 1 : 0); });
    return thumbnail;
}

QImage HeadThumbnail::image(int side, const Theme& theme) const
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(theme.mask);
    if (height == 0 || width == 0) return image;
    const ColorMap& map = ColorMap::of(MapName::Weight, theme.look);
    const WeightScale scale{.kind = ScaleKind::Sqrt};
    const PixelCells down{0.0, double(height) / side, double(height)}, across{0.0, double(width) / side, double(width)};
    const float keysPerPixel = std::max(1.0f, float(across.perPixel));   // several columns share a pixel, and so does their weight
    std::vector<core::Span> columns;
    for (int x = 0; x < side; ++x) columns.push_back(across.at(x));
    for (int y = 0; y < side; ++y) {
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(y));
        const core::Span rows = down.at(y);
        for (int x = 0; x < side; ++x) {
            const core::Cell cell = meanOf(*this, rows, columns[std::size_t(x)]);
            if (cell.allowed) out[x] = cellColor(cell.weight * keysPerPixel, scale, map);
        }
    }
    return image;
}

}   // namespace ui
