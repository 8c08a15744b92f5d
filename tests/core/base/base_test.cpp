// Memory amounts, parallel loops, random numbers, storage types.
#include <atomic>
#include <bit>
#include <chrono>
#include <cmath>
#include <limits>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/half.h"
#include "core/base/memory.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

using ::testing::HasSubstr;

namespace {

TEST(Memory, ParsesAmountsWithUnits)
{
    EXPECT_EQ(core::parseBytes("123456").value(), 123456);
    EXPECT_EQ(core::parseBytes("800M").value(), 800000000);
    EXPECT_EQ(core::parseBytes("2 GB").value(), 2000000000);
    EXPECT_EQ(core::parseBytes("1.5k").value(), 1500);
    for (const char* wrong : {"", "G", "-1", "0", "nan", "inf", "1e300", "12 parsecs", "5 Gx", "1 2"}) EXPECT_FALSE(core::parseBytes(wrong)) << wrong;
}

TEST(Memory, FormatsInDecimalUnits)
{
    EXPECT_EQ(core::formatBytes(0), "0 bytes");
    EXPECT_EQ(core::formatBytes(1500), "1.5 kB");
    EXPECT_EQ(core::formatBytes(2000000000), "2 GB");
    EXPECT_EQ(core::formatBytes(999), "999 bytes");
    EXPECT_EQ(core::formatBytes(1000), "1 kB");
    EXPECT_EQ(core::formatBytes(123456789), "123 MB");
    EXPECT_EQ(core::formatBytes(1234567), "1.23 MB");
    EXPECT_EQ(core::formatBytes(999'499), "999 kB");
    EXPECT_EQ(core::formatBytes(999'500), "1 MB");   // to three digits before the unit is chosen
    EXPECT_EQ(core::formatBytes(999'700'000), "1 GB");
    EXPECT_EQ(core::formatBytes(12'345'000'000'000'000), "12300 TB");
}

TEST(Memory, RefusalNamesBothNumbers)
{
    const std::int64_t before = core::memoryBudget();
    core::setMemoryBudget(1000);
    EXPECT_TRUE(core::withinBudget(1000, "This", ""));
    const auto refused = core::withinBudget(2000000, "Recording 5 tokens", "Use fewer tokens.");
    core::setMemoryBudget(before);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fault, core::Fault::OverBudget);
    EXPECT_THAT(refused.error().what, HasSubstr("Recording 5 tokens would need 2 MB, and the memory budget is 1 kB"));
}

class Parallel : public ::testing::TestWithParam<int> {
protected:
    void SetUp() override { core::setThreadCount(GetParam()); }
    void TearDown() override { core::setThreadCount(0); }
};
INSTANTIATE_TEST_SUITE_P(Threads, Parallel, ::testing::Values(1, 2, 5));

TEST_P(Parallel, CallsEachIndexOnce)
{
    for (const core::Index count : {0, 1, 2, 1000}) {
        std::vector<std::atomic<int>> calls(static_cast<std::size_t>(count));
        EXPECT_TRUE(core::parallelFor(count, [&](core::Index i) { ++calls[std::size_t(i)]; }));
        for (const auto& n : calls) EXPECT_EQ(n, 1);
    }
}

// Whoever comes first waits for the others, so that one thread cannot make all calls; the deadline is there to fail instead of to hang.
TEST_P(Parallel, HasAsManyThreadsAsAskedForOnAnyMachine)
{
    std::atomic<int> arrived{0};
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    core::parallelFor(GetParam(), [&](core::Index) {
        ++arrived;
        while (arrived < GetParam() && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    });
    EXPECT_LT(std::chrono::steady_clock::now(), deadline);
}

// A loop of so many calls would take days: that it returns is what shows that it was ended. However slow the thread that ends it may be, the others
// cannot have made all calls by then; after the deadline they stop the loop themselves, to fail instead of to hang.
class EndlessLoop {
public:
    static constexpr core::Index calls = core::Index(1) << 40;
    void expectEndedInTime() const { EXPECT_LT(std::chrono::steady_clock::now(), m_deadline); }
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    void stop() { m_stop.request_stop(); }
    int call()
    {
        if (std::chrono::steady_clock::now() >= m_deadline) stop();
        return ++m_made;
    }

private:
    std::chrono::steady_clock::time_point m_deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    std::stop_source m_stop;
    std::atomic<int> m_made{0};
};

TEST_P(Parallel, StopsStartingCallsOnceAsked)
{
    EndlessLoop loop;
    EXPECT_FALSE(core::parallelFor(EndlessLoop::calls, [&](core::Index) {
        if (loop.call() == 10) loop.stop();
    }, loop.token()));
    loop.expectEndedInTime();
}

TEST_P(Parallel, AnExceptionEndsTheLoopAndIsHandedOn)
{
    EndlessLoop loop;
    const auto body = [&](core::Index) {
        if (loop.call() == 10) throw std::bad_alloc();
    };
    EXPECT_THROW(core::parallelFor(EndlessLoop::calls, body, loop.token()), std::bad_alloc);
    loop.expectEndedInTime();
    std::atomic<int> calls{0};
    EXPECT_TRUE(core::parallelFor(100, [&](core::Index) { ++calls; }));   // and the next loop runs as ever
    EXPECT_EQ(calls, 100);
}

// A loop inside one that is stopped may be cut short by that alone: it must not say that all of its calls were made.
TEST_P(Parallel, ALoopInsideAStoppedOneSaysWhetherItWasWhole)
{
    std::stop_source stop;
    std::atomic<int> lies{0};
    EXPECT_FALSE(core::parallelFor(64, [&](core::Index) {
        std::atomic<int> calls{0};
        const bool whole = core::parallelFor(64, [&](core::Index i) {
            if (i == 20) stop.request_stop();
            ++calls;
        });
        if (whole && calls != 64) ++lies;
    }, stop.get_token()));
    EXPECT_EQ(lies, 0);
}

TEST(ThreadCount, HasALimitThatIsNamed)
{
    const int largest = core::largestThreadCount();
    EXPECT_GE(largest, 8);
    EXPECT_TRUE(core::setThreadCount(3));
    for (const int wrong : {-1, largest + 1, 100'000}) {
        const core::Result<void> refused = core::setThreadCount(wrong);
        ASSERT_FALSE(refused) << wrong;
        EXPECT_EQ(refused.error().fault, core::Fault::BadInput);
        EXPECT_THAT(refused.error().what, HasSubstr(std::to_string(wrong)));
        EXPECT_THAT(refused.error().remedy, HasSubstr(std::to_string(largest)));
        EXPECT_EQ(core::threadCount(), 3);
    }
    EXPECT_TRUE(core::setThreadCount(largest));
    EXPECT_EQ(core::threadCount(), largest);
    EXPECT_TRUE(core::setThreadCount(0));
}

TEST_P(Parallel, Nests)
{
    std::atomic<int> calls{0};
    core::parallelFor(8, [&](core::Index) { core::parallelFor(8, [&](core::Index) { ++calls; }); });
    EXPECT_EQ(calls, 64);
}

TEST(Random, IsTheSameOnEveryMachine)
{
    EXPECT_EQ(core::mixBits(0), 0xE220A8397B1DCDAFULL);   // first output of SplitMix64 seeded with 0
    core::Random a(7), b(7), c(8);
    EXPECT_EQ(a.bits(), b.bits());
    EXPECT_NE(b.bits(), c.bits());
    b.restore(a.state());
    EXPECT_EQ(a.bits(), b.bits());
}

TEST(Random, UniformAndNormalHaveTheirMoments)
{
    core::Random random(1);
    const int n = 100000;
    double sum = 0, squares = 0, low = 1, high = 0, uniform = 0;
    for (int i = 0; i < n; ++i) {
        const double x = random.normal(), u = random.uniform();
        sum += x, squares += x * x, uniform += u;
        low = std::min(low, u), high = std::max(high, u);
    }
    EXPECT_NEAR(sum / n, 0.0, 0.02);
    EXPECT_NEAR(squares / n, 1.0, 0.03);
    EXPECT_NEAR(uniform / n, 0.5, 0.01);
    EXPECT_GE(low, 0.0);
    EXPECT_LT(high, 1.0);
}

TEST(Half, EveryPatternSurvivesTheRoundTrip)
{
    for (std::uint32_t bits = 0; bits <= 0xFFFF; ++bits) {
        const float half = core::fromHalf(std::uint16_t(bits)), bfloat = core::fromBfloat16(std::uint16_t(bits));
        if (std::isnan(half)) {
            EXPECT_TRUE(std::isnan(core::fromHalf(core::toHalf(half))));
        } else {
            EXPECT_EQ(core::toHalf(half), bits);
        }
        if (std::isnan(bfloat)) {
            EXPECT_TRUE(std::isnan(core::fromBfloat16(core::toBfloat16(bfloat))));
        } else {
            EXPECT_EQ(core::toBfloat16(bfloat), bits);
        }
    }
}

TEST(Half, RoundsToNearestEvenAndOverflowsToInfinity)
{
    EXPECT_EQ(core::fromHalf(core::toHalf(1.0f + 0x1p-11f)), 1.0f);
    EXPECT_EQ(core::fromHalf(core::toHalf(1.0f + 3 * 0x1p-11f)), 1.0f + 0x1p-9f);
    EXPECT_EQ(core::fromHalf(0x0001), 0x1p-24f);
    EXPECT_EQ(core::toHalf(65520.0f), 0x7C00);
    EXPECT_EQ(core::fromBfloat16(core::toBfloat16(1.0f + 0x1p-8f)), 1.0f);
}

}   // namespace
