// A text longer than what a model was trained on runs, and every command says so.
#include <gmock/gmock.h>

#include "program.h"

using ::testing::HasSubstr;
using ::testing::Not;
using test::Outcome;

namespace {

class Notices : public test::Program {
protected:
    void SetUp() override
    {
        Program::SetUp();
        const Outcome trained =
            run({"train", "--task", "copy", "--out", "model", "--steps", "1", "--context", "8", "--batch", "2", "--threads", "1"});
        ASSERT_EQ(trained.exitCode, 0) << trained.err;
    }
    Outcome on(const std::string& text, std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.end(), {"--model", "model", "--text", text});
        return run(arguments);
    }
};

const std::vector<std::vector<std::string>> kCommands = {
    {"record", "--out", "r.safetensors"},
    {"render", "--view", "grid", "--out", "g.png"},
    {"metrics", "--json"},
    {"check", "--json"},
};

TEST_F(Notices, ATextBeyondTheTrainedContextIsToldByEveryCommand)
{
    for (const auto& command : kCommands) {
        const Outcome longer = on("abcdefgh", command), whole = on("abcdefg", command);   // and the start token
        EXPECT_EQ(longer.exitCode, 0) << command.front() << longer.err;
        EXPECT_THAT(longer.err, HasSubstr("note: the text has 9 tokens; the model was trained on 8 positions.")) << command.front();
        EXPECT_EQ(whole.exitCode, 0) << command.front() << whole.err;
        EXPECT_THAT(whole.err, Not(HasSubstr("note:"))) << command.front();
    }
}

TEST_F(Notices, WhatIsNoUtf8IsCounted)
{
    const std::string broken = "a\xff\xc0\xaf" "b\xEF\xBF\xBD";   // the last character is a real U+FFFD
    for (const auto& command : kCommands)
        EXPECT_THAT(on(broken, command).err, HasSubstr("note: 3 parts of the text are no UTF-8, the first at byte 1;")) << command.front();
    EXPECT_THAT(on("ab\xff", {"check"}).err, HasSubstr("note: 1 part of the text is no UTF-8, the first at byte 2;"));
    EXPECT_EQ(on("a\xEF\xBF\xBD", {"check"}).err, "");
}

TEST_F(Notices, GeneratedTokensCount)
{
    EXPECT_THAT(on("abcd", {"generate", "--tokens", "4"}).err, HasSubstr("note: the text has 9 tokens"));
    EXPECT_EQ(on("abcd", {"generate", "--tokens", "3"}).err, "");
}

}   // namespace
