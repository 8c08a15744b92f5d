#include "ui/controllers/comparer.h"

#include <algorithm>
#include <cmath>

#include "core/recording/restricted_map.h"

namespace ui {

namespace {

using core::Result;

constexpr core::Index kReachRows = 72;   // of thumbnails

// What an earlier comparison of the same head has of this pattern; null where it has nothing.
const ComparedPattern* knownOf(const ComparisonQuestion& question, const QString& text)
{
    const ComparisonPtr& previous = question.previous;
    if (!previous || previous->record != question.record || previous->head != question.head) return nullptr;
    const auto found = std::ranges::find(previous->patterns, text, &ComparedPattern::text);
    return found == previous->patterns.end() ? nullptr : &*found;
}

// Those that are new and parse; for the others what is known of them, or why they do not.
std::vector<core::Pattern> newInto(std::vector<ComparedPattern>& compared, const ComparisonQuestion& question)
{
    std::vector<core::Pattern> patterns;
    for (const QString& text : question.patterns) {
        if (const ComparedPattern* known = knownOf(question, text)) {
            compared.push_back(*known);
            continue;
        }
        compared.push_back({.text = text});
        auto pattern = core::Pattern::parse(text.toStdString(), &question.record->recording->tokens);
        if (pattern)
            patterns.push_back(*std::move(pattern));
        else
            compared.back().problem = pattern.error();
    }
    return patterns;
}

// Off and mean write something else than the weights that would be compared; a plan that selects would choose anew among the pairs of a pattern.
core::Result<void> checkOwn(const ComparisonQuestion& question)
{
    const core::AttentionSite& site = question.record->recording->sites[std::size_t(question.head.layer)];
    const auto head = std::size_t(question.head.head);
    const core::Mechanism& own = site.mechanisms[head];
    const std::string remedy = "End the plan (Head → Own attention), or choose another head.";
    if (std::holds_alternative<core::OffMechanism>(own) || std::holds_alternative<core::MeanMechanism>(own))
        return core::fail(core::Fault::Unsupported,
                          "The plan has switched this head to \"" + core::textOf(own) + "\": there are no weights to compare.", remedy);
    if (site.layouts[head]->pattern().selects())
        return core::fail(core::Fault::Unsupported,
                          "The plan lets this head choose its keys itself, so that a pattern would not keep a part of its own weights.", remedy);
    return {};
}

// What a pattern does is told of the model's own attention, which a document's plan has changed already.
core::Result<void> checkPlan(const ExploreRecord& record)
{
    if (record.recording->plan.rules().empty()) return {};
    return core::fail(core::Fault::Unsupported, "A plan changes the model already, and this is told of its own attention.",
                      "End the plan: Head → Own attention.");
}

AnswerOrError<Comparison> compare(const ComparisonQuestion& question, const std::stop_token& stop)
{
    FOVEA_CHECK(checkOwn(question));
    const core::RecordingPtr& recording = question.record->recording;
    auto comparison = std::make_shared<Comparison>();
    comparison->record = question.record;
    comparison->head = question.head;
    const std::vector<core::Pattern> patterns = newInto(comparison->patterns, question);
    FOVEA_TRY(effects, core::patternEffects(recording, question.head, patterns, recording->layers(), stop));
    const core::Span all{0, recording->size()};
    auto next = effects.begin();
    comparison->effect = std::move(*next++);
    comparison->own = core::restrictedMap(recording, question.head, comparison->effect.layout, comparison->effect.lse);
    for (ComparedPattern& each : comparison->patterns) {
        if (each.problem || each.kept) continue;
        each.effect = std::move(*next++);
        each.kept = core::restrictedMap(recording, question.head, each.effect.layout, each.effect.lse);
        each.pairs = core::pairsMap(recording, question.head, each.effect.layout);
        each.moved = core::differenceMap(each.kept, comparison->own);
        each.reach = ReachPicture::of(*each.effect.layout, *comparison->effect.layout, recording->layers(), kReachRows, stop);
        FOVEA_TRY(strongest, each.moved->strongest(1, all, all, stop));
        if (!strongest.empty()) each.largestMove = std::abs(double(strongest.front().weight));
    }
    return ComparisonPtr(std::move(comparison));
}

AnswerOrError<ModelEffect> run(const ModelEffectQuestion& question, const std::stop_token& stop)
{
    const Comparison& comparison = *question.comparison;
    FOVEA_CHECK(checkPlan(*comparison.record));
    const core::Model& model = *comparison.record->model;
    const core::Tokens& tokens = comparison.record->recording->tokens;
    FOVEA_TRY(pattern, core::Pattern::parse(comparison.pattern(question.pattern)->text.toStdString(), &tokens));
    core::Mechanism tried = core::SoftmaxMechanism{pattern};
    if (question.kvGroups > 0) tried = core::KvGroupsMechanism{question.kvGroups};
    const core::AttentionPlan plan = core::planOf(question.scope, comparison.head, std::move(tried));
    FOVEA_TRY(effect, core::planEffect(*model.transformer, tokens, plan, nullptr, stop));
    return std::make_shared<const ModelEffect>(ModelEffect{.of = question.comparison,
                                                           .pattern = question.pattern,
                                                           .scope = question.scope,
                                                           .kvGroups = question.kvGroups,
                                                           .shown = shown(std::move(effect), plan, tokens, model.tokenizer)});
}

AnswerOrError<ContextShown> read(const ContextQuestion& question, const std::stop_token& stop)
{
    const core::Tokens& tokens = question.record->recording->tokens;
    FOVEA_CHECK(checkPlan(*question.record));
    FOVEA_TRY(effect, core::contextEffect(*question.record->model->transformer, tokens, question.window, stop));
    return std::make_shared<const ContextShown>(shown(std::move(effect), tokens, *question.record->model));
}

}   // namespace

Comparer coreComparer() { return {.compare = &compare, .run = &run, .read = &read}; }

}   // namespace ui
