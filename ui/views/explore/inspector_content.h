// What the inspector and its parts are given to show.
#pragma once

#include <optional>

#include "ui/state/derivation.h"
#include "ui/state/document.h"

namespace ui {

enum class InspectorSource { Nothing, Peek, Pin };

struct InspectorContent {
    ExploreRecordPtr record;
    std::optional<Derivation> derivation;   // of the peeked pair, else of the pinned one
    InspectorSource source = InspectorSource::Nothing;
    FirstToken firstToken = FirstToken::Shown;
    std::optional<Side> ofTwo{};   // which sentence of two; null: there is one

    // The ledger of a softmax: where a mean took its place there are no steps to show, and an absent pair has none.
    [[nodiscard]] bool hasSteps() const { return derivation && derivation->allowed && derivation->rule != HeadRule::Mean; }
};

}   // namespace ui
