#include "core/text/byte_level.h"

#include <set>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/text/search_pattern.h"
#include "tests/core/text/tiny_tokenizers.h"

namespace core::test {
namespace {

TEST(ByteLevel, TheMapIsAOneToOneAlphabet)
{
    const std::set<std::string> distinct(byteCharacters().begin(), byteCharacters().end());
    EXPECT_EQ(distinct.size(), 256u);
    for (int byte = 0; byte < 256; ++byte) {
        const std::string& character = byteCharacters()[std::size_t(byte)];
        EXPECT_EQ(bytesOfCharacters(character), std::string(1, char(byte)));
        std::size_t at = 0;
        EXPECT_TRUE(isPrintable(nextCharacter(character, at)) && character != " ") << byte;
    }
    EXPECT_EQ(byteCharacters()[' '], "Ġ");
    EXPECT_EQ(byteCharacters()['\n'], "Ċ");
    EXPECT_EQ(byteCharacters()['A'], "A");
    EXPECT_EQ(byteCharacters()[0xAD], "\u0143");
}

TEST(ByteLevel, OtherCharactersStandForNoByte)
{
    EXPECT_EQ(byteOfCharacter(U' '), std::nullopt);
    EXPECT_EQ(byteOfCharacter(0x144), std::nullopt);
    EXPECT_EQ(byteOfCharacter(0x10FFFF), std::nullopt);
    EXPECT_EQ(bytesOfCharacters("Ġx y"), std::nullopt);
}

std::vector<std::string> wordsByHand(const std::string& text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = nextWordEnd(text, at);
        if (end <= at) return {"no progress"};
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

std::vector<std::string> wordsByExpression(const std::string& text)
{
    std::vector<std::string> words;
    static const SearchPattern pattern = SearchPattern::regex(kWordExpression, "test").value();
    const ByteRange all{.begin = 0, .end = text.size()};
    EXPECT_TRUE(
        pattern.search(text, {&all, 1}, [&](std::size_t, ByteRange word) { words.push_back(text.substr(word.begin, word.end - word.begin)); }));
    return words;
}

TEST(ByteLevel, WordsAreThoseOfTheExpression)
{
    for (const std::string& text : strangeTexts()) EXPECT_EQ(wordsByHand(text), wordsByExpression(text)) << text;
    const std::vector<std::string> parts = {
        "a",      "Z",      "'",     "'s", "'re", "'Ve", "ll", " ",      "  ", "\n", "\t",     "\u0085", "\u00a0", "\u2028",
        "\v",     "1",      "²",     "٣",  ".",   "_",   "é",  "\u0301", "日", "😀",  "\u200d", "ª",      "Ⅻ",      std::string(1, '\0'),
        "\u0378", "\u180e", "\u200b"};
    Random random(3);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (std::int64_t n = random.below(12); n > 0; --n) text += parts[std::size_t(random.below(std::int64_t(parts.size())))];
        EXPECT_EQ(wordsByHand(text), wordsByExpression(text)) << text;
    }
}

TEST(ByteLevel, EveryCharacterHasTheClassThatTheExpressionGivesIt)
{
    for (char32_t c = 0; c < 0x3100; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        std::string text = "a";
        appendUtf8(text, c);
        text += "1 ";
        appendUtf8(text, c);
        ASSERT_EQ(wordsByHand(text), wordsByExpression(text)) << std::uint32_t(c);
    }
}

}   // namespace
}   // namespace core::test
