// The topics of `fovea help`: they are listed, and what they say is what the program understands.
#include <regex>

#include <gmock/gmock.h>

#include "core/attention/attention_plan.h"
#include "program.h"

using ::testing::HasSubstr;
using test::Outcome;

namespace {

class Help : public test::Program {
protected:
    std::string topic(const char* name) const
    {
        const Outcome help = run({"help", name});
        EXPECT_EQ(help.exitCode, 0) << help.err;
        EXPECT_EQ(help.err, "");
        return help.out;
    }
};

std::vector<std::string> examplesIn(const std::string& text)
{
    const std::regex example("--plan \"([^\"]*)\"");
    std::vector<std::string> examples;
    for (std::sregex_iterator i(text.begin(), text.end(), example), end; i != end; ++i) examples.push_back((*i)[1]);
    return examples;
}

TEST_F(Help, ListsItsTopics)
{
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--help"}, {"help"}}) {
        const std::string text = run(arguments).out;
        for (const char* name : {"help plan", "help patterns", "help SUBCOMMAND"}) EXPECT_THAT(text, HasSubstr(name));
    }
    EXPECT_THAT(run({"help", "record"}).out, HasSubstr("fovea help plan"));   // where a plan is asked for
}

TEST_F(Help, EveryExampleIsAPlan)
{
    for (const char* name : {"plan", "patterns"}) {
        const std::vector<std::string> examples = examplesIn(topic(name));
        EXPECT_GE(examples.size(), 2u);
        for (const std::string& example : examples) {
            const auto plan = core::AttentionPlan::parse(example);
            ASSERT_TRUE(plan) << example << ": " << plan.error().what;
            EXPECT_TRUE(plan->fits(4, 8, 8)) << example;   // the built-in model's shape
        }
    }
}

TEST_F(Help, EveryPatternIsExplained)
{
    const std::string known = core::Pattern::parse("no_such_pattern").error().remedy;   // "Known patterns: dense, causal, window(w)."
    const std::regex signature("([a-z]+)(\\([^)]*\\))?(?=[,.])");
    std::size_t count = 0;
    for (std::sregex_iterator i(known.begin() + std::ptrdiff_t(known.find(':')), known.end(), signature), end; i != end; ++i, ++count)
        for (const char* name : {"plan", "patterns"}) EXPECT_THAT(topic(name), HasSubstr("    " + i->str() + " "));
    EXPECT_GE(count, 3u) << known;
}

TEST_F(Help, AnUnknownTopicIsWrongUsage)
{
    const Outcome help = run({"help", "planning"});
    EXPECT_EQ(help.exitCode, 2);
    EXPECT_TRUE(test::isOneError(help)) << help.err;
    EXPECT_THAT(help.err, HasSubstr("\"planning\""));
}

}   // namespace
