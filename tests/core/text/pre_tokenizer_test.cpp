#include "core/text/pre_tokenizer.h"

#include <gmock/gmock.h>

namespace core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> words(const std::string& json, const std::string& text)
{
    const PreTokenizer preTokenizer = PreTokenizer::fromJson(Json::parse(json, "test").value(), "file.json").value();
    Draft draft{.text = MappedText(text), .segments = {}};
    if (!text.empty()) draft.segments = {{.begin = 0, .end = text.size()}};
    EXPECT_TRUE(preTokenizer.apply(draft));
    std::vector<std::string> result;
    for (const Segment& segment : draft.segments) result.emplace_back(draft.text.view(segment.begin, segment.end));
    return result;
}

std::string split(const char* behavior, const char* invert = "false")
{
    return std::string(R"({"type":"Split","pattern":{"String":"-"},"behavior":")") + behavior + R"(","invert":)" + invert + "}";
}

std::string refusal(const std::string& json)
{
    const auto preTokenizer = PreTokenizer::fromJson(Json::parse(json, "test").value(), "file.json");
    return preTokenizer ? "accepted" : preTokenizer.error().what;
}

TEST(PreTokenizer, SplitBehaviors)
{
    const std::string text = "the-final--countdown";
    EXPECT_THAT(words(split("Removed"), text), ElementsAre("the", "final", "countdown"));
    EXPECT_THAT(words(split("Isolated"), text), ElementsAre("the", "-", "final", "-", "-", "countdown"));
    EXPECT_THAT(words(split("MergedWithPrevious"), text), ElementsAre("the-", "final-", "-", "countdown"));
    EXPECT_THAT(words(split("MergedWithNext"), text), ElementsAre("the", "-final", "-", "-countdown"));
    EXPECT_THAT(words(split("Contiguous"), text), ElementsAre("the", "-", "final", "--", "countdown"));
    EXPECT_THAT(words(split("Removed", "true"), text), ElementsAre("-", "-", "-"));
}

TEST(PreTokenizer, SplitsAtWhatAnExpressionSees)
{
    EXPECT_THAT(words(R"json({"type":"Split","pattern":{"Regex":"(?=[A-Z])"},"behavior":"Isolated"})json", "aBcD"), ElementsAre("a", "Bc", "D"));
    EXPECT_THAT(words(R"({"type":"Split","pattern":{"Regex":"\\p{N}{1,3}"},"behavior":"Isolated"})", "x12345"), ElementsAre("x", "123", "45"));
    EXPECT_THAT(words(R"({"type":"Split","pattern":{"Regex":"^b"},"behavior":"Isolated"})", "b\nbb"),
                ElementsAre("b", "\n", "b", "b"));   // ^ at every line
    EXPECT_THAT(words(R"({"type":"Split","pattern":{"Regex":"😀"},"behavior":"Isolated"})", "é😀😀日"), ElementsAre("é", "😀", "😀", "日"));
}

TEST(PreTokenizer, ClassesOfCharacters)
{
    EXPECT_THAT(words(R"({"type":"WhitespaceSplit"})", " a b\u3000c\u0085"), ElementsAre("a", "b", "c"));
    EXPECT_THAT(words(R"({"type":"Whitespace"})", "don't  stop_it!?"), ElementsAre("don", "'", "t", "stop_it", "!?"));
    EXPECT_THAT(words(R"({"type":"Digits","individual_digits":true})", "a12Ⅻ"), ElementsAre("a", "1", "2", "Ⅻ"));
    EXPECT_THAT(words(R"({"type":"Digits"})", "a12b"), ElementsAre("a", "12", "b"));
    EXPECT_THAT(words(R"({"type":"Punctuation"})", "a!?b。$"), ElementsAre("a", "!", "?", "b", "。", "$"));
    EXPECT_THAT(words(R"({"type":"Punctuation","behavior":"Contiguous"})", "a!?b"), ElementsAre("a", "!?", "b"));
}

TEST(PreTokenizer, ByteLevel)
{
    EXPECT_THAT(words(R"({"type":"ByteLevel","add_prefix_space":false})", "it's é"), ElementsAre("it", "'s", "ĠÃ©"));
    EXPECT_THAT(words(R"({"type":"ByteLevel","add_prefix_space":true})", "a b"), ElementsAre("Ġa", "Ġb"));
    EXPECT_THAT(words(R"({"type":"ByteLevel"})", "\na"), ElementsAre("Ġ", "Ċ", "a"));   // the default adds the space, which then stands alone
    EXPECT_THAT(words(R"({"type":"ByteLevel","add_prefix_space":true})", " a"), ElementsAre("Ġa"));
    EXPECT_THAT(words(R"({"type":"ByteLevel","add_prefix_space":false,"use_regex":false})", "a b"), ElementsAre("aĠb"));
}

TEST(PreTokenizer, Metaspace)
{
    EXPECT_THAT(words(R"({"type":"Metaspace","replacement":"▁","prepend_scheme":"always"})", "a  b"), ElementsAre("▁a", "▁", "▁b"));
    EXPECT_THAT(words(R"({"type":"Metaspace","replacement":"▁","prepend_scheme":"always"})", " a"), ElementsAre("▁a"));
    EXPECT_THAT(words(R"({"type":"Metaspace","replacement":"▁","prepend_scheme":"never","split":false})", "a b"), ElementsAre("a▁b"));
    EXPECT_THAT(words(R"({"type":"Metaspace","replacement":"_","add_prefix_space":true})", "a b"),
                ElementsAre("_a", "_b"));   // as older files say it
    EXPECT_THAT(words(R"({"type":"Metaspace","replacement":"_","add_prefix_space":false})", "a b"), ElementsAre("a", "_b"));
}

TEST(PreTokenizer, SequencesAndNothing)
{
    EXPECT_THAT(words(R"({"type":"Sequence","pretokenizers":[{"type":"WhitespaceSplit"},{"type":"Digits","individual_digits":true}]})", "a1 22"),
                ElementsAre("a", "1", "2", "2"));
    EXPECT_THAT(words("null", "a b"), ElementsAre("a b"));
    for (const char* type : {"ByteLevel", "Whitespace", "WhitespaceSplit", "Digits", "Punctuation", "Metaspace"})
        EXPECT_THAT(words(std::string(R"({"type":")") + type + "\"}", ""), ElementsAre());
}

TEST(PreTokenizer, AddedTokensStayWhole)
{
    const PreTokenizer preTokenizer =
        PreTokenizer::fromJson(Json::parse(R"({"type":"ByteLevel","add_prefix_space":true})", "test").value(), "f").value();
    Draft draft{.text = MappedText("a b<x> y"), .segments = {{.begin = 0, .end = 3}, {.begin = 3, .end = 6, .added = 9}, {.begin = 6, .end = 8}}};
    ASSERT_TRUE(preTokenizer.apply(draft));
    std::vector<std::string> result;
    for (const Segment& segment : draft.segments) result.emplace_back(draft.text.view(segment.begin, segment.end));
    EXPECT_THAT(result, ElementsAre("Ġa", "Ġb", "<x>", "Ġy"));
    EXPECT_EQ(draft.segments[2].added, 9);
    EXPECT_EQ(draft.text.origin(draft.segments[2].begin, draft.segments[2].end), (Origin{.begin = 3, .end = 6}));
}

TEST(PreTokenizer, CatastrophicExpressionsEndInAnError)
{
    const std::string json = R"({"type":"Split","pattern":{"Regex":"(a|aa)+$"},"behavior":"Isolated"})";
    const PreTokenizer preTokenizer = PreTokenizer::fromJson(Json::parse(json, "test").value(), "file.json").value();
    const std::string text = std::string(60, 'a') + "b";
    Draft draft{.text = MappedText(text), .segments = {{.begin = 0, .end = text.size()}}};
    const auto result = preTokenizer.apply(draft);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().fault, Fault::BadInput);
    EXPECT_THAT(result.error().what, HasSubstr("(a|aa)+$"));
}

TEST(PreTokenizer, WhatIsNotKnownIsRefusedByName)
{
    for (const char* type : {"BertPreTokenizer", "UnicodeScripts", "CharDelimiterSplit", "Fancy"})
        EXPECT_THAT(refusal(std::string(R"({"type":")") + type + "\"}"), HasSubstr(std::string("\"") + type + "\" is not supported"));
    EXPECT_THAT(refusal(split("Sideways")), HasSubstr("\"Sideways\""));
    EXPECT_THAT(refusal(R"({"type":"Split","pattern":{"Regex":"["},"behavior":"Isolated"})"), HasSubstr("\"[\""));
    EXPECT_THAT(refusal(R"({"type":"Split","behavior":"Isolated"})"), HasSubstr("pattern"));
    EXPECT_THAT(refusal(R"({"type":"Metaspace","replacement":"ab"})"), HasSubstr("\"ab\""));
    EXPECT_THAT(refusal(R"({"type":"Metaspace","prepend_scheme":"last"})"), HasSubstr("\"last\""));
    EXPECT_THAT(refusal(R"({"type":"Sequence","pretokenizers":1})"), HasSubstr("\"pretokenizers\""));
}

}   // namespace
}   // namespace core
