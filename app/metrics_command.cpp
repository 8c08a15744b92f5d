// fovea metrics: every head described by numbers.
#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <variant>

#include <fmt/format.h>

#include "app/command.h"
#include "app/inputs.h"
#include "app/notices.h"
#include "app/progress.h"
#include "core/metrics/head_metrics.h"
#include "core/metrics/induction_probe.h"

namespace app {

namespace {

constexpr std::uint64_t kShuffleSeed = 0;

struct Options {
    TextInput text;
    std::string probe;
    ModelInput model;
    RunInput run;
    bool json = false;
};

struct Score {
    const char* name;   // as the JSON key
    std::optional<double> core::HeadMetrics::*value;
    bool isHabit;   // a high score is a claim about the head, which must stand beside the score on shuffled tokens
};
constexpr std::array kScores = {Score{"entropy_normalised", &core::HeadMetrics::entropyNormalised, false},
                                Score{"previous_token", &core::HeadMetrics::previousToken, true},
                                Score{"first_token", &core::HeadMetrics::firstToken, true},
                                Score{"mean_distance", &core::HeadMetrics::meanDistance, false},
                                Score{"duplicate_token", &core::HeadMetrics::duplicateToken, true},
                                Score{"induction", &core::HeadMetrics::induction, true}};

// A head that writes nothing has weights, but nothing comes of them: it is not described.
bool isOff(const core::AttentionPlan& plan, core::HeadId head) { return std::holds_alternative<core::OffMechanism>(plan.mechanismOf(head)); }

core::Result<void> addInduction(std::vector<core::HeadMetrics>& metrics, const core::Model& model, const core::RunOptions& run,
                                core::ProbeOrder order)
{
    core::InductionProbe induction = core::inductionProbe(model.tokenizer);
    induction.order = order;
    induction.run = run;
    FOVEA_TRY(scores, core::inductionScores(*model.transformer, induction));
    for (std::size_t i = 0; i < metrics.size(); ++i) metrics[i].induction = scores[i];
    return {};
}

core::Result<std::vector<core::HeadMetrics>> metricsOf(const core::Model& model, const core::Tokens& tokens, core::RunOptions run,
                                                       const std::string& probe, core::ProbeOrder order)
{
    run.logits = core::Logits::None;
    FOVEA_TRY(recording, model.transformer->run(tokens, run));
    FOVEA_TRY(metrics, core::allHeadMetrics(recording, run.stop));
    if (!probe.empty()) FOVEA_CHECK(addInduction(metrics, model, run, order));
    for (core::HeadMetrics& head : metrics) {
        core::HeadMetrics nothing;
        nothing.head = head.head;
        if (isOff(run.plan, head.head)) head = nothing;
    }
    return std::move(metrics);
}

core::Json jsonOf(const core::Model& model, const core::Tokens& tokens, const std::vector<core::HeadMetrics>& metrics)
{
    core::Json::Array texts, heads;
    for (const core::Token& token : tokens.items) texts.emplace_back(token.bytes);
    for (const core::HeadMetrics& head : metrics) {
        core::Json::Object members{{"layer", head.head.layer}, {"head", head.head.head}};
        for (const Score& score : kScores) members.emplace_back(score.name, head.*score.value ? core::Json(*(head.*score.value)) : core::Json());
        heads.emplace_back(std::move(members));
    }
    return core::Json::object({{"model", model.name}, {"tokens", std::move(texts)}, {"heads", std::move(heads)}});
}

std::string numberOf(const std::optional<double>& value) { return value ? fmt::format("{:.3f}", *value) : "–"; }

void printTable(const std::vector<core::HeadMetrics>& metrics, const core::AttentionPlan& plan)
{
    std::cout << fmt::format("{:>5}", "head");
    for (const Score& score : kScores) std::cout << fmt::format("  {:>18}", score.name);
    std::cout << '\n';
    for (const core::HeadMetrics& head : metrics) {
        std::cout << fmt::format("{:>5}", fmt::format("{}.{}", head.head.layer, head.head.head));
        for (const Score& score : kScores) std::cout << fmt::format("  {:>18}", numberOf(head.*score.value));
        std::cout << (isOff(plan, head.head) ? "  off\n" : "\n");
    }
}

// The best of many heads is always impressive: the same head's score on shuffled tokens tells how much of it is chance and habit.
void printBest(const std::vector<core::HeadMetrics>& metrics, const std::vector<core::HeadMetrics>& shuffled)
{
    for (const Score& score : kScores) {
        if (!score.isHabit) continue;
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < metrics.size(); ++i)
            if (const auto& value = metrics[i].*score.value; value && !std::isnan(*value) && (!best || *value > *(metrics[*best].*score.value)))
                best = i;
        if (!best) continue;
        const core::HeadId head = metrics[*best].head;
        std::cout << fmt::format("highest {}: {} by head {}.{}; on shuffled tokens the same head has {}\n", score.name,
                                 numberOf(metrics[*best].*score.value), head.layer, head.head, numberOf(shuffled[*best].*score.value));
    }
    std::cout << "Metrics describe where a head looks, not why the model answered." << std::endl;
}

void sayIfNothingToMeasure(const core::Tokens& tokens, const std::vector<core::HeadMetrics>& metrics)
{
    const auto hasScore = [](const core::HeadMetrics& head) {
        return std::ranges::any_of(kScores, [&](const Score& score) { return (head.*score.value).has_value(); });
    };
    if (std::ranges::none_of(metrics, hasScore))
        say(fmt::format("note: no head has a score: the text has {} token(s), and scores are of tokens that have others before them.", tokens.size()));
}

// Without a text the first probe sequence is what the other scores describe.
core::Result<core::Tokens> inputTokens(const Options& options, const core::Model& model)
{
    if (options.text.given()) return options.text.tokens(model);
    const core::InductionProbe probe = core::inductionProbe(model.tokenizer);
    if (probe.candidates.empty())
        return core::fail(core::Fault::Unsupported, "The model's vocabulary has no tokens to draw a probe from.", "Give a text with --text.");
    return model.tokenizer.fromIds(core::probeTokens(probe, 0).ids());
}

core::Result<void> printMetrics(const Options& options)
{
    if (!options.text.given() && options.probe.empty())
        return core::fail(core::Fault::BadInput, "There is nothing to measure.", "Give --text, --text-file or --ids, or --probe induction.");
    FOVEA_TRY(model, options.model.open());
    FOVEA_TRY(tokens, inputTokens(options, *model));
    FOVEA_TRY(run, options.run.options(tokens, model->transformer->config()));
    Progress progress(fmt::format("measuring the heads on {} tokens", tokens.size()));
    FOVEA_TRY(metrics, metricsOf(*model, tokens, run, options.probe, core::ProbeOrder::Repeated));
    if (options.json) {
        printJson(jsonOf(*model, tokens, metrics));
    } else {
        progress.now("measuring the heads on the tokens in random order");
        FOVEA_TRY(shuffled, metricsOf(*model, core::shuffledTokens(tokens, kShuffleSeed), run, options.probe, core::ProbeOrder::Shuffled));
        printTable(metrics, run.plan);
        printBest(metrics, shuffled);
    }
    if (tokens.size() < 2) say("note: metrics describe where the rows behind the first token look, and this text has none.");
    sayIfBeyondContext(tokens, model->transformer->config());
    sayIfNothingToMeasure(tokens, metrics);
    return {};
}

}   // namespace

Action declareMetrics(CLI::App& options)
{
    auto values = std::make_shared<Options>();
    values->text.declare(options, false);
    options.add_option("--probe", values->probe, "Also score heads on repeated random tokens; alone, the other scores describe such a sequence")
        ->check(CLI::IsMember({"induction"}).description(""))
        ->type_name("induction");
    values->model.declare(options);
    values->run.declare(options);
    options.add_flag("--json", values->json, "Print one JSON object");
    return [values] { return printMetrics(*values); };
}

}   // namespace app
