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
    NotMeasured,    // the probe has not run
    OnItsWay,       // it is being computed
    NothingDrawn,   // there is no drawing, or none of it lies in this text
    NotAllowed,     // this head may look at none of the drawn cells
    NoRows,         // no row after the first has keys
    NoChoice,       // no row after the first has two keys to choose between
    NoRepeat,       // no token occurs twice
};

// Of which text the numbers are: the one on show, or the one before, whose numbers stay until those of a long text are computed.
enum class HeadsAge { Current, TextBefore };

class HeadValues {
public:
    HeadValues() = default;
    // Scores of another recording are not looked at, but for the probe of the same model and plan.
    HeadValues(ExploreRecordPtr record, HeadScoring scoring, HeadsAge age = HeadsAge::Current);

    [[nodiscard]] HeadsAge age() const { return m_age; }
    [[nodiscard]] core::Index layers() const { return m_record ? m_record->recording->layers() : 0; }
    [[nodiscard]] core::Index tokens() const { return m_record ? m_record->recording->size() : 0; }
    [[nodiscard]] bool isPending() const { return m_scoring.work != ScoringWork::None; }   // more is coming
    [[nodiscard]] const std::optional<core::Error>& problem() const { return m_scoring.problem; }

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
    HeadScoring m_scoring;
    HeadsAge m_age = HeadsAge::Current;
};

}   // namespace ui
