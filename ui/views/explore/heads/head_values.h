// HeadValues: every number that is known about the heads on show, by measure. Plain lookups; nothing is computed here.
#pragma once

#include <optional>

#include "ui/state/explore_record.h"
#include "ui/state/head_scores.h"

namespace ui {

// Why a head has no number for a measure, in words for people.
enum class Missing {
    Nothing,        // it has one
    NotDescribed,   // the heads of this text are not computed yet
    NotMeasured,    // the probe has not run, or is running
    NothingDrawn,   // there is no drawing, or none of it lies in this text
    NotAllowed,     // this head may look at none of the drawn cells
    NoRows,         // no row after the first has keys
    NoChoice,       // no row after the first has two keys to choose between
    NoRepeat,       // no token occurs twice
};

class HeadValues {
public:
    HeadValues() = default;
    // Scores of another recording are not looked at, but for the probe of the same model and plan.
    HeadValues(ExploreRecordPtr record, HeadScoresPtr scores);

    [[nodiscard]] std::size_t size() const { return m_record ? m_record->maps.size() : 0; }
    [[nodiscard]] core::HeadId head(std::size_t i) const
    {
        return {core::Index(i) / m_record->recording->heads(), core::Index(i) % m_record->recording->heads()};
    }
    [[nodiscard]] bool isDescribed() const { return m_record && !m_record->heads.empty(); }
    [[nodiscard]] std::optional<double> value(std::size_t i, HeadMeasure measure) const;
    [[nodiscard]] std::optional<double> shuffled(std::size_t i, HeadMeasure measure) const;
    [[nodiscard]] Missing missing(std::size_t i, HeadMeasure measure) const;

private:
    [[nodiscard]] const HeadScores* own() const;     // of this recording
    [[nodiscard]] const HeadScores* probe() const;   // of this model and plan
    ExploreRecordPtr m_record;
    HeadScoresPtr m_scores;
};

}   // namespace ui
