// Laws of the link diagram: which weights become links, and where their curves run.
#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

#include "tests/ui/plot_maps.h"
#include "ui/plot/link_geometry.h"

namespace {

using core::Index;
using ui::MatrixGeometry;

TEST(Links, DrawTheLargestWeightsUntilTheShareIsReached)
{
    const float row[] = {0.1f, 0.5f, 0.05f, 0.25f, 0.1f};
    const std::vector<ui::Link> links = ui::linksOfRow(3, row, 5, ui::LinkRule::ofShare(0.7));
    ASSERT_EQ(links.size(), 2u);   // 0.5 + 0.25 reaches 0.7
    EXPECT_EQ(links[0].key, 1);
    EXPECT_EQ(links[1].key, 3);
    EXPECT_TRUE(ui::linksOfRow(0, row, 0).empty());
    const float broken[] = {std::numeric_limits<float>::quiet_NaN(), 1.0f};
    EXPECT_EQ(ui::linksOfRow(0, broken, 2).size(), 1u);
}

TEST(Links, TheLimitLeavesNoRowOutAndSaysHowManyItLeftOut)
{
    const Index n = 40;
    const core::MapPtr map = test::causalMap(n);
    const ui::LinkSet all = *ui::LinkSet::of(*map, {}, 1'000'000), few = *ui::LinkSet::of(*map, {}, n + 5);
    EXPECT_EQ(all.hidden, 0);
    EXPECT_EQ(few.links.size(), std::size_t(n + 5));
    EXPECT_EQ(few.hidden + n + 5, Index(all.links.size()));
    for (Index row = 0; row < n; ++row) {
        const auto isOfRow = [row](const ui::Link& link) { return link.query == row; };
        const auto strongest = std::find_if(all.links.rbegin(), all.links.rend(), isOfRow),
                   first = std::find_if(few.links.rbegin(), few.links.rend(), isOfRow);
        ASSERT_NE(first, few.links.rend()) << row;
        EXPECT_EQ(*first, *strongest);
    }
    EXPECT_TRUE(std::is_sorted(few.links.begin(), few.links.end(), [](const ui::Link& a, const ui::Link& b) { return a.weight < b.weight; }));
}

TEST(Links, StopWhenTheyAreToldTo)
{
    std::stop_source stop;
    stop.request_stop();
    const auto links = ui::LinkSet::of(*test::causalMap(40), {}, 25, stop.get_token());
    ASSERT_FALSE(links);
    EXPECT_EQ(links.error().fault, core::Fault::Cancelled);
}

TEST(Links, OfNothingAreNone)
{
    EXPECT_TRUE(ui::LinkSet::of(*test::causalMap(0))->links.empty());
    EXPECT_FALSE(ui::LinkSet::of(*test::causalMap(0))->computing);
}

TEST(Links, EndAtTheCentreOfTheirRowsAtEveryZoom)
{
    ui::LinkCurves curves{100.0, 300.0, MatrixGeometry::fitted(QRectF(400, 40, 500, 500), 33, 33)};
    curves.geometry = curves.geometry.zoomed({500, 200}, 1.7);
    const ui::Link link{.query = 20, .key = 4, .weight = 0.5f};
    const QPainterPath path = curves.path(link);
    EXPECT_NEAR(path.pointAtPercent(0).y(), curves.geometry.rectOf({4, 0}).center().y(), 1e-6);
    EXPECT_NEAR(path.pointAtPercent(1).y(), curves.geometry.rectOf({20, 0}).center().y(), 1e-6);
    EXPECT_NEAR(path.pointAtPercent(1).x(), 300.0, 1e-6);
}

TEST(Links, NearestFindsTheCurveThatIsPaintedThere)
{
    const ui::LinkCurves curves{100.0, 300.0, MatrixGeometry::fitted(QRectF(400, 0, 330, 330), 33, 33)};
    const std::vector<ui::Link> links{{20, 4, 0.5f}, {30, 29, 0.5f}, {10, 10, 0.5f}};
    for (const ui::Link& link : links)
        for (const double t : {0.1, 0.5, 0.9}) EXPECT_EQ(curves.nearest(links, curves.path(link).pointAtPercent(t), 3.0), link);
    EXPECT_EQ(curves.nearest(links, {150, 1}, 3.0), std::nullopt);
    EXPECT_EQ(curves.nearest(links, {50, 100}, 500.0), std::nullopt);
}

}   // namespace
