#include "core/metrics/check.h"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/memory.h"
#include "core/metrics/head_metrics.h"
#include "core/metrics/induction_probe.h"
#include "core/metrics/largest_error.h"
#include "tests/core/model/tiny_models.h"

namespace core {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

TransformerPtr tinyModel(const ModelConfig& config) { return Transformer::create(config, test::randomWeights(config, 3), "tiny").value(); }

Tokens someTokens(Index n, const ModelConfig& config)
{
    Tokens tokens;
    for (Index i = 0; i < n; ++i)
        tokens.items.push_back({.id = TokenId((i * i + 3 * i) % config.vocabulary), .span = {}, .bytes = {}, .special = i == 0, .wordStart = false});
    return tokens;
}

RunOptions planned(std::string_view plan)
{
    RunOptions options;
    options.plan = AttentionPlan::parse(plan).value();
    return options;
}

TEST(CheckRun, EveryArchitectureAgreesWithTheReference)
{
    for (const ModelConfig& config : test::allConfigs())
        for (const char* plan : {"", "all: window(3)", "layer 1: off; head 0.1: mean", "all: !window(2)", "all: causal & topk(4)",
                                 "all: dense & moba(4, 2)", "head 1.0: causal & lsh(4, 2, 1)", "all: kv_groups(1)", "layer 1: kv_groups(1)"})
            for (const Index n : {0, 1, 2, 7, 33}) {
                const Result<CheckReport> report = checkRun(*tinyModel(config), someTokens(n, config), planned(plan));
                ASSERT_TRUE(report) << report.error().what;
                EXPECT_TRUE(report->ok()) << plan << " N " << n << " weights " << report->weights.error << " output " << report->output.error
                                          << " sums " << report->rowSum.error << " logits " << report->logits.error;
            }
}

// The CPU's answer with one planted fault in the last row of one head.
class FaultyBackend : public AttentionBackend {
public:
    enum class FaultyPart { Output, Lse };
    FaultyBackend(FaultyPart part, Index head, float error) : m_part(part), m_head(head), m_error(error) {}
    [[nodiscard]] std::string name() const override { return "faulty"; }
    [[nodiscard]] Result<AttentionOutput> attend(const HeadBatch& batch, RowObserver* observer, const std::stop_token& stop) const override
    {
        FOVEA_TRY(answer, cpuBackend()->attend(batch, observer, stop));
        if (m_part == FaultyPart::Output)
            answer.out(answer.out.rows() - 1, m_head * batch.q->width()) += m_error;
        else
            answer.lse(answer.lse.rows() - 1, m_head) += m_error;
        return answer;
    }

private:
    FaultyPart m_part;
    Index m_head;
    float m_error;
};

RunOptions faulty(FaultyBackend::FaultyPart part, Index head, float error)
{
    RunOptions options;
    options.backend = std::make_shared<const FaultyBackend>(part, head, error);
    return options;
}

Result<CheckReport> reportOf(FaultyBackend::FaultyPart part, float error)
{
    const ModelConfig config = test::neoxConfig();
    return checkRun(*tinyModel(config), someTokens(33, config), faulty(part, 2, error));
}

TEST(CheckRun, NoticesAWrongOutput)
{
    const CheckReport report = reportOf(FaultyBackend::FaultyPart::Output, 0.1f).value();
    EXPECT_FALSE(report.ok());
    EXPECT_FALSE(report.output.ok());
    EXPECT_FALSE(report.logits.ok());
}

TEST(CheckRun, NoticesAWrongLse)
{
    const CheckReport report = reportOf(FaultyBackend::FaultyPart::Lse, 0.01f).value();
    EXPECT_FALSE(report.ok());
    EXPECT_FALSE(report.weights.ok());
    EXPECT_FALSE(report.rowSum.ok());
}

// Head 0 of every layer has scores that are `factor` times as large.
TransformerPtr sharpModel(const ModelConfig& config, std::uint64_t seed, float factor)
{
    Weights<float> weights = test::randomWeights(config, seed);
    for (LayerWeights<float>& layer : weights.layers) layer.qkv.weight.topRows(config.headDim) *= factor;
    return Transformer::create(config, weights, "sharp").value();
}

// Scores of some hundreds widen what is allowed to their head: the same small error passes there and nowhere else.
TEST(CheckRun, ASharpHeadIsNoExcuseForAnother)
{
    const ModelConfig config = test::neoxConfig();
    const TransformerPtr model = sharpModel(config, 3, 60.0f);
    const Tokens tokens = someTokens(33, config);
    ASSERT_TRUE(checkRun(*model, tokens).value().ok());
    constexpr float kSmall = 1e-4f;
    EXPECT_TRUE(checkRun(*model, tokens, faulty(FaultyBackend::FaultyPart::Lse, 0, kSmall)).value().ok());
    const CheckReport soft = checkRun(*model, tokens, faulty(FaultyBackend::FaultyPart::Lse, 2, kSmall)).value();
    EXPECT_FALSE(soft.weights.ok());
    EXPECT_FALSE(soft.rowSum.ok());
    EXPECT_LE(soft.weights.tolerance, kSmall / 2);
    EXPECT_LE(soft.rowSum.tolerance, kSmall / 2);
}

// A head of the second layer is off by what a very sharp head of the first one was off by, without any fault of its own.
TEST(CheckRun, WhatASharpHeadHandsOnIsNotHeldAgainstLaterLayers)
{
    for (const ModelConfig& config : test::allConfigs())
        for (const std::uint64_t seed : {4, 5}) {
            const CheckReport report = checkRun(*sharpModel(config, seed, 300.0f), someTokens(200, config)).value();
            EXPECT_TRUE(report.ok()) << "weights " << report.weights.error << " of " << report.weights.tolerance << ", output " << report.output.error
                                     << " of " << report.output.tolerance;
        }
}

TEST(CheckRun, TheWorstErrorIsTheOneNearestToItsTolerance)
{
    WorstError worst;
    EXPECT_TRUE(worst.ok());
    worst.note(3e-4, 1e-3);
    worst.note(1e-5, 2e-5);
    EXPECT_EQ(worst.error, 1e-5) << "half of what is allowed, the larger error only a third";
    EXPECT_TRUE(worst.ok());
    worst.note(3e-5, 2e-5);
    worst.note(9e-4, 1e-3);
    EXPECT_EQ(worst.error, 3e-5);
    EXPECT_FALSE(worst.ok());
    worst.note(kNaN, 1.0);
    worst.note(5.0, 1e-5);
    EXPECT_TRUE(std::isnan(worst.error));
    EXPECT_FALSE(worst.ok());
}

TEST(CheckRun, NaNNeverPasses)
{
    for (const auto part : {FaultyBackend::FaultyPart::Output, FaultyBackend::FaultyPart::Lse}) {
        const Result<CheckReport> report = reportOf(part, float(kNaN));
        ASSERT_FALSE(report) << "no recording holds what is not finite";
        EXPECT_EQ(report.error().fault, Fault::NotFinite);
    }
    double largest = 0.0;
    noteLargest(largest, kNaN);
    noteLargest(largest, 5.0);
    EXPECT_TRUE(std::isnan(largest));
    EXPECT_TRUE(std::isnan(largestGap(Matrix<double>::Constant(2, 2, kNaN), Matrix<double>::Zero(2, 2))));
    EXPECT_FALSE(largestGap(Matrix<double>::Zero(2, 2), Matrix<double>::Zero(2, 3)) <= 1.0) << "shapes differ";
}

TEST(CheckRun, RefusesWhatDoesNotFitAndSaysWhatWould)
{
    const ModelConfig config = test::neoxConfig();
    const TransformerPtr model = tinyModel(config);
    const std::int64_t budget = memoryBudget();
    setMemoryBudget(1'000'000);
    const Result<CheckReport> report = checkRun(*model, someTokens(5000, config));
    setMemoryBudget(budget);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().fault, Fault::OverBudget);
    EXPECT_THAT(report.error().what, ::testing::HasSubstr("5000 tokens"));
    EXPECT_THAT(report.error().remedy, ::testing::HasSubstr("Check about "));
}

TEST(CheckRun, CanBeCancelled)
{
    const ModelConfig config = test::neoxConfig();
    std::stop_source stop;
    stop.request_stop();
    RunOptions options;
    options.stop = stop.get_token();
    const Result<CheckReport> report = checkRun(*tinyModel(config), someTokens(33, config), options);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().fault, Fault::Cancelled);
}

TEST(AllHeadMetrics, ComeInOrderAndEqualEachHeadsOwn)
{
    const ModelConfig config = test::llamaConfig();
    const RecordingPtr recording = tinyModel(config)->run(someTokens(40, config)).value();
    const std::vector<HeadMetrics> all = *allHeadMetrics(recording);
    ASSERT_EQ(all.size(), 12u);
    for (Index i = 0; i < 12; ++i) {
        const HeadId head{i / 6, i % 6};
        EXPECT_EQ(all[std::size_t(i)].head, head);
        EXPECT_EQ(all[std::size_t(i)].meanDistance, headMetrics(*mapOf(recording, head), TokenOccurrences(recording->tokens, 64), head)->meanDistance);
    }
}

TEST(InductionScores, AreOnePerHeadAndRepeatable)
{
    const ModelConfig config = test::neoxConfig();
    const TransformerPtr model = tinyModel(config);
    InductionProbe probe{.start = TokenId(0), .candidates = {}, .order = ProbeOrder::Repeated, .run = {}};
    EXPECT_EQ(inductionScores(*model, probe).error().fault, Fault::BadInput) << "nothing to draw from";
    for (TokenId id = 1; id < TokenId(config.vocabulary); ++id) probe.candidates.push_back(id);
    const std::vector<double> scores = inductionScores(*model, probe).value();
    EXPECT_EQ(scores, inductionScores(*model, probe).value());
    ASSERT_EQ(scores.size(), 6u);
    for (const double score : scores) EXPECT_TRUE(score >= 0.0 && score <= 1.0) << score;
    probe.order = ProbeOrder::Shuffled;
    EXPECT_NE(scores, inductionScores(*model, probe).value());
    probe.run.plan = AttentionPlan::parse("all: !window(50)").value();   // hides the 49 tokens before
    const std::vector<double> hidden = inductionScores(*model, probe).value();
    for (const double score : hidden) EXPECT_EQ(score, 0.0);
}

}   // namespace
}   // namespace core
