#include "ui/views/explore/token_chips.h"

#include <gtest/gtest.h>

namespace ui {

namespace {

std::vector<TokenChip> joined(std::vector<TokenChip> line)
{
    joinWords(line);
    return line;
}

}   // namespace

TEST(TokenChips, PiecesOfAWordTouchAndShareItsOutline)
{
    const auto line = joined({{.token = 1, .rect = {0, 0, 20, 10}, .wordStart = true},
                              {.token = 2, .rect = {31, 0, 9, 10}, .wordStart = true},
                              {.token = 3, .rect = {40, 0, 12, 10}}});
    EXPECT_EQ(line[1].word, line[2].word);
    EXPECT_EQ(line[1].rect | line[2].rect, line[1].word);
    EXPECT_LE(std::abs(line[1].rect.right() - line[2].rect.left()), 1e-9);
    EXPECT_NE(line[0].word, line[1].word);
}

TEST(TokenChips, WordsHaveAirButNeverMeet)
{
    for (qreal gap = 0.0; gap <= 20.0; gap += 0.5) {
        const auto line =
            joined({{.token = 1, .rect = {0, 0, 20, 10}, .wordStart = true}, {.token = 2, .rect = {20 + gap, 0, 30, 10}, .wordStart = true}});
        EXPECT_LE(line[0].word.right(), line[1].word.left()) << gap;
        EXPECT_TRUE(line[0].word.contains(QRectF(0, 0, 20, 10)));
        if (gap < 4.0) continue;
        EXPECT_LT(line[0].word.right() + 1.0, line[1].word.left() + 1e-9) << gap;
    }
}

TEST(TokenChips, RightToLeftWordsAreTheSame)
{
    const auto line = joined({{.token = 1, .rect = {60, 0, 20, 10}, .wordStart = true},
                              {.token = 2, .rect = {40, 0, 8, 10}, .wordStart = true},
                              {.token = 3, .rect = {30, 0, 10, 10}}});
    EXPECT_EQ(line[1].word, line[2].word);
    EXPECT_LE(line[1].word.right(), line[0].word.left());
}

TEST(TokenChips, BytesOfACharacterTileIt)
{
    const QRectF shared(5, 0, 18, 10);
    EXPECT_EQ(partOf(shared, 0, 1), shared);
    qreal x = shared.left();
    for (int part = 0; part < 4; ++part) {
        EXPECT_NEAR(partOf(shared, part, 4).left(), x, 1e-9);
        x = partOf(shared, part, 4).right();
    }
    EXPECT_NEAR(x, shared.right(), 1e-9);
}

}   // namespace ui
