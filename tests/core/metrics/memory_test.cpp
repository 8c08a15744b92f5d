// Wherever the memory of a check or of metrics runs out, they say so.
#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "core/metrics/check.h"
#include "core/metrics/head_metrics.h"
#include "core/metrics/head_search.h"
#include "core/metrics/induction_probe.h"
#include "core/metrics/shuffled_metrics.h"
#include "tests/core/base/failing_allocation.h"
#include "tests/core/model/tiny_models.h"
#include "tests/core/recording/recordings.h"

namespace core {
namespace {

TEST(CheckRunWithoutMemory, IsAnErrorAndNoException)
{
    setThreadCount(1);
    const ModelConfig config = test::llamaConfig();
    const TransformerPtr model = Transformer::create(config, test::randomWeights(config, 3), "tiny").value();
    Tokens tokens;
    for (const TokenId id : {1, 5, 2}) tokens.items.push_back({.id = id, .span = {}, .bytes = {}, .special = false, .wordStart = false});
    EXPECT_GT(test::failEveryAllocation([&] { return checkRun(*model, tokens); }, 23), 20);
    setThreadCount(0);
}

TEST(MetricsWithoutMemory, AreErrorsAndNoExceptions)
{
    setThreadCount(1);
    const test::KnownRecording known = test::knownRecording({.layers = 1, .tokens = 9});
    const RecordingPtr& recording = known.recording;
    const HeadTarget target = HeadTarget::create(recording->size(), std::vector<HeadTarget::Cell>{{.query = 3, .key = 1}}).value();
    const auto map = mapOf(recording, {0, 0});
    const TokenOccurrences rows = measuredRows(recording->tokens, 0);
    EXPECT_GT(test::failEveryAllocation([&] { return headMetrics(*map, rows, {0, 0}); }), 1);
    EXPECT_GT(test::failEveryAllocation([&] { return allHeadMetrics(recording); }, 3), 3);
    EXPECT_GT(test::failEveryAllocation([&] { return shuffledMetrics(recording, recording); }, 3), 3);
    EXPECT_GT(test::failEveryAllocation([&] { return headSearch(recording, target); }), 3);
    const ModelConfig config = test::llamaConfig();
    const TransformerPtr model = Transformer::create(config, test::randomWeights(config, 3), "tiny").value();
    const InductionProbe probe{.start = {}, .candidates = {1, 2, 3}, .order = ProbeOrder::Repeated, .run = {}};
    EXPECT_GT(test::failEveryAllocation([&] { return inductionScores(*model, probe); }, 211), 3);
    setThreadCount(0);
}

}   // namespace
}   // namespace core
