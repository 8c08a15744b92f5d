// A training run as a person meets it: a folder of text in, a model folder out, stopped and resumed, and every refusal a sentence.
#include "core/training/training_run.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/file.h"
#include "core/base/memory.h"
#include "core/model/model.h"
#include "core/training/bpe_trainer.h"
#include "tests/core/training/tiny_runs.h"

namespace core::test {

namespace {

std::string contentOf(const std::filesystem::path& file) { return readFile(file, std::size_t(64) << 20).value_or("unreadable " + file.string()); }

ModelConfig smallConfig(Architecture architecture)
{
    ModelConfig config = architecture == Architecture::Llama ? tinyLlama() : tinyGptNeoX();
    config.vocabulary = 280;
    config.layers = 1;
    config.context = 4;
    return config;
}

class TrainingRuns : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::filesystem::create_directories(folder / "corpus");
        std::string lines;
        for (int work = 0; work < 6; ++work)
            lines += "{\"title\": \"Work " + std::to_string(work) + "\", \"text\": \"The fox saw the hen. The hen saw the fox and " +
                     std::to_string(work * 111) + " eggs. They all went home.\\nIt was late.\"}\n";
        put("corpus/tales.jsonl", lines);
        put("config.json", smallConfig(Architecture::GptNeoX).toJson().dump());
    }
    void put(const std::string& name, const std::string& content) const { ASSERT_TRUE(saveFile(folder / name, content)); }
    // A run in `out` that needs no tokenizer of its own, which is what takes time.
    TrainingRun run(const std::string& out) const
    {
        std::filesystem::create_directories(folder / out);
        put(out + "/tokenizer.json", trainByteLevelBpe({}, {.vocabulary = 257})->dump());
        TrainingRun result{.corpus = folder / "corpus", .out = folder / out, .config = folder / "config.json", .options = uniformTraining(6, 12, 4)};
        result.options.stages = {{.untilStep = 4, .context = 12, .batch = 4}, {.untilStep = 6, .context = 24, .batch = 2}};
        result.checkpointEvery = 2;
        return result;
    }
    static TrainingRun resumed(TrainingRun run)
    {
        run.start = RunStart::Resume;
        run.config.reset();
        return run;
    }
    static void expectRefusal(const TrainingRun& run, Fault fault, const std::string& says)
    {
        const auto done = runTraining(run, {});
        ASSERT_FALSE(done) << says;
        EXPECT_EQ(done.error().fault, fault) << done.error().what;
        EXPECT_NE(done.error().what.find(says), std::string::npos) << done.error().what;
        EXPECT_TRUE(done.error().what.ends_with('.')) << done.error().what;
        EXPECT_FALSE(done.error().remedy.empty()) << done.error().what;
    }
    static void expectRuns(const TrainingRun& run)
    {
        const auto done = runTraining(run, {});
        EXPECT_TRUE(done) << done.error().what;
    }

    TemporaryFolder folder;
};

}   // namespace

TEST_F(TrainingRuns, TrainATokenizerAndAModelThatOpens)
{
    TrainingRun whole = run("model");
    std::filesystem::remove(whole.out / "tokenizer.json");
    whole.vocabulary = 280;
    std::vector<std::string> messages;
    std::vector<Index> steps;
    const auto done = runTraining(whole, {.message = [&](const std::string& sentence) { messages.push_back(sentence); },
                                          .progress = [&](const TrainingProgress& progress) { steps.push_back(progress.step); }});
    ASSERT_TRUE(done) << done.error().what;
    EXPECT_EQ(steps, (std::vector<Index>{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(messages, (std::vector<std::string>{"Read 6 documents to train on; 0 are held out.", "Training a tokenizer of 280 tokens.",
                                                  "Training from step 0 to 6."}));
    const auto model = openModel(whole.out);
    ASSERT_TRUE(model) << model.error().what;
    const ModelConfig& config = (*model)->transformer->config();
    EXPECT_EQ((*model)->tokenizer.vocabularySize(), 280);
    EXPECT_EQ(config.context, 24);   // grew from 4 to what it was trained on
    EXPECT_EQ(config.startToken, (*model)->tokenizer.startToken());
    const auto tokens = (*model)->tokenizer.encode("The fox saw the hen.");
    ASSERT_TRUE(tokens) << tokens.error().what;
    EXPECT_TRUE((*model)->transformer->run(*tokens));
}

TEST_F(TrainingRuns, StoppedAndResumedGiveTheSameBits)
{
    for (const Index stopAfter : {1, 3, 5}) {   // before and after a checkpoint, in either stage
        const std::string suffix = std::to_string(stopAfter);
        const TrainingRun whole = run("whole" + suffix), stopped = run("stopped" + suffix);
        expectRuns(whole);
        std::stop_source stop;
        std::string lastWord;
        const auto interrupted = runTraining(stopped,
                                             {.message = [&](const std::string& sentence) { lastWord = sentence; },
                                              .progress =
                                                  [&](const TrainingProgress& progress) {
                                                      if (progress.step == stopAfter) stop.request_stop();
                                                  }},
                                             stop.get_token());
        EXPECT_EQ(lastWord, "Saved after step " + suffix + " of 6 in " + stopped.out.string() + "; go on with --resume.");
        ASSERT_FALSE(interrupted);
        EXPECT_EQ(interrupted.error().fault, Fault::Cancelled);
        EXPECT_EQ(readTrainingRecord(checkpointIn(stopped.out))->stepsDone, stopAfter);
        EXPECT_TRUE(openModel(stopped.out));   // a stopped run leaves a model, too
        EXPECT_NE(contentOf(whole.out / "model.safetensors"), contentOf(stopped.out / "model.safetensors"));
        expectRuns(resumed(stopped));
        for (const char* file : {"config.json", "tokenizer.json", "model.safetensors", "checkpoint.safetensors"})
            EXPECT_EQ(contentOf(whole.out / file), contentOf(stopped.out / file)) << file;
    }
}

TEST_F(TrainingRuns, AnotherSeedGivesAnotherModel)
{
    TrainingRun one = run("one"), other = run("other");
    other.options.seed = 2;
    expectRuns(one);
    expectRuns(other);
    EXPECT_NE(contentOf(one.out / "model.safetensors"), contentOf(other.out / "model.safetensors"));
}

TEST_F(TrainingRuns, GoOnForLongerWhenAskedTo)
{
    TrainingRun longer = run("model");
    expectRuns(longer);
    longer = resumed(longer);
    longer.steps = 9;
    expectRuns(longer);
    const auto record = readTrainingRecord(checkpointIn(longer.out));
    ASSERT_TRUE(record) << record.error().what;
    EXPECT_EQ(record->stepsDone, 9);
    EXPECT_EQ(record->options.schedule.steps, 9);
}

TEST_F(TrainingRuns, RefuseAFolderInUse)
{
    const TrainingRun first = run("model");
    expectRuns(first);
    expectRefusal(first, Fault::BadInput, first.out.string() + " holds the checkpoint of a run");
    std::filesystem::remove(checkpointIn(first.out));
    const std::string model = contentOf(first.out / "model.safetensors");
    expectRefusal(first, Fault::BadInput, first.out.string() + " holds a model");
    EXPECT_EQ(contentOf(first.out / "model.safetensors"), model);
    expectRefusal(resumed(first), Fault::BadFile, first.out.string() + " holds no checkpoint");
}

TEST_F(TrainingRuns, RefuseARequestThatDoesNotFit)
{
    TrainingRun both = run("model"), neither = both, often = both, unknown = both, smaller = both, illegal = both, other = both, nowhere = both;
    nowhere.out.clear();
    expectRefusal(nowhere, Fault::BadInput, "needs a folder");
    both.task = "copy";
    expectRefusal(both, Fault::BadInput, "either a corpus or a task");
    neither.corpus.clear();
    expectRefusal(neither, Fault::BadInput, "either a corpus or a task");
    often.checkpointEvery = -2;
    expectRefusal(often, Fault::BadInput, "-2");
    unknown.corpus.clear();
    unknown.task = "sort";
    expectRefusal(unknown, Fault::BadInput, "sort");
    ModelConfig config = smallConfig(Architecture::GptNeoX);
    config.vocabulary = 256;
    put("config.json", config.toJson().dump());
    expectRefusal(smaller, Fault::BadFile, "the model knows 256 tokens, the tokenizer 257");
    illegal.options.stages.back().untilStep = 5;
    expectRefusal(illegal, Fault::BadInput, "ends at step 5");
    other.start = RunStart::Resume;
    expectRefusal(other, Fault::BadInput, "keeps the model");
    other.corpus = folder / "nothing";
    other.start = RunStart::New;
    expectRefusal(other, Fault::BadFile, "nothing");
}

TEST_F(TrainingRuns, ResumeOnTheDataTheyWereStartedWith)
{
    const TrainingRun first = run("model");
    expectRuns(first);
    const std::string model = contentOf(first.out / "model.safetensors");
    TrainingRun task = resumed(first), other = task, moved = task;
    task.corpus.clear();
    task.task = "copy";
    expectRefusal(task, Fault::BadInput, "of 6 documents, and not from task copy");
    std::filesystem::create_directories(folder / "elsewhere");
    std::filesystem::copy_file(folder / "corpus" / "tales.jsonl", folder / "elsewhere" / "tales.jsonl");
    moved.corpus = other.corpus = folder / "elsewhere";
    expectRuns(moved);
    std::string text = contentOf(folder / "corpus" / "tales.jsonl");
    text[text.find("fox")] = 'b';
    put("elsewhere/tales.jsonl", text);
    expectRefusal(other, Fault::BadInput, "and not from corpus ");
    EXPECT_EQ(contentOf(first.out / "model.safetensors"), model);
}

TEST_F(TrainingRuns, ResumeWithNoFewerStepsThanAreDone)
{
    TrainingRun first = run("model");
    expectRuns(first);
    first = resumed(first);
    first.steps = 5;
    expectRefusal(first, Fault::BadInput, "has done 6 steps, which is more than 5");
    first.steps = 6;
    expectRuns(first);
}

TEST_F(TrainingRuns, RefuseAVocabularyThatWouldBeIgnored)
{
    TrainingRun there = run("model"), later = resumed(there), task = there;
    there.vocabulary = later.vocabulary = task.vocabulary = 300;
    expectRefusal(there, Fault::BadInput, "tokenizer.json has 257 tokens, and 300 are asked for");
    expectRefusal(later, Fault::BadInput, "keeps its tokenizer");
    task.corpus.clear();
    task.task = "copy";
    expectRefusal(task, Fault::BadInput, "no vocabulary to choose");
    there.vocabulary = 257;
    expectRuns(there);
}

TEST_F(TrainingRuns, LeaveNothingWhenTheyCannotStart)
{
    const TrainingRun good{.corpus = folder / "corpus", .out = folder / "new" / "model", .options = uniformTraining(6, 12, 4)};
    TrainingRun noConfig = good, noCorpus = good, smaller = good;
    noConfig.config = folder / "no_config.json";
    expectRefusal(noConfig, Fault::BadFile, "no_config.json");
    noCorpus.corpus = folder / "nothing";
    expectRefusal(noCorpus, Fault::BadFile, "nothing");
    smaller.config = folder / "config.json";   // knows 280 tokens
    smaller.vocabulary = 290;
    expectRefusal(smaller, Fault::BadFile, "the model knows 280 tokens, the tokenizer 290");
    const std::int64_t budget = memoryBudget();
    setMemoryBudget(1000);
    const auto tooLarge = runTraining(good, {});
    setMemoryBudget(budget);
    ASSERT_FALSE(tooLarge);
    EXPECT_EQ(tooLarge.error().fault, Fault::OverBudget);
    EXPECT_FALSE(std::filesystem::exists(folder / "new"));
}

TEST_F(TrainingRuns, ResumeNeedsTheTokenizerAndAnUndamagedCheckpoint)
{
    const TrainingRun first = run("model");
    expectRuns(first);
    const std::string tokenizer = contentOf(first.out / "tokenizer.json"), checkpoint = contentOf(checkpointIn(first.out));
    std::filesystem::remove(first.out / "tokenizer.json");
    expectRefusal(resumed(first), Fault::BadFile, "tokenizer.json");
    put("model/tokenizer.json", tokenizer);
    put("model/checkpoint.safetensors", checkpoint.substr(0, checkpoint.size() / 2));
    expectRefusal(resumed(first), Fault::BadFile, "checkpoint.safetensors");
    put("model/checkpoint.safetensors", checkpoint);
    expectRuns(resumed(first));
}

TEST_F(TrainingRuns, LearnATaskFromItsNameAlone)
{
    TrainingRun task{.task = "repeats", .out = folder / "task", .options = uniformTraining(2, 16, 2)};
    expectRuns(task);
    const auto model = openModel(task.out);
    ASSERT_TRUE(model) << model.error().what;
    ModelConfig expected = taskModel(257, (*model)->tokenizer.startToken());
    expected.context = 16;
    EXPECT_EQ((*model)->transformer->config(), expected);
}

TEST_F(TrainingRuns, OfEveryArchitectureAndLength)
{
    put("config.json", smallConfig(Architecture::Llama).toJson().dump());
    for (const Index steps : {0, 1, 2}) {   // so short that most stages of the built-in recipe have no step
        TrainingRun shortest = run("model" + std::to_string(steps));
        shortest.options = defaultTraining(steps);
        expectRuns(shortest);
        EXPECT_TRUE(openModel(shortest.out)) << steps;
    }
}

TEST(TrainingModels, AreLegalAndOfTheSizeTheyAreKnownFor)
{
    const ModelConfig small = smallModel(4096, 0), task = taskModel(257, 0);
    EXPECT_TRUE(small.check("small"));
    EXPECT_TRUE(task.check("task"));
    Index parameters = 0;
    forEachTensor(Weights<float>::zeros(small), [&](const std::string&, const float*, Index size, bool) { parameters += size; });
    EXPECT_EQ(parameters, 4'208'128);
    EXPECT_EQ(small.rotaryDim, small.headDim);
}

}   // namespace core::test
