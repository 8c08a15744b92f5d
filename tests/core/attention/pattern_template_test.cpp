#include "core/attention/pattern_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/random.h"

namespace {

using core::Pattern;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> texts(const std::string& text)
{
    std::vector<std::string> result;
    const auto patterns = core::patternsOfTemplate(text);
    EXPECT_TRUE(patterns) << patterns.error().what;
    if (patterns)
        for (const Pattern& pattern : *patterns) result.push_back(pattern.text());
    return result;
}

TEST(PatternTemplate, IsEveryChoiceOfItsLists)
{
    EXPECT_THAT(texts("sinks({0,1}) | window({8, 16})"),
                ElementsAre("sinks(0) | window(8)", "sinks(0) | window(16)", "sinks(1) | window(8)", "sinks(1) | window(16)"));
    EXPECT_THAT(texts("causal & window(4)"), ElementsAre("causal & window(4)"));
    EXPECT_THAT(texts("window( { 2-4 , 9 } )"), ElementsAre("window(2)", "window(3)", "window(4)", "window(9)"));
    EXPECT_THAT(texts("where(q - k < {3, 5})"), ElementsAre("where(q - k < 3)", "where(q - k < 5)"));
    EXPECT_THAT(texts("landmarks(\"{1, 2}\", \"\\\"{\") | window({3})"), ElementsAre("landmarks(\"{1, 2}\", \"\\\"{\") | window(3)"));
    EXPECT_EQ(texts("sinks({1-16}) | window({1-16})").size(), 256u);
}

TEST(PatternTemplate, MistakesAreExplained)
{
    const auto refused = [](const std::string& text, const std::string& about) {
        const auto patterns = core::patternsOfTemplate(text);
        ASSERT_FALSE(patterns) << text;
        EXPECT_EQ(patterns.error().fault, core::Fault::BadInput);
        EXPECT_THAT(patterns.error().what, HasSubstr(about)) << text;
    };
    refused("window({})", "column 9");
    refused("window({8, })", "column 12");
    refused("window({8 16})", "column 11: expected \",\" or \"}\"");
    refused("window({8", "expected \",\" or \"}\"");
    refused("window({1-300})", "column 9: this list has more than 256 numbers");
    refused("sinks({1-16}) | window({1-17})", "column 24: this list makes 272 patterns");
    refused("window({4, 0})", "\"window(0)\" is wrong at column 8: w of window(w) is out of range");
    refused("wndow({4})", "\"wndow(4)\" is wrong at column 1");
    refused("wndow(4)", "column 1: \"wndow\"");
    refused("", "column 1");
}

TEST(PatternTemplate, NoBytesAreTooStrange)
{
    core::Random random(3);
    static const char* const kPieces[] = {"{",  "}",      "1", "-", ",", "window(",     ")",       "\"",
                                          "\\", "sinks(", " ", "|", "&", "99999999999", "{1-256}", "\xff"};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (core::Index i = random.below(12); i > 0; --i) text += kPieces[random.below(16)];
        const auto patterns = core::patternsOfTemplate(text);
        if (patterns) {
            EXPECT_LE(patterns->size(), core::kMostSwept) << text;
        }
    }
}

}   // namespace
