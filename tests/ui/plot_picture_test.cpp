// The picture of a matrix: pixels are the weights, absent cells never take a colour of the ramp, a hot cell is never lost.
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "tests/ui/plot_maps.h"
#include "ui/plot/head_thumbnail.h"
#include "ui/plot/matrix_picture.h"

namespace {

using core::Index;
using ui::ColorMap;
using ui::MatrixGeometry;
using ui::MatrixPicture;
using ui::ScaleKind;
using ui::ThemeKind;
using ui::WeightScale;

constexpr QRgb kGap = qRgb(1, 2, 3);

int entryOf(QRgb color, const ColorMap& map)
{
    for (int i = 0; i < ColorMap::kEntries; ++i)
        if (map.entries()[std::size_t(i)] == (color | 0xFF000000u)) return i;
    return -1;
}

// Whether a pixel's colour stands for this place within one colour step. (Two neighbouring entries of a ramp may be equal.)
bool isColorOf(QRgb color, double place, const ColorMap& map)
{
    for (int i = 0; i < ColorMap::kEntries; ++i)
        if (map.entries()[std::size_t(i)] == (color | 0xFF000000u) && std::abs(double(i) / 255.0 - place) <= 1.0 / 255.0) return true;
    return false;
}

struct Painted {
    ui::Look look;
    ScaleKind scale;
};

std::vector<Painted> everyPainted()
{
    std::vector<Painted> all;
    for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Contrast})
        for (const ui::WeightColors colors : {ui::WeightColors::Standard, ui::WeightColors::Cividis, ui::WeightColors::Grey})
            for (const ui::Viewing viewing : {ui::Viewing::Desk, ui::Viewing::Projector})
                for (const ScaleKind scale : {ScaleKind::Linear, ScaleKind::Sqrt, ScaleKind::Log})
                    all.push_back({{.theme = theme, .colors = colors, .viewing = viewing}, scale});
    return all;
}

class Looks : public ::testing::TestWithParam<Painted> {};
INSTANTIATE_TEST_SUITE_P(LooksAndScales, Looks, ::testing::ValuesIn(everyPainted()));

TEST_P(Looks, PixelsInvertToWeightsWithinOneColourStep)
{
    const test::CausalMatrix matrix(33);
    const MatrixGeometry g = MatrixGeometry::fitted(QRectF(0, 0, 330, 330), 33, 33);
    const WeightScale scale{.kind = GetParam().scale};
    const ColorMap& map = ColorMap::of(ui::MapName::Weight, GetParam().look);
    ui::TileStore tiles;
    const QImage image = MatrixPicture::of(matrix.map(), g, 1.0, scale, tiles).image(g, map, kGap);
    for (Index i = 0; i < 33; ++i)
        for (Index j = 0; j < 33; ++j) {
            const QPoint at = g.rectOf({i, j}).center().toPoint();
            if (matrix.allowed(i, j) == 0) {
                EXPECT_EQ(qAlpha(image.pixel(at)), 0);   // left to the hatch
                continue;
            }
            EXPECT_TRUE(isColorOf(image.pixel(at), scale.place(double(matrix.weights(i, j))), map)) << i << "," << j;
        }
}

TEST(Pixels, TheCheckCanFail)
{
    const ColorMap& map = ColorMap::of(ui::MapName::Weight, {.theme = ThemeKind::Light});
    EXPECT_TRUE(isColorOf(map.color(0.5), 0.5, map));
    EXPECT_FALSE(isColorOf(map.color(0.5), 0.51, map));
    EXPECT_FALSE(isColorOf(map.color(0.5), std::nan(""), map));
}

TEST_P(Looks, ScalesInvert)
{
    const WeightScale scale{.kind = GetParam().scale};
    for (double w = 0.002; w <= 1.0; w *= 1.1) EXPECT_NEAR(scale.weightAt(scale.place(w)), w, 1e-9);
    EXPECT_LE(std::abs(scale.place(0.0)), 0.0);
    EXPECT_NEAR(scale.place(1.0), 1.0, 1e-12);
    EXPECT_NEAR(scale.place(2.0), 1.0, 1e-12);
    EXPECT_TRUE(std::isnan(scale.place(std::nan(""))));
    EXPECT_GE(scale.ticks().size(), 3u);
}

TEST(ColorMaps, SignedMapsAreSymmetricAboutTheirMiddle)
{
    const ColorMap& map = ColorMap::of(ui::MapName::Signed, {.theme = ThemeKind::Light});
    EXPECT_EQ(map.index(-1.0), 0);
    EXPECT_EQ(map.index(1.0), 255);
    EXPECT_NEAR(map.index(0.3) + map.index(-0.3), 255, 1);
    EXPECT_EQ(ui::strongerCode(ui::kFirstCode, ui::CellCode(ui::kFirstCode + 140), ui::MapName::Signed), ui::kFirstCode);   // −1 outweighs a small +
    EXPECT_EQ(ui::strongerCode(ui::kAbsentCode, ui::kFirstCode, ui::MapName::Signed), ui::kFirstCode);
    EXPECT_EQ(ui::strongerCode(ui::kErrorCode, ui::kFirstCode, ui::MapName::Signed), ui::kErrorCode);
}

// Exactly one hot cell among zeros; its pixel must be found.
class HotCell : public ::testing::TestWithParam<std::pair<int, int>> {};
INSTANTIATE_TEST_SUITE_P(Places, HotCell, ::testing::Values(std::pair(1499, 0), std::pair(777, 776), std::pair(1200, 511), std::pair(1023, 1023)));

TEST_P(HotCell, StaysVisibleZoomedOut)
{
    const Index n = 1500;
    core::RowMatrix weights = core::RowMatrix::Zero(n, n);
    weights(GetParam().first, GetParam().second) = 1.0f;
    const core::MapPtr map = core::matrixMap(std::move(weights), core::AllowedMatrix::Ones(n, n));
    const ColorMap& colors = ColorMap::of(ui::MapName::Weight, {.theme = ThemeKind::Light});
    ui::TileStore tiles;
    for (const int side : {97, 400, 611}) {
        const MatrixGeometry g = MatrixGeometry::fitted(QRectF(0, 0, side, side), n, n);
        const MatrixPicture picture = MatrixPicture::of(map, g, 1.0, {}, tiles);
        const QImage image = picture.image(g, colors, kGap);
        EXPECT_GT(picture.pooled, 1);
        const int x = int(g.columnCentre(GetParam().second)), y = int(g.rowCentre(GetParam().first));
        int hot = 0;
        for (int dx = -1; dx <= 1; ++dx)
            for (int dy = -1; dy <= 1; ++dy)
                if (image.rect().contains(x + dx, y + dy)) hot += entryOf(image.pixel(x + dx, y + dy), colors) == 255 ? 1 : 0;
        EXPECT_EQ(hot, 1) << side;   // seen, and not fattened
    }
}

TEST(MatrixPicture, AbsentAreasAreExactlyTheAbsentPixels)
{
    const Index n = 60;
    const MatrixGeometry g = MatrixGeometry::fitted(QRectF(10, 20, 120, 120), n, n);
    ui::TileStore tiles;
    const MatrixPicture picture = MatrixPicture::of(test::causalMap(n), g, 1.0, {}, tiles);
    double area = 0.0;
    for (const QRectF& r : picture.absent) area += r.width() * r.height();
    EXPECT_NEAR(area, double(n * (n - 1) / 2) * 4.0, 1e-6);   // a cell is 2 × 2 pixels
}

TEST(MatrixPicture, BrokenCellsTakeTheErrorColourAndFlagTheirRow)
{
    test::CausalMatrix matrix(9);
    matrix.weights(5, 2) = std::numeric_limits<float>::quiet_NaN();
    matrix.weights(7, 7) = std::numeric_limits<float>::infinity();
    const MatrixGeometry g = MatrixGeometry::fitted(QRectF(0, 0, 90, 90), 9, 9);
    const ColorMap& map = ColorMap::of(ui::MapName::Weight, {.theme = ThemeKind::Dark});
    ui::TileStore tiles;
    const MatrixPicture picture = MatrixPicture::of(matrix.map(), g, 1.0, {}, tiles);
    const QImage image = picture.image(g, map, kGap);
    EXPECT_EQ(image.pixel(25, 55), map.errorColor());
    EXPECT_EQ(image.pixel(75, 75), map.errorColor());
    EXPECT_EQ(picture.broken.front(), 50);
    EXPECT_NE(image.pixel(25, 45), map.errorColor());
}

TEST(MatrixPicture, NoTokensNoPixels)
{
    ui::TileStore tiles;
    const MatrixGeometry g = MatrixGeometry::fitted(QRectF(0, 0, 0, 0), 0, 0);
    EXPECT_TRUE(MatrixPicture::of(test::causalMap(0), g, 1.0, {}, tiles).codes.empty());
    EXPECT_TRUE(MatrixPicture::of(nullptr, g, 1.0, {}, tiles).codes.empty());
}

TEST(TileStore, KeepsItsLimitsForgetsMapsAndLeavesOpenWhatIsNotThere)
{
    int computed = 0;
    const core::MapPtr map = test::causalMap(700);
    ui::TileStore tiles({.tileBytes = 2 << 20, .codeBytes = 1 << 20}, [&](const core::MapPtr& m, const ui::TileKey& key) {
        ++computed;
        return key.row == 2 ? nullptr : ui::TileStore::computedAtOnce(m, key);
    });
    for (Index r = 0; r < 3; ++r)
        for (Index c = 0; c < 3; ++c) EXPECT_EQ(tiles.codes(map, 0, r, c, {}) == nullptr, r == 2);
    EXPECT_LE(tiles.tileBytes(), 2 << 20);
    EXPECT_LE(tiles.codeBytes(), 1 << 20);
    const int before = computed;
    EXPECT_TRUE(tiles.codes(map, 0, 1, 2, {}));
    EXPECT_EQ(computed, before);   // cached
    tiles.forget(map->id());
    EXPECT_EQ(tiles.tileBytes() + tiles.codeBytes(), 0);

    const MatrixGeometry g = MatrixGeometry::fitted(QRectF(0, 0, 700, 700), 700, 700);
    EXPECT_FALSE(MatrixPicture::of(map, g, 1.0, {}, tiles).complete);
}

TEST(TileStore, FindsTheNearestCoarserTileAndAsksForNothing)
{
    int asked = 0;
    const core::MapPtr map = test::causalMap(1200);   // levels 0 … 3
    ui::TileStore tiles({}, [&](const core::MapPtr&, const ui::TileKey&) { return ++asked, nullptr; });
    EXPECT_FALSE(tiles.coarser(map, 0, 2, 1, {}).tile);
    const auto put = [&](Index level, Index row, Index column) {
        const ui::TileKey key{map->id(), level, row, column};
        tiles.put(key, ui::TileStore::computedAtOnce(map, key));
    };
    put(3, 0, 0);
    EXPECT_EQ(tiles.coarser(map, 0, 2, 1, {}).levels, 3);
    put(1, 1, 0);   // covers rows 2 and 3, columns 0 and 1 of level 0
    EXPECT_EQ(tiles.coarser(map, 0, 2, 1, {}).levels, 1);
    EXPECT_EQ(tiles.coarser(map, 0, 1, 1, {}).levels, 3);
    EXPECT_EQ(asked, 0);
}

TEST(TileStore, HoldsEveryTileOfThePictureThatIsDrawn)
{
    const core::MapPtr map = test::causalMap(1200);
    ui::TileStore tiles({.tileBytes = 1 << 20, .codeBytes = 1 << 18});   // room for two
    const auto drawAll = [&] {
        for (Index r = 0; r < 5; ++r)
            for (Index c = 0; c < 5; ++c) EXPECT_TRUE(tiles.codes(map, 0, r, c, {}));
    };
    drawAll();
    EXPECT_LE(tiles.tileBytes(), 1 << 20);
    tiles.makeRoomFor(25);
    drawAll();
    const qsizetype held = tiles.codeBytes();
    EXPECT_GT(held, 25 * 256 * 128);
    tiles.makeRoomFor(1);   // a small picture gives the memory back
    EXPECT_LE(tiles.codeBytes(), 1 << 18);
}

// Part of a picture from tiles four times coarser: every pixel shows the pooled cell that covers it, and the picture says so.
TEST(MatrixPicture, CoarserTilesStandInForMissingOnes)
{
    const test::CausalMatrix matrix(1000);
    const core::MapPtr map = matrix.map();
    ui::TileStore tiles({}, [&](const core::MapPtr& m, const ui::TileKey& key) {
        return key.level == 0 && key.column == 1 ? nullptr : ui::TileStore::computedAtOnce(m, key);
    });
    const ui::TileKey coarse{map->id(), 2, 0, 0};
    const ui::TilePtr pooled = ui::TileStore::computedAtOnce(map, coarse);
    tiles.put(coarse, pooled);
    const MatrixGeometry g = MatrixGeometry::fitted(QRectF(0, 0, 1000, 1000), 1000, 1000);
    const MatrixPicture picture = MatrixPicture::of(map, g, 1.0, {}, tiles);
    EXPECT_FALSE(picture.complete);
    EXPECT_TRUE(picture.pending.empty());
    EXPECT_EQ(picture.pooled, 4);
    const ColorMap& colors = ColorMap::of(ui::MapName::Weight, {.theme = ThemeKind::Light});
    for (const auto& [y, x] : {std::pair(700, 300), std::pair(999, 511), std::pair(600, 256)}) {
        const std::size_t cell = std::size_t(y / 4 * pooled->width + x / 4);
        EXPECT_EQ(picture.codes[std::size_t(y * 1000 + x)], ui::codeOf(pooled->maximum[cell], true, {}, colors));
    }
    EXPECT_EQ(picture.codes[std::size_t(700 * 1000 + 100)], ui::codeOf(matrix.weights(700, 100), true, {}, colors));   // the exact tile beside it
}

TEST(MatrixPicture, WhatIsNotThereIsPendingAndNotAbsent)
{
    const core::MapPtr map = test::causalMap(300);
    ui::TileStore tiles({}, [](const core::MapPtr&, const ui::TileKey&) { return nullptr; });
    const MatrixGeometry g = MatrixGeometry::fitted(QRectF(0, 0, 300, 300), 300, 300);
    const MatrixPicture picture = MatrixPicture::of(map, g, 1.0, {}, tiles);
    double area = 0.0;
    for (const QRectF& r : picture.pending) area += r.width() * r.height();
    EXPECT_NEAR(area, 300.0 * 300.0, 1e-6);
    EXPECT_TRUE(picture.absent.empty());
    EXPECT_EQ(qAlpha(picture.image(g, ColorMap::of(ui::MapName::Weight, {.theme = ThemeKind::Light}), kGap).pixel(150, 150)), 0);
}

TEST(Thumbnails, SharesOfARowAddUpToTheRowAtAnyLength)
{
    for (const Index n : {5, 64, 65, 200, 333}) {
        const auto thumbnail = ui::HeadThumbnail::of(*test::causalMap(n), {0, 0}, 0);
        for (Index i = 0; i < thumbnail.height; ++i) {
            double sum = 0.0;
            for (Index j = 0; j < thumbnail.width; ++j) sum += double(thumbnail.shares[std::size_t(i * thumbnail.width + j)]);
            EXPECT_NEAR(sum, 1.0, 1e-4) << n << " row " << i;
        }
    }
}

// A head that looks at the token itself shows as strongly in a text of 2,000 tokens as in one of 64.
TEST(Thumbnails, ADiagonalIsSeenAtAnyLength)
{
    for (const Index n : {64, 2000}) {
        core::RowMatrix weights = core::RowMatrix::Identity(n, n);
        const core::MapPtr map = core::matrixMap(std::move(weights), test::CausalMatrix(n).allowed);
        const QImage image = ui::HeadThumbnail::of(*map, {}, 0).image(30, ui::Theme::light());
        EXPECT_GE(entryOf(image.pixel(15, 15), ColorMap::of(ui::MapName::Weight, {.theme = ThemeKind::Light})), 160) << n;
    }
}

TEST(Thumbnails, PoolAndMaskAbsentPixels)
{
    const core::MapPtr map = test::causalMap(200);
    const auto thumbnail = ui::HeadThumbnail::of(*map, {1, 2}, 0);
    EXPECT_LE(thumbnail.width, ui::kThumbnailCells);
    EXPECT_LE(thumbnail.height, ui::kThumbnailCells);
    const ui::Theme theme = ui::Theme::light();
    const QImage image = thumbnail.image(32, theme);
    EXPECT_EQ(image.pixel(31, 0), theme.mask.rgb());
    EXPECT_GE(entryOf(image.pixel(0, 31), ColorMap::of(ui::MapName::Weight, {.theme = ThemeKind::Light})), 0);
    EXPECT_EQ(ui::HeadThumbnail::of(*test::causalMap(0), {}, 0).image(8, theme).pixel(3, 3), theme.mask.rgb());
}

}   // namespace
