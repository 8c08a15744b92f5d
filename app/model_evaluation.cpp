#include "app/model_evaluation.h"

#include <algorithm>
#include <iostream>

#include <fmt/format.h>

#include "app/inputs.h"
#include "app/progress.h"
#include "core/base/file.h"
#include "core/base/interrupt.h"
#include "core/training/evaluation.h"
#include "core/training/model_card.h"
#include "core/training/training_run.h"

namespace app {

namespace {

// The command that trains such a model again; empty when the run had a model or a plan of its own.
std::string commandOf(const core::Model& model, const core::TrainingRecord& record)
{
    const core::TrainingOptions& options = record.options;
    core::ModelConfig config = core::smallModel(model.tokenizer.vocabularySize(), model.tokenizer.startToken());
    config.context = model.transformer->config().context;
    core::TrainingOptions usual = core::defaultTraining(options.schedule.steps);
    usual.seed = options.seed;
    usual.data = options.data;
    if (config != model.transformer->config() || usual != options || record.stepsDone != options.schedule.steps) return {};
    const core::Index vocabulary = model.tokenizer.vocabularySize();
    return fmt::format("fovea train --corpus corpus --out {} --steps {}{}{}", model.name, options.schedule.steps,
                       vocabulary == core::kUsualVocabulary ? "" : fmt::format(" --vocabulary {}", vocabulary),
                       options.seed == 1 ? "" : fmt::format(" --seed {}", options.seed));
}

// What is known of the corpus's collections; of one that is not the built-in model's, its name alone.
std::vector<core::TextSource> sourcesOf(const core::Corpus& corpus)
{
    const std::vector<core::TextSource> known = core::builtInTextSources();
    std::vector<core::TextSource> sources;
    for (const std::string& name : corpus.sources) {
        const auto source = std::find_if(known.begin(), known.end(), [&](const core::TextSource& candidate) { return candidate.name == name; });
        sources.push_back(source == known.end() ? core::TextSource{.name = name, .what = "not described", .licence = "not stated"} : *source);
    }
    return sources;
}

core::Result<core::ModelCardFacts> factsOf(const core::Model& model, const ModelEvaluation& options)
{
    FOVEA_TRY(corpus, core::Corpus::read(options.corpus));
    FOVEA_TRY(record, core::readTrainingRecord(core::checkpointIn(options.model)));
    core::ModelCardFacts facts{.config = model.transformer->config()};
    core::forEachTensor(model.transformer->weights(), [&](const std::string&, const float*, core::Index size, bool) { facts.parameters += size; });
    facts.steps = record.stepsDone;
    facts.trainedTokens = record.options.tokensBefore(record.stepsDone);
    facts.command = commandOf(model, record);
    facts.sources = sourcesOf(corpus);
    return facts;
}

}   // namespace

core::Result<void> evaluate(const ModelEvaluation& options)
{
    FOVEA_TRY(model, core::openModel(options.model, core::interruptToken()));
    core::ModelCardFacts facts;
    if (!options.card.empty()) {   // before the minutes of measuring, so that a missing checkpoint is told at once
        FOVEA_TRY(known, factsOf(*model, options));
        facts = std::move(known);
    }
    core::EvaluationOptions evaluation{.corpus = options.corpus};
    evaluation.stop = evaluation.text.stop = core::interruptToken();
    Progress progress("evaluating " + options.model, Progress::To::Anywhere);
    evaluation.phase = [&](const std::string& phase) { progress.now(phase); };
    FOVEA_TRY(report, core::evaluateModel(*model, evaluation));
    if (!options.card.empty()) FOVEA_CHECK(core::saveFile(options.card, core::modelCard(report, facts)));
    if (options.json)
        printJson(core::toJson(report));
    else
        std::cout << core::markdownOf(report) << std::flush;
    return {};
}

}   // namespace app
