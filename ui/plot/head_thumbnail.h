// A head in small: where its weight goes, in at most 64 × 64 cells.
#pragma once

#include <cstdint>
#include <vector>

#include <QImage>

#include "core/recording/attention_map.h"
#include "core/recording/recording.h"
#include "ui/theme/color_map.h"

namespace ui {

inline constexpr core::Index kThumbnailCells = 64;

enum class HeadState { Own, Ablated };   // ablated: writes nothing, or the mean of its allowed values

// What the plan of a recording did to a head.
[[nodiscard]] HeadState stateOf(const core::Recording& recording, core::HeadId head);

struct HeadThumbnail {
    core::HeadId head{};
    core::Index kvHead = 0;   // heads of a layer with equal kvHead share keys and values
    core::Index height = 0;
    core::Index width = 0;
    // [height × width]: the share of a row's weight that lies on the cell's keys, mean over the cell's rows. Of short texts the weights
    // themselves; of long ones, where single weights are tiny, still as strong a picture.
    std::vector<float> shares{};
    std::vector<std::uint8_t> allowed{};   // [height × width], 0: nothing there
    HeadState state = HeadState::Own;
    friend bool operator==(const HeadThumbnail&, const HeadThumbnail&) = default;

    // Computes every weight of the map once: call it off the GUI thread for long texts.
    // Empty once `stop` is requested.
    [[nodiscard]] static HeadThumbnail of(const core::AttentionMap& map, core::HeadId head, core::Index kvHead, const std::stop_token& stop = {});

    // side × side device pixels, area-averaged shares of a pixel's keys, √ scale; absent pixels have the mask's colour.
    [[nodiscard]] QImage image(int side, const Theme& theme) const;
};

}   // namespace ui
