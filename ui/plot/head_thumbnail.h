// A head in small: its weights pooled to at most 64 × 64 means.
#pragma once

#include <cstdint>
#include <vector>

#include <QImage>
#include <QString>

#include "core/recording/attention_map.h"
#include "ui/theme/color_map.h"

namespace ui {

inline constexpr core::Index kThumbnailCells = 64;

struct HeadThumbnail {
    core::HeadId head{};
    core::Index kvHead = 0;   // heads of a layer with equal kvHead share keys and values
    core::Index height = 0;
    core::Index width = 0;
    std::vector<float> weights{};          // [height × width], means over the allowed pairs below
    std::vector<std::uint8_t> allowed{};   // [height × width], 0: nothing there
    QString note{};                        // further lines for the tooltip, such as metrics; may be empty
    friend bool operator==(const HeadThumbnail&, const HeadThumbnail&) = default;

    // Computes every weight of the map once: call it off the GUI thread for long texts.
    // Empty once `stop` is requested.
    [[nodiscard]] static HeadThumbnail of(const core::AttentionMap& map, core::HeadId head, core::Index kvHead, const std::stop_token& stop = {});

    // side × side device pixels, area-averaged, √ scale; absent pixels have the mask's colour.
    [[nodiscard]] QImage image(int side, const Theme& theme) const;
};

}   // namespace ui
