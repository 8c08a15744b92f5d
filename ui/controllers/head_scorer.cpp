#include "ui/controllers/head_scorer.h"

#include "core/metrics/induction_probe.h"
#include "core/metrics/shuffled_metrics.h"

namespace ui {

namespace {

bool isOf(const HeadScores& scores, const core::Recording& recording) { return scores.recording == recording.id; }

bool isProbeOf(const HeadScores& scores, const core::Recording& recording)
{
    return !scores.induction.empty() && scores.probedModel == recording.modelId && scores.probedPlan == recording.plan;
}

// What is still true of the earlier scores.
HeadScores keptOf(const HeadScoresRequest& request)
{
    const core::Recording& recording = *request.record->recording;
    HeadScores scores;
    if (request.known && isOf(*request.known, recording)) scores = *request.known;
    if (request.known && isProbeOf(*request.known, recording)) {
        scores.probedModel = request.known->probedModel;
        scores.probedPlan = request.known->probedPlan;
        scores.induction = request.known->induction;
        scores.shuffledInduction = request.known->shuffledInduction;
    }
    scores.recording = recording.id;
    if (scores.drawing != request.drawing) scores.matches.clear(), scores.shuffledMatches.clear();
    scores.drawing = request.drawing;
    return scores;
}

core::Result<void> probe(const HeadScoresRequest& request, HeadScores& scores, const std::stop_token& stop)
{
    const core::Model& model = *request.record->model;
    core::InductionProbe asked = core::inductionProbe(model.tokenizer);
    asked.run.plan = request.record->recording->plan;
    asked.run.stop = stop;
    if (scores.induction.empty()) {
        FOVEA_TRY(induction, core::inductionScores(*model.transformer, asked));
        scores.induction = std::move(induction);
        scores.probedModel = request.record->recording->modelId;
        scores.probedPlan = asked.run.plan;
    }
    if (request.baseline == HeadBaseline::None || !scores.shuffledInduction.empty()) return {};
    asked.order = core::ProbeOrder::Shuffled;
    FOVEA_TRY(shuffled, core::inductionScores(*model.transformer, asked));
    scores.shuffledInduction = std::move(shuffled);
    return {};
}

// Adds one shuffle to the means over all of them. A head that may look at no drawn cell has no match in any order: its rows depend on the
// layout alone.
void addMatches(std::vector<core::HeadMatch>& sums, const std::vector<core::HeadMatch>& matches)
{
    if (sums.empty()) sums.resize(matches.size());
    for (std::size_t i = 0; i < matches.size(); ++i) {
        sums[i].head = matches[i].head;
        sums[i].rows = matches[i].rows;
        sums[i].mass += matches[i].mass / kShuffles;
        sums[i].chance += matches[i].chance / kShuffles;
    }
}

core::Result<void> shuffle(const HeadScoresRequest& request, const std::optional<core::HeadTarget>& target, HeadScores& scores,
                           const std::stop_token& stop)
{
    const core::RecordingPtr& recording = request.record->recording;
    const bool wantsMetrics = scores.shuffled.empty(), wantsMatches = target && scores.shuffledMatches.empty();
    if (!wantsMetrics && !wantsMatches) return {};
    std::vector<std::vector<core::HeadMetrics>> metrics;
    std::vector<core::HeadMatch> matches;
    core::RunOptions options;
    options.plan = recording->plan;
    options.logits = core::Logits::None;
    options.stop = stop;
    for (int seed = 0; seed < kShuffles; ++seed) {
        const core::Tokens tokens = core::shuffledTokens(recording->tokens, std::uint64_t(seed));
        FOVEA_TRY(shuffled, request.record->model->transformer->run(tokens, options));
        if (wantsMetrics) {
            FOVEA_TRY(own, core::shuffledMetrics(recording, shuffled, stop));
            metrics.push_back(std::move(own));
        }
        if (wantsMatches) {
            FOVEA_TRY(found, core::headSearch(shuffled, *target, stop));
            addMatches(matches, found);
        }
    }
    if (wantsMetrics) scores.shuffled = core::meanMetrics(metrics);
    if (wantsMatches) scores.shuffledMatches = std::move(matches);
    return {};
}

}   // namespace

std::optional<core::HeadTarget> targetOf(const HeadDrawing& drawing, core::Index tokens)
{
    HeadDrawing inside;
    for (const core::HeadTarget::Block& block : drawing)
        inside.push_back({.queries = core::intersectionOf(block.queries, {0, tokens}), .keys = core::intersectionOf(block.keys, {0, tokens})});
    std::erase_if(inside, [](const core::HeadTarget::Block& block) { return block.queries.empty() || block.keys.empty(); });
    core::Result<core::HeadTarget> target = core::HeadTarget::create(tokens, inside);
    return target ? std::optional(*std::move(target)) : std::nullopt;   // empty is the only fault left
}

bool answers(const HeadScores& scores, const HeadScoresRequest& request)
{
    const core::Recording& recording = *request.record->recording;
    const bool shuffles = request.baseline == HeadBaseline::Shuffled;
    const bool isOwn = isOf(scores, recording);
    if (shuffles && (!isOwn || scores.shuffled.empty())) return false;
    if (request.induction && (!isProbeOf(scores, recording) || (shuffles && scores.shuffledInduction.empty()))) return false;
    if (!request.drawing) return true;
    if (!isOwn || scores.drawing != request.drawing) return false;
    return !targetOf(*request.drawing, recording.size()) || (!scores.matches.empty() && (!shuffles || !scores.shuffledMatches.empty()));
}

core::Result<HeadScoresPtr> scoreHeads(const HeadScoresRequest& request, const std::stop_token& stop)
{
    const core::RecordingPtr& recording = request.record->recording;
    HeadScores scores = keptOf(request);
    std::optional<core::HeadTarget> target;
    if (request.drawing) target = targetOf(*request.drawing, recording->size());
    if (target && scores.matches.empty()) {
        FOVEA_TRY(matches, core::headSearch(recording, *target, stop));
        scores.matches = std::move(matches);
    }
    if (request.induction) FOVEA_CHECK(probe(request, scores, stop));
    if (request.baseline == HeadBaseline::Shuffled) FOVEA_CHECK(shuffle(request, target, scores, stop));
    return std::make_shared<const HeadScores>(std::move(scores));
}

}   // namespace ui
