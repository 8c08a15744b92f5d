#include "core/training/training_options.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace core {

namespace {

constexpr Index kLargest = Index(1) << 30;

Result<void> within(const char* option, double value, double least, double most)
{
    if (value >= least && value <= most) return {};
    return fail(Fault::BadInput, fmt::format("The training option {} is {}.", option, value),
                fmt::format("Give a value between {} and {}.", least, most));
}

Result<void> checkStages(const TrainingOptions& options)
{
    if (options.stages.empty()) return fail(Fault::BadInput, "A training run needs at least one stage.", "Say how long the sequences are.");
    Index begin = 0;
    for (const TrainingStage& stage : options.stages) {
        FOVEA_CHECK(within("context", double(stage.context), 1, 1 << 20));
        FOVEA_CHECK(within("batch", double(stage.batch), 1, 1 << 20));
        FOVEA_CHECK(within("batch times context", double(stage.batch) * double(stage.context), 1, double(kLargest)));
        FOVEA_CHECK(within("end of a stage", double(stage.untilStep), 0, double(kLargest)));
        if (stage.untilStep < begin)
            return fail(Fault::BadInput, fmt::format("A training stage ends at step {}, before it begins at {}.", stage.untilStep, begin),
                        "List the stages in the order of their steps.");
        begin = stage.untilStep;
    }
    if (begin < options.schedule.steps)
        return fail(Fault::BadInput, fmt::format("The last training stage ends at step {}, the run has {} steps.", begin, options.schedule.steps),
                    "Let the last stage reach the end of the run.");
    return {};
}

}   // namespace

const TrainingStage& TrainingOptions::stageAt(Index step) const
{
    for (const TrainingStage& stage : stages)
        if (step < stage.untilStep) return stage;
    return stages.back();
}

std::int64_t TrainingOptions::tokensBefore(Index step) const
{
    std::int64_t tokens = 0;
    Index begin = 0;
    for (const TrainingStage& stage : stages) {
        const Index end = std::min(stage.untilStep, step);
        tokens += std::int64_t(std::max<Index>(0, end - begin)) * stage.batch * stage.context;
        begin = std::max(begin, end);
    }
    return tokens;
}

Result<void> TrainingOptions::check() const
{
    FOVEA_CHECK(within("steps", double(schedule.steps), 0, double(kLargest)));
    FOVEA_CHECK(within("learning rate", schedule.peak, 0, 10));
    FOVEA_CHECK(within("warmup", double(schedule.warmup), 0, double(kLargest)));
    FOVEA_CHECK(within("floor", schedule.floor, 0, 1));
    FOVEA_CHECK(within("beta1", adamw.beta1, 0, 0.999999));
    FOVEA_CHECK(within("beta2", adamw.beta2, 0, 0.999999));
    FOVEA_CHECK(within("epsilon", adamw.epsilon, 1e-12, 1));
    FOVEA_CHECK(within("weight decay", adamw.weightDecay, 0, 10));
    FOVEA_CHECK(within("clip", adamw.clip, 0, 1e9));
    FOVEA_CHECK(within("shards", double(shards), 1, 64));
    return checkStages(*this);
}

TrainingOptions TrainingOptions::withSteps(Index steps, Index done) const
{
    TrainingOptions changed = *this;
    changed.schedule.steps = std::max(steps, done);
    const double stretch = double(changed.schedule.steps - done) / double(std::max<Index>(1, schedule.steps - done));
    for (TrainingStage& stage : changed.stages)
        if (stage.untilStep > done) {
            const double ahead = std::round(stretch * double(stage.untilStep - done));
            stage.untilStep = ahead < double(changed.schedule.steps - done) ? done + Index(ahead) : changed.schedule.steps;
        }
    changed.stages.back().untilStep = std::max(changed.stages.back().untilStep, changed.schedule.steps);
    return changed;
}

TrainingOptions defaultTraining(Index steps)
{
    TrainingOptions options;
    options.schedule.steps = steps;
    const auto fifths = [steps](int count) { return Index(double(steps) * count / 5); };
    options.stages = {
        {.untilStep = fifths(2),
         .context = 128,
         .batch = 32,
         .text = {.natural = 0.25, .stories = 0.35, .randomRepeats = 0.22, .naturalRepeats = 0.18}},
        {.untilStep = fifths(3),
         .context = 256,
         .batch = 16,
         .text = {.natural = 0.35, .stories = 0.40, .randomRepeats = 0.10, .naturalRepeats = 0.15}},
        {.untilStep = fifths(4),
         .context = 512,
         .batch = 8,
         .text = {.natural = 0.45, .stories = 0.35, .randomRepeats = 0.08, .naturalRepeats = 0.12}},
        {.untilStep = steps, .context = 2048, .batch = 2, .text = {.natural = 0.50, .stories = 0.35, .randomRepeats = 0.05, .naturalRepeats = 0.10}}};
    return options;
}

TrainingOptions uniformTraining(Index steps, Index context, Index batch)
{
    TrainingOptions options;
    options.schedule.steps = steps;
    options.stages = {{.untilStep = steps, .context = context, .batch = batch}};
    return options;
}

}   // namespace core
