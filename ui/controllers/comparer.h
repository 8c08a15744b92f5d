// Comparer: what patterns keep of one head, lose, and what the model makes of them. Functions, so that tests can count, delay and fail them.
#pragma once

#include <functional>
#include <stop_token>

#include "ui/state/comparison.h"

namespace ui {

// Quick: what pictures need. Reach, times and the largest difference of a long text take seconds, and follow.
enum class Depth { Quick, Whole };

struct ComparisonQuestion {
    ExploreRecordPtr record;
    core::HeadId head;   // of the record
    QStringList patterns;
    ComparisonPtr previous{};   // what it has of the same head and record is not computed again
    Depth depth = Depth::Whole;
    friend bool operator==(const ComparisonQuestion& a, const ComparisonQuestion& b)
    {
        return a.record == b.record && a.head == b.head && a.patterns == b.patterns && a.depth == b.depth;
    }
};

struct ModelEffectQuestion {
    ComparisonPtr comparison;
    int pattern = 0;   // one that was compared
    core::PlanScope scope = core::PlanScope::Head;
    core::Index kvGroups = 0;   // tried instead of the pattern
    friend bool operator==(const ModelEffectQuestion&, const ModelEffectQuestion&) = default;
};

struct ContextQuestion {
    ExploreRecordPtr record;
    core::ContextWindow window;
    friend bool operator==(const ContextQuestion&, const ContextQuestion&) = default;
};

struct Comparer {
    std::function<AnswerOrError<Comparison>(const ComparisonQuestion&, const std::stop_token&)> compare;
    std::function<AnswerOrError<ModelEffect>(const ModelEffectQuestion&, const std::stop_token&)> run;
    std::function<AnswerOrError<ContextShown>(const ContextQuestion&, const std::stop_token&)> read;
};

// Whether nothing of it is still to follow.
[[nodiscard]] inline bool isWhole(const Comparison& comparison) { return comparison.effect.seconds > 0.0; }

// The program's own, called on worker threads. A pattern that cannot be compared says so itself and leaves the others alone. Errors: those of
// patternEffects, planEffect and contextEffect; Cancelled.
[[nodiscard]] Comparer coreComparer();

}   // namespace ui
