#include "core/text/added_tokens.h"

#include <gmock/gmock.h>

#include "tests/core/text/tiny_tokenizers.h"

namespace core::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

AddedToken token(TokenId id, std::string content) { return {.id = id, .content = std::move(content)}; }

// "text|[id]|text": what find() makes of `text`.
std::string found(const std::vector<AddedToken>& tokens, const std::string& text)
{
    AddedTokenFinder finder;
    for (std::size_t i = 0; i < tokens.size(); ++i) finder.add(tokens[i].content, i);
    std::vector<Segment> segments;
    finder.find(tokens, text, 0, text.size(), segments);
    std::string result;
    for (const Segment& segment : segments) {
        if (!result.empty()) result += '|';
        const std::string part = text.substr(segment.begin, segment.end - segment.begin);
        result += segment.isText() ? part : fmt::format("{}[{}]", segment.added, part);
    }
    return result;
}

TEST(AddedTokens, TheLeftmostLongestWins)
{
    const std::vector<AddedToken> tokens = {token(1, "ab"), token(2, "abcd"), token(3, "bc"), token(4, "日")};
    EXPECT_EQ(found(tokens, "xabcx"), "x|1[ab]|cx");
    EXPECT_EQ(found(tokens, "abcd日abc"), "2[abcd]|4[日]|1[ab]|c");
    EXPECT_EQ(found(tokens, ""), "");
    EXPECT_EQ(found({}, "abc"), "abc");
}

TEST(AddedTokens, SingleWordsTouchNoWord)
{
    AddedToken cat = token(1, "cat");
    cat.singleWord = true;
    EXPECT_EQ(found({cat}, "cat scat cats cat. cat_ écat"), "1[cat]| scat cats |1[cat]|. cat_ écat");
}

TEST(AddedTokens, SpacesAroundAreSwallowed)
{
    AddedToken mask = token(1, "<m>");
    mask.stripLeft = true;
    EXPECT_EQ(found({mask}, "a  <m>  b"), "a|1[  <m>]|  b");
    mask.stripRight = true;
    EXPECT_EQ(found({mask}, "a \n<m>\u3000 b"), "a|1[ \n<m>\u3000 ]|b");
    EXPECT_EQ(found({mask}, "<m> <m>"), "1[<m> ]|1[<m>]");   // no space belongs to two
    const AddedToken space = token(2, " <m>");
    EXPECT_EQ(found({mask, space}, "<m> <m>"), "1[<m> ]|1[<m>]");
}

TEST(AddedTokens, OfNormalizedTokensTheNormalizedTextIsFound)
{
    Json json = byteLevelTokenizer({});
    json.set("normalizer", Json::object({{"type", "Lowercase"}}));
    json.set("added_tokens", Json(Json::Array{Json::object({{"id", 300}, {"content", "<Up>"}, {"normalized", true}, {"special", false}}),
                                              Json::object({{"id", 301}, {"content", "<RAW>"}, {"normalized", false}, {"special", false}})}));
    const Tokenizer tokenizer = tokenizerOf(json);
    const Tokens tokens = tokenizer.encode("<UP><RAW><raw>").value();
    EXPECT_EQ(tokens.items[1].id, 300);
    EXPECT_EQ(tokens.items[2].id, 301);
    EXPECT_EQ(tokens.items[3].id, 1 + '<');   // lower case came too late
    EXPECT_EQ(tokenizer.vocabularySize(), 302);
    EXPECT_EQ(tokenizer.bytes(299), "");   // a gap in the ids
    EXPECT_EQ(tokenizer.decode(tokens.ids()), "<Up><RAW><raw>");
}

std::string refusal(Json entry)
{
    Json json = byteLevelTokenizer({});
    Json::Array added = *json.find("added_tokens")->array();
    added.push_back(std::move(entry));
    json.set("added_tokens", Json(added));
    const auto tokenizer = Tokenizer::fromJson(json, "file.json");
    return tokenizer ? "accepted" : tokenizer.error().what;
}

TEST(AddedTokens, ContradictionsAreRefusedByName)
{
    EXPECT_EQ(refusal(Json::object({{"id", 257}, {"content", "<x>"}})), "accepted");
    EXPECT_THAT(refusal(Json::object({{"id", 5}, {"content", "<x>"}})), HasSubstr("\"<x>\" has the id 5, but the vocabulary says otherwise"));
    EXPECT_THAT(refusal(Json::object({{"id", 300}, {"content", "a"}})), HasSubstr("\"a\" has the id 300, but"));
    EXPECT_THAT(refusal(Json::object({{"id", 0}, {"content", "<|start|>"}})), HasSubstr("same id 0"));
    EXPECT_THAT(refusal(Json::object({{"id", -1}, {"content", "<x>"}})), HasSubstr("-1"));
    EXPECT_THAT(refusal(Json::object({{"id", 2'000'000'000}, {"content", "<x>"}})), HasSubstr("2000000000, which is out of range"));
    EXPECT_THAT(refusal(Json::object({{"content", "<x>"}})), HasSubstr("\"id\""));
    EXPECT_THAT(refusal(Json::object({{"id", 257}, {"content", std::string(5000, 'x')}})), HasSubstr("5000 bytes"));
    EXPECT_THAT(refusal(Json(3)), HasSubstr("added token"));
}

}   // namespace
}   // namespace core::test
