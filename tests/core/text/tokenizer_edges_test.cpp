#include <gmock/gmock.h>

#include "tests/core/text/tiny_tokenizers.h"

namespace core::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Tokenizer, EmptyTextIsTheStartTokenAlone)
{
    const Tokenizer tokenizer = tokenizerOf(byteLevelTokenizer());
    const Tokens tokens = tokenizer.encode("").value();
    EXPECT_THAT(tokens.ids(), ElementsAre(0));
    EXPECT_TRUE(tokens.items[0].special);
    EXPECT_EQ(tokens.items[0].span, Span{});
    EXPECT_EQ(tokens.items[0].bytes, "<|start|>");
    EXPECT_EQ(tokenizer.startToken(), 0);
}

TEST(Tokenizer, WithoutAPostProcessorNothingIsAdded)
{
    Json json = byteLevelTokenizer();
    json.set("post_processor", nullptr);
    const Tokenizer tokenizer = tokenizerOf(json);
    EXPECT_EQ(tokenizer.startToken(), std::nullopt);
    EXPECT_EQ(tokenizer.encode("").value().size(), 0);
    EXPECT_THAT(tokenizer.encode("a").value().ids(), ElementsAre(1 + 'a'));
}

TEST(Tokenizer, MergesApplyInTheOrderOfTheirRanks)
{
    const Tokenizer tokenizer = tokenizerOf(byteLevelTokenizer());   // 257 "Ġt", 258 "he", 259 "Ġthe"
    EXPECT_THAT(tokenizer.encode("the the").value().ids(), ElementsAre(0, 1 + 't', 258, 259));
    EXPECT_EQ(tokenizer.bytes(259), " the");
    EXPECT_EQ(tokenizer.find("Ġthe"), 259);
    EXPECT_EQ(tokenizer.find("<|start|>"), 0);
    EXPECT_EQ(tokenizer.find(" the"), std::nullopt);
    EXPECT_EQ(tokenizer.vocabularySize(), 260);
}

TEST(Tokenizer, InvalidBytesBecomeReplacementCharacters)
{
    const Tokenizer tokenizer = tokenizerOf(byteLevelTokenizer());
    // A lone byte, a character cut short, an overlong form (two broken parts), a surrogate (three).
    const Tokens tokens = tokenizer
                              .encode("a\xFF"
                                      "b\xE2\x82"
                                      "c\xC0\xAF"
                                      "d\xED\xA0\x80")
                              .value();
    EXPECT_EQ(tokens.text, "a\ufffdb\ufffdc\ufffd\ufffdd\ufffd\ufffd\ufffd");
    EXPECT_EQ(brokenLaw(tokens, Coverage::Whole, ByteLaw::Equal), std::nullopt);
}

TEST(Tokenizer, LongWordsTakeNoQuadraticTime)
{
    const Tokenizer tokenizer = tokenizerOf(byteLevelTokenizer({{"a", "a"}, {"aa", "aa"}, {"a", "b"}, {"aaaa", "aaaa"}}));
    const std::string word(100'000, 'a');
    const Tokens tokens = tokenizer.encode(word).value();   // the naive loop takes minutes
    EXPECT_EQ(tokens.size(), 1 + 12'500);
    EXPECT_EQ(tokenizer.decode(tokens.ids()), word);
    EXPECT_EQ(tokenizer.encode(std::string(100'000, ' ')).value().size(), 100'001);
}

TEST(Tokenizer, SpecialTokensInTextAreFoundAndSkippedByDecode)
{
    const Tokenizer tokenizer = tokenizerOf(byteLevelTokenizer());
    const Tokens tokens = tokenizer.encode("a<|start|>b").value();
    EXPECT_THAT(tokens.ids(), ElementsAre(0, 1 + 'a', 0, 1 + 'b'));
    EXPECT_EQ(tokens.items[2].span, (Span{.begin = 1, .end = 10}));
    EXPECT_EQ(tokenizer.decode(tokens.ids()), "ab");
}

TEST(Tokenizer, IdsAreUsedAsTheyAre)
{
    const Tokenizer tokenizer = tokenizerOf(byteLevelTokenizer());
    const std::vector<TokenId> ids = {0, 259, 0, 1 + 0xE2, 1 + 0x82, 1 + 'x'};   // a character without its last byte
    const Tokens tokens = tokenizer.fromIds(ids).value();
    EXPECT_EQ(tokens.ids(), ids);
    EXPECT_EQ(tokens.text, " the\ufffdx");
    EXPECT_EQ(tokens.items[2].span, (Span{.begin = 4, .end = 4}));
    EXPECT_EQ(tokens.items[3].span, (Span{.begin = 4, .end = 7}));
    EXPECT_EQ(tokens.items[4].span, (Span{.begin = 7, .end = 7}));
    EXPECT_EQ(tokens.items[5].span, (Span{.begin = 7, .end = 8}));
    EXPECT_EQ(tokenizer.fromIds({}).value(), Tokens{});
}

TEST(Tokenizer, IdsOutOfRangeAreNamed)
{
    const Tokenizer tokenizer = tokenizerOf(byteLevelTokenizer());
    for (const TokenId bad : {-1, 260, 1 << 30}) {
        const auto tokens = tokenizer.fromIds(std::vector<TokenId>{1, bad});
        ASSERT_FALSE(tokens);
        EXPECT_EQ(tokens.error().fault, Fault::BadInput);
        EXPECT_THAT(tokens.error().what, HasSubstr(fmt::format("{}", bad)));
        EXPECT_EQ(tokenizer.bytes(bad), "");
        EXPECT_FALSE(tokenizer.isSpecial(bad));
    }
}

TEST(Tokenizer, ACharacterWithoutAnyTokenIsNamed)
{
    const Json model = Json::object({{"type", "BPE"}, {"vocab", Json::object({{"a", 0}})}, {"merges", Json(Json::Array{})}});
    const auto tokens = tokenizerOf(Json::object({{"model", model}})).encode("aß");
    ASSERT_FALSE(tokens);
    EXPECT_EQ(tokens.error().fault, Fault::BadInput);
    EXPECT_THAT(tokens.error().what, HasSubstr("\"ß\" (U+00DF)"));
}

TEST(Tokenizer, TheSpaceBeforeATextIsNoPartOfIt)
{
    const Tokenizer tokenizer = tokenizerOf(*goldenFile("sentencepiece").find("tokenizer"));
    const Tokens tokens = tokenizer.encode("The").value();
    EXPECT_EQ(tokens.items[1].bytes.substr(0, 1), " ");
    EXPECT_EQ(tokens.items[1].span.begin, 0);
    EXPECT_EQ(tokens.text, "The");
    EXPECT_EQ(tokenizer.decode(tokens.ids()), "The");
    EXPECT_EQ(tokenizer.fromIds(tokens.ids()).value().text, "The");
}

}   // namespace
}   // namespace core::test
