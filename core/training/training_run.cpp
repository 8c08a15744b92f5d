#include "core/training/training_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/training/bpe_trainer.h"
#include "core/training/corpus.h"
#include "core/training/mixture.h"
#include "core/training/tasks.h"

namespace core {

namespace {

constexpr const char* kCheckpoint = "checkpoint.safetensors";
constexpr const char* kTokenizer = "tokenizer.json";
constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz";   // of the tasks

bool isThere(const std::filesystem::path& path)
{
    std::error_code error;
    return std::filesystem::exists(path, error);
}

Result<void> prepareFolder(const TrainingRun& run)
{
    if (run.corpus.empty() == run.task.empty())
        return fail(Fault::BadInput, "A training run needs either a corpus or a task.", "Give --corpus DIR or --task NAME.");
    std::error_code error;
    std::filesystem::create_directories(run.out, error);
    if (error) return fail(Fault::System, fmt::format("The folder {} cannot be made: {}.", run.out.string(), error.message()));
    const bool begun = isThere(run.out / kCheckpoint);
    if (run.start == RunStart::New && begun)
        return fail(Fault::BadInput, fmt::format("{} holds the checkpoint of a run already.", run.out.string()),
                    "Go on with --resume, or choose another folder.");
    if (run.start == RunStart::Resume && !begun)
        return fail(Fault::BadFile, fmt::format("{} holds no checkpoint.", run.out.string()), "Start a new run without --resume.");
    return {};
}

// The folder's own tokenizer, trained first where there is none. A task needs no more than letters.
Result<Tokenizer> tokenizerFor(const TrainingRun& run, const Corpus& corpus, const TrainingReports& reports, const std::stop_token& stop)
{
    if (!isThere(run.out / kTokenizer)) {
        const BpeTrainingOptions bytesOnly{.vocabulary = 257}, learned{.vocabulary = run.vocabulary};
        const bool task = !run.task.empty();
        reports.message(task ? "Writing a tokenizer of single bytes." : fmt::format("Training a tokenizer of {} tokens.", run.vocabulary));
        const std::vector<std::string> texts = task ? std::vector<std::string>{} : tokenizerTrainingText(corpus);
        FOVEA_TRY(json, trainByteLevelBpe(texts, task ? bytesOnly : learned, stop));
        FOVEA_CHECK(saveFile(run.out / kTokenizer, json.dump(1)));
    }
    return Tokenizer::load(run.out / kTokenizer);
}

// The mixture changes where the stages of the run do; a stage without steps has no place in it.
std::vector<MixtureStage> mixtureStages(const TrainingOptions& options)
{
    std::vector<MixtureStage> stages;
    Index first = 0;
    for (const TrainingStage& stage : options.stages) {
        if (stage.untilStep > first || stages.empty()) stages.push_back({.firstStep = first, .weights = stage.text});
        first = stage.untilStep;
    }
    return stages;
}

Result<std::unique_ptr<BatchSource>> sourceFor(const TrainingRun& run, const TrainingOptions& options, const Corpus& corpus, const Tokenizer& tokenizer)
{
    if (!tokenizer.startToken())
        return fail(Fault::BadFile, fmt::format("{} puts no start token before a text.", (run.out / kTokenizer).string()), "Let this program train the tokenizer.");
    if (!run.task.empty()) {
        std::vector<TokenId> alphabet;
        for (const char& letter : kAlphabet)
            if (const auto id = tokenizer.find(std::string_view(&letter, 1))) alphabet.push_back(*id);
        return createTask(run.task, *tokenizer.startToken(), std::move(alphabet), options.seed);
    }
    MixtureOptions mixtureOptions;
    mixtureOptions.seed = options.seed;
    mixtureOptions.stages = mixtureStages(options);
    FOVEA_TRY(mixture, Mixture::create(corpus, tokenizer, mixtureOptions));
    return std::make_unique<Mixture>(std::move(mixture));
}

Result<ModelConfig> configFor(const TrainingRun& run, const Tokenizer& tokenizer)
{
    const std::optional<std::int64_t> start = tokenizer.startToken();
    const auto chosen = run.config ? run.config : run.start == RunStart::Resume ? std::optional(run.out / "config.json") : std::nullopt;
    if (!chosen) return run.task.empty() ? smallModel(tokenizer.vocabularySize(), start) : taskModel(tokenizer.vocabularySize(), start);
    FOVEA_TRY(text, readFile(*chosen, std::size_t(1) << 20));
    FOVEA_TRY(json, Json::parse(text, chosen->string()));
    FOVEA_TRY(config, ModelConfig::fromJson(json, chosen->string()));
    if (config.vocabulary < tokenizer.vocabularySize())
        return fail(Fault::BadFile, fmt::format("{}: the model knows {} tokens, the tokenizer {}.", chosen->string(), config.vocabulary, tokenizer.vocabularySize()),
                    "Set vocab_size to the tokenizer's size, or use --vocabulary.");
    return config;
}

Result<std::unique_ptr<Trainer>> trainerFor(const TrainingRun& run, ModelConfig config)
{
    if (run.start == RunStart::Resume) {
        FOVEA_TRY(trainer, Trainer::resume(run.out / kCheckpoint, config));
        if (run.steps) FOVEA_CHECK(trainer->changeSteps(*run.steps));
        return std::move(trainer);
    }
    for (const TrainingStage& stage : run.options.stages) config.context = std::max(config.context, stage.context);
    return Trainer::create(config, run.options);
}

Result<void> writeModel(const TrainingRun& run, const Trainer& trainer)
{
    FOVEA_CHECK(saveFile(run.out / "config.json", trainer.config().toJson().dump(2)));
    FOVEA_CHECK(saveWeights(run.out / "model.safetensors", trainer.weights(), trainer.config(), StoredType::F16));
    return trainer.save(run.out / kCheckpoint);
}

}   // namespace

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
    FOVEA_CHECK(prepareFolder(run));
    Corpus corpus;
    if (!run.corpus.empty()) {
        FOVEA_TRY(read, Corpus::read(run.corpus));
        corpus = std::move(read);
        reports.message(fmt::format("Read {} documents to train on; {} are held out.", corpus.train.size(), corpus.validation.size()));
    }
    FOVEA_TRY(tokenizer, tokenizerFor(run, corpus, reports, stop));
    FOVEA_TRY(config, configFor(run, tokenizer));
    FOVEA_TRY(trainer, trainerFor(run, config));
    FOVEA_TRY(source, sourceFor(run, trainer->options(), corpus, tokenizer));
    reports.message(fmt::format("Training from step {} to {}.", trainer->stepsDone(), trainer->options().schedule.steps));
    const TrainingHooks hooks{.progress = reports.progress,
                              .checkpoint = [&](const Trainer& at) { return writeModel(run, at); },
                              .checkpointEvery = run.checkpointEvery};
    return train(*trainer, *source, hooks, stop);
}

}   // namespace core
