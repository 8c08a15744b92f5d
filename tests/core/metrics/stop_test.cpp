// Metrics end when somebody asks, also in the middle of a head.
#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "core/metrics/head_metrics.h"
#include "tests/core/recording/counting_map.h"
#include "tests/core/recording/matrices.h"
#include "tests/core/recording/recordings.h"

namespace core {
namespace {

Tokens someTokens(Index n)
{
    Tokens tokens;
    for (Index i = 0; i < n; ++i) tokens.items.push_back({.id = TokenId(i % 7), .span = {}, .bytes = {}, .special = false, .wordStart = false});
    return tokens;
}

template<class T>
void expectCancelled(const Result<T>& result)
{
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().fault, Fault::Cancelled);
}

TEST(HeadMetricsThatStop, EndAtTheNextStrip)
{
    setThreadCount(1);
    const MapPtr map = test::causalGiven(300, [](Index i, Index) { return 1.0f / float(i + 1); }).map();
    for (const int strips : {1, 3}) {
        const test::CountingMap counting(map, strips);
        expectCancelled(headMetrics(counting, TokenOccurrences(someTokens(300)), {}, counting.token()));
        EXPECT_EQ(counting.calls(), strips);
    }
    setThreadCount(0);
}

TEST(HeadMetricsThatStop, ALongTextIsNotListedToItsEnd)
{
    EXPECT_EQ(TokenOccurrences(someTokens(100'000), 100'000, test::stoppedToken()).rows(), 0);
}

TEST(HeadMetricsThatStop, AllOfThemToo)
{
    const RecordingPtr recording = test::knownRecording({}).recording;
    expectCancelled(allHeadMetrics(recording, test::stoppedToken()));
    EXPECT_TRUE(allHeadMetrics(recording));
}

}   // namespace
}   // namespace core
