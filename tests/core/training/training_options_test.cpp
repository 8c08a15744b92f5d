// Training options survive JSON, refuse what is illegal by name, and keep a plan's past when its length changes.
#include "core/training/training_options.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

namespace core::test {

namespace {

TrainingOptions unusualOptions()
{
    return {
        .schedule = {.peak = 0.1 + 0.2, .warmup = 7, .floor = 1.0 / 3.0, .steps = 33},
        .adamw = {.beta1 = 0.8, .beta2 = 0.999, .epsilon = 1e-7, .weightDecay = 0.0, .clip = 0.25},
        .stages = {{.untilStep = 5, .context = 3, .batch = 2, .text = {.natural = 1.0, .stories = 0.0, .randomRepeats = 0.1, .naturalRepeats = 0.7}},
                   {.untilStep = 40, .context = 1, .batch = 1}},
        .data = "task \"quoted\"",
        .seed = std::numeric_limits<std::uint64_t>::max() - 3,
        .shards = 3};
}

// Through text, as a checkpoint keeps it.
Result<TrainingOptions> throughText(const TrainingOptions& options)
{
    const auto json = Json::parse(options.toJson().dump(), "options");
    EXPECT_TRUE(json);
    return TrainingOptions::fromJson(*json);
}

Json without(const Json& json, const std::string& key)
{
    Json::Object kept;
    for (const auto& member : *json.object())
        if (member.first != key) kept.push_back(member);
    return Json(kept);
}

}   // namespace

TEST(TrainingOptions, SurviveJson)
{
    for (const TrainingOptions& options : {defaultTraining(6000), uniformTraining(10, 64, 8), unusualOptions()}) {
        const auto read = throughText(options);
        ASSERT_TRUE(read) << read.error().what;
        EXPECT_EQ(*read, options);
    }
    TrainingOptions other = unusualOptions();   // equality sees the innermost number
    other.stages[0].text.naturalRepeats += 1e-15;
    EXPECT_NE(*throughText(other), unusualOptions());
}

TEST(TrainingOptions, JsonWithoutAMemberIsRefusedByItsName)
{
    const Json json = unusualOptions().toJson();
    EXPECT_EQ(TrainingOptions::fromJson(without(json, "data"))->data, "");   // the first version did not tell it
    for (const auto& member : *json.object()) {
        if (member.first == "data") continue;
        const auto read = TrainingOptions::fromJson(without(json, member.first));
        ASSERT_FALSE(read) << member.first;
        EXPECT_EQ(read.error().fault, Fault::BadFile);
        EXPECT_NE(read.error().what.find(member.first), std::string::npos) << read.error().what;
    }
    const Json::Array& stages = *json.find("stages")->array();
    for (const auto& member : *stages[0].object()) {
        Json damaged = json;
        damaged.set("stages", Json(Json::Array{without(stages[0], member.first)}));
        const auto read = TrainingOptions::fromJson(damaged);
        ASSERT_FALSE(read) << member.first;
        EXPECT_NE(read.error().what.find(member.first), std::string::npos) << read.error().what;
    }
}

TEST(TrainingOptions, JsonWithAnIllegalValueIsABadFile)
{
    Json json = unusualOptions().toJson();
    json.set("shards", 0);
    const auto read = TrainingOptions::fromJson(json);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().fault, Fault::BadFile);
    EXPECT_EQ(read.error().what, "The training option shards is 0.");
    EXPECT_EQ(read.error().remedy, "Give a value between 1 and 64.");
}

TEST(TrainingOptions, RefuseIllegalValuesByNameAndNumber)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    struct Case {
        std::function<void(TrainingOptions&)> spoil;
        std::string says;
    };
    const Case cases[] = {
        {[](TrainingOptions& o) { o.schedule.steps = -5; }, "steps is -5"},
        {[&](TrainingOptions& o) { o.schedule.peak = nan; }, "learning rate is nan"},
        {[](TrainingOptions& o) { o.schedule.warmup = -1; }, "warmup is -1"},
        {[](TrainingOptions& o) { o.schedule.floor = 1.5; }, "floor is 1.5"},
        {[](TrainingOptions& o) { o.adamw.beta1 = 1.0; }, "beta1 is 1"},
        {[](TrainingOptions& o) { o.adamw.beta2 = -0.5; }, "beta2 is -0.5"},
        {[](TrainingOptions& o) { o.adamw.epsilon = 0.0; }, "epsilon is 0"},
        {[](TrainingOptions& o) { o.adamw.weightDecay = 11; }, "weight decay is 11"},
        {[](TrainingOptions& o) { o.adamw.clip = -1; }, "clip is -1"},
        {[](TrainingOptions& o) { o.shards = 65; }, "shards is 65"},
        {[](TrainingOptions& o) { o.stages.clear(); }, "at least one stage"},
        {[](TrainingOptions& o) { o.stages[0].context = 0; }, "context is 0"},
        {[](TrainingOptions& o) { o.stages[0].batch = -2; }, "batch is -2"},
        {[](TrainingOptions& o) { o.stages[0].context = o.stages[0].batch = 1 << 20; }, "batch times context is 1099511627776"},
        {[](TrainingOptions& o) { o.stages[1].untilStep = 4; }, "ends at step 4, before it begins at 5"},
        {[](TrainingOptions& o) { o.stages[1].untilStep = 32; }, "ends at step 32, the run has 33"},
    };
    ASSERT_TRUE(unusualOptions().check());
    for (const Case& c : cases) {
        TrainingOptions options = unusualOptions();
        c.spoil(options);
        const auto legal = options.check();
        ASSERT_FALSE(legal) << c.says;
        EXPECT_EQ(legal.error().fault, Fault::BadInput);
        EXPECT_NE(legal.error().what.find(c.says), std::string::npos) << legal.error().what;
        EXPECT_FALSE(legal.error().remedy.empty()) << c.says;
    }
}

TEST(TrainingOptions, FindTheStageAndCountTheTokensOfAStep)
{
    const TrainingOptions options = unusualOptions();   // 5 steps of 6 tokens, then of 1
    EXPECT_EQ(options.stageAt(0), options.stages[0]);
    EXPECT_EQ(options.stageAt(4), options.stages[0]);
    EXPECT_EQ(options.stageAt(5), options.stages[1]);
    EXPECT_EQ(options.stageAt(1000), options.stages[1]);
    EXPECT_EQ(options.tokensBefore(0), 0);
    EXPECT_EQ(options.tokensBefore(3), 18);
    EXPECT_EQ(options.tokensBefore(5), 30);
    EXPECT_EQ(options.tokensBefore(33), 58);
}

TEST(TrainingOptions, TheBuiltInRecipeIsLegalAtEveryLength)
{
    for (const Index steps : {0, 1, 2, 7, 33, 5500, 6000}) {
        const TrainingOptions options = defaultTraining(steps);
        ASSERT_TRUE(options.check()) << steps;
        EXPECT_EQ(options.tokensBefore(steps), 4096 * steps) << steps;
        EXPECT_EQ(options.stages.back().untilStep, steps);
    }
    EXPECT_EQ(defaultTraining(5500).stages[2].untilStep, 4400);   // the last fifth is at the longest context
    EXPECT_EQ(defaultTraining(5500).stageAt(4400).context, 2048);
    EXPECT_FALSE(defaultTraining(std::numeric_limits<Index>::max()).check());
    EXPECT_FALSE(defaultTraining(-1).check());
}

TEST(TrainingOptions, SharesOfTheBuiltInRecipeSumToOneAndRepeatsGiveWay)
{
    const TrainingOptions options = defaultTraining(6000);
    double repeats = 1.0;
    for (const TrainingStage& stage : options.stages) {
        const MixtureWeights& w = stage.text;
        EXPECT_NEAR(w.natural + w.stories + w.randomRepeats + w.naturalRepeats, 1.0, 1e-12);
        EXPECT_GE(w.stories, 0.25);
        EXPECT_LT(w.randomRepeats, repeats);
        repeats = w.randomRepeats;
    }
}

TEST(TrainingOptions, AnotherLengthKeepsWhatIsDoneAndStretchesTheRest)
{
    const TrainingOptions whole = defaultTraining(100);   // stages end at 40, 60, 80, 100
    const TrainingOptions longer = whole.withSteps(150, 50);
    const auto ends = [](const TrainingOptions& o) {
        std::vector<Index> result;
        for (const TrainingStage& stage : o.stages) result.push_back(stage.untilStep);
        return result;
    };
    EXPECT_EQ(ends(longer), (std::vector<Index>{40, 70, 110, 150}));
    EXPECT_EQ(longer.tokensBefore(50), whole.tokensBefore(50));
    EXPECT_EQ(ends(whole.withSteps(60, 50)), (std::vector<Index>{40, 52, 56, 60}));
    EXPECT_EQ(ends(whole.withSteps(120, 100)), (std::vector<Index>{40, 60, 80, 120}));   // a finished run goes on at its last stage
    EXPECT_EQ(ends(whole.withSteps(10, 50)), (std::vector<Index>{40, 50, 50, 50}));      // what is done cannot be undone
    EXPECT_EQ(whole.withSteps(100, 0), whole);
    EXPECT_FALSE(whole.withSteps(std::numeric_limits<Index>::max(), 50).check());
}

}   // namespace core::test
