// Where the loupe and its box stand, for every place of the pointer.
#include <gtest/gtest.h>

#include "ui/plot/peek_box.h"

namespace {

using namespace ui;

TEST(Loupe, ShowsAsManyCellsEverywhereAndNoneOutside)
{
    for (const core::Index count : {3, 9, 10, 200})
        for (core::Index i = 0; i < count; ++i) {
            const core::Span span = spanAround(i, 9, count);
            EXPECT_EQ(span.size(), std::min<core::Index>(9, count));
            EXPECT_TRUE(span.contains(i));
            EXPECT_TRUE(span.begin >= 0 && span.end <= count);
            if (i >= 4 && i + 5 <= count) {
                EXPECT_EQ(span.begin, i - 4) << "what is looked at stands in the middle";
            }
        }
}

TEST(PeekBox, NeverCoversThePointerAndNeverLeavesTheView)
{
    const QSizeF box(220, 260);
    for (const QSize view : {QSize(520, 300), QSize(260, 600), QSize(900, 700)})
        for (int x = 0; x < view.width(); x += 7)
            for (int y = 0; y < view.height(); y += 7) {
                const QPointF pointer(x, y);
                const QRectF at = placedBeside({{pointer, QSizeF()}, pointer}, box, view);
                EXPECT_TRUE(QRectF(QPointF(0, 0), view).contains(at)) << x << ' ' << y;
                EXPECT_FALSE(at.contains(pointer)) << x << ' ' << y;
            }
}

TEST(PeekBox, StandsBesideTheKeyboardsCellAndNotOnThePointer)
{
    const QRectF cell(300, 200, 4, 4);
    const QPointF pointer(400, 300);
    const QRectF at = placedBeside({cell, pointer}, {220, 160}, {900, 700});
    EXPECT_FALSE(at.contains(pointer));
    EXPECT_FALSE(at.intersects(cell));
}

}   // namespace
