#include "core/metrics/pattern_sweep.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/attention/pattern_template.h"
#include "core/base/random.h"
#include "core/model/transformer.h"
#include "tests/core/model/tiny_models.h"

namespace core {
namespace {

constexpr Index kTokens = 24;

RecordingPtr someRecording()
{
    const ModelConfig config = test::neoxConfig();
    Tokens tokens;
    for (Index i = 0; i < kTokens; ++i)
        tokens.items.push_back({.id = TokenId((i * i + 3 * i) % config.vocabulary), .span = {}, .bytes = {}, .special = i == 0, .wordStart = false});
    const TransformerPtr model = Transformer::create(config, test::randomWeights(config, 3), "tiny").value();
    return model->run(tokens, {}).value();
}

std::vector<SweepPoint> randomPoints(Random& random)
{
    std::vector<SweepPoint> points(std::size_t(random.below(12)));
    for (SweepPoint& point : points) {
        point.cost.flops = double(random.below(6));
        point.cost.cacheBytes = double(random.below(6));
        point.error = double(random.below(6));
        if (random.below(4) > 0) point.divergence = double(random.below(6));
        point.retained = double(random.below(5)) / 4.0;
    }
    return points;
}

TEST(PatternSweep, TheFrontierIsWhatNoneBeats)
{
    Random random(2);
    for (int round = 0; round < 2000; ++round) {
        const std::vector<SweepPoint> points = randomPoints(random);
        const SweepCost cost = random.below(2) ? SweepCost::Flops : SweepCost::CacheBytes;
        const SweepLoss loss = random.below(2) ? SweepLoss::Divergence : SweepLoss::Error;
        const std::vector<std::size_t> frontier = frontierOf(points, cost, loss);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto beats = [&](const SweepPoint& a, const SweepPoint& b) {
                const bool noWorse = costOf(a, cost) <= costOf(b, cost) && lossOf(a, loss) <= lossOf(b, loss);
                return noWorse && (costOf(a, cost) < costOf(b, cost) || lossOf(a, loss) < lossOf(b, loss));
            };
            const bool beaten = std::ranges::any_of(points, [&](const SweepPoint& other) { return beats(other, points[i]); });
            const bool infinite = loss == SweepLoss::Divergence && !points[i].divergence;
            ASSERT_EQ(std::ranges::find(frontier, i) != frontier.end(), !beaten && !infinite);
        }
        ASSERT_TRUE(std::ranges::is_sorted(frontier, {}, [&](std::size_t i) { return costOf(points[i], cost); }));
    }
}

TEST(PatternSweep, TheCheapestThatKeepsEnough)
{
    Random random(3);
    for (int round = 0; round < 2000; ++round) {
        const std::vector<SweepPoint> points = randomPoints(random);
        const double share = double(random.below(6)) / 4.0;
        double least = std::numeric_limits<double>::infinity();
        for (const SweepPoint& point : points)
            if (point.retained >= share) least = std::min(least, point.cost.flops);
        const auto best = cheapestKeeping(points, share, SweepCost::Flops);
        ASSERT_EQ(best.has_value(), std::isfinite(least));
        if (!best) continue;
        ASSERT_EQ(points[*best].cost.flops, least);
        for (const SweepPoint& point : points)
            if (point.cost.flops == least) {
                ASSERT_LE(point.retained, points[*best].retained);
            }
    }
}

TEST(PatternSweep, EachPointIsThePatternsEffect)
{
    const RecordingPtr recording = someRecording();
    const std::vector<Pattern> patterns = patternsOfTemplate("sinks({0, 1, 4}) | window({1, 2, 5, 24})").value();
    std::vector<Index> heard;
    const auto points = sweep(recording, {1, 0}, patterns, [&](Index done) { heard.push_back(done); }).value();
    EXPECT_EQ(heard, (std::vector<Index>{8, 12}));
    ASSERT_EQ(points.size(), patterns.size());
    const auto effects = patternEffects(recording, {1, 0}, patterns, 0).value();
    for (std::size_t i = 0; i < points.size(); ++i) {
        EXPECT_EQ(points[i].pattern, patterns[i]);
        EXPECT_EQ(points[i].retained, effects[i + 1].meanRetained());
        EXPECT_EQ(points[i].error, effects[i + 1].relativeError);
        EXPECT_EQ(points[i].divergence, effects[i + 1].meanDivergence());
        EXPECT_EQ(points[i].cost.flops, effects[i + 1].flops);
        EXPECT_EQ(points[i].cost.pairs, BlockLayout(Pattern::causal() & patterns[i], kTokens, kTokens).pairs());
    }
    EXPECT_EQ(points[3].retained, 1.0);   // all of it
    EXPECT_EQ(points[3].error, 0.0);
    EXPECT_EQ(cheapestKeeping(points, 1.0, SweepCost::Flops), std::size_t(3));
}

TEST(PatternSweep, RowsThatKeepNothingHaveNoDivergence)
{
    const auto points = sweep(someRecording(), {0, 0}, patternsOfTemplate("landmarks({0, 5})").value()).value();
    EXPECT_TRUE(points[0].divergence);
    EXPECT_FALSE(points[1].divergence);
    EXPECT_EQ(points[1].emptyRows, 5);
    EXPECT_EQ(frontierOf(points, SweepCost::Flops, SweepLoss::Divergence), (std::vector<std::size_t>{0}));
}

TEST(PatternSweep, Stops)
{
    std::stop_source stop;
    int reports = 0;
    const std::vector<Pattern> patterns = patternsOfTemplate("window({1-40})").value();
    const auto points = sweep(
        someRecording(), {0, 0}, patterns, [&](Index) { reports++, stop.request_stop(); }, stop.get_token());
    EXPECT_EQ(points.error().fault, Fault::Cancelled);
    EXPECT_EQ(reports, 1);
}

}   // namespace
}   // namespace core
