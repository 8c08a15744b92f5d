#include "core/metrics/plan_effect.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "core/base/memory.h"
#include "core/base/out_of_memory.h"
#include "core/base/parallel.h"
#include "core/metrics/next_token_loss.h"
#include "core/model/forward_pass.h"

namespace core {

namespace {

RunOptions optionsFor(const AttentionPlan& plan, const std::stop_token& stop)
{
    RunOptions options;
    options.plan = plan;
    options.logits = Logits::All;
    options.stop = stop;
    return options;
}

bool isOwnRun(const RecordingPtr& recording, const Transformer& transformer, const Tokens& tokens)
{
    return recording && recording->modelId == transformer.id() && recording->plan.rules().empty() && recording->logits.rows() == tokens.size() &&
           recording->tokens.ids() == tokens.ids();
}

Result<void> bothFit(const Transformer& transformer, const Tokens& tokens, const RunOptions& options)
{
    const std::int64_t one = peakBytes(transformer.config(), options, tokens.size(), 0);
    return withinBudget(2 * one, fmt::format("The effect of a plan on {} tokens", tokens.size()), "Shorten the text, or allow more memory.");
}

Index topOf(const std::vector<double>& chances)
{
    return std::max_element(chances.begin(), chances.end()) - chances.begin();   // the lowest id of equal ones
}

Result<PlanEffect> compared(const Recording& own, const Recording& changed, Index context, const std::stop_token& stop)
{
    const Index n = own.size(), vocabulary = own.logits.cols();
    PlanEffect effect;
    effect.trained = std::min(n, context);
    effect.divergence.resize(std::size_t(n));
    for (std::vector<double>* loss : {&effect.ownLoss, &effect.loss}) loss->resize(std::size_t(std::max(Index(0), n - 1)));
    std::vector<char> same(std::size_t(n), 0);
    const auto body = [&](Index row) {
        const std::size_t i = std::size_t(row);
        const std::vector<double> before = logProbabilities(own.logits.row(row).data(), vocabulary);
        const std::vector<double> after = logProbabilities(changed.logits.row(row).data(), vocabulary);
        effect.divergence[i] = divergenceOf(before, after);
        same[i] = topOf(before) == topOf(after);
        if (i >= effect.loss.size()) return;   // nothing comes after the last token
        const std::size_t came = std::size_t(own.tokens.items[i + 1].id);
        effect.ownLoss[i] = -before[came];
        effect.loss[i] = -after[came];
    };
    if (!parallelFor(n, body, stop)) return cancelled();
    effect.sameTop = std::accumulate(same.begin(), same.begin() + effect.trained, Index(0));
    if (n > 0) effect.next = predictionEffect(own.logits.row(n - 1).data(), changed.logits.row(n - 1).data(), vocabulary, kEffectCandidates);
    return effect;
}

Result<PlanEffect> effectOf(const Transformer& transformer, const Tokens& tokens, const AttentionPlan& plan, RecordingPtr own,
                            const std::stop_token& stop)
{
    const RunOptions options = optionsFor(plan, stop);
    FOVEA_CHECK(bothFit(transformer, tokens, options));
    if (!isOwnRun(own, transformer, tokens)) {
        FOVEA_TRY(run, transformer.run(tokens, optionsFor({}, stop)));
        own = std::move(run);
    }
    RecordingPtr changed = own;
    if (!plan.rules().empty()) {
        FOVEA_TRY(run, transformer.run(tokens, options));
        changed = std::move(run);
    }
    return compared(*own, *changed, transformer.config().context, stop);
}

}   // namespace

std::optional<double> PlanEffect::meanDivergence() const { return meanOf(divergence, trained); }
std::optional<double> PlanEffect::meanOwnLoss() const { return meanOf(ownLoss, trained); }
std::optional<double> PlanEffect::meanLoss() const { return meanOf(loss, trained); }
std::optional<double> PlanEffect::sameTopShare() const { return trained > 0 ? std::optional(double(sameTop) / double(trained)) : std::nullopt; }

Result<PlanEffect> planEffect(const Transformer& transformer, const Tokens& tokens, const AttentionPlan& plan, const RecordingPtr& own,
                              const std::stop_token& stop)
{
    return orOutOfMemory([&] { return fmt::format("the effect of a plan on {} tokens", tokens.size()); },
                         "Shorten the text, or close other programs.", [&] { return effectOf(transformer, tokens, plan, own, stop); });
}

}   // namespace core
