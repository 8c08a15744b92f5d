// Laws of a training run: it learns, the number of threads changes nothing, and a run that was stopped and resumed gives the same bits.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "core/base/parallel.h"
#include "tests/core/training/tiny_runs.h"

namespace core::test {

TEST(Trainer, LossFallsOnASequenceThatCanBePredicted)
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

TEST(Trainer, GivesTheSameBitsForAnyNumberOfThreads)
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

TEST(Trainer, ResumesWithTheSameBits)
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

TEST(Trainer, AnotherSeedGivesOtherWeights)
{
    TrainingOptions options = shortRun(10);
    const auto one = start(tinyLlama(), options);
    options.seed = 2;
    EXPECT_NE(numbers(*one), numbers(*start(tinyLlama(), options)));
}

TEST(Trainer, AStopLeavesTheWeightsOfTheLastWholeStep)
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

TEST(Trainer, NamesTheStepWhereTheLossIsNoNumber)
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
    std::vector<float> before;
    while (!trainer->finished() && progress) {
        before = numbers(*trainer);
        progress = trainer->step(Counting(11));
    }
    ASSERT_FALSE(progress);
    EXPECT_EQ(std::memcmp(before.data(), numbers(*trainer).data(), before.size() * sizeof(float)), 0);   // NaN equals itself here
    EXPECT_EQ(progress.error().fault, Fault::NotFinite);
    EXPECT_NE(progress.error().what.find("step " + std::to_string(trainer->stepsDone())), std::string::npos) << progress.error().what;
}

TEST(Trainer, CallsHooksAndWritesACheckpointAtAStop)
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

TEST(Trainer, RefusesMoreMemoryThanAllowed)
{
    TrainingOptions options = shortRun(10);
    options.stages = {{.untilStep = 10, .context = 1 << 18, .batch = 1 << 10}};
    ModelConfig config = tinyLlama();
    config.heads = config.kvHeads = config.headDim = 4096;   // legal, and more bytes than a machine has addresses for
    config.rotaryDim = 0;
    config.layers = 1024;
    const auto trainer = Trainer::create(config, options);
    ASSERT_FALSE(trainer);
    EXPECT_EQ(trainer.error().fault, Fault::OverBudget);
}

TEST(Trainer, TellsTheLossTheRateAndWhatIsLeft)
{
    const auto trainer = start(tinyGptNeoX(), shortRun(10));
    double smoothed = 0.0;
    while (!trainer->finished()) {
        const double rate = trainer->options().schedule.rate(trainer->stepsDone());
        const auto progress = trainer->step(Counting(11));
        ASSERT_TRUE(progress) << progress.error().what;
        smoothed = progress->step == 1 ? progress->loss : smoothed + 0.02 * (progress->loss - smoothed);
        EXPECT_EQ(progress->step, trainer->stepsDone());
        EXPECT_EQ(progress->steps, 10);
        EXPECT_EQ(progress->learningRate, rate);
        EXPECT_NEAR(progress->smoothedLoss, smoothed, 1e-12);
        EXPECT_GT(progress->gradientNorm, 0.0);
        EXPECT_GT(progress->tokensPerSecond, 0.0);
        EXPECT_EQ(progress->secondsLeft == 0.0, trainer->finished());
    }
}

TEST(Trainer, RefusesOptionsByNameAndNumber)
{
    TrainingOptions options = shortRun(10);
    options.stages.back().untilStep = 7;
    const auto trainer = Trainer::create(tinyGptNeoX(), options);
    ASSERT_FALSE(trainer);
    EXPECT_EQ(trainer.error().fault, Fault::BadInput);
    EXPECT_NE(trainer.error().what.find('7'), std::string::npos);
    EXPECT_NE(trainer.error().what.find("10"), std::string::npos);
}

}   // namespace core::test
