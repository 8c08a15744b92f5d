// Texts and limits as they come from outside.
#include <fstream>

#include <sys/stat.h>

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
    const Outcome outcome = run({"record", "--text", "The cat", "--memory", "5MB", "--out", "x.safetensors"});
    EXPECT_TRUE(isOneError(outcome)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("model.safetensors would need"));
    EXPECT_THAT(outcome.err, HasSubstr("the memory budget is 5 MB"));
}

TEST_F(Inputs, APictureIsNoText)
{
    std::ofstream(folder / "head.png", std::ios::binary) << "\x89PNG\r\n\x1a\n";
    for (const char* command : {"metrics", "check"}) {
        const Outcome outcome = run({command, "--text-file", "head.png"});
        EXPECT_EQ(outcome.exitCode, 1);
        EXPECT_TRUE(isOneError(outcome)) << outcome.out << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr("head.png is no UTF-8 text."));
    }
}

TEST_F(Inputs, ATextWithoutScoresIsExplained)
{
    const Outcome outcome = run({"metrics", "--text", ""});
    EXPECT_EQ(outcome.exitCode, 0);
    EXPECT_THAT(outcome.err, HasSubstr("note: no head has a score: the text has 1 token"));
    EXPECT_EQ(run({"metrics", "--text", "The cat"}).err, "");
}

TEST_F(Inputs, WhatIsNamedNeverSpeaksToTheTerminal)
{
    const Outcome outcome = run({"metrics", "--text", "a", "--model", "\x1b]0;title\a"});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_THAT(outcome.err, HasSubstr("\\x1B]0;title\\x07"));
}

TEST_F(Inputs, NothingButAnOrdinaryFileIsReplaced)
{
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    const Outcome outcome = run({"record", "--text", "a", "--out", "pipe"});
    EXPECT_TRUE(isOneError(outcome)) << outcome.err;
    EXPECT_TRUE(fs::is_fifo(folder / "pipe"));
}

TEST_F(Inputs, AnAmountOfMemoryThatIsNoneIsAnError)
{
    const Outcome outcome = run({"record", "--text", "The cat", "--memory", "much", "--out", "x.safetensors"});
    EXPECT_TRUE(isOneError(outcome)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("\"much\""));
}

}   // namespace
}   // namespace test
