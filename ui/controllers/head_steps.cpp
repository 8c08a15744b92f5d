#include "ui/controllers/head_steps.h"

#include <algorithm>

#include "core/metrics/shuffled_metrics.h"

namespace ui {

namespace {

using Kind = HeadScoresStep::Kind;

bool isProbe(Kind kind) { return kind == Kind::Induction || kind == Kind::ShuffledInduction; }

// What of it is true of this recording.
HeadScores knownOf(const HeadScoresPtr& known, const core::Recording& recording)
{
    HeadScores scores = known ? *known : HeadScores();
    if (scores.recording != recording.id) {
        HeadScores others{.recording = recording.id};
        others.probedModel = scores.probedModel;
        others.probedPlan = std::move(scores.probedPlan);
        others.induction = std::move(scores.induction);
        others.shuffledInduction = std::move(scores.shuffledInduction);
        scores = std::move(others);
    }
    if (scores.probedModel != recording.modelId || !(scores.probedPlan == recording.plan)) {
        scores.induction.clear(), scores.shuffledInduction.clear();
        scores.probedModel = recording.modelId;
        scores.probedPlan = recording.plan;
    }
    return scores;
}

// A head that may look at no drawn cell has no match in any order: its rows depend on the layout alone.
std::vector<core::HeadMatch> meanOf(const std::vector<std::vector<core::HeadMatch>>& shuffles)
{
    std::vector<core::HeadMatch> mean = shuffles.front();
    for (core::HeadMatch& match : mean) match.mass = match.chance = 0.0;
    for (const std::vector<core::HeadMatch>& shuffle : shuffles)
        for (std::size_t i = 0; i < mean.size(); ++i) {
            mean[i].mass += shuffle[i].mass / kShuffles;
            mean[i].chance += shuffle[i].chance / kShuffles;
        }
    return mean;
}

std::optional<HeadScoresStep> nextShuffle(const HeadScoresQuestion& question, const HeadScores& scores)
{
    const int described = int(scores.shuffles.size()), matched = scores.matches.empty() ? kShuffles : int(scores.matchShuffles.size());
    const bool wantsMatches = question.drawing && scores.drawing == question.drawing && matched < kShuffles;
    const int seed = std::min(described, wantsMatches ? matched : kShuffles);
    if (seed == kShuffles) return std::nullopt;
    return HeadScoresStep{.kind = Kind::Shuffle,
                          .record = question.record,
                          .drawing = wantsMatches && seed == matched ? question.drawing : nullptr,
                          .seed = seed,
                          .wantsMetrics = seed == described};
}

void joinShuffle(HeadScores& scores, const HeadScoresStep& step, HeadScoresPart part)
{
    if (step.wantsMetrics) scores.shuffles.push_back(std::move(part.metrics));
    if (step.wantsMetrics && step.seed + 1 == kShuffles) scores.shuffled = core::meanMetrics(scores.shuffles);
    if (!step.drawing) return;
    scores.matchShuffles.push_back(std::move(part.matches));
    if (step.seed + 1 == kShuffles) scores.shuffledMatches = meanOf(scores.matchShuffles);
}

}   // namespace

bool operator==(const HeadScoresStep& a, const HeadScoresStep& b)
{
    if (a.kind != b.kind) return false;
    if (isProbe(a.kind))
        return a.record->recording->modelId == b.record->recording->modelId && a.record->recording->plan == b.record->recording->plan;
    return a.record == b.record && a.drawing == b.drawing && a.seed == b.seed && a.wantsMetrics == b.wantsMetrics;
}

std::optional<HeadScoresStep> nextStep(const HeadScoresQuestion& question, const HeadScoresPtr& known, const std::set<Kind>& failed)
{
    const HeadScores scores = knownOf(known, *question.record->recording);
    const auto lacks = [&](Kind kind, bool isAsked, bool isKnown) { return isAsked && !isKnown && !failed.contains(kind); };
    const auto step = [&](Kind kind, HeadDrawingPtr drawing = {}) {
        return HeadScoresStep{.kind = kind, .record = question.record, .drawing = std::move(drawing)};
    };
    if (lacks(Kind::Matches, question.drawing != nullptr, scores.drawing == question.drawing)) return step(Kind::Matches, question.drawing);
    if (lacks(Kind::Induction, question.induction, !scores.induction.empty())) return step(Kind::Induction);
    if (lacks(Kind::ShuffledInduction, question.induction && question.shuffled, !scores.shuffledInduction.empty()))
        return step(Kind::ShuffledInduction);
    return lacks(Kind::Shuffle, question.shuffled, false) ? nextShuffle(question, scores) : std::nullopt;
}

HeadScoresPtr joined(const HeadScoresPtr& known, const HeadScoresStep& step, HeadScoresPart part)
{
    HeadScores scores = knownOf(known, *step.record->recording);
    switch (step.kind) {
    case Kind::Matches:
        scores.drawing = step.drawing;
        scores.matches = std::move(part.matches);
        scores.matchShuffles.clear(), scores.shuffledMatches.clear();
        break;
    case Kind::Induction:
        scores.induction = std::move(part.induction);
        break;
    case Kind::ShuffledInduction:
        scores.shuffledInduction = std::move(part.induction);
        break;
    case Kind::Shuffle:
        joinShuffle(scores, step, std::move(part));
        break;
    }
    return std::make_shared<const HeadScores>(std::move(scores));
}

}   // namespace ui
