#include "ui/controllers/head_scorer.h"

#include "core/metrics/induction_probe.h"
#include "core/metrics/shuffled_metrics.h"

namespace ui {

namespace {

using core::Index;
using Kind = HeadScoresStep::Kind;

DrawnCells cellsOf(const DrawnCells& drawn, const core::Tokens& tokens)
{
    const core::Span inside{0, tokens.size()};
    DrawnCells cells;
    for (const core::HeadTarget::Block& block : drawn) {
        const core::HeadTarget::Block part{.queries = core::intersectionOf(block.queries, inside), .keys = core::intersectionOf(block.keys, inside)};
        if (!part.queries.empty() && !part.keys.empty()) cells.push_back(part);
    }
    return cells;
}

DrawnCells cellsOf(TargetRule rule, const core::Tokens& tokens)
{
    const RuleKeys keys(rule, tokens);
    DrawnCells cells;
    for (Index query = 0; query < keys.tokens(); ++query)
        for (const core::Span run : keys.of(query)) cells.push_back({.queries = {query, query + 1}, .keys = run});
    return cells;
}

core::Result<HeadScoresPart> matches(const core::RecordingPtr& recording, const HeadDrawing& drawing, const std::stop_token& stop)
{
    const std::optional<core::HeadTarget> target = targetOf(drawing, recording->tokens);
    if (!target) return HeadScoresPart();
    FOVEA_TRY(found, core::headSearch(recording, *target, stop));
    return HeadScoresPart{.matches = std::move(found)};
}

core::Result<HeadScoresPart> probe(const ExploreRecord& record, core::ProbeOrder order, const std::stop_token& stop)
{
    core::InductionProbe asked = core::inductionProbe(record.model->tokenizer);
    asked.run.plan = record.recording->plan;
    asked.run.stop = stop;
    asked.order = order;
    FOVEA_TRY(induction, core::inductionScores(*record.model->transformer, asked));
    return HeadScoresPart{.induction = std::move(induction)};
}

// The same score of another text: cells stay where they are, and a rule is that of the tokens in their new order. Where a token occurs twice it
// does so in every order, so a rule that has cells keeps some.
core::Result<HeadScoresPart> shuffle(const HeadScoresStep& step, const std::stop_token& stop)
{
    const core::RecordingPtr& recording = step.record->recording;
    core::RunOptions options;
    options.plan = recording->plan;
    options.logits = core::Logits::None;
    options.stop = stop;
    FOVEA_TRY(shuffled, step.record->model->transformer->run(core::shuffledTokens(recording->tokens, std::uint64_t(step.seed)), options));
    HeadScoresPart part;
    if (step.drawing) {
        FOVEA_TRY(found, matches(shuffled, *step.drawing, stop));
        part = std::move(found);
    }
    if (step.wantsMetrics) {
        FOVEA_TRY(metrics, core::shuffledMetrics(recording, shuffled, stop));
        part.metrics = std::move(metrics);
    }
    return part;
}

}   // namespace

std::optional<core::HeadTarget> targetOf(const HeadDrawing& drawing, const core::Tokens& tokens)
{
    const DrawnCells cells = std::visit([&](const auto& drawn) { return cellsOf(drawn, tokens); }, drawing);
    core::Result<core::HeadTarget> target = core::HeadTarget::create(tokens.size(), cells);
    return target ? std::optional(*std::move(target)) : std::nullopt;   // empty is the only fault left
}

core::Result<HeadScoresPart> scoreHeads(const HeadScoresStep& step, const std::stop_token& stop)
{
    const core::RecordingPtr& recording = step.record->recording;
    switch (step.kind) {
    case Kind::Matches:
        return matches(recording, *step.drawing, stop);
    case Kind::Induction:
        return probe(*step.record, core::ProbeOrder::Repeated, stop);
    case Kind::ShuffledInduction:
        return probe(*step.record, core::ProbeOrder::Shuffled, stop);
    case Kind::Shuffle:
        break;
    }
    return shuffle(step, stop);
}

}   // namespace ui
