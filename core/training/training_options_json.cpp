// Training options as the JSON that a checkpoint keeps.
#include "core/training/training_options.h"

namespace core {

namespace {

Json jsonOf(const TrainingStage& stage)
{
    return Json::object({{"until_step", std::int64_t(stage.untilStep)},
                         {"context", std::int64_t(stage.context)},
                         {"batch", std::int64_t(stage.batch)},
                         {"natural", stage.text.natural},
                         {"stories", stage.text.stories},
                         {"random_repeats", stage.text.randomRepeats},
                         {"natural_repeats", stage.text.naturalRepeats}});
}

Result<TrainingStage> stageFrom(const Json& json)
{
    FOVEA_TRY(until, json.integerAt("until_step"));
    FOVEA_TRY(context, json.integerAt("context"));
    FOVEA_TRY(batch, json.integerAt("batch"));
    FOVEA_TRY(natural, json.numberAt("natural"));
    FOVEA_TRY(stories, json.numberAt("stories"));
    FOVEA_TRY(randomRepeats, json.numberAt("random_repeats"));
    FOVEA_TRY(naturalRepeats, json.numberAt("natural_repeats"));
    return TrainingStage{.untilStep = Index(until),
                         .context = Index(context),
                         .batch = Index(batch),
                         .text = {.natural = natural, .stories = stories, .randomRepeats = randomRepeats, .naturalRepeats = naturalRepeats}};
}

Result<Schedule> scheduleFrom(const Json& json)
{
    FOVEA_TRY(steps, json.integerAt("steps"));
    FOVEA_TRY(rate, json.numberAt("learning_rate"));
    FOVEA_TRY(warmup, json.integerAt("warmup"));
    FOVEA_TRY(floor, json.numberAt("floor"));
    return Schedule{.peak = rate, .warmup = Index(warmup), .floor = floor, .steps = Index(steps)};
}

Result<AdamWOptions> adamwFrom(const Json& json)
{
    FOVEA_TRY(beta1, json.numberAt("beta1"));
    FOVEA_TRY(beta2, json.numberAt("beta2"));
    FOVEA_TRY(epsilon, json.numberAt("epsilon"));
    FOVEA_TRY(decay, json.numberAt("weight_decay"));
    FOVEA_TRY(clip, json.numberAt("clip"));
    return AdamWOptions{.beta1 = beta1, .beta2 = beta2, .epsilon = epsilon, .weightDecay = decay, .clip = clip};
}

}   // namespace

Json TrainingOptions::toJson() const
{
    Json::Array stageList;
    for (const TrainingStage& stage : stages) stageList.push_back(jsonOf(stage));
    return Json::object({{"steps", std::int64_t(schedule.steps)},
                         {"learning_rate", schedule.peak},
                         {"warmup", std::int64_t(schedule.warmup)},
                         {"floor", schedule.floor},
                         {"beta1", adamw.beta1},
                         {"beta2", adamw.beta2},
                         {"epsilon", adamw.epsilon},
                         {"weight_decay", adamw.weightDecay},
                         {"clip", adamw.clip},
                         {"data", data},
                         {"seed", std::int64_t(seed)},
                         {"shards", std::int64_t(shards)},
                         {"stages", std::move(stageList)}});
}

Result<TrainingOptions> TrainingOptions::fromJson(const Json& json)
{
    TrainingOptions options;
    FOVEA_TRY(schedule, scheduleFrom(json));
    FOVEA_TRY(adamw, adamwFrom(json));
    FOVEA_TRY(data, json.stringAt("data", ""));
    FOVEA_TRY(seed, json.integerAt("seed"));
    FOVEA_TRY(shards, json.integerAt("shards"));
    options.schedule = schedule;
    options.adamw = adamw;
    options.data = data;
    options.seed = std::uint64_t(seed);
    options.shards = Index(shards);
    const Json* stageList = json.find("stages");
    if (!stageList || !stageList->array()) return fail(Fault::BadFile, "\"stages\" is missing or no list.", "Write the stages of the run as a list.");
    for (const Json& item : *stageList->array()) {
        FOVEA_TRY(stage, stageFrom(item));
        options.stages.push_back(stage);
    }
    if (auto legal = options.check(); !legal) return fail(Fault::BadFile, legal.error().what, legal.error().remedy);
    return options;
}

}   // namespace core
