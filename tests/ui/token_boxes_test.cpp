#include "ui/state/token_boxes.h"

#include <gtest/gtest.h>

namespace ui {

namespace {

struct Piece {
    std::string bytes;
    bool wordStart = true;
};

// A start token without letters, then the pieces side by side.
core::Tokens tokensOf(const std::vector<Piece>& pieces)
{
    core::Tokens tokens;
    tokens.items.push_back({.id = 0, .span = {}, .bytes = "<s>", .special = true});
    for (const Piece& piece : pieces) {
        const auto begin = core::Index(tokens.text.size());
        tokens.text += piece.bytes;
        tokens.items.push_back({.id = 1, .span = {begin, core::Index(tokens.text.size())}, .bytes = piece.bytes, .wordStart = piece.wordStart});
    }
    return tokens;
}

// "1:[The] 2:[cat]": what stands in the box of each token.
std::string drawn(const core::Tokens& tokens, const QString& text)
{
    std::string result;
    for (const TokenBox& box : tokenBoxes(tokens, text))
        result += (result.empty() ? "" : " ") + std::to_string(box.token) + ":[" + text.mid(box.begin, box.end - box.begin).toStdString() + "]";
    return result;
}

std::string drawn(const core::Tokens& tokens) { return drawn(tokens, QString::fromStdString(tokens.text)); }

}   // namespace

TEST(TokenBoxes, StandAroundWordsWithoutTheirSpace)
{
    EXPECT_EQ(drawn(tokensOf({{"The"}, {" cat"}, {"s", false}, {" "}, {"."}})), "1:[The] 2:[cat] 3:[s] 5:[.]");
}

TEST(TokenBoxes, EmptyTextHasNone)
{
    EXPECT_EQ(drawn(tokensOf({})), "");
    EXPECT_EQ(drawn({}), "");
}

TEST(TokenBoxes, CountUtf16UnitsBehindEmojiAndAccents) { EXPECT_EQ(drawn(tokensOf({{"é"}, {" 🎉"}, {" a"}})), "1:[é] 2:[🎉] 3:[a]"); }

TEST(TokenBoxes, BytesOfOneCharacterShareItsBox)
{
    EXPECT_EQ(drawn(tokensOf({{"\xf0\x9f"}, {"\x8e", false}, {"\x89", false}, {"b"}})), "1:[🎉] 2:[🎉] 3:[🎉] 4:[b]");
}

TEST(TokenBoxes, BytesOfOneCharacterAreNumbered)
{
    const core::Tokens tokens = tokensOf({{"\xf0\x9f"}, {"\x8e", false}, {"\x89", false}, {"b"}});
    const std::vector<TokenBox> boxes = tokenBoxes(tokens, QString::fromStdString(tokens.text));
    ASSERT_EQ(boxes.size(), 4u);
    for (int part = 0; part < 3; ++part) {
        EXPECT_EQ(boxes[std::size_t(part)].part, part);
        EXPECT_EQ(boxes[std::size_t(part)].parts, 3);
    }
    EXPECT_EQ(boxes[3].parts, 1);
    EXPECT_EQ(partOfCharacter(tokens, 1), QString::fromUtf8("bytes 1 to 2 of “🎉”"));
    EXPECT_EQ(partOfCharacter(tokens, 3), QString::fromUtf8("byte 4 of “🎉”"));
    EXPECT_EQ(partOfCharacter(tokens, 4), QString());
    EXPECT_EQ(partOfCharacter(tokens, 0), QString());
    EXPECT_EQ(partOfCharacter(tokensOf({{"é"}, {" 🎉a"}}), 1), QString());
    EXPECT_EQ(partOfCharacter(tokensOf({{"é"}, {" 🎉a"}}), 2), QString());
}

TEST(TokenBoxes, EveryTokenHasAPlaceEvenABlankOne)
{
    const core::Tokens tokens = tokensOf({{"The"}, {" "}, {" cat"}, {"\n"}});
    const std::vector<TokenBox> places = tokenPlaces(tokens, QString::fromStdString(tokens.text));
    ASSERT_EQ(places.size(), 5u);
    EXPECT_EQ(places[0].begin, places[0].end);
    EXPECT_EQ(places[2], (TokenBox{.token = 2, .begin = 3, .end = 4, .wordStart = true}));
    EXPECT_EQ(places[3].begin, 5);   // without its space
    EXPECT_EQ(places[4], (TokenBox{.token = 4, .begin = 8, .end = 9, .wordStart = true}));
}

TEST(TokenBoxes, AByteOrderMarkIsACharacter)
{
    const core::Tokens tokens = tokensOf({{"\xef\xbb\xbf"}, {"a"}});
    EXPECT_EQ(drawn(tokens, QString(QChar(0xfeff)) + "a"), "1:[\xef\xbb\xbf] 2:[a]");
}

TEST(TokenBoxes, WhileTheTextIsNewerOnlyUnchangedTokensAreBoxed)
{
    const core::Tokens tokens = tokensOf({{"The"}, {" cat"}, {" sat"}});
    EXPECT_EQ(drawn(tokens, "The cat sat on"), "1:[The] 2:[cat] 3:[sat]");
    EXPECT_EQ(drawn(tokens, "The cool cat sat"), "1:[The] 3:[sat]");
    EXPECT_EQ(drawn(tokens, "A The cat sat"), "1:[The] 2:[cat] 3:[sat]");
    EXPECT_EQ(drawn(tokens, "The dog sat"), "1:[The] 3:[sat]");
    EXPECT_EQ(drawn(tokens, ""), "");
}

}   // namespace ui
