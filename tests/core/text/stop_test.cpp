// Each step of a tokenizer ends when it is told to, and none takes a stop for a fault of the text.
#include <gtest/gtest.h>

#include "core/text/normalizer.h"
#include "core/text/pre_tokenizer.h"
#include "core/text/search_pattern.h"
#include "core/text/words.h"
#include "tests/core/text/tiny_tokenizers.h"

namespace core::test {
namespace {

std::stop_token stopped()
{
    std::stop_source stop;
    stop.request_stop();
    return stop.get_token();
}

template<class T>
bool isCancelled(const Result<T>& result)
{
    return !result && result.error().fault == Fault::Cancelled;
}

Json jsonOf(const std::string& text) { return Json::parse(text, "test").value(); }

std::vector<ByteRange> wordsOf(const std::string& text)
{
    std::vector<ByteRange> ranges;
    for (std::size_t at = 0; at < text.size(); at = text.find(' ', at) + 1) {
        ranges.push_back({.begin = at, .end = std::min(text.find(' ', at), text.size())});
        if (ranges.back().end == text.size()) break;
    }
    return ranges;
}

TEST(SearchStops, AtTheNextMatchOfAnyRange)
{
    const std::string text = "ab ab ab ab ab ab";
    for (const SearchPattern& pattern : {SearchPattern::literal("ab"), SearchPattern::regex("a+b", "test").value()}) {
        for (const std::vector<ByteRange>& ranges : {wordsOf(text), std::vector<ByteRange>{{.begin = 0, .end = text.size()}}}) {
            std::stop_source stop;
            int matches = 0;
            const auto searched = pattern.search(text, ranges, [&](std::size_t, ByteRange) {
                if (++matches == 3) stop.request_stop();
            }, stop.get_token());
            EXPECT_TRUE(isCancelled(searched));
            EXPECT_EQ(matches, 3);
        }
    }
}

// One word of twenty letters is below the limit, and four hundred are not.
TEST(SearchBudget, IsOneForAllRanges)
{
    const SearchPattern hostile = SearchPattern::regex("(a+)+b", "test").value();
    const std::string word(20, 'a');
    std::string text = word;
    const auto search = [&] { return hostile.search(text, wordsOf(text), [](std::size_t, ByteRange) {}); };
    EXPECT_TRUE(search());
    for (int i = 0; i < 400; ++i) text += " " + word;
    const auto refused = search();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fault, Fault::BadInput);
    EXPECT_NE(refused.error().what.find("takes too much time"), std::string::npos);
}

TEST(NormalizerStops, InEveryKindOfStep)
{
    for (const char* step : {R"({"type": "NFC"})", R"({"type": "Lowercase"})", R"({"type": "StripAccents"})", R"({"type": "ByteLevel"})",
                             R"({"type": "Replace", "pattern": {"String": "a"}, "content": "b"})"}) {
        const Normalizer normalizer = Normalizer::fromJson(jsonOf(step), "test").value();
        EXPECT_TRUE(isCancelled(normalizer.apply(MappedText("a text"), stopped()))) << step;
        EXPECT_TRUE(normalizer.apply(MappedText("a text")));
    }
}

TEST(PreTokenizerStops, InEveryKindOfStep)
{
    for (const char* step : {R"({"type": "ByteLevel"})", R"({"type": "Punctuation"})", R"({"type": "Metaspace", "replacement": "_"})",
                             R"({"type": "Split", "pattern": {"String": " "}, "behavior": "Isolated"})"}) {
        const PreTokenizer preTokenizer = PreTokenizer::fromJson(jsonOf(step), "test").value();
        Draft draft{.text = MappedText("a text, cut"), .segments = {{.begin = 0, .end = 11}}};
        EXPECT_TRUE(isCancelled(preTokenizer.apply(draft, stopped()))) << step;
    }
}

TEST(WordStartsStop, BeforeTheyAreMarked)
{
    const Tokenizer tokenizer = tokenizerOf(byteLevelTokenizer());
    Tokens tokens = tokenizer.encode("the cat").value();
    for (Token& token : tokens.items) token.wordStart = false;
    markWordStarts(tokens, stopped());
    for (const Token& token : tokens.items) EXPECT_FALSE(token.wordStart);
}

TEST(TokenizerStops, BeforeItBeginsAndNotUnasked)
{
    const Json json = byteLevelTokenizer();
    const Tokenizer tokenizer = tokenizerOf(json);
    EXPECT_TRUE(isCancelled(tokenizer.encode("the cat", stopped())));
    EXPECT_TRUE(isCancelled(tokenizer.encode("", stopped())));
    EXPECT_TRUE(isCancelled(Tokenizer::fromJson(json, "test", stopped())));
    const std::stop_source never;
    EXPECT_EQ(tokenizer.encode("the cat", never.get_token()), tokenizer.encode("the cat"));
}

}   // namespace
}   // namespace core::test
