// Texts and limits as they come from outside.
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/program.h"

namespace test {
namespace {

using ::testing::HasSubstr;

class Inputs : public Program {};

TEST_F(Inputs, AFileFromAnotherSystemIsTheSameText)
{
    std::ofstream(folder / "text.txt", std::ios::binary) << "The cat sat.\nThe cat slept.\n";
    const std::string saved = "\xEF\xBB\xBFThe cat sat.\r\nThe cat slept.\r\n";
    std::ofstream(folder / "other.txt", std::ios::binary) << saved;
    const core::Json expected = json(run({"metrics", "--text-file", "text.txt", "--json"}));
    EXPECT_EQ(json(run({"metrics", "--text-file", "other.txt", "--json"})), expected);
    EXPECT_EQ(json(run({"metrics", "--text-file", "-", "--json"}, saved)), expected);
}

TEST_F(Inputs, TheMemoryBudgetHoldsForTheModelToo)
{
    const Outcome outcome = run({"record", "--text", "The cat", "--memory", "1MB", "--out", "x.safetensors"});
    EXPECT_TRUE(isOneError(outcome)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("model.safetensors would need"));
    EXPECT_THAT(outcome.err, HasSubstr("the memory budget is 1 MB"));
}

TEST_F(Inputs, AnAmountOfMemoryThatIsNoneIsAnError)
{
    const Outcome outcome = run({"record", "--text", "The cat", "--memory", "much", "--out", "x.safetensors"});
    EXPECT_TRUE(isOneError(outcome)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("\"much\""));
}

}   // namespace
}   // namespace test
