#include "core/metrics/shuffled_metrics.h"

#include <gtest/gtest.h>

#include "core/metrics/induction_probe.h"
#include "tests/core/recording/recordings.h"

namespace core {
namespace {

RecordingPtr recordingWith(const Tokens& tokens)
{
    auto recording = std::make_shared<Recording>(*test::knownRecording({.tokens = tokens.size()}).recording);
    recording->tokens = tokens;
    return recording;
}

RecordingPtr known() { return test::knownRecording({}).recording; }

TEST(ShuffledMetrics, AreTheMetricsOfTheShuffledRun)
{
    const RecordingPtr recording = known(), shuffled = recordingWith(shuffledTokens(recording->tokens, 3));
    const std::vector<HeadMetrics> metrics = shuffledMetrics(recording, shuffled).value(), own = allHeadMetrics(shuffled).value();
    ASSERT_EQ(metrics.size(), 8u);
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        EXPECT_EQ(metrics[i].head, own[i].head);
        EXPECT_EQ(metrics[i].meanDistance, own[i].meanDistance);
        EXPECT_EQ(metrics[i].duplicateToken, own[i].duplicateToken);
    }
}

TEST(ShuffledMetrics, RefuseRunsThatDoNotBelongTogether)
{
    const RecordingPtr recording = known();
    const auto refused = [&](const RecordingPtr& other, const std::string& word) {
        const Result<std::vector<HeadMetrics>> result = shuffledMetrics(recording, other);
        return !result && result.error().fault == Fault::BadInput && result.error().what.find(word) != std::string::npos &&
               !result.error().remedy.empty();
    };
    EXPECT_TRUE(refused(test::knownRecording({.tokens = 34}).recording, "34"));
    EXPECT_TRUE(refused(test::knownRecording({.heads = 2}).recording, "test"));
    Tokens changed = recording->tokens;
    changed.items[5].id += 1;
    EXPECT_TRUE(refused(recordingWith(changed), "other tokens"));
    auto planned = std::make_shared<Recording>(*recording);
    planned->plan.add({.layer = 0, .head = 1}, OffMechanism{});
    EXPECT_TRUE(refused(planned, "plan"));
    auto retrained = std::make_shared<Recording>(*recording);
    retrained->modelId = recording->modelId + 1;
    EXPECT_TRUE(refused(retrained, "test"));
    EXPECT_FALSE(refused(recording, "")) << "the order of the same tokens does not matter";
}

TEST(ShuffledMetrics, HeedStop)
{
    std::stop_source stop;
    stop.request_stop();
    const RecordingPtr recording = known();
    EXPECT_EQ(shuffledMetrics(recording, recording, stop.get_token()).error().fault, Fault::Cancelled);
}

HeadMetrics metricsWith(std::optional<double> previous, std::optional<double> duplicate)
{
    HeadMetrics metrics;
    metrics.head = {0, 1};
    metrics.previousToken = previous;
    metrics.duplicateToken = duplicate;
    return metrics;
}

TEST(MeanMetrics, GoOverTheShufflesThatHaveAValue)
{
    const std::vector<std::vector<HeadMetrics>> shuffles{{metricsWith(0.1, 0.5)}, {metricsWith(0.3, std::nullopt)}};
    const std::vector<HeadMetrics> mean = meanMetrics(shuffles);
    ASSERT_EQ(mean.size(), 1u);
    EXPECT_EQ(mean[0].head, (HeadId{0, 1}));
    EXPECT_LE(std::abs(*mean[0].previousToken - 0.2), 1e-15);
    EXPECT_EQ(mean[0].duplicateToken, 0.5);
    EXPECT_FALSE(mean[0].firstToken);
    EXPECT_TRUE(meanMetrics({}).empty());
}

}   // namespace
}   // namespace core
