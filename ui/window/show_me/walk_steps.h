// The steps of "Show me", as data: which part of the window each speaks of, what it shows there, and its sentence. Every number in a sentence is
// one that the window shows at that moment; none is written down here.
#pragma once

#include <optional>
#include <span>

#include "ui/state/derivation.h"
#include "ui/state/document.h"
#include "ui/state/head_scores.h"

namespace ui {

// What is true of the sentence that is walked through, on the model on show.
struct WalkFacts {
    ExploreRecordPtr record;
    core::HeadId head;                  // looks at the token before more than any other
    double previous = 0.0;              // … by so much of its weight, on average
    std::optional<double> shuffled{};   // the same on shuffled tokens; null until it is computed
    Derivation weight;                  // of its strongest pair of a token and the token before
};

// Null without heads that are described, and where no head has a token before any other.
[[nodiscard]] std::optional<WalkFacts> walkFacts(const ExploreRecordPtr& record, const HeadScoring& scoring);

// What is seen while a step is on show. Absolute, so that steps can be entered from either side.
enum class WalkPair { None, Peeked, Pinned };
struct WalkScene {
    bool byPreviousToken = false;   // heads are ranked, and the best one is on show
    WalkPair pair = WalkPair::None;
    FirstToken firstToken = FirstToken::Shown;
};

struct WalkStep {
    const char* place;   // object name of the widget or the action that it speaks of
    WalkScene scene;
    QString (*words)(const WalkFacts& facts);
};

[[nodiscard]] std::span<const WalkStep> walkSteps();

// The sentence that is walked through. The window's document and view, as a step shows them: the model and what suits the person stay, a second
// sentence is out of sight, all else is as on the first start.
[[nodiscard]] QString walkText();
[[nodiscard]] DocumentState walkDocument(const DocumentState& before, const WalkScene& scene, const std::optional<WalkFacts>& facts);
[[nodiscard]] ViewState walkView(const ViewState& before, const WalkScene& scene);

}   // namespace ui
