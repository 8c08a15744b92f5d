// A stop may come at any moment: nothing goes on for longer than a layer, the step that was under way leaves no trace, and a run that was
// killed between two files of its folder can always go on or begin anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "core/base/file.h"
#include "core/model/model.h"
#include "core/training/graph.h"
#include "core/training/initialise.h"
#include "core/training/training_run.h"
#include "tests/core/training/tiny_runs.h"

namespace core::test {

namespace {

std::string contentOf(const std::filesystem::path& file) { return readFile(file, std::size_t(64) << 20).value_or("unreadable " + file.string()); }

TEST(Stop, EndsAGraphBeforeItsNextLayer)
{
    std::stop_source stop;
    stop.request_stop();
    for (const ModelConfig& config : {tinyGptNeoX(), tinyLlama()}) {
        const std::vector<TokenId> inputs(6, 1), targets(6, 2);
        TrainingGraph<float> graph(config, 2, 3);
        Weights<float> gradients = Weights<float>::zeros(config);
        const Weights<float> weights = initialWeights(config, 1);
        const auto touched = [&] {
            bool any = false;
            forEachTensor(gradients, [&](const std::string&, const float* data, Index size, bool) {
                any = any || std::any_of(data, data + size, [](float g) { return g != 0.0f; });
            });
            return any;
        };
        EXPECT_EQ(graph.lossAndGradients(weights, inputs, targets, 1.0, gradients, stop.get_token()), 0.0);
        EXPECT_FALSE(touched());
        EXPECT_GT(graph.lossAndGradients(weights, inputs, targets, 1.0, gradients), 0.0);
        EXPECT_TRUE(touched());   // the check can fail
    }
}

// Asks for a stop while step `at` is computed: some rounds of another thread's life after its batch was drawn.
class Interrupting : public Counting {
public:
    Interrupting(Index vocabulary, Index at, int rounds) : Counting(vocabulary), m_at(at), m_rounds(rounds) {}
    void fill(Index step, Index sequences, Index length, std::span<TokenId> tokens) const override
    {
        Counting::fill(step, sequences, length, tokens);
        if (step != m_at || m_thread.joinable()) return;
        if (m_rounds == 0) m_stop.request_stop();
        m_thread = std::jthread([this] {
            for (int round = 0; round < m_rounds; ++round) std::this_thread::yield();
            m_stop.request_stop();
        });
    }
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    Index m_at;
    int m_rounds;
    mutable std::stop_source m_stop;
    mutable std::jthread m_thread;
};

TEST(Stop, WithinAStepAndResumedGivesTheSameBits)
{
    const TemporaryFolder folder;
    const ModelConfig config = tinyLlama();
    TrainingOptions options = shortRun(6);
    options.stages = {{.untilStep = 6, .context = 48, .batch = 8}};
    const auto whole = start(config, options);
    advance(*whole, 6);
    for (const int rounds : {0, 1, 10, 30, 100, 300, 1000, 3000}) {
        auto trainer = start(config, options);
        const TrainingHooks hooks{.checkpoint = [&](const Trainer& at) { return at.save(folder / "checkpoint.safetensors"); }};
        const Interrupting source(config.vocabulary, 3, rounds);
        const auto stopped = train(*trainer, source, hooks, source.token());
        if (rounds == 0) {   // a later stop may come when the run is over
            ASSERT_FALSE(stopped);
            EXPECT_EQ(trainer->stepsDone(), 3);
        }
        trainer.reset();
        auto resumed = Trainer::resume(folder / "checkpoint.safetensors", config);
        ASSERT_TRUE(resumed) << resumed.error().what;
        ASSERT_TRUE(train(**resumed, Counting(config.vocabulary), {}));
        EXPECT_EQ(numbers(**resumed), numbers(*whole)) << rounds;
    }
}

class KilledRuns : public ::testing::Test {
protected:
    TrainingRun run(const std::string& out) const
    {
        return {.task = "copy", .out = folder / out, .options = uniformTraining(4, 8, 2), .checkpointEvery = 2};
    }
    static TrainingRun resumed(TrainingRun run)
    {
        run.start = RunStart::Resume;
        return run;
    }
    // A first checkpoint in which `file` cannot be written, as if the process had ended there.
    static void breakAt(const TrainingRun& run, const char* file)
    {
        const auto done = runTraining(run, {.progress = [&](const TrainingProgress&) { std::filesystem::create_directories(run.out / file); }});
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().fault, Fault::System);
        std::filesystem::remove(run.out / file);
    }
    static void expectDone(const TrainingRun& run)
    {
        const auto done = runTraining(run, {});
        EXPECT_TRUE(done) << done.error().what;
    }
    void expectSameModel(const std::string& out)
    {
        const TrainingRun whole = run("whole");
        expectDone(whole);
        for (const char* name : {"config.json", "tokenizer.json", "model.safetensors", "checkpoint.safetensors"})
            EXPECT_EQ(contentOf(folder / out / name), contentOf(whole.out / name)) << name;
    }

    TemporaryFolder folder;
};

TEST_F(KilledRuns, BeforeTheFirstCheckpointBeginAnew)
{
    const TrainingRun killed = run("killed");
    breakAt(killed, "checkpoint.safetensors");
    const auto refused = runTraining(resumed(killed), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().remedy, "Start a new run without --resume.");
    std::vector<std::string> messages;
    ASSERT_TRUE(runTraining(killed, {.message = [&](const std::string& sentence) { messages.push_back(sentence); }}));
    EXPECT_EQ(messages.front(), "Using the tokenizer that is in " + killed.out.string() + ".");
    expectSameModel("killed");
}

TEST_F(KilledRuns, BetweenTheFirstCheckpointAndItsModelGoOn)
{
    const TrainingRun killed = run("killed");
    breakAt(killed, "model.safetensors");
    EXPECT_EQ(readTrainingRecord(checkpointIn(killed.out))->stepsDone, 2);
    expectDone(resumed(killed));
    expectSameModel("killed");
}

TEST_F(KilledRuns, WithAnIncompleteCheckpointBeginAnewAndSaySo)
{
    const TrainingRun killed = run("killed");
    breakAt(killed, "model.safetensors");
    const std::string part = contentOf(checkpointIn(killed.out)).substr(0, 5000);
    ASSERT_TRUE(saveFile(checkpointIn(killed.out), part));
    const auto refused = runTraining(resumed(killed), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().remedy, "Start a new run without --resume.");
    std::vector<std::string> messages;
    ASSERT_TRUE(runTraining(killed, {.message = [&](const std::string& sentence) { messages.push_back(sentence); }}));
    EXPECT_TRUE(std::ranges::any_of(messages, [](const std::string& said) { return said.find("is no complete checkpoint") != std::string::npos; }));
    EXPECT_EQ(contentOf(killed.out / "checkpoint.safetensors.incomplete"), part);
    expectSameModel("killed");
}

TEST_F(KilledRuns, NoRefusalSendsInACircle)
{
    const TrainingRun first = run("model");
    expectDone(first);
    std::filesystem::remove(checkpointIn(first.out));
    const auto again = runTraining(first, {}), further = runTraining(resumed(first), {});
    ASSERT_FALSE(again);
    ASSERT_FALSE(further);
    EXPECT_EQ(again.error().remedy, "Choose another folder.");
    EXPECT_EQ(further.error().remedy, "Start a new run in another folder.");
}

}   // namespace
}   // namespace core::test
