// Laws of the plain geometry: cells and pixels, levels, pixels' cells, labels, hatch lines.
#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "tests/ui/plot_maps.h"
#include "ui/plot/axis_labels.h"
#include "ui/plot/hatch.h"
#include "ui/plot/head_grid_geometry.h"
#include "ui/plot/hidden_first_map.h"
#include "ui/plot/matrix_geometry.h"
#include "ui/plot/row_chart.h"

namespace {

using core::Index;
using ui::MatrixGeometry;
using ui::Pair;

class Cells : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Sizes, Cells, ::testing::Values(1, 2, 7, 33, 300));

TEST_P(Cells, CentreOfEveryCellIsThatCell)
{
    const Index n = GetParam();
    const MatrixGeometry g = MatrixGeometry::fitted(QRectF(100, 50, 500, 500), n, n);
    for (Index i = 0; i < n; ++i)
        for (Index j = 0; j < n; j += 1 + n / 10) EXPECT_EQ(g.cellAt(g.rectOf({i, j}).center()), (Pair{i, j}));
    EXPECT_EQ(g.cellAt({99.9, 60}), std::nullopt);
    EXPECT_EQ(g.cellAt({600.0, 60}), std::nullopt);
    EXPECT_EQ(g.rowAt(49.0), std::nullopt);
    EXPECT_DOUBLE_EQ(g.rectOf({0, 0}).top(), 50.0);   // row 0 is on top
}

TEST(MatrixGeometry, ZoomKeepsTheCellUnderThePointerAndStopsAtItsLimits)
{
    const MatrixGeometry whole = MatrixGeometry::fitted(QRectF(0, 0, 600, 600), 300, 300);
    const QPointF about(211, 333);
    MatrixGeometry zoomed = whole;
    for (int i = 0; i < 8; ++i) {
        zoomed = zoomed.zoomed(about, 1.25);
        EXPECT_EQ(zoomed.cellAt(about), whole.cellAt(about));
    }
    for (int i = 0; i < 100; ++i) zoomed = zoomed.zoomed(about, 1.25);
    EXPECT_NEAR(zoomed.cellWidth(), ui::kZoomLimit, 1e-9);
    for (int i = 0; i < 100; ++i) zoomed = zoomed.zoomed(about, 0.8);
    EXPECT_TRUE(zoomed.isFitted());
}

TEST(MatrixGeometry, PanningStopsAtTheEdges)
{
    MatrixGeometry g = MatrixGeometry::fitted(QRectF(0, 0, 600, 600), 300, 300).zoomed({0, 0}, 4.0);
    g = g.panned({-1e6, -1e6});
    EXPECT_NEAR(g.view.right(), 300.0, 1e-9);
    g = g.panned({1e6, 1e6});
    EXPECT_NEAR(g.view.left(), 0.0, 1e-9);
    EXPECT_NEAR(g.view.top(), 0.0, 1e-9);
}

TEST(MatrixGeometry, NothingInAnEmptyMatrix)
{
    const MatrixGeometry g = MatrixGeometry::fitted(QRectF(0, 0, 600, 600), 0, 0);
    EXPECT_EQ(g.cellAt({10, 10}), std::nullopt);
    EXPECT_TRUE(g.visibleRows().empty());
    EXPECT_TRUE(g.zoomed({1, 1}, 2.0) == g);
}

TEST(Levels, AtMostTwoCellsPerDevicePixelAndNoCoarserThanNeeded)
{
    for (double cells = 0.01; cells < 1000.0; cells *= 1.07) {
        const Index level = ui::levelFor(cells, 20);
        EXPECT_LE(cells / std::pow(2.0, double(level)), 2.0 + 1e-5);
        if (level > 0) {
            EXPECT_GT(cells / std::pow(2.0, double(level - 1)), 2.0);
        }
    }
    EXPECT_EQ(ui::levelFor(1000.0, 3), 2);   // no level beyond the last
}

// What makes a hot cell visible: every cell is among those of some pixel.
std::set<Index> covered(const ui::PixelCells& cells, Index pixels)
{
    std::set<Index> seen;
    for (Index x = 0; x < pixels; ++x)
        for (Index c = cells.at(x).begin; c < cells.at(x).end; ++c) seen.insert(c);
    return seen;
}

TEST(PixelCells, EveryCellHasAPixel)
{
    for (const Index count : {1, 2, 7, 33, 256, 601, 1199, 1500})
        for (const Index pixels : {600, 601, 750})
            if (count <= 2 * pixels) {
                EXPECT_EQ(Index(covered({0.0, double(count) / double(pixels), double(count)}, pixels).size()), count) << count << " in " << pixels;
            }
    EXPECT_EQ(Index(covered({0.0, 187.5 / 97.0, 187.5}, 97).size()), 188);   // the last one pools fewer cells
    EXPECT_LT(Index(covered({0.0, 1.5, 1200.0}, 700).size()), 1200);         // the check can fail
}

TEST(Labels, DecimationKeepsNeighboursApart)
{
    for (double spacing = 0.003; spacing < 50.0; spacing *= 1.3) {
        const Index every = ui::labelEvery(spacing, 28.0);
        EXPECT_GE(double(every) * spacing, 28.0);
    }
    EXPECT_EQ(ui::labelEvery(30.0, 28.0), 1);
    EXPECT_EQ(ui::labelEvery(1.0, 28.0), 50);
}

TEST(Labels, WordsAreRunsOfTwoOrMorePieces)
{
    ui::AxisLabels labels{.texts = {"<s>", "a", "n", "im", "the", "st"}, .wordStart = {true, true, false, false, true, true}};
    EXPECT_EQ(labels.words({0, 6}), (std::vector<core::Span>{{1, 4}}));
    EXPECT_TRUE(ui::AxisLabels{}.words({0, 6}).empty());
    EXPECT_EQ(labels.text(99), QStringLiteral("99"));
    labels.texts[0] = QString(1000, QLatin1Char('x'));
    EXPECT_LE(labels.text(0).size(), 50);
}

TEST(HeadGridGeometry, EveryHeadIsFoundAtItsCentre)
{
    for (const auto& [layers, heads] : {std::pair<Index, Index>{4, 8}, {32, 32}, {1, 1}}) {
        const auto g = ui::HeadGridGeometry::of({300, 420}, layers, heads, 4);
        EXPECT_LE(g.width(), 300);
        for (Index l = 0; l < layers; ++l)
            for (Index h = 0; h < heads; ++h) EXPECT_EQ(g.headAt(QRectF(g.rectOf({l, h})).center()), (core::HeadId{l, h}));
        EXPECT_EQ(g.headAt({double(g.width() + 1), double(g.top + 1)}), std::nullopt);
    }
    EXPECT_EQ(ui::HeadGridGeometry::of({300, 300}, 0, 0, 1).headAt({50, 50}), std::nullopt);
}

TEST(Hatch, LinesStayInsideAndJoinAcrossTouchingRectangles)
{
    const std::vector<QRectF> stairs{{10, 0, 90, 10}, {20, 10, 80, 10}, {30, 20, 70, 10}};
    for (const ui::HatchKind kind : {ui::HatchKind::Absent, ui::HatchKind::Hidden}) {
        const auto lines = ui::hatchLines(stairs, kind);
        EXPECT_FALSE(lines.empty());
        for (const QLineF& line : lines) {
            const QPointF middle = line.center();
            EXPECT_TRUE(
                std::any_of(stairs.begin(), stairs.end(), [&](const QRectF& r) { return r.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(middle); }));
        }
        const auto whole = ui::hatchLines({QRectF(0, 0, 100, 30)}, kind), cut = ui::hatchLines({QRectF(0, 0, 100, 10), QRectF(0, 10, 100, 20)}, kind);
        EXPECT_EQ(whole.size(), cut.size());
    }
}

TEST(HiddenFirst, RowsAreDividedByWhatIsLeftAndTheFirstKeyIsAbsent)
{
    const core::MapPtr raw = test::causalMap(33), hidden = ui::withoutFirstToken(raw);
    EXPECT_TRUE(hidden->allowedKeys(0).empty());   // row 0 had nothing but the first token
    for (Index i = 1; i < 33; ++i) {
        EXPECT_FALSE(hidden->allowed(i, 0));
        EXPECT_NEAR(double(hidden->row(i).sum()), 1.0, 1e-5);
        const double left = 1.0 - double(raw->cell(i, 0).weight);
        EXPECT_NEAR(double(hidden->cell(i, i).weight), double(raw->cell(i, i).weight) / left, 1e-6);
        EXPECT_EQ(hidden->allowedIn({i, i + 1}, {0, 33}), i);
    }
    EXPECT_NE(hidden->id(), raw->id());
    const core::MapPtr empty = test::causalMap(0);
    EXPECT_EQ(ui::withoutFirstToken(empty), empty);
}

TEST(RowChart, TopIsTheSmallestRoundNumberThatHoldsAll)
{
    EXPECT_DOUBLE_EQ(ui::chartTop(1.0), 1.0);
    EXPECT_DOUBLE_EQ(ui::chartTop(0.62), 1.0);
    EXPECT_DOUBLE_EQ(ui::chartTop(0.5), 0.5);
    EXPECT_NEAR(ui::chartTop(0.013), 0.02, 1e-12);
    EXPECT_GT(ui::chartTop(0.0), 0.0);
}

}   // namespace
