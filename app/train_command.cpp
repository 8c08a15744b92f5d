// fovea train: trains a model and its tokenizer on a folder of texts, or a small model on a generated task; or measures one that is trained.
#include <chrono>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/command.h"
#include "app/inputs.h"
#include "app/model_evaluation.h"
#include "app/numbers.h"
#include "core/base/interrupt.h"
#include "core/base/parallel.h"
#include "core/training/tasks.h"
#include "core/training/training_run.h"

namespace app {

namespace {

struct Options {
    std::string corpus, task, out, config;
    ModelEvaluation evaluation;
    std::optional<core::Index> steps, context, batch, warmup, vocabulary;
    std::optional<double> learningRate;
    std::uint64_t seed = 1;
    core::Index checkpointEvery = 200;
    int threads = 0;
    bool resume = false;
};

constexpr core::Index kCorpusSteps = 6000;   // 25 million tokens
constexpr core::Index kTaskSteps = 1500;

core::TrainingOptions planOf(const Options& options)
{
    const bool task = options.corpus.empty();
    const core::Index steps = options.steps.value_or(task ? kTaskSteps : kCorpusSteps);
    const bool shaped = options.context || options.batch;
    core::TrainingOptions plan = task || shaped ? core::uniformTraining(steps, options.context.value_or(task ? 64 : 128), options.batch.value_or(32))
                                                : core::defaultTraining(steps);
    plan.seed = options.seed;
    plan.schedule.warmup = options.warmup.value_or(plan.schedule.warmup);
    plan.schedule.peak = options.learningRate.value_or(plan.schedule.peak);
    return plan;
}

std::string timeText(double seconds)
{
    const auto total = static_cast<long>(seconds);
    return fmt::format("{}:{:02}:{:02}", total / 3600, total / 60 % 60, total % 60);
}

// A line to standard error every few seconds, and for the first and the last step.
class ProgressLines {
public:
    void operator()(const core::TrainingProgress& progress)
    {
        const auto now = std::chrono::steady_clock::now();
        if (m_printed && now - *m_printed < std::chrono::seconds(5) && progress.step != progress.steps) return;
        m_printed = now;
        fmt::print(stderr, "step {}/{}  loss {:.4f}  smoothed {:.4f}  gradient {:.3f}  rate {:.2e}  {:.0f} tokens/s  {} left\n", progress.step,
                   progress.steps, progress.loss, progress.smoothedLoss, progress.gradientNorm, progress.learningRate, progress.tokensPerSecond,
                   timeText(progress.secondsLeft));
    }

private:
    std::optional<std::chrono::steady_clock::time_point> m_printed;
};

core::Result<void> evaluateModel(const Options& options)
{
    ModelEvaluation evaluation = options.evaluation;
    evaluation.corpus = options.corpus;
    return evaluate(evaluation);
}

core::Result<void> trainModel(const Options& options)
{
    core::TrainingRun run{.corpus = options.corpus, .task = options.task, .out = options.out, .options = planOf(options)};
    if (!options.config.empty()) run.config = options.config;
    run.steps = options.steps;
    run.vocabulary = options.vocabulary;
    run.start = options.resume ? core::RunStart::Resume : core::RunStart::New;
    run.checkpointEvery = options.checkpointEvery;
    const core::TrainingReports reports{.message = [](const std::string& sentence) { fmt::print(stderr, "{}\n", sentence); },
                                        .progress = ProgressLines()};
    return core::runTraining(run, reports, core::interruptToken());
}

// What describes a new run: one that goes on keeps it.
std::vector<CLI::Option*> declareNewRun(CLI::App& options, Options& values)
{
    const std::string vocabulary = fmt::format("Tokens of the tokenizer that is trained; left out {}", core::kUsualVocabulary);
    return {
        options.add_option("--config", values.config, "config.json of the model to train; left out it is fovea-s")->type_name("FILE"),
        addNumber(options, "--vocabulary", values.vocabulary, vocabulary)->type_name("V"),
        addNumber(options, "--context", values.context, "Tokens of a sequence in all steps; left out it grows during the run")->type_name("N"),
        addNumber(options, "--batch", values.batch, "Sequences of a step")->type_name("N"),
        addNumber(options, "--learning-rate", values.learningRate, "Peak of the schedule")->type_name("X"),
        addNumber(options, "--warmup", values.warmup, "Steps until the peak")->type_name("N"),
        addNumber(options, "--seed", values.seed, "Seed of weights and batches")->type_name("S")->capture_default_str(),
    };
}

// Returns all options that say how a run is done.
std::vector<CLI::Option*> declareRun(CLI::App& options, Options& values)
{
    const std::string steps = fmt::format("Length of the run; left out {} on a corpus and {} on a task", kCorpusSteps, kTaskSteps);
    std::vector<CLI::Option*> run = declareNewRun(options, values);
    CLI::Option* const resume =
        options.add_flag("--resume", values.resume, "Go on from the checkpoint in --out, with the options the run was started with");
    for (CLI::Option* const fixed : run) fixed->excludes(resume);
    run.push_back(resume);
    run.push_back(addNumber(options, "--steps", values.steps, steps)->type_name("N"));
    run.push_back(
        addNumber(options, "--checkpoint-every", values.checkpointEvery, "Steps between checkpoints")->type_name("N")->capture_default_str());
    return run;
}

// Returns the option that asks for it.
CLI::Option* declareEvaluation(CLI::App& options, ModelEvaluation& values, CLI::Option& corpus)
{
    CLI::Option* asked =
        options.add_option("--evaluate", values.model, "Instead of training, measure the heads of the model in DIR")->type_name("DIR");
    options.add_flag("--json", values.json, "With --evaluate, print one JSON object")->needs(asked);
    options.add_option("--card", values.card, "With --evaluate and --corpus, write the model card to FILE")
        ->type_name("FILE")
        ->needs(asked)
        ->needs(&corpus);
    return asked;
}

}   // namespace

Action declareTrain(CLI::App& options)
{
    auto values = std::make_shared<Options>();
    const auto corpus = options.add_option("--corpus", values->corpus, "Folder of *.jsonl files with a \"text\" on each line")->type_name("DIR");
    const auto task = options.add_option("--task", values->task, fmt::format("A generated task: {}", fmt::join(core::taskNames(), ", ")));
    task->type_name("NAME")->excludes(corpus);
    const auto out = options.add_option("--out", values->out, "Folder for the model, its tokenizer and the checkpoint")->type_name("DIR");
    const std::vector<CLI::Option*> run = declareRun(options, *values);
    CLI::Option* const evaluation = declareEvaluation(options, values->evaluation, *corpus)->excludes(task)->excludes(out);
    for (CLI::Option* const option : run) evaluation->excludes(option);
    addNumber(options, "--threads", values->threads, "Threads to use; 0 is one for each core")->type_name("N")->capture_default_str();
    declareMemory(options);
    return [values]() -> core::Result<void> {
        FOVEA_CHECK(core::setThreadCount(values->threads));
        return values->evaluation.model.empty() ? trainModel(*values) : evaluateModel(*values);
    };
}

}   // namespace app
