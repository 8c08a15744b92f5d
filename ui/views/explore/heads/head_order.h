// HeadOrder: the heads of a model ranked by one measure and filtered by another. A plain value, tested without a window.
#pragma once

#include <vector>

#include "ui/views/explore/heads/head_values.h"

namespace ui {

struct HeadEntry {
    core::HeadId head{};
    std::optional<double> value{};      // of the measure; null: see HeadValues::missing
    std::optional<double> shuffled{};   // the same on shuffled tokens; null: not computed
    double bar = 0.0;                   // length of its bar, 0 … 1
    bool passes = true;                 // the filter
    core::Index rank = 0;               // from 1, among all heads that have a value, whether or not they pass; 0 without one
    friend bool operator==(const HeadEntry&, const HeadEntry&) = default;
};

struct HeadOrder {
    HeadMeasure measure = HeadMeasure::MeanDistance;
    HeadDirection direction = HeadDirection::HighestFirst;
    std::vector<HeadEntry> entries{};    // [L·H], model order
    std::vector<std::size_t> ranked{};   // into entries: by rank, equal ones in model order, heads without a value last
    core::Index valued = 0;              // entries with a value
    core::Index passing = 0;

    [[nodiscard]] static HeadOrder of(const HeadValues& values, const HeadsView& view) { return of(values, view, view.bars); }
    [[nodiscard]] static HeadOrder of(const HeadValues& values, const HeadsView& view, HeadMeasure measure);

    [[nodiscard]] std::vector<std::size_t> rankedPassing() const;
    friend bool operator==(const HeadOrder&, const HeadOrder&) = default;
};

// From the lowest to the highest value that a head has, rounded outwards to steps of the controls; all that can be where none has one.
[[nodiscard]] HeadRange rangeOf(const HeadValues& values, HeadMeasure measure);

// Shares are drawn on a scale from 0 to 1, so that a bar keeps its meaning while one types; distances on that of the furthest head.
[[nodiscard]] bool isShare(HeadMeasure measure);

}   // namespace ui
