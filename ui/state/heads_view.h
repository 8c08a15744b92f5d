// How the heads of a model are listed, filtered and compared: view state, never undone.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "core/metrics/head_search.h"
#include "ui/state/target_rule.h"

namespace ui {

// Descriptions of a head by which heads can be sorted and filtered. They say where a head looks, never why the model answered.
enum class HeadMeasure { PreviousToken, FirstToken, Entropy, MeanDistance, SameToken, Induction, Drawn };
inline constexpr std::array kHeadMeasures{HeadMeasure::PreviousToken, HeadMeasure::FirstToken, HeadMeasure::Entropy, HeadMeasure::MeanDistance,
                                          HeadMeasure::SameToken,     HeadMeasure::Induction,  HeadMeasure::Drawn};

enum class HeadDirection { HighestFirst, LowestFirst };

// What stands beside each score. The best of many heads is always impressive, so nobody has to ask for the comparison where it costs nothing
// that anyone would notice; of longer texts it is computed on request.
enum class HeadBaseline { ShuffledIfShort, Shuffled, None };
inline constexpr core::Index kShortText = 512;   // tokens; a few passes over as many are done while one looks up

// Heads whose measure lies in [least, most] pass; heads without a number do not.
struct HeadRange {
    HeadMeasure measure = HeadMeasure::MeanDistance;
    double least = 0.0;
    double most = 1.0;
    friend bool operator==(const HeadRange&, const HeadRange&) = default;
};

// Where a head should look. Cells are drawn by hand, by their positions in the text: they outlive the text they were made on, and what lies
// outside another text is left out there. A rule covers every text as it is.
using DrawnCells = std::vector<core::HeadTarget::Block>;
using HeadDrawing = std::variant<DrawnCells, TargetRule>;
using HeadDrawingPtr = std::shared_ptr<const HeadDrawing>;   // null: nothing is drawn; never without cells

// All that a measure can be: of distances, more than any text that is shown is long.
[[nodiscard]] HeadRange wholeRange(HeadMeasure measure);

struct HeadsView {
    std::optional<HeadMeasure> sort{};              // of the small pictures; null: model order
    HeadMeasure bars = HeadMeasure::MeanDistance;   // of the bars and the list
    HeadDirection direction = HeadDirection::HighestFirst;
    std::optional<HeadRange> filter{};
    HeadDrawingPtr drawing{};
    HeadBaseline baseline = HeadBaseline::ShuffledIfShort;
    friend bool operator==(const HeadsView&, const HeadsView&) = default;

    // Sorting by a measure is also to see it: bars and list follow.
    [[nodiscard]] HeadsView withSort(std::optional<HeadMeasure> measure) const;
    // The first drawing is looked for at once: bars, list and filter turn to it. Without a drawing nothing can be about one any more.
    [[nodiscard]] HeadsView withDrawing(const HeadDrawing& drawing) const;

    [[nodiscard]] bool uses(HeadMeasure measure) const { return sort == measure || bars == measure || (filter && filter->measure == measure); }
    // Whether scores on shuffled tokens stand beside those of a text of this length.
    [[nodiscard]] bool compares(core::Index tokens) const
    {
        return baseline == HeadBaseline::Shuffled || (baseline == HeadBaseline::ShuffledIfShort && tokens <= kShortText);
    }
};

}   // namespace ui
