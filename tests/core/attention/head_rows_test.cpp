#include "core/attention/head_rows.h"

#include <vector>

#include <gtest/gtest.h>

namespace {

using core::HeadRows;
using core::Index;
using core::kBlockRows;

// Row r of head h has the values 1000·r + 10·h + column: every element tells where it belongs.
core::RowMatrix numberedRows(Index first, Index n, Index heads, Index width, Index spare)
{
    core::RowMatrix rows(n, heads * width + spare);
    for (Index r = 0; r < n; ++r)
        for (Index h = 0; h < heads; ++h)
            for (Index c = 0; c < width; ++c) rows(r, h * width + c) = float(1000 * (first + r) + 10 * h + c);
    return rows;
}

void expectNumbered(const HeadRows& rows, Index count)
{
    ASSERT_EQ(rows.rows(), count);
    ASSERT_EQ(rows.blocks(), core::ceilDiv(count, kBlockRows));
    for (Index h = 0; h < rows.heads(); ++h) {
        const core::RowMatrix copy = rows.copy(h, {0, count});
        for (Index r = 0; r < count; ++r) {
            for (Index c = 0; c < rows.width(); ++c) {
                ASSERT_EQ(rows.row(h, r)[c], float(1000 * r + 10 * h + c)) << "row " << r << " head " << h;
                ASSERT_EQ(copy(r, c), rows.row(h, r)[c]);
            }
        }
    }
}

TEST(HeadRows, AppendingInAnyPiecesGivesTheSameRows)
{
    for (const std::vector<Index>& pieces :
         std::vector<std::vector<Index>>{{0}, {1}, {256}, {257}, {1, 1, 1}, {255, 1, 1}, {0, 300, 0, 300}, {600}}) {
        HeadRows rows(3, 2);
        Index count = 0;
        for (const Index n : pieces) {
            const core::RowMatrix added = numberedRows(count, n, 3, 2, 5);
            rows = rows.appended(added.data(), n, added.cols());
            count += n;
        }
        expectNumbered(rows, count);
    }
}

TEST(HeadRows, AppendSharesFullBlocksAndLeavesTheOriginalAlone)
{
    const core::RowMatrix all = numberedRows(0, 600, 2, 4, 0);
    const HeadRows before = HeadRows(2, 4).appended(all.data(), 300, all.cols());
    const HeadRows after = before.appended(all.data() + 300 * all.cols(), 300, all.cols());
    EXPECT_TRUE(after.sharesBlock(before, 0));
    EXPECT_FALSE(after.sharesBlock(before, 1));   // it was partial
    EXPECT_FALSE(after.sharesBlock(before, 2));   // only one of them has it
    expectNumbered(before, 300);
    expectNumbered(after, 600);
}

TEST(HeadRows, TruncationSharesBlocksAndMayGrowAgain)
{
    const core::RowMatrix all = numberedRows(0, 600, 2, 4, 0);
    const HeadRows full = HeadRows(2, 4).appended(all.data(), 600, all.cols());
    for (const Index n : {0, 1, 256, 257, 600}) {
        const HeadRows front = full.truncated(n);
        expectNumbered(front, n);
        for (Index block = 0; block < front.blocks(); ++block) EXPECT_TRUE(front.sharesBlock(full, block));
        expectNumbered(front.appended(all.data() + n * all.cols(), 600 - n, all.cols()), 600);
        expectNumbered(full, 600);
    }
}

TEST(HeadRows, NoBlockIsWrittenOnceAStopWasAskedFor)
{
    const core::RowMatrix all = numberedRows(0, 600, 1, 4, 0);
    std::stop_source stop;
    stop.request_stop();
    const HeadRows rows = HeadRows(1, 4).appended(all.data(), 600, all.cols(), stop.get_token());
    for (Index block = 0; block < rows.blocks(); ++block) EXPECT_EQ(rows.panel(0, block), nullptr);
}

TEST(HeadRows, BytesCountWholeBlocks)
{
    const core::RowMatrix row = numberedRows(0, 1, 2, 4, 0);
    EXPECT_EQ(HeadRows(2, 4).bytes(), 0);
    EXPECT_EQ(HeadRows(2, 4).appended(row.data(), 1, row.cols()).bytes(), 2 * 256 * 4 * 4);
}

}   // namespace
