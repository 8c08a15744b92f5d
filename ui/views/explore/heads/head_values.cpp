#include "ui/views/explore/heads/head_values.h"

#include <cmath>

namespace ui {

namespace {

using Value = std::optional<double>;

Value at(const std::vector<double>& values, std::size_t i) { return i < values.size() ? Value(values[i]) : std::nullopt; }
Value at(const std::vector<core::HeadMatch>& matches, std::size_t i) { return i < matches.size() ? matches[i].score() : std::nullopt; }

Value metricOf(const core::HeadMetrics& metrics, HeadMeasure measure)
{
    switch (measure) {
    case HeadMeasure::PreviousToken:
        return metrics.previousToken;
    case HeadMeasure::FirstToken:
        return metrics.firstToken;
    case HeadMeasure::Entropy:
        return metrics.entropyNormalised;
    case HeadMeasure::MeanDistance:
        return metrics.meanDistance;
    case HeadMeasure::SameToken:
        return metrics.duplicateToken;
    case HeadMeasure::Induction:
        return metrics.induction;
    case HeadMeasure::Drawn:
        break;
    }
    return std::nullopt;
}

// What is no number can be neither ranked nor drawn as a bar.
Value finite(Value value) { return value && std::isfinite(*value) ? value : std::nullopt; }

}   // namespace

HeadValues::HeadValues(ExploreRecordPtr record, HeadScoring scoring, HeadsAge age) :
    m_record(std::move(record)), m_scoring(std::move(scoring)), m_age(age)
{
}

const HeadScores* HeadValues::own() const
{
    const HeadScoresPtr& scores = m_scoring.scores;
    return scores && scores->recording == m_record->recording->id ? scores.get() : nullptr;
}

const HeadScores* HeadValues::probe() const
{
    const core::Recording& recording = *m_record->recording;
    const HeadScoresPtr& scores = m_scoring.scores;
    return scores && scores->probedModel == recording.modelId && scores->probedPlan == recording.plan ? scores.get() : nullptr;
}

std::optional<double> HeadValues::value(std::size_t i, HeadMeasure measure) const
{
    if (!m_record) return std::nullopt;
    if (measure == HeadMeasure::Induction && probe()) return finite(at(probe()->induction, i));
    if (measure == HeadMeasure::Drawn) return own() ? finite(at(own()->matches, i)) : std::nullopt;
    return i < m_record->heads.size() ? finite(metricOf(m_record->heads[i].metrics, measure)) : std::nullopt;
}

std::optional<double> HeadValues::shuffled(std::size_t i, HeadMeasure measure) const
{
    if (!m_record) return std::nullopt;
    if (measure == HeadMeasure::Induction) return probe() ? finite(at(probe()->shuffledInduction, i)) : std::nullopt;
    if (!own()) return std::nullopt;
    if (measure == HeadMeasure::Drawn) return finite(at(own()->shuffledMatches, i));
    return i < own()->shuffled.size() ? finite(metricOf(own()->shuffled[i], measure)) : std::nullopt;
}

Missing HeadValues::missing(std::size_t i, HeadMeasure measure) const
{
    if (value(i, measure)) return Missing::Nothing;
    if (!isDescribed()) return Missing::NotDescribed;
    switch (measure) {
    case HeadMeasure::Induction:
        return m_scoring.work == ScoringWork::Probing ? Missing::OnItsWay : Missing::NotMeasured;
    case HeadMeasure::Drawn:
        if (m_scoring.work == ScoringWork::Matching) return Missing::OnItsWay;
        return own() && own()->drawing && i < own()->matches.size() ? Missing::NotAllowed : Missing::NothingDrawn;
    case HeadMeasure::SameToken:
        return Missing::NoRepeat;
    case HeadMeasure::Entropy:
        return Missing::NoChoice;
    default:
        return Missing::NoRows;
    }
}

}   // namespace ui
