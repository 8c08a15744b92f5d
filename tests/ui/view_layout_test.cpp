// Where the parts of an attention view stand: inside, apart from each other, and the matrix as large as there is room.
#include <array>

#include <gtest/gtest.h>

#include "ui/plot/matrix_geometry.h"
#include "ui/plot/view_layout.h"

namespace {

using core::Index;
using ui::ViewLayout;
using ui::ViewParts;

constexpr std::array kParts{ViewParts::Both, ViewParts::Matrix, ViewParts::Links};
constexpr std::array kSizes{QSize(1280, 680), QSize(1024, 640), QSize(744, 640), QSize(608, 464), QSize(392, 516), QSize(560, 640), QSize(300, 300)};

ViewLayout layoutOf(QSize size, Index n, ViewParts parts = ViewParts::Both, int labels = 56, double scale = 1.0)
{
    return ViewLayout::of({.size = size, .queries = n, .keys = n, .parts = parts, .labelLength = labels, .textScale = scale});
}

class Layouts : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Tokens, Layouts, ::testing::Values(0, 1, 2, 12, 33, 300, 4096));

TEST_P(Layouts, PartsStandInsideAndApart)
{
    for (const QSize size : kSizes)
        for (const ViewParts parts : kParts)
            for (const double scale : {0.9, 1.0, 1.25, 1.5, 2.0}) {
                const ViewLayout l = layoutOf(size, GetParam(), parts, int(56 * scale), scale);
                const std::array all{l.note, l.colorBar, l.linkLabels, l.links, l.queryLabels, l.keyLabels, l.matrix, l.chart, l.chartText};
                for (std::size_t i = 0; i < all.size(); ++i) {
                    EXPECT_TRUE(all[i].isEmpty() || QRect(QPoint(0, 0), size).contains(all[i]))
                        << i << " in " << size.width() << "×" << size.height();
                    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(all[i].intersects(all[j])) << i << " on " << j << " in " << size.width();
                }
            }
}

TEST_P(Layouts, LinksEndAtTheirRows)
{
    for (const QSize size : kSizes) {
        const ViewLayout l = layoutOf(size, GetParam());
        if (l.links.isEmpty()) continue;
        EXPECT_EQ(l.links.top(), l.matrix.top());
        EXPECT_EQ(l.links.height(), l.matrix.height());
        EXPECT_EQ(l.links.right() + 1, l.queryLabels.left());
        EXPECT_EQ(l.queryLabels.right() + 1, l.matrix.left());
    }
}

// The picture of a window of 1280 × 720, and of one of 1024 × 768, with twelve tokens.
TEST(Layouts, TheMatrixIsAsLargeAsTheViewAllows)
{
    const ViewLayout laptop = layoutOf({608, 464}, 12), projector = layoutOf({392, 516}, 12), least = layoutOf({392, 388}, 12);
    EXPECT_GE(laptop.matrix.height(), 270);
    EXPECT_FALSE(laptop.links.isEmpty());
    EXPECT_GE(projector.matrix.width(), 270);   // links would leave less than half of that
    EXPECT_TRUE(projector.links.isEmpty());
    EXPECT_GE(least.matrix.height(), 230);   // rather than a row chart
    EXPECT_TRUE(least.chart.isEmpty());
}

// Two pictures beside each other: cells of one size at one height, whichever text is longer.
TEST(Layouts, PicturesSideBySideHaveEqualCells)
{
    for (const QSize size : kSizes)
        for (const auto& [few, many] : {std::pair<core::Index, core::Index>{2, 12}, {9, 12}, {12, 40}, {30, 400}}) {
            const auto of = [&](core::Index n) {
                return ViewLayout::of({.size = size, .queries = n, .keys = n, .labelLength = 56, .roomFor = many});
            };
            const ViewLayout a = of(few), b = of(many);
            EXPECT_EQ(a.matrix.top(), b.matrix.top());
            EXPECT_LE(std::abs(double(a.matrix.height()) / double(few) - double(b.matrix.height()) / double(many)), 0.5 / double(few) + 0.5 / double(many));
            EXPECT_EQ(a.links.isEmpty(), b.links.isEmpty());
            EXPECT_TRUE(QRect(QPoint(0, 0), size).contains(a.matrix));
        }
}

// At device pixel ratios of quarters a matrix begins on a whole device pixel: none of them is half a cell and half the hatch beside it.
TEST_P(Layouts, TheMatrixBeginsOnAWholePixel)
{
    for (const QSize size : kSizes)
        for (const double scale : {0.9, 1.0, 1.25, 1.5, 2.0}) {
            const ViewLayout l = layoutOf(size, GetParam(), ViewParts::Both, int(56 * scale), scale);
            EXPECT_EQ(l.matrix.left() % 4, 0);
            EXPECT_EQ(l.matrix.top() % 4, 0);
        }
}

TEST(Layouts, RulersTakeLessThanLabels)
{
    const ViewLayout words = layoutOf({744, 640}, 12, ViewParts::Both, 80), numbers = layoutOf({744, 640}, 2000, ViewParts::Both, 80);
    EXPECT_LT(numbers.keyLabels.height(), words.keyLabels.height());
    EXPECT_LE(numbers.matrix.top(), 100);
}

TEST(Layouts, PartsGiveWayInTurn)
{
    EXPECT_FALSE(layoutOf({900, 600}, 12).links.isEmpty());
    EXPECT_GT(layoutOf({900, 600}, 12).chartText.height(), 40);   // beside the chart
    const ViewLayout narrow = layoutOf({440, 700}, 12);
    EXPECT_TRUE(narrow.links.isEmpty());
    EXPECT_GT(narrow.chartText.top(), narrow.chart.bottom());   // on a line below it
}

}   // namespace
