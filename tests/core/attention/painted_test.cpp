#include "core/attention/painted.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/random.h"

namespace {

using core::CellBlock;
using core::CellBlocks;
using core::Index;
using core::Pattern;
using core::Span;
using core::Stroke;
using ::testing::HasSubstr;

constexpr Index kSide = 14;
using Cells = std::set<std::pair<Index, Index>>;

void apply(Cells& cells, const CellBlock& stroke, Stroke kind)
{
    for (Index p = stroke.queries.begin; p < stroke.queries.end; ++p)
        for (Index j = stroke.keys.begin; j < stroke.keys.end; ++j) kind == Stroke::Paint ? (void)cells.insert({p, j}) : (void)cells.erase({p, j});
}

// Empty when the rectangles are exactly the cells, and in the order and form that the header promises.
std::string fault(const CellBlocks& blocks, const Cells& cells)
{
    Cells covered;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const CellBlock& block = blocks[i];
        if (block.queries.empty() || block.keys.empty()) return "an empty rectangle";
        apply(covered, block, Stroke::Paint);
        sum += std::size_t(block.queries.size() * block.keys.size());
        if (i > 0 && std::pair(blocks[i - 1].queries.begin, blocks[i - 1].keys.begin) >= std::pair(block.queries.begin, block.keys.begin))
            return "out of order";
        for (const CellBlock& other : blocks)
            if (other.keys == block.keys && other.queries.end == block.queries.begin) return "two that could be one";
    }
    if (covered != cells) return "other cells";
    return sum == covered.size() ? "" : "rectangles overlap";
}

CellBlock randomStroke(core::Random& random)
{
    const auto side = [&] {
        const Index begin = random.below(kSide - 1);
        return Span{begin, begin + 1 + random.below(kSide - begin)};
    };
    const Span queries = side();
    return {queries, side()};
}

TEST(Painted, AnyStrokesAreTheUnionAndTheRest)
{
    core::Random random(5);
    for (int round = 0; round < 200; ++round) {
        CellBlocks blocks;
        Cells cells;
        for (int stroke = 0; stroke < 12; ++stroke) {
            const CellBlock block = randomStroke(random);
            const Stroke kind = random.below(3) == 0 ? Stroke::Erase : Stroke::Paint;
            apply(cells, block, kind);
            blocks = core::afterStroke(blocks, block, kind);
            ASSERT_EQ(fault(blocks, cells), "");
        }
        if (blocks.empty()) continue;
        const auto pattern = core::paintedPattern(blocks);
        ASSERT_TRUE(pattern);
        EXPECT_EQ(core::cellsOf(*pattern), blocks);
        EXPECT_EQ(*Pattern::parse(pattern->text()), *pattern);
        for (Index p = 0; p < kSide; ++p)
            for (Index j = 0; j < kSide; ++j) ASSERT_EQ(pattern->allows({p}, {j}, kSide), cells.contains({p, j}));
    }
    EXPECT_EQ(fault({{{0, 1}, {0, 2}}, {{1, 2}, {0, 2}}}, {{0, 0}, {0, 1}, {1, 0}, {1, 1}}), "two that could be one");   // the check can fail
    EXPECT_EQ(fault({{{0, 2}, {0, 1}}, {{0, 1}, {0, 2}}}, {{0, 0}, {0, 1}, {1, 0}}), "out of order");
}

TEST(Painted, WhatIsPaintedCanBeErasedAndThenNothingIsLeft)
{
    core::Random random(6);
    for (int round = 0; round < 200; ++round) {
        CellBlocks blocks;
        std::vector<CellBlock> strokes;
        for (Index i = random.below(8); i >= 0; --i) strokes.push_back(randomStroke(random));
        for (const CellBlock& stroke : strokes) blocks = core::afterStroke(blocks, stroke, Stroke::Paint);
        // The order of strokes leaves no trace.
        CellBlocks backwards;
        for (auto stroke = strokes.rbegin(); stroke != strokes.rend(); ++stroke) backwards = core::afterStroke(backwards, *stroke, Stroke::Paint);
        ASSERT_EQ(blocks, backwards);
        for (const CellBlock& stroke : strokes) blocks = core::afterStroke(blocks, stroke, Stroke::Erase);
        ASSERT_TRUE(blocks.empty());
    }
    const CellBlocks one = core::afterStroke({}, {{2, 5}, {0, 3}}, Stroke::Paint);
    EXPECT_EQ(core::afterStroke(one, {{4, 4}, {0, 3}}, Stroke::Paint), one);   // a stroke over nothing
    EXPECT_EQ(core::afterStroke(one, {{3, 4}, {9, 9}}, Stroke::Erase), one);
}

TEST(Painted, ADiagonalDrawnCellByCellIsAsLongAsItIs)
{
    CellBlocks blocks;
    for (Index i = 0; i < 40; ++i) blocks = core::afterStroke(blocks, {{i, i + 1}, {0, 8}}, Stroke::Paint);
    EXPECT_EQ(blocks, (CellBlocks{{{0, 40}, {0, 8}}}));
    for (Index i = 0; i < 40; i += 2) blocks = core::afterStroke(blocks, {{i, i + 1}, {3, 4}}, Stroke::Erase);
    EXPECT_EQ(blocks.size(), 60u);   // 20 rows in two parts, 20 whole
}

TEST(Painted, WhatNoPatternHoldsIsRefused)
{
    EXPECT_THAT(core::paintedPattern({}).error().what, HasSubstr("No pairs"));
    CellBlocks many;
    for (Index i = 0; i < 4097; ++i) many.push_back({{2 * i, 2 * i + 1}, {0, 1}});
    EXPECT_THAT(core::paintedPattern(many).error().what, HasSubstr("4097 rectangles, at most 4096"));
    many.pop_back();
    EXPECT_TRUE(core::paintedPattern(many));
    EXPECT_THAT(core::paintedPattern({{{-1, 2}, {0, 1}}}).error().what, HasSubstr("-1"));
    EXPECT_FALSE(core::paintedPattern({{{0, 1}, {0, 1'000'000'002}}}));
    EXPECT_FALSE(core::cellsOf(Pattern::causal()));
    EXPECT_FALSE(core::cellsOf(!*Pattern::parse("cells(1:1)")));
}

}   // namespace
