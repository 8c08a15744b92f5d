#include "ui/plot/reach_picture.h"

#include <algorithm>

namespace ui {

namespace {

using core::Index;

// The place that token i of n has among `size`.
Index placeOf(Index i, Index n, Index size) { return i * size / n; }

}   // namespace

ReachPicture ReachPicture::of(const core::BlockLayout& layout, const core::BlockLayout& own, Index layers, Index most, const std::stop_token& stop)
{
    const Index n = layout.keys(), size = std::min(n, most);
    ReachPicture picture{.size = size, .hops = std::vector<std::int8_t>(std::size_t(size * size), kAbsent)};
    for (Index row = 0; row < size && !stop.stop_requested(); ++row) {
        const Index query = (2 * row + 1) * n / (2 * size);   // the middle of those it stands for
        const std::vector<int> reached = core::hopsFrom(layout, query, layers);
        std::int8_t* const hops = picture.hops.data() + row * size;
        for (const core::Span run : own.row(query)) {
            for (Index j = run.begin; j < run.end; ++j) {
                std::int8_t& cell = hops[placeOf(j, n, size)];
                const auto took = std::int8_t(std::min(reached[std::size_t(j)], 100));
                if (cell < 0 || (took >= 0 && took < cell)) cell = std::max(took, cell == kAbsent ? kNever : cell);
            }
        }
    }
    return picture;
}

QImage ReachPicture::image(int layers, const Theme& theme) const
{
    const int side = int(size);
    QImage image(side, side, QImage::Format_RGB32);
    for (Index i = 0; i < size * size; ++i) {
        const int took = hops[std::size_t(i)];
        QColor color = theme.mask;
        if (took == kNever || took > layers) color = theme.surface;
        if (took >= 0 && took <= layers) {   // from ink for what is read directly towards grey
            const double share = 1.0 - 0.18 * std::max(0, took - 1);
            const auto mix = [&](int a, int b) { return qRound(a * std::max(share, 0.4) + b * (1.0 - std::max(share, 0.4))); };
            color = QColor(mix(theme.ink.red(), theme.surface.red()), mix(theme.ink.green(), theme.surface.green()),
                           mix(theme.ink.blue(), theme.surface.blue()));
        }
        image.setPixelColor(int(i % size), int(i / size), color);
    }
    return image;
}

}   // namespace ui
