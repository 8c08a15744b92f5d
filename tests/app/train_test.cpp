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
};

TEST_F(Train, LeavesAModelThatOpensAndGoesOn)
{
    const Outcome first = train({"--steps", "3"});
    ASSERT_EQ(first.exitCode, 0) << first.err;
    EXPECT_EQ(first.out, "");
    EXPECT_THAT(first.err, HasSubstr("step 3/3"));
    EXPECT_TRUE(core::openModel(folder / "model"));
    const Outcome further = train({"--resume", "--steps", "5"});
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
    };
    for (const auto& arguments : wrong) {
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.exitCode, 2) << arguments.back();
        EXPECT_TRUE(isOneError(outcome)) << outcome.out << outcome.err;
    }
}

TEST_F(Train, EvaluatePrintsOneJsonObject)
{
    ASSERT_EQ(train({"--steps", "1"}).exitCode, 0);
    const core::Json report = json(run({"train", "--evaluate", "model", "--json"}));
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
