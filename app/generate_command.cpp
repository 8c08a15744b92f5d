// fovea generate: continues a text.
#include <iostream>

#include <fmt/format.h>

#include "app/command.h"
#include "app/inputs.h"
#include "app/notices.h"
#include "app/numbers.h"
#include "app/progress.h"
#include "core/base/interrupt.h"
#include "core/model/generate.h"

namespace app {

namespace {

struct Options {
    TextInput text;
    ModelInput model;
    PlanInput plan;
    core::Sampling sampling;
    core::Index tokens = 0;
    bool json = false;
};

core::Json jsonOf(const std::string& text, const std::vector<core::GeneratedToken>& generated)
{
    core::Json::Array ids, logProbabilities, kvBytes;
    for (const core::GeneratedToken& token : generated) {
        ids.emplace_back(token.id);
        logProbabilities.emplace_back(token.logProbability);
        kvBytes.emplace_back(token.kvBytes);
    }
    return core::Json::object({{"text", text}, {"ids", std::move(ids)}, {"logprobs", std::move(logProbabilities)}, {"kv_bytes", std::move(kvBytes)}});
}

core::Result<void> generateText(const Options& options)
{
    if (options.tokens < 0) return core::fail(core::Fault::BadInput, fmt::format("--tokens {} is negative.", options.tokens), "Give 0 or more.");
    FOVEA_CHECK(options.sampling.check());
    FOVEA_TRY(model, options.model.open());
    FOVEA_TRY(prompt, options.text.tokens(*model));
    FOVEA_TRY(plan, options.plan.plan(prompt, model->transformer->config()));
    std::vector<core::TokenId> ids = prompt.ids();
    Progress progress("reading the text");
    core::Index count = 0;
    const auto report = [&](const core::GeneratedToken&) { progress.now(fmt::format("{} of {} tokens", ++count, options.tokens)); };
    FOVEA_TRY(generated, core::generate(*model->transformer, ids, options.tokens, options.sampling, plan, core::interruptToken(), report));
    for (const core::GeneratedToken& token : generated) ids.push_back(token.id);
    FOVEA_TRY(text, model->tokenizer.decode(ids));
    if (options.json)
        printJson(jsonOf(text, generated));
    else
        std::cout << text << std::endl;
    sayIfBeyondContext(core::Index(ids.size()), model->transformer->config());
    return {};
}

}   // namespace

Action declareGenerate(CLI::App& options)
{
    auto values = std::make_shared<Options>();
    values->text.declare(options);
    values->model.declare(options);
    addNumber(options, "--tokens", values->tokens, "How many tokens to add")->required()->type_name("N");
    addNumber(options, "--temperature", values->sampling.temperature, "0 takes the most likely token")->type_name("X")->capture_default_str();
    addNumber(options, "--top-k", values->sampling.topK, "Draw among the K most likely tokens; 0 is no limit")->type_name("K")->capture_default_str();
    addNumber(options, "--top-p", values->sampling.topP, "Draw among the fewest tokens that reach this probability")->type_name("P")->capture_default_str();
    addNumber(options, "--seed", values->sampling.seed, "Seed of the draws")->type_name("S")->capture_default_str();
    values->plan.declare(options);
    declareMemory(options);
    options.add_flag("--json", values->json, "Print one JSON object");
    return [values] { return generateText(*values); };
}

}   // namespace app
