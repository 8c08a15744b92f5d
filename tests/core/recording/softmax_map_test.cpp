#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/recording/recordings.h"

#include "core/recording/attention_map.h"

namespace core {
namespace {

using test::KnownRecording;
using test::knownRecording;

// "<=" so that NaN fails. Field guide, section 13: float against double, |S| up to 10.
bool isNear(const RowVector<float>& row, const RowVector<double>& expected)
{
    return row.size() == expected.size() && ((row.cast<double>() - expected).array().abs() <= 1e-6).all();
}

class SoftmaxMapSize : public ::testing::TestWithParam<Index> {};
INSTANTIATE_TEST_SUITE_P(Lengths, SoftmaxMapSize, ::testing::Values(0, 1, 2, 7, 33, 257));

TEST_P(SoftmaxMapSize, EveryRowIsTheDefinition)
{
    for (const char* pattern : {"causal", "dense", "causal & (window(5) | !window(20))", "causal & !window(3)"}) {
        const KnownRecording known = knownRecording({.tokens = GetParam(), .pattern = pattern});
        for (Index layer = 0; layer < 2; ++layer)
            for (Index head = 0; head < 4; ++head) {
                const MapPtr map = mapOf(known.recording, {layer, head});
                EXPECT_EQ(map->queries(), GetParam());
                for (Index i = 0; i < map->queries(); ++i)
                    EXPECT_TRUE(isNear(map->row(i), known.head({layer, head}).weights.row(i))) << pattern << " row " << i;
            }
    }
}

TEST(SoftmaxMap, TheComparisonNoticesTheWrongHead)
{
    const KnownRecording known = knownRecording({});
    EXPECT_FALSE(isNear(mapOf(known.recording, {0, 1})->row(20), known.head({0, 2}).weights.row(20)));
    EXPECT_FALSE(isNear(RowVector<float>::Constant(1, std::nanf("")), RowVector<double>::Zero(1)));
}

TEST(SoftmaxMap, AbsentPairsAreAbsentAndRowsWithoutKeysAreZero)
{
    const KnownRecording known = knownRecording({.tokens = 33, .pattern = "causal & !window(3)"});
    const MapPtr map = mapOf(known.recording, {0, 0});
    for (Index i = 0; i < 33; ++i)
        for (Index j = 0; j < 33; ++j) EXPECT_EQ(map->cell(i, j).allowed, j <= i - 3) << i << ',' << j;
    EXPECT_TRUE(map->row(2) == RowVector<float>::Zero(33));
    EXPECT_EQ(map->tile(0, 0, 0)->allowed[0], 0u);
    EXPECT_EQ(map->allowedIn({0, 33}, {0, 33}), 30 * 31 / 2);
}

TEST(SoftmaxMap, TilesAndListsComeFromTheSameCells)
{
    const KnownRecording known = knownRecording({.layers = 1, .heads = 1, .kvHeads = 1, .tokens = 300});
    const MapPtr map = mapOf(known.recording, {0, 0});
    const Tile top = *map->tile(map->levels() - 1, 0, 0);
    const std::vector<StrongCell> strongest = *map->strongest(1, {0, 300}, {0, 300});
    ASSERT_EQ(strongest.size(), 1u);
    EXPECT_LE(std::abs(strongest[0].weight - *std::ranges::max_element(top.maximum)), 1e-6f);
    EXPECT_LE(std::abs(strongest[0].weight - map->cell(strongest[0].query, strongest[0].key).weight), 1e-6f);
    EXPECT_EQ(strongest[0].weight, 1.0f) << "row 0 has one key";
}

TEST(SoftmaxMap, KeepsItsRecordingAliveAndHasItsOwnId)
{
    MapPtr first, second;
    {
        const KnownRecording known = knownRecording({.tokens = 7});
        first = mapOf(known.recording, {1, 3});
        second = mapOf(known.recording, {1, 3});
    }
    EXPECT_NE(first->id(), second->id());
    EXPECT_LE(std::abs(first->row(6).sum() - 1.0f), 1e-5f);
}

TEST(SoftmaxMap, AHeadThatIsOffCanStillBeLookedAt)
{
    const KnownRecording known = knownRecording({.tokens = 7});
    auto edited = std::make_shared<Recording>(*known.recording);
    edited->sites[0].mechanisms[0] = OffMechanism{};
    const MapPtr map = mapOf(edited, {0, 0});
    EXPECT_EQ(map->kind(), MatrixKind::RowStochastic);
    EXPECT_TRUE(isNear(map->row(6), known.head({0, 0}).weights.row(6)));
}

TEST(Recording, CountsItsBytesWithoutSquares)
{
    const auto bytesAt = [](Index n) { return knownRecording({.layers = 1, .tokens = n}).recording->bytes(); };
    EXPECT_LE(std::abs(double(bytesAt(512)) / double(bytesAt(256)) - 2.0), 0.1) << "linear in the number of tokens";
    EXPECT_GE(bytesAt(256), 256 * (4 + 2 + 2) * 8 * 4);
}

}   // namespace
}   // namespace core
