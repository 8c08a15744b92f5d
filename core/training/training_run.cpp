#include "core/training/training_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/out_of_memory.h"
#include "core/training/bpe_trainer.h"
#include "core/training/corpus.h"
#include "core/training/mixture.h"
#include "core/training/tasks.h"
#include "core/training/training_folder.h"

namespace core {

namespace {

constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz";   // of the tasks
constexpr Index kByteVocabulary = 257;                                 // the bytes and the start token

Result<void> checkRequest(const TrainingRun& run)
{
    if (run.corpus.empty() == run.task.empty())
        return fail(Fault::BadInput, "A training run needs either a corpus or a task.", "Give --corpus DIR or --task NAME.");
    if (!run.task.empty()) FOVEA_CHECK(checkTaskName(run.task));
    if (run.out.empty()) return fail(Fault::BadInput, "A training run needs a folder for its model.", "Give --out DIR.");
    if (run.start == RunStart::Resume && run.config)
        return fail(Fault::BadInput, "A resumed run keeps the model it was started with.", "Leave out --config.");
    if (run.vocabulary && (!run.task.empty() || run.start == RunStart::Resume))
        return fail(Fault::BadInput,
                    run.task.empty() ? "A resumed run keeps its tokenizer." : "A task reads single bytes: there is no vocabulary to choose.",
                    "Leave out --vocabulary.");
    if (run.checkpointEvery < 0)
        return fail(Fault::BadInput, fmt::format("There cannot be {} steps between checkpoints.", run.checkpointEvery), "Give 0 or more.");
    return run.start == RunStart::New ? run.options.check() : Result<void>();
}

void say(const TrainingReports& reports, const std::string& sentence)
{
    if (reports.message) reports.message(sentence);
}

// What a run learns from, told by its content, so that a corpus may move and another one is not taken for it.
std::string dataOf(const TrainingRun& run, const Corpus& corpus)
{
    if (!run.task.empty()) return fmt::format("task {}", run.task);
    return fmt::format("corpus {:016x} of {} documents", corpus.fingerprint(), corpus.train.size() + corpus.validation.size());
}

// A checkpoint of a version that did not tell its data is taken at its word.
Result<void> checkSameData(const TrainingRun& run, const TrainingRecord& record, const std::string& data)
{
    if (record.options.data.empty() || record.options.data == data) return {};
    return fail(Fault::BadInput, fmt::format("The run in {} learns from {}, and not from {}.", run.out.string(), record.options.data, data),
                "Name the task or the corpus it was started with, or start a new run in another folder.");
}

Result<Corpus> corpusOf(const TrainingRun& run, const TrainingReports& reports)
{
    if (!run.task.empty()) return Corpus{};
    FOVEA_TRY(corpus, Corpus::read(run.corpus));
    say(reports, fmt::format("Read {} documents to train on; {} are held out.", corpus.train.size(), corpus.validation.size()));
    return std::move(corpus);
}

struct RunTokenizer {
    Tokenizer tokenizer;
    std::optional<Json> trained;   // not in the folder yet
};

Result<RunTokenizer> foundTokenizer(const TrainingRun& run, const TrainingFolder& folder, const TrainingReports& reports)
{
    FOVEA_TRY(tokenizer, Tokenizer::load(folder.tokenizer()));
    if (run.vocabulary && *run.vocabulary != tokenizer.vocabularySize())
        return fail(Fault::BadInput,
                    fmt::format("{} has {} tokens, and {} are asked for.", folder.tokenizer().string(), tokenizer.vocabularySize(), *run.vocabulary),
                    "Leave out --vocabulary, or choose another folder.");
    if (run.start == RunStart::New) say(reports, fmt::format("Using the tokenizer that is in {}.", run.out.string()));
    return RunTokenizer{std::move(tokenizer), {}};
}

// The folder's own tokenizer, or one that is trained. A task needs no more than letters.
Result<RunTokenizer> tokenizerFor(const TrainingRun& run, const TrainingFolder& folder, const Corpus& corpus, const TrainingReports& reports,
                                  const std::stop_token& stop)
{
    if (run.start == RunStart::Resume || folder.hasTokenizer()) return foundTokenizer(run, folder, reports);
    const bool task = !run.task.empty();
    const Index vocabulary = task ? kByteVocabulary : run.vocabulary.value_or(kUsualVocabulary);
    say(reports, task ? "Writing a tokenizer of single bytes." : fmt::format("Training a tokenizer of {} tokens.", vocabulary));
    const std::vector<std::string> texts = task ? std::vector<std::string>{} : tokenizerTrainingText(corpus);
    FOVEA_TRY(json, trainByteLevelBpe(texts, {.vocabulary = vocabulary}, stop));
    FOVEA_TRY(tokenizer, Tokenizer::fromJson(json, folder.tokenizer().string()));
    return RunTokenizer{std::move(tokenizer), std::move(json)};
}

// The mixture changes where the stages of the run do; a stage without steps has no place in it.
std::vector<MixtureStage> mixtureStages(const TrainingOptions& options)
{
    std::vector<MixtureStage> stages;
    Index first = 0;
    for (const TrainingStage& stage : options.stages) {
        if (stage.untilStep > first) stages.push_back({.firstStep = first, .weights = stage.text});
        first = stage.untilStep;
    }
    if (stages.empty()) stages.push_back({.firstStep = 0, .weights = options.stages.back().text});   // a run of no steps
    return stages;
}

Result<std::unique_ptr<BatchSource>> sourceFor(const TrainingRun& run, const TrainingOptions& options, const Corpus& corpus,
                                               const Tokenizer& tokenizer, const std::stop_token& stop)
{
    if (!tokenizer.startToken())
        return fail(Fault::BadFile, fmt::format("The tokenizer in {} puts no start token before a text.", run.out.string()),
                    "Let this program train the tokenizer.");
    if (!run.task.empty()) {
        std::vector<TokenId> alphabet;
        for (const char& letter : kAlphabet)
            if (const auto id = tokenizer.find(std::string_view(&letter, 1))) alphabet.push_back(*id);
        return createTask(run.task, *tokenizer.startToken(), std::move(alphabet), options.seed);
    }
    MixtureOptions mixtureOptions;
    mixtureOptions.seed = options.seed;
    mixtureOptions.stages = mixtureStages(options);
    FOVEA_TRY(mixture, Mixture::create(corpus, tokenizer, mixtureOptions, stop));
    return std::make_unique<Mixture>(std::move(mixture));
}

Result<ModelConfig> readConfig(const std::filesystem::path& file)
{
    FOVEA_TRY(text, readFile(file, std::size_t(1) << 20));
    FOVEA_TRY(json, Json::parse(text, file.string()));
    return ModelConfig::fromJson(json, file.string());
}

// The model of a new run, but for its start token.
Result<ModelConfig> shapeOf(const TrainingRun& run, Index vocabulary)
{
    ModelConfig config = run.task.empty() ? smallModel(vocabulary, {}) : taskModel(vocabulary, {});
    if (run.config) {
        FOVEA_TRY(read, readConfig(*run.config));
        config = read;
    }
    for (const TrainingStage& stage : run.options.stages) config.context = std::max(config.context, stage.context);
    return config;
}

// Asked before a tokenizer is trained, which may take minutes.
Result<void> checkShape(const TrainingRun& run)
{
    if (run.start == RunStart::Resume) return {};
    FOVEA_TRY(shape, shapeOf(run, run.task.empty() ? run.vocabulary.value_or(kUsualVocabulary) : kByteVocabulary));
    return Trainer::check(shape, run.options);
}

Result<std::unique_ptr<Trainer>> newTrainer(const TrainingRun& run, const Tokenizer& tokenizer, const std::string& data)
{
    const Index vocabulary = tokenizer.vocabularySize();
    FOVEA_TRY(config, shapeOf(run, vocabulary));
    if (config.vocabulary < vocabulary)
        return fail(Fault::BadFile,
                    fmt::format("{}: the model knows {} tokens, the tokenizer {}.", run.config->string(), config.vocabulary, vocabulary),
                    "Set vocab_size to the tokenizer's size, or use --vocabulary.");
    config.startToken = config.endToken = tokenizer.startToken();
    TrainingOptions options = run.options;
    options.data = data;
    return Trainer::create(config, options);
}

Result<std::unique_ptr<Trainer>> resumedTrainer(const TrainingRun& run, const TrainingFolder& folder)
{
    FOVEA_TRY(config, readConfig(folder.config()));
    FOVEA_TRY(trainer, Trainer::resume(folder.checkpoint(), config));
    if (run.steps) FOVEA_CHECK(trainer->changeSteps(*run.steps));
    return std::move(trainer);
}

Result<void> prepareFolder(const TrainingFolder& folder, const RunTokenizer& tokenizer, const TrainingReports& reports)
{
    FOVEA_TRY(aside, folder.prepare());
    if (aside)
        say(reports, fmt::format("{} is no complete checkpoint and is kept as {}; starting anew.", folder.checkpoint().string(), aside->string()));
    return tokenizer.trained ? saveFile(folder.tokenizer(), tokenizer.trained->dump(1)) : Result<void>();
}

Result<void> trainFrom(Trainer& trainer, const BatchSource& source, const TrainingFolder& folder, const TrainingRun& run,
                       const TrainingReports& reports, const std::stop_token& stop)
{
    say(reports, fmt::format("Training from step {} to {}.", trainer.stepsDone(), trainer.options().schedule.steps));
    const TrainingHooks hooks{
        .progress = reports.progress, .checkpoint = [&](const Trainer& at) { return folder.save(at); }, .checkpointEvery = run.checkpointEvery};
    const Result<void> done = train(trainer, source, hooks, stop);
    if (!done && done.error().fault == Fault::Cancelled)
        say(reports, fmt::format("Saved after step {} of {} in {}; go on with --resume.", trainer.stepsDone(), trainer.options().schedule.steps,
                                 run.out.string()));
    return done;
}

Result<void> trainInFolder(const TrainingRun& run, const TrainingReports& reports, const std::stop_token& stop)
{
    const TrainingFolder folder(run.out);
    FOVEA_CHECK(checkRequest(run));
    TrainingRecord record;   // stays empty for a new run
    if (run.start == RunStart::Resume) {
        FOVEA_TRY(found, folder.resumable());
        record = found;
    } else {
        FOVEA_CHECK(folder.checkUnused());
    }
    FOVEA_CHECK(checkShape(run));
    FOVEA_TRY(corpus, corpusOf(run, reports));
    const std::string data = dataOf(run, corpus);
    FOVEA_CHECK(checkSameData(run, record, data));
    FOVEA_TRY(tokenizer, tokenizerFor(run, folder, corpus, reports, stop));
    FOVEA_TRY(trainer, run.start == RunStart::Resume ? resumedTrainer(run, folder) : newTrainer(run, tokenizer.tokenizer, data));
    FOVEA_TRY(source, sourceFor(run, trainer->options(), corpus, tokenizer.tokenizer, stop));
    // From here on the folder changes.
    const UnfinishedRun unfinished(folder);
    if (run.start == RunStart::New) FOVEA_CHECK(prepareFolder(folder, tokenizer, reports));
    return trainFrom(*trainer, *source, folder, run, reports, stop);
}

}   // namespace

std::filesystem::path checkpointIn(const std::filesystem::path& out) { return TrainingFolder(out).checkpoint(); }

Result<void> runTraining(const TrainingRun& run, const TrainingReports& reports, const std::stop_token& stop)
{
    return orOutOfMemory([] { return "training"; }, "Use a smaller model, context or batch, or close other programs.",
                         [&] { return trainInFolder(run, reports, stop); });
}

}   // namespace core
