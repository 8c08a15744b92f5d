// How the heads of a model are listed, filtered and compared: view state, never undone.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "core/metrics/head_search.h"

namespace ui {

// Descriptions of a head by which heads can be sorted and filtered. They say where a head looks, never why the model answered.
enum class HeadMeasure { PreviousToken, FirstToken, Entropy, MeanDistance, SameToken, Induction, Drawn };
inline constexpr std::array kHeadMeasures{HeadMeasure::PreviousToken, HeadMeasure::FirstToken, HeadMeasure::Entropy, HeadMeasure::MeanDistance,
                                          HeadMeasure::SameToken,     HeadMeasure::Induction,  HeadMeasure::Drawn};

enum class HeadDirection { HighestFirst, LowestFirst };
enum class HeadBaseline { None, Shuffled };   // what stands beside each score

// Heads whose measure lies in [least, most] pass; heads without a number do not.
struct HeadRange {
    HeadMeasure measure = HeadMeasure::MeanDistance;
    double least = 0.0;
    double most = 1.0;
    friend bool operator==(const HeadRange&, const HeadRange&) = default;
};

// Cells by their positions in the text. A drawing outlives the text it was made on: what lies outside another text is left out there.
using HeadDrawing = std::vector<core::HeadTarget::Block>;
using HeadDrawingPtr = std::shared_ptr<const HeadDrawing>;   // null: nothing is drawn; never empty

// All that a measure can be: of distances, more than any text that is shown is long.
[[nodiscard]] HeadRange wholeRange(HeadMeasure measure);

struct HeadsView {
    std::optional<HeadMeasure> sort{};              // of the small pictures; null: model order
    HeadMeasure bars = HeadMeasure::MeanDistance;   // of the bars and the list
    HeadDirection direction = HeadDirection::HighestFirst;
    std::optional<HeadRange> filter{};
    HeadDrawingPtr drawing{};
    HeadBaseline baseline = HeadBaseline::None;
    friend bool operator==(const HeadsView&, const HeadsView&) = default;

    // Sorting by a measure is also to see it: bars and list follow.
    [[nodiscard]] HeadsView withSort(std::optional<HeadMeasure> measure) const;
    // The first drawing is looked for at once: bars, list and filter turn to it. Without a drawing nothing can be about one any more.
    [[nodiscard]] HeadsView withDrawing(const HeadDrawing& drawing) const;

    [[nodiscard]] bool uses(HeadMeasure measure) const { return sort == measure || bars == measure || (filter && filter->measure == measure); }
};

}   // namespace ui
