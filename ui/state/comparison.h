// What patterns do to one head of a text, finished before any view sees it. Immutable, like the record it is of.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/metrics/pattern_effect.h"
#include "core/recording/class_map.h"
#include "ui/plot/reach_picture.h"
#include "ui/state/comparing.h"
#include "ui/state/effect_shown.h"
#include "ui/state/explore_record.h"
#include "ui/state/pattern_costs.h"
#include "ui/work/asked_task.h"

namespace ui {

struct ComparedPattern {
    QString text;                           // as the document has it
    std::optional<core::Error> problem{};   // why nothing else is here
    core::PatternEffect effect{};
    core::MapPtr kept{};           // weights over the pairs that stay
    core::MapPtr pairs{};          // every pair that stays weighs the same
    core::MapPtr moved{};          // kept − own
    core::AllowedBy allowedBy{};   // its parts, in the order of the pattern panel
    core::TilesShown tiles{};
    ReachPicture reach{};
    double largestMove = 0.0;   // |moved| at most
};

struct Comparison {
    ExploreRecordPtr record;
    core::HeadId head;
    core::PatternEffect effect;   // of the head's own pattern: it keeps all
    core::MapPtr own;
    core::TilesShown tiles;   // of its own pattern
    std::vector<ComparedPattern> patterns;

    [[nodiscard]] bool isOf(const ExploreRecordPtr& shown, core::HeadId shownHead, const QStringList& texts) const
    {
        const auto same = [](const ComparedPattern& pattern, const QString& text) { return pattern.text == text; };
        return record == shown && head == shownHead && std::equal(patterns.begin(), patterns.end(), texts.begin(), texts.end(), same);
    }
    // Null where there is none of that number, or it could not be compared.
    [[nodiscard]] const ComparedPattern* pattern(int index) const
    {
        if (index < 0 || index >= int(patterns.size()) || patterns[std::size_t(index)].problem) return nullptr;
        return &patterns[std::size_t(index)];
    }
};
using ComparisonPtr = std::shared_ptr<const Comparison>;

// What a pattern, or groups of key/value heads, do to the prediction when as many heads use them as the scope says.
struct ModelEffect {
    ComparisonPtr of;
    int pattern = 0;
    core::PlanScope scope = core::PlanScope::Head;
    core::Index kvGroups = 0;   // 0: the pattern
    EffectShown shown;
};

// What views are told.
struct ComparisonState {
    Answered<Comparison> comparison;   // may be of another text, head or patterns than the document's
    Answered<ModelEffect> effect;
    Answered<ContextShown> context;
    CostAnswerPtr costs;
    GrowthAnswerPtr growth;
    SweepState sweep;
};

}   // namespace ui
