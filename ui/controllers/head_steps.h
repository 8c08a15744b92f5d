// The scores of heads as steps: what is asked for, what of it is lacking, and how the answer of a step joins what is known. Nothing is
// computed here. A step is small enough to be thrown away when something more urgent is wanted, and its answer is shown at once.
#pragma once

#include <optional>
#include <set>

#include "ui/state/explore_record.h"
#include "ui/state/head_scores.h"

namespace ui {

struct HeadScoresQuestion {
    ExploreRecordPtr record;
    bool shuffled = false;      // beside every score the one on shuffled tokens
    bool induction = false;     // run the probe
    HeadDrawingPtr drawing{};   // null: search for nothing
    friend bool operator==(const HeadScoresQuestion&, const HeadScoresQuestion&) = default;
};

// Everything that a piece of work depends on: equal steps have equal answers.
struct HeadScoresStep {
    enum class Kind { Matches, Induction, ShuffledInduction, Shuffle };
    Kind kind = Kind::Matches;
    ExploreRecordPtr record;
    HeadDrawingPtr drawing{};    // Matches; Shuffle: null where the matches of this seed are not wanted
    int seed = 0;                // Shuffle
    bool wantsMetrics = false;   // Shuffle
    friend bool operator==(const HeadScoresStep& a, const HeadScoresStep& b);
};

// What a step found; what it was not asked for is empty.
struct HeadScoresPart {
    std::vector<core::HeadMetrics> metrics{};
    std::vector<core::HeadMatch> matches{};
    std::vector<double> induction{};
};

// The first step that is lacking, but for kinds that have failed: quick ones come first, so that what was asked for by hand is there at once.
// Null: all that is asked for is known. `known` may be null or of another record.
[[nodiscard]] std::optional<HeadScoresStep> nextStep(const HeadScoresQuestion& question, const HeadScoresPtr& known,
                                                     const std::set<HeadScoresStep::Kind>& failed = {});

// What is known once `part` is the answer of `step`. What is of another record, drawing, model or plan is dropped.
[[nodiscard]] HeadScoresPtr joined(const HeadScoresPtr& known, const HeadScoresStep& step, HeadScoresPart part);

}   // namespace ui
