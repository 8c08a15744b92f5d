// Work on long recordings ends at the next strip once somebody asks.
#include <functional>

#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "core/recording/weight_strips.h"
#include "tests/core/recording/counting_map.h"
#include "tests/core/recording/matrices.h"

namespace core {
namespace {

using test::CountingMap;

struct Work {
    const char* name;
    std::function<Result<void>(const AttentionMap&, const std::stop_token&)> run;
};

template<class T>
Result<void> withoutValue(const Result<T>& result)
{
    if (!result) return tl::unexpected(result.error());
    return {};
}

Result<void> tileOf(const AttentionMap& map, Index level, const std::stop_token& stop) { return withoutValue(map.tile(level, 0, 0, stop)); }

class Stopping : public ::testing::TestWithParam<Work> {
protected:
    void SetUp() override { setThreadCount(1); }
    void TearDown() override { setThreadCount(0); }
    const MapPtr map = test::causalGiven(1100, [](Index i, Index) { return 1.0f / float(i + 1); }).map();
};

INSTANTIATE_TEST_SUITE_P(
    Of, Stopping,
    ::testing::Values(Work{"Tile", [](const AttentionMap& map, const std::stop_token& stop) { return tileOf(map, 0, stop); }},
                      Work{"TopTile", [](const AttentionMap& map, const std::stop_token& stop) { return tileOf(map, map.levels() - 1, stop); }},
                      Work{"Strongest",
                           [](const AttentionMap& map, const std::stop_token& stop) {
                               return withoutValue(map.strongest(20, {0, map.queries()}, {0, map.keys()}, stop));
                           }}),
    [](const auto& param) { return param.param.name; });

TEST_P(Stopping, BeforeItBeginsNothingIsComputed)
{
    const CountingMap counting(map);
    const Result<void> result = GetParam().run(counting, test::stoppedToken());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().fault, Fault::Cancelled);
    EXPECT_EQ(counting.calls(), 0);
}

TEST_P(Stopping, InTheMiddleItEndsAtTheNextStrip)
{
    const CountingMap whole(map);
    ASSERT_TRUE(GetParam().run(whole, whole.token()));
    ASSERT_GE(whole.calls(), 4);
    for (const int strips : {1, 3, whole.calls() - 1}) {
        const CountingMap counting(map, strips);
        const Result<void> result = GetParam().run(counting, counting.token());
        ASSERT_FALSE(result) << strips;
        EXPECT_EQ(result.error().fault, Fault::Cancelled);
        EXPECT_EQ(counting.calls(), strips);
    }
}

TEST(StripsThatStop, SayThatTheyAreIncomplete)
{
    const MapPtr map = test::randomGiven(200, 200, 0.5, 1).map();
    Index visited = 0;
    const auto count = [&](const WeightStrip&) { ++visited; };
    EXPECT_TRUE(forEachStrip(*map, {0, 200}, {0, 200}, count));
    EXPECT_EQ(visited, 4);
    const CountingMap counting(map, 2);
    EXPECT_FALSE(forEachStrip(counting, {0, 200}, {0, 200}, count, counting.token()));
    EXPECT_EQ(visited, 6) << "a strip that was computed is handed out";
}

}   // namespace
}   // namespace core
