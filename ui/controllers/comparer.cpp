#include "ui/controllers/comparer.h"

#include <algorithm>
#include <cmath>

#include "core/attention/pattern_union.h"
#include "core/metrics/pattern_cost.h"
#include "core/metrics/quick_effects.h"
#include "core/recording/restricted_map.h"
#include "ui/state/pattern_parts.h"

namespace ui {

namespace {

using core::Result;

constexpr core::Index kReachRows = 72;                  // of thumbnails
const core::Index kTileEdge = core::CostShape().tile;   // as costs are counted

// Of the same head and text; null where there is none.
const Comparison* earlier(const ComparisonQuestion& question)
{
    const ComparisonPtr& previous = question.previous;
    return previous && previous->record == question.record && previous->head == question.head ? previous.get() : nullptr;
}

bool isDone(const ComparedPattern& pattern, Depth depth)
{
    return pattern.problem || (pattern.kept && (depth == Depth::Quick || pattern.effect.seconds > 0.0));
}

// All of them with what is known of each, or why it does not parse; returned are those of which something is missing.
std::vector<core::Pattern> newInto(std::vector<ComparedPattern>& compared, const ComparisonQuestion& question)
{
    std::vector<core::Pattern> patterns;
    const Comparison* known = earlier(question);
    for (const QString& text : question.patterns) {
        compared.push_back({.text = text});
        ComparedPattern& added = compared.back();
        if (known) {
            const auto found = std::ranges::find(known->patterns, text, &ComparedPattern::text);
            if (found != known->patterns.end()) added = *found;
        }
        if (isDone(added, question.depth)) continue;
        auto pattern = core::Pattern::parse(text.toStdString(), &question.record->recording->tokens);
        if (pattern)
            patterns.push_back(*std::move(pattern));
        else
            added.problem = pattern.error();
    }
    return patterns;
}

// In the order of the pattern panel's rows, which is that of colouring; what is no block of its own comes last.
std::vector<core::Pattern> partsOf(const core::Pattern& pattern, const core::Tokens& tokens)
{
    std::vector<core::Pattern> parts = core::unionParts(pattern, &tokens);
    const auto place = [](const core::Pattern& part) {
        const std::optional<BlockKind> kind = kindOfPart(part.text());
        return kind ? std::size_t(*kind) : kBlockKinds;
    };
    std::ranges::stable_sort(parts, {}, place);
    return parts;
}

// Which part lets each pair be, and the tiles that a kernel would touch.
core::Result<void> lookInto(ComparedPattern& compared, const ComparisonQuestion& question, const core::Pattern& pattern, const std::stop_token& stop)
{
    const core::RecordingPtr& recording = question.record->recording;
    FOVEA_TRY(allowedBy, core::allowedBy(recording, question.head, partsOf(pattern, recording->tokens), compared.effect.layout, stop));
    FOVEA_TRY(tiles, core::tilesOf(compared.effect.layout, kTileEdge, stop));
    compared.allowedBy = std::move(allowedBy);
    compared.tiles = std::move(tiles);
    return {};
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

// Pictures that are there stay the same ones, so that nothing is drawn again.
core::Result<void> complete(ComparedPattern& compared, core::PatternEffect effect, const core::Pattern& pattern, const ComparisonQuestion& question,
                            const Comparison& comparison, const std::stop_token& stop)
{
    const core::RecordingPtr& recording = question.record->recording;
    if (compared.kept) effect.layout = compared.effect.layout;
    compared.effect = std::move(effect);
    if (!compared.kept) {
        compared.kept = core::restrictedMap(recording, question.head, compared.effect.layout, compared.effect.lse);
        compared.pairs = core::pairsMap(recording, question.head, compared.effect.layout);
        compared.moved = core::differenceMap(compared.kept, comparison.own);
        FOVEA_CHECK(lookInto(compared, question, pattern, stop));
    }
    if (question.depth == Depth::Quick) return {};
    const core::Span all{0, recording->size()};
    compared.reach = ReachPicture::of(*compared.effect.layout, *comparison.effect.layout, recording->layers(), kReachRows, stop);
    FOVEA_TRY(strongest, compared.moved->strongest(1, all, all, stop));
    if (!strongest.empty()) compared.largestMove = std::abs(double(strongest.front().weight));
    return {};
}

core::Result<void> lookAtOwn(Comparison& comparison, const ComparisonQuestion& question, core::PatternEffect effect, const std::stop_token& stop)
{
    if (const Comparison* known = earlier(question)) {
        effect.layout = known->effect.layout;
        comparison.own = known->own;
        comparison.tiles = known->tiles;
    }
    comparison.effect = std::move(effect);
    if (comparison.own) return {};
    comparison.own = core::restrictedMap(question.record->recording, question.head, comparison.effect.layout, comparison.effect.lse);
    FOVEA_TRY(tiles, core::tilesOf(comparison.effect.layout, kTileEdge, stop));
    comparison.tiles = std::move(tiles);
    return {};
}

AnswerOrError<Comparison> compare(const ComparisonQuestion& question, const std::stop_token& stop)
{
    FOVEA_CHECK(checkOwn(question));
    const core::RecordingPtr& recording = question.record->recording;
    auto comparison = std::make_shared<Comparison>();
    comparison->record = question.record;
    comparison->head = question.head;
    const std::vector<core::Pattern> patterns = newInto(comparison->patterns, question);
    const bool isQuick = question.depth == Depth::Quick;
    FOVEA_TRY(effects, isQuick ? core::quickEffects(recording, question.head, patterns, stop)
                               : core::patternEffects(recording, question.head, patterns, recording->layers(), stop));
    auto next = effects.begin();
    auto pattern = patterns.begin();
    FOVEA_CHECK(lookAtOwn(*comparison, question, std::move(*next++), stop));
    for (ComparedPattern& each : comparison->patterns)
        if (!isDone(each, question.depth)) FOVEA_CHECK(complete(each, std::move(*next++), *pattern++, question, *comparison, stop));
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
