// Which weights are drawn as links.
#pragma once

namespace ui {

enum class LinkMode {
    ShareOfRow,    // of each row the largest weights, until they make up this share of it
    FixedWeight,   // every weight from this one on
};

// Each mode has its own threshold, so that going to the other and back loses nothing.
struct LinkRule {
    LinkMode mode = LinkMode::ShareOfRow;
    double share = 0.7;
    double weight = 0.1;
    friend bool operator==(const LinkRule&, const LinkRule&) = default;

    [[nodiscard]] static constexpr LinkRule ofShare(double share) { return {.share = share}; }
    [[nodiscard]] static constexpr LinkRule ofWeight(double weight) { return {.mode = LinkMode::FixedWeight, .weight = weight}; }
    [[nodiscard]] double threshold() const { return mode == LinkMode::ShareOfRow ? share : weight; }
};

}   // namespace ui
