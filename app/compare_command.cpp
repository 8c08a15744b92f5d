// fovea compare: what patterns would keep of one head, lose and cost.
#include <iostream>

#include <fmt/format.h>

#include "app/command.h"
#include "app/inputs.h"
#include "app/notices.h"
#include "app/numbers.h"
#include "app/progress.h"
#include "core/attention/mask_mod.h"
#include "core/base/interrupt.h"
#include "core/metrics/pattern_effect.h"

namespace app {

namespace {

struct Options {
    TextInput text;
    ModelInput model;
    core::Index layer = 0;
    core::Index head = 0;
    std::vector<std::string> patterns;
    bool json = false;
    bool maskMod = false;
};

// A pattern as it was written, and what it does.
struct Row {
    std::string name;
    core::PatternEffect effect;
    double fraction = 1.0;   // of the own pattern's pairs
};

core::Result<std::vector<core::Pattern>> patternsOf(const std::vector<std::string>& texts, const core::Tokens& tokens)
{
    std::vector<core::Pattern> patterns;
    for (const std::string& text : texts) {
        FOVEA_TRY(pattern, core::Pattern::parse(text, &tokens));
        patterns.push_back(std::move(pattern));
    }
    return patterns;
}

std::vector<Row> rowsOf(const std::vector<std::string>& texts, std::vector<core::PatternEffect> effects)
{
    const double ownPairs = double(effects.front().layout->pairs());
    std::vector<Row> rows;
    for (std::size_t i = 0; i < effects.size(); ++i) {
        const double pairs = double(effects[i].layout->pairs());
        rows.push_back({.name = i == 0 ? effects[i].layout->pattern().text() : texts[i - 1],
                        .effect = std::move(effects[i]),
                        .fraction = ownPairs > 0.0 ? pairs / ownPairs : 1.0});
    }
    return rows;
}

core::Json jsonOf(const Row& row)
{
    const core::PatternEffect& effect = row.effect;
    const std::optional<double> divergence = effect.meanDivergence();
    core::Json::Array reach;
    for (const double share : effect.reach) reach.emplace_back(share);
    return core::Json::object({{"pattern", row.name},
                               {"pairs", effect.layout->pairs()},
                               {"fraction", row.fraction},
                               {"flops", effect.flops},
                               {"retained_mass", core::Json::object({{"mean", effect.meanRetained()}, {"min", effect.leastRetained()}})},
                               {"empty_rows", effect.emptyRows()},
                               {"output_error", core::Json::object({{"relative", effect.relativeError}, {"max", effect.largestError()}})},
                               {"kl_mean", divergence ? core::Json(*divergence) : core::Json()},
                               {"milliseconds", effect.seconds * 1e3},
                               {"reach", effect.reach.empty() ? core::Json() : core::Json(std::move(reach))}});
}

core::Json jsonOf(core::HeadId head, core::Index tokens, const std::vector<Row>& rows)
{
    core::Json::Array patterns;
    for (const Row& row : rows) patterns.push_back(jsonOf(row));
    return core::Json::object({{"layer", head.layer}, {"head", head.head}, {"token_count", tokens}, {"patterns", std::move(patterns)}});
}

void printTable(const std::vector<Row>& rows)
{
    std::size_t widest = 7;
    for (const Row& row : rows) widest = std::max(widest, row.name.size());
    std::cout << fmt::format("{:<{}}  {:>10}  {:>7}  {:>9}  {:>7}  {:>7}  {:>10}  {:>9}  {:>8}  {:>9}\n", "pattern", widest, "pairs", "of own",
                             "MFLOP", "kept", "least", "empty rows", "KL, nats", "error", "ms");
    for (const Row& row : rows) {
        const core::PatternEffect& effect = row.effect;
        const std::optional<double> divergence = effect.meanDivergence();
        std::cout << fmt::format("{:<{}}  {:>10}  {:>6.1f}%  {:>9.3f}  {:>7.4f}  {:>7.4f}  {:>10}  {:>9}  {:>8.4f}  {:>9.3f}\n", row.name, widest,
                                 effect.layout->pairs(), row.fraction * 100.0, effect.flops / 1e6, effect.meanRetained(), effect.leastRetained(),
                                 effect.emptyRows(), divergence ? fmt::format("{:.4f}", *divergence) : "–", effect.relativeError,
                                 effect.seconds * 1e3);
    }
}

void printReach(const std::vector<Row>& rows)
{
    if (rows.front().effect.reach.empty()) return;
    std::cout << "\nShare of the own pairs that are connected after 1, 2 … layers of the pattern:\n";
    std::size_t widest = 7;
    for (const Row& row : rows) widest = std::max(widest, row.name.size());
    for (const Row& row : rows) {
        std::cout << fmt::format("{:<{}}", row.name, widest);
        for (const double share : row.effect.reach) std::cout << fmt::format("  {:.4f}", share);
        std::cout << '\n';
    }
}

// The pattern as Python, together with the head's own.
core::Result<void> printMaskMod(const core::Recording& recording, core::HeadId head, const core::Pattern& pattern)
{
    const core::Pattern own = recording.sites[std::size_t(head.layer)].layouts[std::size_t(head.head)]->pattern();
    FOVEA_TRY(source, core::maskModSource(own & pattern, recording.size()));
    std::cout << source << std::flush;
    return {};
}

core::Result<void> compare(Options options)
{
    std::vector<std::string> texts;
    for (const std::string& each : options.patterns) {
        FOVEA_TRY(some, patternTexts(each));
        texts.insert(texts.end(), some.begin(), some.end());
    }
    options.patterns = std::move(texts);
    if (options.maskMod && options.patterns.size() != 1)
        return core::fail(core::Fault::BadInput, fmt::format("--mask-mod was given {} patterns, expected one.", options.patterns.size()),
                          "Ask for one after the other.");
    FOVEA_TRY(model, options.model.open());
    const core::HeadId head{options.layer, options.head};
    FOVEA_CHECK(checkHead(head, model->transformer->config()));
    FOVEA_TRY(tokens, options.text.tokens(*model));
    FOVEA_TRY(patterns, patternsOf(options.patterns, tokens));
    Progress progress(fmt::format("running the model on {} tokens", tokens.size()));
    core::RunOptions run;
    run.logits = core::Logits::None;
    run.stop = core::interruptToken();
    FOVEA_TRY(recording, model->transformer->run(tokens, run));
    if (options.maskMod) return printMaskMod(*recording, head, patterns.front());
    progress.now(fmt::format("comparing {} pattern(s)", patterns.size()));
    FOVEA_TRY(effects, core::patternEffects(recording, head, patterns, recording->layers(), run.stop));
    const std::vector<Row> rows = rowsOf(options.patterns, std::move(effects));
    if (options.json) {
        printJson(jsonOf(head, tokens.size(), rows));
    } else {
        printTable(rows);
        printReach(rows);
        std::cout << "One head with its recorded q, k and v, masked after training: not what a model trained with the pattern would do.\n"
                     "kept, least: mean and least share of a row's weights on the pairs that stay. KL = −ln kept, mean over rows that keep any.\n"
                     "error: of the head's output, relative. ms: attention of this head alone."
                  << std::endl;
    }
    sayIfBeyondContext(tokens, model->transformer->config());
    return {};
}

}   // namespace

Action declareCompare(CLI::App& options)
{
    auto values = std::make_shared<Options>();
    values->text.declare(options);
    values->model.declare(options);
    addNumber(options, "--layer", values->layer, "Layer, counted from 0")->required()->type_name("L");
    addNumber(options, "--head", values->head, "Head of the layer, counted from 0")->required()->type_name("H");
    options
        .add_option("--pattern", values->patterns,
                    "What the head would be restricted to, see fovea help patterns, or @FILE.json; once for each pattern")
        ->required()
        ->allow_extra_args(false)
        ->type_name("EXPR");
    declareMemory(options);
    CLI::Option* json = options.add_flag("--json", values->json, "Print one JSON object");
    options.add_flag("--mask-mod", values->maskMod, "Print the only pattern as Python, a mask_mod for FlexAttention, and compare nothing")
        ->excludes(json);
    return [values] { return compare(*values); };
}

}   // namespace app
