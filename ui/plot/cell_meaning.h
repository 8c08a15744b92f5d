// What the cells of a picture are where they are no weights: classes with colours of their own, and words for what is said of one.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QString>

#include "ui/state/pin.h"
#include "ui/theme/color_map.h"

namespace ui {

// Immutable once a picture has it. Cells are those of the picture's map: tokens, never words.
struct CellMeaning {
    std::optional<ColorMap> colors{};         // of classes, see core::valueOfClass; null: cells keep the colours of weights
    core::Index block = 0;                    // lines around squares of so many cells, counted from the first row and key; 0: none
    QString title{};                          // of such a cell, in tables: "Allowed by"
    QString note{};                           // what the picture shows, below it: "colour: the part that allows the pair"
    std::function<QString(Pair)> said{};      // of a cell that exists: "allowed by window(4), also by sinks(1)"
    QString absent{};                         // … of one that does not: "in a skipped tile"; empty: that it is not allowed
    std::function<QString(Pair)> written{};   // … inside it, where it is large enough; null: nothing is written
};
using CellMeaningPtr = std::shared_ptr<const CellMeaning>;

}   // namespace ui
