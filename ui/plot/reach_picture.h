// In how many layers of a pattern each token's knowledge reaches each query, small: what thumbnails of one, two, three layers are drawn from.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include <QImage>

#include "core/metrics/pattern_reach.h"
#include "ui/theme/theme.h"

namespace ui {

struct ReachPicture {
    static constexpr std::int8_t kNever = -1, kAbsent = -2;   // absent: no pair of the head's own pattern, however many layers

    core::Index size = 0;              // rows and columns
    std::vector<std::int8_t> hops{};   // [size × size]; of a cell that stands for several tokens the fewest

    // Of long texts, `most` queries that lie evenly apart. own: the head's pattern without the one that is looked at.
    // Stopped: what there is so far means nothing.
    [[nodiscard]] static ReachPicture of(const core::BlockLayout& layout, const core::BlockLayout& own, core::Index layers, core::Index most,
                                         const std::stop_token& stop = {});
    // What is connected after `layers` layers, the darker the fewer it took.
    [[nodiscard]] QImage image(int layers, const Theme& theme) const;
};

}   // namespace ui
