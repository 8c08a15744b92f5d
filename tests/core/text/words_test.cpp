#include "core/text/words.h"

#include <gtest/gtest.h>

#include "tests/core/text/tiny_tokenizers.h"

namespace core::test {
namespace {

// Tokens of a text cut into the given pieces, and which of them begin words, as "piece|·piece": "·" stands before pieces inside a word.
std::string marked(const std::vector<std::string>& pieces)
{
    Tokens tokens;
    for (const std::string& piece : pieces) {
        const auto begin = Index(tokens.text.size());
        tokens.text += piece;
        tokens.items.push_back({.id = 0, .span = {.begin = begin, .end = Index(tokens.text.size())}, .bytes = piece});
    }
    markWordStarts(tokens);
    std::string result;
    for (const Token& token : tokens.items) result += (token.wordStart ? "|" : "·") + token.bytes;
    return result;
}

TEST(Words, PiecesOfOneWordFollowTheirFirst)
{
    EXPECT_EQ(marked({"un", "believ", "able", " sto", "ries", "."}), "|un·believ·able| sto·ries|.");
    EXPECT_EQ(marked({"don", "'t", " stop"}), "|don·'t| stop");
    EXPECT_EQ(marked({"3", ".", "14", ",", " 15"}), "|3·.·14|,| 15");
    EXPECT_EQ(marked({" ", " ", "a", "b", "\n", "\n"}), "| | |a·b|\n|\n");
}

TEST(Words, BytesOfACharacterBelongTogether)
{
    EXPECT_EQ(marked({"\xF0\x9F", "\x98", "\x80", "x"}), "|\xF0\x9F·\x98·\x80|x");
    EXPECT_EQ(marked({"👩", "\u200d", "💻"}), "|👩·\u200d·💻");
}

TEST(Words, SpecialTokensStandAlone)
{
    Tokens tokens{.text = "ab", .items = {}};
    tokens.items = {{.id = 0, .span = {}, .bytes = "<s>", .special = true},
                    {.id = 1, .span = {.begin = 0, .end = 1}, .bytes = "a"},
                    {.id = 0, .span = {.begin = 1, .end = 1}, .bytes = "<s>", .special = true},
                    {.id = 2, .span = {.begin = 1, .end = 2}, .bytes = "b"}};
    markWordStarts(tokens);
    for (const Token& token : tokens.items) EXPECT_TRUE(token.wordStart) << token.bytes;
}

TEST(Words, NothingIsNothing)
{
    Tokens tokens;
    markWordStarts(tokens);
    EXPECT_EQ(tokens, Tokens{});
}

TEST(Words, EveryTokenizerMarksTheSameBorders)
{
    for (const char* name : {"byte_level", "byte_level_split", "sentencepiece", "metaspace"}) {
        const Tokens tokens = tokenizerOf(*goldenFile(name).find("tokenizer")).encode("Unfathomable cats").value();
        std::string words;
        for (const Token& token : tokens.items) words += (token.wordStart && !token.span.empty() ? "|" : "") + token.bytes;
        EXPECT_NE(words.find("| cats"), words.npos) << name << ": " << words;
        EXPECT_EQ(std::count(words.begin(), words.end(), '|') - (words.find("<|start|>") != words.npos ? 2 : 0), 2) << name << ": " << words;
    }
}

}   // namespace
}   // namespace core::test
