#include "core/text/words.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/random.h"
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
    EXPECT_EQ(marked({" ", " ", "a", "b", "\n", "\n"}), "| | ·a·b|\n|\n");
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

// " the" carries its space; where the space is a token of its own, the word begins there all the same, and takes one space only.
TEST(Words, OneSpaceBelongsToTheWordBehindIt)
{
    EXPECT_EQ(marked({"a", " ", "\xD7\xA9", "\xD7", "\x9C", " ", ".", " "}), "|a| ·\xD7\xA9·\xD7·\x9C| ·.| ");
    EXPECT_EQ(marked({"a", " ", " b"}), "|a| | b");
    EXPECT_EQ(marked({"a", "  ", "b"}), "|a|  |b");
    EXPECT_EQ(marked({"a", " ", "\n", "b"}), "|a| |\n|b");
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
        const Words words = Words::of(tokens);
        std::vector<std::string> labels;
        for (Index w = 0; w < words.size(); ++w)
            if (!tokens.items[std::size_t(words.tokensOf(w).begin)].special) labels.push_back(wordLabel(tokens, words.tokensOf(w)));
        EXPECT_EQ(labels, (std::vector<std::string>{"Unfathomable", "cats"})) << name;
    }
}

Tokens piecesOf(const std::string& text, const std::vector<Index>& cuts)
{
    Tokens tokens{.text = text, .items = {}};
    Index begin = 0;
    for (const Index end : cuts) {
        tokens.items.push_back({.id = 1, .span = {begin, end}, .bytes = text.substr(std::size_t(begin), std::size_t(end - begin))});
        begin = end;
    }
    markWordStarts(tokens);
    return tokens;
}

// Byte offsets where words begin.
std::vector<Index> bordersOf(const Tokens& tokens)
{
    const Words words = Words::of(tokens);
    std::vector<Index> borders;
    for (Index w = 0; w < words.size(); ++w) borders.push_back(tokens.items[std::size_t(words.tokensOf(w).begin)].span.begin);
    return borders;
}

TEST(WordsOfTokens, PartitionTheTokensOfEveryTokenizer)
{
    for (const char* name : {"byte_level", "byte_level_split", "sentencepiece", "metaspace"})
        for (const std::string& text : strangeTexts()) {
            const auto tokens = tokenizerOf(*goldenFile(name).find("tokenizer")).encode(text);
            if (!tokens) continue;
            const Words words = Words::of(*tokens);
            ASSERT_EQ(words.tokenCount(), tokens->size());
            Index next = 0;
            for (Index w = 0; w < words.size(); ++w) {
                const Span run = words.tokensOf(w);
                ASSERT_EQ(run.begin, next) << name << ": " << text;
                ASSERT_FALSE(run.empty());
                for (Index i = run.begin; i < run.end; ++i) {
                    EXPECT_EQ(words.wordOf(i), w);
                    EXPECT_TRUE(run.size() == 1 || !tokens->items[std::size_t(i)].special);
                }
                EXPECT_FALSE(wordLabel(*tokens, run).empty());
                next = run.end;
            }
            EXPECT_EQ(next, tokens->size());
        }
}

// Whether a word may begin here in coarser tokens although none begins here in single bytes: white space of several bytes, which bytes alone do
// not show, and what follows a run of spaces that is one token.
bool followsFromSpace(const std::string& text, Index border)
{
    auto at = std::size_t(border);
    return (border > 0 && text[std::size_t(border) - 1] == ' ') || isWhiteSpace(nextCharacter(text, at));
}

// However a text is cut into tokens, words begin where they begin in its bytes, as far as tokens end there.
TEST(WordsOfTokens, DoNotDependOnTheCutting)
{
    Random random(7);
    for (const std::string& text : strangeTexts()) {
        if (text.empty() || text.size() > 200) continue;
        const auto size = Index(text.size());
        std::vector<Index> everyByte;
        for (Index i = 1; i <= size; ++i) everyByte.push_back(i);
        const std::vector<Index> finest = bordersOf(piecesOf(text, everyByte));
        for (int round = 0; round < 20; ++round) {
            std::vector<Index> cuts;
            for (Index i = 1; i < size; ++i)
                if (random.below(3) == 0) cuts.push_back(i);
            cuts.push_back(size);
            for (const Index border : bordersOf(piecesOf(text, cuts)))
                EXPECT_TRUE(std::ranges::binary_search(finest, border) || followsFromSpace(text, border)) << text << " at " << border;
        }
    }
}

TEST(WordsOfTokens, AreThoseOfTheScript)
{
    const auto words = [](const std::string& text) {
        std::vector<Index> cuts;
        for (Index i = 1; i <= Index(text.size()); ++i) cuts.push_back(i);
        const Tokens tokens = piecesOf(text, cuts);
        const Words all = Words::of(tokens);
        std::string result;
        for (Index w = 0; w < all.size(); ++w) result += wordLabel(tokens, all.tokensOf(w)) + "|";
        return result;
    };
    EXPECT_EQ(words("The dog didn't, at 3.14!"), "The|dog|didn't|,|at|3.14|!|");
    EXPECT_EQ(words("مرحبا بالعالم"), "مرحبا|بالعالم|");
    EXPECT_EQ(words("我喜欢猫。"), "我|喜欢|猫|。|");
    EXPECT_EQ(words("a 👩\u200d💻 🇩🇪b"), "a|👩\u200d💻|🇩🇪|b|");
    EXPECT_EQ(words("x\n y"), "x|⏎|y|");
}

TEST(WordsOfTokens, OnlySomeHaveLetters)
{
    const Tokens tokens = piecesOf("a, 3 😀", {1, 2, 4, 5, 9});
    const Words words = Words::of(tokens);
    ASSERT_EQ(words.size(), 4);
    EXPECT_TRUE(hasLetters(tokens, words.tokensOf(0)));
    EXPECT_FALSE(hasLetters(tokens, words.tokensOf(1)));
    EXPECT_TRUE(hasLetters(tokens, words.tokensOf(2)));
    EXPECT_FALSE(hasLetters(tokens, words.tokensOf(3)));
    const Tokens special{.text = {}, .items = {{.id = 0, .span = {}, .bytes = "<s>", .special = true}}};
    EXPECT_FALSE(hasLetters(special, {0, 1}));
}

TEST(WordsOfTokens, OfNothingThereAreNone)
{
    EXPECT_EQ(Words::of({}).size(), 0);
    EXPECT_EQ(Words().size(), 0);
}

}   // namespace
}   // namespace core::test
