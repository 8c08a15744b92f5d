// fovea train as a user meets it: a task to a model folder, going on, and what a trained model is measured by.
#include <gmock/gmock.h>

#include "core/model/model.h"
#include "program.h"

using test::isOneError;
using test::Outcome;
namespace fs = std::filesystem;
using ::testing::HasSubstr;

namespace {

class Train : public test::Program {
protected:
    Outcome train(std::vector<std::string> more) const
    {
        std::vector<std::string> arguments{"train", "--task", "copy", "--out", "model", "--context", "8", "--batch", "2", "--threads", "1"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    }
    Outcome resume(std::vector<std::string> more) const
    {
        std::vector<std::string> arguments{"train", "--task", "copy", "--out", "model", "--threads", "1", "--resume"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    }
};

TEST_F(Train, LeavesAModelThatOpensAndGoesOn)
{
    const Outcome first = train({"--steps", "3"});
    ASSERT_EQ(first.exitCode, 0) << first.err;
    EXPECT_EQ(first.out, "");
    EXPECT_THAT(first.err, HasSubstr("step 3/3"));
    EXPECT_TRUE(core::openModel(folder / "model"));
    const Outcome further = resume({"--steps", "5"});
    ASSERT_EQ(further.exitCode, 0) << further.err;
    EXPECT_THAT(further.err, HasSubstr("Training from step 3 to 5."));
}

TEST_F(Train, RefusesAFolderInUse)
{
    ASSERT_EQ(train({"--steps", "1"}).exitCode, 0);
    const Outcome again = train({"--steps", "1"});
    EXPECT_EQ(again.exitCode, 2);
    EXPECT_TRUE(isOneError(again)) << again.err;
    EXPECT_THAT(again.err, HasSubstr("--resume"));
}

TEST_F(Train, WrongUsageIsOneErrorAndExitCode2)
{
    const std::vector<std::vector<std::string>> wrong = {
        {"train"},
        {"train", "--task", "copy"},
        {"train", "--task", "sort", "--out", "model"},
        {"train", "--task", "copy", "--corpus", "texts", "--out", "model"},
        {"train", "--task", "copy", "--out", "model", "--steps", "-1"},
        {"train", "--task", "copy", "--out", "model", "--threads", "-1"},
        {"train", "--task", "copy", "--out", "model", "--json"},
        {"train", "--evaluate", "model", "--out", "other"},
        {"train", "--evaluate", "model", "--card", "README.md"},
        {"train", "--evaluate", "model", "--steps", "5"},
        {"train", "--evaluate", "model", "--resume"},
        {"train", "--evaluate", "model", "--seed", "5"},
        {"train", "--task", "copy", "--out", "model", "--seed", "-1"},
        {"train", "--task", "copy", "--out", "model", "--vocabulary", "300"},
        {"train", "--task", "copy", "--out", "model", "--steps", "99999999999999999999"},
        {"train", "--task", "copy", "--out", "model", "--steps", ""},
        {"train", "--task", "copy", "--out", "model", "--memory", "much"},
    };
    for (const auto& arguments : wrong) {
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.exitCode, 2) << arguments.back();
        EXPECT_TRUE(isOneError(outcome)) << outcome.out << outcome.err;
    }
}

TEST_F(Train, ARunThatGoesOnKeepsWhatItWasStartedWith)
{
    ASSERT_EQ(train({"--steps", "2"}).exitCode, 0);
    const std::string model = test::contentOf(folder / "model" / "model.safetensors");
    for (const std::vector<std::string>& more : std::vector<std::vector<std::string>>{
             {"--seed", "77"}, {"--context", "16"}, {"--batch", "2"}, {"--learning-rate", "5"}, {"--warmup", "3"}}) {
        const Outcome outcome = resume(more);
        EXPECT_EQ(outcome.exitCode, 2) << more.front();
        EXPECT_TRUE(isOneError(outcome)) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(more.front()));
    }
    for (const Outcome& outcome : {run({"train", "--task", "repeats", "--out", "model", "--resume"}), resume({"--steps", "1"})}) {
        EXPECT_EQ(outcome.exitCode, 2) << outcome.err;
        EXPECT_TRUE(isOneError(outcome)) << outcome.err;
    }
    EXPECT_EQ(test::contentOf(folder / "model" / "model.safetensors"), model);
}

TEST_F(Train, ARunThatCannotStartLeavesNothing)
{
    for (const std::vector<std::string>& more : {std::vector<std::string>{"--memory", "1k"}, {"--config", "no/config.json"}}) {
        EXPECT_EQ(train(more).exitCode, 1) << more.front();
        EXPECT_FALSE(fs::exists(folder / "model")) << more.front();
    }
    EXPECT_EQ(run({"train", "--corpus", "nothing", "--out", "model"}).exitCode, 1);
    EXPECT_FALSE(fs::exists(folder / "model"));
}

TEST_F(Train, EvaluatePrintsOneJsonObjectAndSaysWhatItDoes)
{
    ASSERT_EQ(train({"--steps", "1"}).exitCode, 0);
    const Outcome outcome = run({"train", "--evaluate", "model", "--json"});
    for (const char* phase : {"measuring heads on pronouns in 600 stories\n", "writing samples\n"}) EXPECT_THAT(outcome.err, HasSubstr(phase));
    const core::Json report = json(outcome);
    EXPECT_EQ(report.stringAt("model"), "model");
    EXPECT_EQ(report.integerAt("heads"), 4);
}

TEST_F(Train, ACardNeedsTheCheckpointBesideTheModel)
{
    ASSERT_EQ(train({"--steps", "1"}).exitCode, 0);
    fs::create_directories(folder / "texts");
    std::ofstream(folder / "texts" / "tales.jsonl") << "{\"text\": \"The fox saw the hen.\"}\n";
    fs::remove(folder / "model" / "checkpoint.safetensors");
    const Outcome outcome = run({"train", "--evaluate", "model", "--corpus", "texts", "--card", "README.md"});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_TRUE(isOneError(outcome)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("checkpoint.safetensors"));
    EXPECT_FALSE(fs::exists(folder / "README.md"));
}

}   // namespace
