#include <algorithm>

#include <gtest/gtest.h>

#include "ui/controllers/run_pacing.h"

using std::chrono::milliseconds;
using ui::RunPacing;

namespace {

RunPacing::Time at(int ms) { return RunPacing::Time(milliseconds(ms)); }

// A model that needs `runTime` for a text, and a person who presses a key every `keyTime`: the longest time in which nothing is shown.
int longestSilence(int runTime, int keyTime, int until)
{
    RunPacing pacing;
    constexpr int kIdle = -1;
    int runEnds = kIdle;
    bool waiting = false;
    int shown = 0, longest = 0;
    for (int now = 0; now <= until; ++now) {
        if (runEnds == now) {
            pacing.delivered(at(now));
            longest = std::max(longest, now - shown);
            shown = now;
            runEnds = kIdle;
        }
        if (runEnds == kIdle && waiting) {
            waiting = false;
            runEnds = now + runTime;
            pacing.began(at(now));
        }
        if (now % keyTime != 0) continue;
        if (runEnds == kIdle) {
            pacing.woke(at(now));
            pacing.began(at(now));
            runEnds = now + runTime;
            continue;
        }
        waiting = true;
        if (!pacing.mayFinish(at(now))) waiting = false, pacing.began(at(now)), runEnds = now + runTime;   // stopped, the newest runs
    }
    return std::max(longest, until - shown);
}

}   // namespace

TEST(RunPacing, AFreshRunIsStopped)
{
    RunPacing pacing;
    pacing.woke(at(0));
    pacing.began(at(0));
    EXPECT_FALSE(pacing.mayFinish(at(0)));
    EXPECT_FALSE(pacing.mayFinish(at(299)));   // nothing is known about how long runs take
    EXPECT_TRUE(pacing.mayFinish(at(300)));
}

TEST(RunPacing, HalfOfTheExpectedTimeIsAGoodShare)
{
    RunPacing pacing;
    pacing.woke(at(0));
    pacing.began(at(0));
    pacing.delivered(at(200));
    pacing.woke(at(1000));
    pacing.began(at(1000));
    EXPECT_FALSE(pacing.mayFinish(at(1099)));
    EXPECT_TRUE(pacing.mayFinish(at(1100)));
}

TEST(RunPacing, APreviewIsWhatOneWaitsFor)
{
    RunPacing pacing;
    pacing.began(at(0));
    pacing.delivered(at(100));    // the preview
    pacing.delivered(at(5000));   // the heads of a long text
    pacing.woke(at(6000));
    pacing.began(at(6000));
    EXPECT_TRUE(pacing.mayFinish(at(6050)));
}

TEST(RunPacing, SilenceIsCountedFromTheFirstKeyAfterAPause)
{
    RunPacing pacing;
    pacing.woke(at(100'000));
    pacing.began(at(100'000));
    EXPECT_FALSE(pacing.mayFinish(at(100'080)));
}

// Stopping every run for the next key would show nothing in the first three of these cases.
TEST(RunPacing, SomebodyWhoTypesOnSeesResults)
{
    EXPECT_LE(longestSilence(120, 100, 10'000), 300 + 120 + 100);
    EXPECT_LE(longestSilence(250, 60, 10'000), 300 + 250 + 60);
    EXPECT_LE(longestSilence(2000, 90, 30'000), 300 + 2000 + 90);
    EXPECT_LE(longestSilence(5, 100, 10'000), 105);
}
