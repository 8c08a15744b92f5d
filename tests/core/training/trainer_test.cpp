// Laws of a training run: it learns, the number of threads changes nothing, and a run that was stopped and resumed gives the same bits.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "core/base/parallel.h"
#include "core/training/trainer.h"
#include "tests/core/training/tiny_models.h"

namespace core::tests {

namespace {

// Start token, then a sequence that counts upwards from a random id: each token foretells the next one.
class Counting : public BatchSource {
public:
    explicit Counting(Index vocabulary) : m_vocabulary(vocabulary) {}
    void fill(Index step, Index sequences, Index length, std::span<TokenId> tokens) const override
    {
        for (Index s = 0; s < sequences; ++s) {
            Random random(hashOf(hashOf(9, std::uint64_t(step)), std::uint64_t(s)));
            const Index start = random.below(m_vocabulary - 1);
            for (Index i = 0; i <= length; ++i)
                tokens[std::size_t(s * (length + 1) + i)] = i == 0 ? 0 : TokenId(1 + (start + i) % (m_vocabulary - 1));
        }
    }

private:
    Index m_vocabulary;
};

TrainingOptions shortRun(Index steps)
{
    TrainingOptions options;
    options.schedule = {.peak = 1e-2, .warmup = 3, .floor = 0.1, .steps = steps};
    options.stages = {{.untilStep = 5, .context = 6, .batch = 6}, {.untilStep = steps, .context = 9, .batch = 3}};
    return options;
}

std::unique_ptr<Trainer> start(const ModelConfig& config, const TrainingOptions& options)
{
    auto trainer = Trainer::create(config, options);
    EXPECT_TRUE(trainer.has_value()) << trainer.error().what;
    return std::move(*trainer);
}

void advance(Trainer& trainer, Index steps)
{
    for (Index i = 0; i < steps; ++i) ASSERT_TRUE(trainer.step(Counting(trainer.config().vocabulary)));
}

// All numbers of all tensors, for comparison bit by bit.
std::vector<float> numbers(const Trainer& trainer)
{
    std::vector<float> all;
    forEachTensor(trainer.weights(), [&](const std::string&, const float* data, Index size, bool) { all.insert(all.end(), data, data + size); });
    return all;
}

class TemporaryFolder {
public:
    TemporaryFolder() : m_path(std::filesystem::temp_directory_path() / ("fovea-trainer-test-" + std::to_string(::getpid())))
    {
        std::filesystem::create_directories(m_path);
    }
    ~TemporaryFolder() { std::filesystem::remove_all(m_path); }
    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

}   // namespace

TEST(Trainer, lossFallsOnASequenceThatCanBePredicted)
{
    TrainingOptions options = shortRun(120);
    const auto trainer = start(tinyGptNeoX(), options);
    double first = 0.0, last = 0.0;
    while (!trainer->finished()) {
        const auto progress = trainer->step(Counting(11));
        ASSERT_TRUE(progress) << progress.error().what;
        (progress->step == 1 ? first : last) = progress->loss;
    }
    EXPECT_NEAR(first, std::log(11.0), 0.05);   // small random weights know nothing
    EXPECT_LE(last, 0.5);
}

TEST(Trainer, givesTheSameBitsForAnyNumberOfThreads)
{
    std::vector<std::vector<float>> runs;
    for (const int threads : {1, 2, 5}) {
        setThreadCount(threads);
        const auto trainer = start(tinyLlama(), shortRun(8));
        advance(*trainer, 8);
        runs.push_back(numbers(*trainer));
    }
    setThreadCount(0);
    EXPECT_EQ(runs[0], runs[1]);
    EXPECT_EQ(runs[0], runs[2]);
}

TEST(Trainer, resumesWithTheSameBits)
{
    const TemporaryFolder folder;
    const ModelConfig config = tinyGptNeoX();
    const auto whole = start(config, shortRun(10));
    advance(*whole, 10);

    auto interrupted = start(config, shortRun(10));
    advance(*interrupted, 6);
    ASSERT_TRUE(interrupted->save(folder / "checkpoint.safetensors"));
    interrupted.reset();
    auto resumed = Trainer::resume(folder / "checkpoint.safetensors", config);
    ASSERT_TRUE(resumed) << resumed.error().what;
    EXPECT_EQ((*resumed)->stepsDone(), 6);
    EXPECT_EQ((*resumed)->options(), shortRun(10));
    advance(**resumed, 4);
    EXPECT_TRUE((*resumed)->finished());
    EXPECT_EQ(numbers(**resumed), numbers(*whole));
}

TEST(Trainer, anotherSeedGivesOtherWeights)
{
    TrainingOptions options = shortRun(10);
    const auto one = start(tinyLlama(), options);
    options.seed = 2;
    EXPECT_NE(numbers(*one), numbers(*start(tinyLlama(), options)));
}

TEST(Trainer, refusesACheckpointOfAnotherModel)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(start(tinyGptNeoX(), shortRun(10))->save(folder / "checkpoint.safetensors"));
    ModelConfig other = tinyGptNeoX();
    other.layers = 3;
    const auto resumed = Trainer::resume(folder / "checkpoint.safetensors", other);
    ASSERT_FALSE(resumed);
    EXPECT_EQ(resumed.error().fault, Fault::BadFile);
    EXPECT_NE(resumed.error().what.find("checkpoint.safetensors"), std::string::npos);

    const auto missing = Trainer::resume(folder / "nothing.safetensors", other);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().fault, Fault::BadFile);
}

TEST(Trainer, aStopLeavesTheWeightsOfTheLastWholeStep)
{
    const auto trainer = start(tinyGptNeoX(), shortRun(10)), other = start(tinyGptNeoX(), shortRun(10));
    advance(*trainer, 3);
    advance(*other, 3);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = trainer->step(Counting(11), stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().fault, Fault::Cancelled);
    EXPECT_EQ(trainer->stepsDone(), 3);
    EXPECT_EQ(numbers(*trainer), numbers(*other));
    advance(*trainer, 2);   // nothing of the stopped step lingers in the gradients
    advance(*other, 2);
    EXPECT_EQ(numbers(*trainer), numbers(*other));
}

TEST(Trainer, namesTheStepWhereTheLossIsNoNumber)
{
    TrainingOptions options = shortRun(10);
    options.adamw.clip = 0.0;
    options.schedule.peak = 10.0;
    options.adamw.weightDecay = 10.0;   // multiplies the weights by −99 at each step
    options.schedule.warmup = 0;
    options.schedule.steps = 400;
    options.stages = {{.untilStep = 400, .context = 3, .batch = 1}};
    const auto trainer = start(tinyGptNeoX(), options);
    Result<TrainingProgress> progress;
    while (!trainer->finished() && progress) progress = trainer->step(Counting(11));
    ASSERT_FALSE(progress);
    EXPECT_EQ(progress.error().fault, Fault::NotFinite);
    EXPECT_NE(progress.error().what.find("step " + std::to_string(trainer->stepsDone())), std::string::npos) << progress.error().what;
}

TEST(Trainer, callsHooksAndWritesACheckpointAtAStop)
{
    const auto trainer = start(tinyGptNeoX(), shortRun(10));
    std::stop_source stop;
    std::vector<Index> checkpoints, steps;
    const TrainingHooks hooks{.progress =
                                  [&](const TrainingProgress& progress) {
                                      steps.push_back(progress.step);
                                      if (progress.step == 7) stop.request_stop();
                                  },
                              .checkpoint = [&](const Trainer& at) -> Result<void> {
                                  checkpoints.push_back(at.stepsDone());
                                  return {};
                              },
                              .checkpointEvery = 3};
    const auto stopped = train(*trainer, Counting(11), hooks, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().fault, Fault::Cancelled);
    EXPECT_EQ(checkpoints, (std::vector<Index>{3, 6, 7}));
    ASSERT_TRUE(train(*trainer, Counting(11), hooks));
    EXPECT_EQ(checkpoints, (std::vector<Index>{3, 6, 7, 9, 10}));
    EXPECT_EQ(steps, (std::vector<Index>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
}

TEST(Trainer, refusesOptionsByNameAndNumber)
{
    TrainingOptions options = shortRun(10);
    options.stages.back().untilStep = 7;
    const auto trainer = Trainer::create(tinyGptNeoX(), options);
    ASSERT_FALSE(trainer);
    EXPECT_EQ(trainer.error().fault, Fault::BadInput);
    EXPECT_NE(trainer.error().what.find('7'), std::string::npos);
    EXPECT_NE(trainer.error().what.find("10"), std::string::npos);
}

}   // namespace core::tests
