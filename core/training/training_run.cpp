#include "core/training/training_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/out_of_memory.h"
#include "core/training/bpe_trainer.h"
#include "core/training/corpus.h"
#include "core/training/mixture.h"
#include "core/training/tasks.h"

namespace core {

namespace {

constexpr const char* kConfig = "config.json";
constexpr const char* kModel = "model.safetensors";
constexpr const char* kTokenizer = "tokenizer.json";
constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz";   // of the tasks

bool isThere(const std::filesystem::path& path)
{
    std::error_code error;
    return std::filesystem::exists(path, error);
}

Result<void> checkRequest(const TrainingRun& run)
{
    if (run.corpus.empty() == run.task.empty())
        return fail(Fault::BadInput, "A training run needs either a corpus or a task.", "Give --corpus DIR or --task NAME.");
    if (!run.task.empty()) FOVEA_CHECK(checkTaskName(run.task));
    if (run.out.empty()) return fail(Fault::BadInput, "A training run needs a folder for its model.", "Give --out DIR.");
    if (run.start == RunStart::Resume && run.config)
        return fail(Fault::BadInput, "A resumed run keeps the model it was started with.", "Leave out --config.");
    if (run.checkpointEvery < 0)
        return fail(Fault::BadInput, fmt::format("There cannot be {} steps between checkpoints.", run.checkpointEvery), "Give 0 or more.");
    return run.start == RunStart::New ? run.options.check() : Result<void>();
}

void say(const TrainingReports& reports, const std::string& sentence)
{
    if (reports.message) reports.message(sentence);
}

bool holdsModel(const std::filesystem::path& folder) { return isThere(folder / kModel) || isThere(folder / "model.safetensors.index.json"); }

Result<void> checkResumable(const std::filesystem::path& folder)
{
    const char* remedy = holdsModel(folder) ? "Start a new run in another folder." : "Start a new run without --resume.";
    if (!isThere(checkpointIn(folder))) return fail(Fault::BadFile, fmt::format("{} holds no checkpoint.", folder.string()), remedy);
    const Result<TrainingRecord> record = readTrainingRecord(checkpointIn(folder));
    return record ? Result<void>() : fail(record.error().fault, record.error().what, remedy);
}

// A folder of a new run may hold a tokenizer to use and a configuration, but nothing that was trained. A file that is no complete checkpoint
// does not stand in the way: it is put aside, because it is not this program's to delete.
Result<void> prepareFolder(const TrainingRun& run, const TrainingReports& reports)
{
    const std::filesystem::path checkpoint = checkpointIn(run.out), aside = checkpoint.string() + ".incomplete";
    const bool begun = isThere(checkpoint);
    if (begun && readTrainingRecord(checkpoint))
        return fail(Fault::BadInput, fmt::format("{} holds the checkpoint of a run already.", run.out.string()),
                    "Go on with --resume, or choose another folder.");
    if (holdsModel(run.out))
        return fail(Fault::BadInput, fmt::format("{} holds a model already.", run.out.string()), "Choose another folder.");
    std::error_code error;
    if (begun) std::filesystem::rename(checkpoint, aside, error);
    if (error) return fail(Fault::System, fmt::format("{} cannot be put aside: {}.", checkpoint.string(), error.message()), "Choose another folder.");
    if (begun) say(reports, fmt::format("{} is no complete checkpoint and is kept as {}; starting anew.", checkpoint.string(), aside.string()));
    std::filesystem::create_directories(run.out, error);
    if (error)
        return fail(Fault::System, fmt::format("The folder {} cannot be made: {}.", run.out.string(), error.message()), "Choose another folder.");
    return {};
}

// The folder's own tokenizer, trained first where there is none. A task needs no more than letters.
Result<Tokenizer> tokenizerFor(const TrainingRun& run, const Corpus& corpus, const TrainingReports& reports, const std::stop_token& stop)
{
    if (run.start == RunStart::New && !isThere(run.out / kTokenizer)) {
        const BpeTrainingOptions bytesOnly{.vocabulary = 257}, learned{.vocabulary = run.vocabulary};
        const bool task = !run.task.empty();
        say(reports, task ? "Writing a tokenizer of single bytes." : fmt::format("Training a tokenizer of {} tokens.", run.vocabulary));
        const std::vector<std::string> texts = task ? std::vector<std::string>{} : tokenizerTrainingText(corpus);
        FOVEA_TRY(json, trainByteLevelBpe(texts, task ? bytesOnly : learned, stop));
        FOVEA_CHECK(saveFile(run.out / kTokenizer, json.dump(1)));
    } else if (run.start == RunStart::New) {
        say(reports, fmt::format("Using the tokenizer that is in {}.", run.out.string()));
    }
    return Tokenizer::load(run.out / kTokenizer);
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
        return fail(Fault::BadFile, fmt::format("{} puts no start token before a text.", (run.out / kTokenizer).string()),
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

Result<ModelConfig> newConfig(const TrainingRun& run, const Tokenizer& tokenizer)
{
    const Index vocabulary = tokenizer.vocabularySize();
    ModelConfig config = run.task.empty() ? smallModel(vocabulary, tokenizer.startToken()) : taskModel(vocabulary, tokenizer.startToken());
    if (run.config) {
        FOVEA_TRY(read, readConfig(*run.config));
        if (read.vocabulary < vocabulary)
            return fail(Fault::BadFile,
                        fmt::format("{}: the model knows {} tokens, the tokenizer {}.", run.config->string(), read.vocabulary, vocabulary),
                        "Set vocab_size to the tokenizer's size, or use --vocabulary.");
        config = read;
        config.startToken = config.endToken = tokenizer.startToken();
    }
    for (const TrainingStage& stage : run.options.stages) config.context = std::max(config.context, stage.context);
    return config;
}

Result<std::unique_ptr<Trainer>> trainerFor(const TrainingRun& run, const Tokenizer& tokenizer)
{
    if (run.start == RunStart::New) {
        FOVEA_TRY(config, newConfig(run, tokenizer));
        return Trainer::create(config, run.options);
    }
    FOVEA_TRY(config, readConfig(run.out / kConfig));
    FOVEA_TRY(trainer, Trainer::resume(checkpointIn(run.out), config));
    if (run.steps) FOVEA_CHECK(trainer->changeSteps(*run.steps));
    return std::move(trainer);
}

// In an order that leaves a way on wherever a process is killed: the configuration alone counts as a run not begun, a checkpoint can be
// resumed and then writes the model that goes with it.
Result<void> writeModel(const TrainingRun& run, const Trainer& trainer)
{
    FOVEA_CHECK(saveFile(run.out / kConfig, trainer.config().toJson().dump(2)));
    FOVEA_CHECK(trainer.save(checkpointIn(run.out)));
    return saveWeights(run.out / kModel, trainer.weights(), trainer.config(), StoredType::F16);
}

Result<void> trainInFolder(const TrainingRun& run, const TrainingReports& reports, const std::stop_token& stop)
{
    FOVEA_CHECK(checkRequest(run));
    FOVEA_CHECK(run.start == RunStart::Resume ? checkResumable(run.out) : prepareFolder(run, reports));
    Corpus corpus;
    if (!run.corpus.empty()) {
        FOVEA_TRY(read, Corpus::read(run.corpus));
        corpus = std::move(read);
        say(reports, fmt::format("Read {} documents to train on; {} are held out.", corpus.train.size(), corpus.validation.size()));
    }
    FOVEA_TRY(tokenizer, tokenizerFor(run, corpus, reports, stop));
    FOVEA_TRY(trainer, trainerFor(run, tokenizer));
    FOVEA_TRY(source, sourceFor(run, trainer->options(), corpus, tokenizer, stop));
    say(reports, fmt::format("Training from step {} to {}.", trainer->stepsDone(), trainer->options().schedule.steps));
    const TrainingHooks hooks{
        .progress = reports.progress, .checkpoint = [&](const Trainer& at) { return writeModel(run, at); }, .checkpointEvery = run.checkpointEvery};
    return train(*trainer, *source, hooks, stop);
}

}   // namespace

std::filesystem::path checkpointIn(const std::filesystem::path& out) { return out / "checkpoint.safetensors"; }

ModelConfig smallModel(Index vocabulary, std::optional<std::int64_t> startToken)
{
    return {.architecture = Architecture::GptNeoX,
            .vocabulary = vocabulary,
            .width = 256,
            .layers = 4,
            .heads = 8,
            .kvHeads = 8,
            .headDim = 32,
            .mlpWidth = 1024,
            .context = 1,   // grows to what it is trained on
            .rotaryDim = 32,
            .attentionBias = true,
            .mlpBias = true,
            .tiedHead = true,
            .startToken = startToken,
            .endToken = startToken};
}

ModelConfig taskModel(Index vocabulary, std::optional<std::int64_t> startToken)
{
    ModelConfig config = smallModel(vocabulary, startToken);
    config.width = 64;
    config.layers = 2;
    config.heads = config.kvHeads = 4;
    config.headDim = config.rotaryDim = 16;
    config.mlpWidth = 256;
    return config;
}

Result<void> runTraining(const TrainingRun& run, const TrainingReports& reports, const std::stop_token& stop)
{
    return orOutOfMemory([] { return "training"; }, "Use a smaller model, context or batch, or close other programs.",
                         [&] { return trainInFolder(run, reports, stop); });
}

}   // namespace core
