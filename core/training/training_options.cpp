#include "core/training/training_options.h"

#include <fmt/format.h>

namespace core {

namespace {

constexpr Index kLargest = Index(1) << 30;

Result<void> within(const char* option, double value, double least, double most)
{
    if (value >= least && value <= most) return {};
    return fail(Fault::BadInput, fmt::format("The training option {} is {}.", option, value), fmt::format("Give a value between {} and {}.", least, most));
}

Result<void> checkStages(const TrainingOptions& options)
{
    if (options.stages.empty()) return fail(Fault::BadInput, "A training run needs at least one stage.");
    Index begin = 0;
    for (const TrainingStage& stage : options.stages) {
        FOVEA_CHECK(within("context", double(stage.context), 1, 1 << 20));
        FOVEA_CHECK(within("batch", double(stage.batch), 1, 1 << 20));
        if (stage.untilStep < begin)
            return fail(Fault::BadInput, fmt::format("A training stage ends at step {}, before it begins at {}.", stage.untilStep, begin));
        begin = stage.untilStep;
    }
    if (begin < options.schedule.steps)
        return fail(Fault::BadInput, fmt::format("The last training stage ends at step {}, the run has {} steps.", begin, options.schedule.steps));
    return {};
}

}   // namespace

const TrainingStage& TrainingOptions::stageAt(Index step) const
{
    for (const TrainingStage& stage : stages)
        if (step < stage.untilStep) return stage;
    return stages.back();
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

Json TrainingOptions::toJson() const
{
    Json::Array stageList;
    for (const TrainingStage& stage : stages)
        stageList.push_back(Json::object({{"until_step", std::int64_t(stage.untilStep)}, {"context", std::int64_t(stage.context)}, {"batch", std::int64_t(stage.batch)}}));
    return Json::object({{"steps", std::int64_t(schedule.steps)},
                         {"learning_rate", schedule.peak},
                         {"warmup", std::int64_t(schedule.warmup)},
                         {"floor", schedule.floor},
                         {"beta1", adamw.beta1},
                         {"beta2", adamw.beta2},
                         {"epsilon", adamw.epsilon},
                         {"weight_decay", adamw.weightDecay},
                         {"clip", adamw.clip},
                         {"seed", std::int64_t(seed)},
                         {"shards", std::int64_t(shards)},
                         {"stages", std::move(stageList)}});
}

Result<TrainingOptions> TrainingOptions::fromJson(const Json& json)
{
    TrainingOptions options;
    FOVEA_TRY(steps, json.integerAt("steps"));
    FOVEA_TRY(rate, json.numberAt("learning_rate"));
    FOVEA_TRY(warmup, json.integerAt("warmup"));
    FOVEA_TRY(floor, json.numberAt("floor"));
    options.schedule = {.peak = rate, .warmup = Index(warmup), .floor = floor, .steps = Index(steps)};
    FOVEA_TRY(beta1, json.numberAt("beta1"));
    FOVEA_TRY(beta2, json.numberAt("beta2"));
    FOVEA_TRY(epsilon, json.numberAt("epsilon"));
    FOVEA_TRY(decay, json.numberAt("weight_decay"));
    FOVEA_TRY(clip, json.numberAt("clip"));
    options.adamw = {.beta1 = beta1, .beta2 = beta2, .epsilon = epsilon, .weightDecay = decay, .clip = clip};
    FOVEA_TRY(seed, json.integerAt("seed"));
    FOVEA_TRY(shards, json.integerAt("shards"));
    options.seed = std::uint64_t(seed);
    options.shards = Index(shards);
    const Json* stageList = json.find("stages");
    if (!stageList || !stageList->array()) return fail(Fault::BadFile, "\"stages\" is not a list.");
    for (const Json& item : *stageList->array()) {
        FOVEA_TRY(until, item.integerAt("until_step"));
        FOVEA_TRY(context, item.integerAt("context"));
        FOVEA_TRY(batch, item.integerAt("batch"));
        options.stages.push_back({.untilStep = Index(until), .context = Index(context), .batch = Index(batch)});
    }
    if (auto legal = options.check(); !legal) return fail(Fault::BadFile, legal.error().what);
    return options;
}

TrainingOptions defaultTraining(Index steps)
{
    TrainingOptions options;
    options.schedule.steps = steps;
    options.stages = {{.untilStep = steps / 2, .context = 128, .batch = 32},
                      {.untilStep = steps * 13 / 20, .context = 256, .batch = 16},
                      {.untilStep = steps * 4 / 5, .context = 512, .batch = 8},
                      {.untilStep = steps, .context = 2048, .batch = 2}};
    return options;
}

}   // namespace core
