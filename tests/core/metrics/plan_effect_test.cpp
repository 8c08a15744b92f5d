#include "core/metrics/plan_effect.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/metrics/next_token_loss.h"
#include "core/model/reference_transformer.h"
#include "tests/core/base/memory_budget.h"
#include "tests/core/model/runs.h"

namespace core {
namespace {

using test::make;
using test::someIds;
using test::tokensOf;

// By the definition, from the double-precision run: no shift by a maximum, no shared code.
struct ByDefinition {
    std::vector<double> divergence, ownLoss, loss;
    Index sameTop = 0;
};

std::vector<double> softmaxOf(const Matrix<double>& logits, Index row)
{
    std::vector<double> p;
    double sum = 0.0;
    for (Index j = 0; j < logits.cols(); ++j) sum += std::exp(logits(row, j));
    for (Index j = 0; j < logits.cols(); ++j) p.push_back(std::exp(logits(row, j)) / sum);
    return p;
}

ByDefinition byDefinition(const TransformerPtr& model, const std::vector<TokenId>& ids, const AttentionPlan& plan, const Recording* chosen)
{
    const Weights<double> weights = model->weights().cast<double>();
    const Matrix<double> own = referenceRun(model->config(), weights, ids)->logits;
    const Matrix<double> changed = referenceRun(model->config(), weights, ids, plan, {}, chosen)->logits;
    ByDefinition result;
    for (Index i = 0; i < own.rows(); ++i) {
        const std::vector<double> p = softmaxOf(own, i), q = softmaxOf(changed, i);
        double divergence = 0.0;
        for (std::size_t j = 0; j < p.size(); ++j) divergence += p[j] * std::log(p[j] / q[j]);
        result.divergence.push_back(divergence);
        result.sameTop += std::max_element(p.begin(), p.end()) - p.begin() == std::max_element(q.begin(), q.end()) - q.begin();
        if (i + 1 == own.rows()) break;
        result.ownLoss.push_back(-std::log(p[std::size_t(ids[std::size_t(i + 1)])]));
        result.loss.push_back(-std::log(q[std::size_t(ids[std::size_t(i + 1)])]));
    }
    return result;
}

void expectNear(const std::vector<double>& a, const std::vector<double>& b, const char* what)
{
    ASSERT_EQ(a.size(), b.size()) << what;
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_LE(std::abs(a[i] - b[i]), 1e-5) << what << ' ' << i;
}

PlanEffect effectOf(const TransformerPtr& model, const std::vector<TokenId>& ids, const std::string& plan, const RecordingPtr& own = {})
{
    const auto effect = planEffect(*model, tokensOf(ids), *AttentionPlan::parse(plan), own);
    EXPECT_TRUE(effect) << effect.error().what;
    return effect.value_or(PlanEffect());
}

class PlanEffects : public ::testing::TestWithParam<int> {
protected:
    const ModelConfig config = test::allConfigs()[std::size_t(GetParam())];
    const TransformerPtr model = make(config);
};
INSTANTIATE_TEST_SUITE_P(EveryConfig, PlanEffects, ::testing::Range(0, 4));

TEST_P(PlanEffects, AreThoseOfTheReferenceByTheDefinition)
{
    for (const std::string plan : {"all: window(3)", "head 1.0: off", "layer 0: mean", "all: kv_groups(1)", "all: causal & topk(2)"})
        for (const Index n : {1, 2, 7, 33}) {
            const std::vector<TokenId> ids = someIds(n, config.vocabulary);
            const PlanEffect effect = effectOf(model, ids, plan);
            const RecordingPtr chosen = test::run(model, ids, test::all(plan));
            const ByDefinition expected = byDefinition(model, ids, *AttentionPlan::parse(plan), chosen.get());
            expectNear(effect.divergence, expected.divergence, "divergence");
            expectNear(effect.ownLoss, expected.ownLoss, "own loss");
            expectNear(effect.loss, expected.loss, "loss");
            EXPECT_EQ(effect.sameTop, expected.sameTop) << plan << " N " << n;
            EXPECT_LE(std::abs(effect.next.divergence - effect.divergence.back()), 1e-12);
            EXPECT_EQ(effect.next.candidates.size() >= 5u, true);
        }
    EXPECT_GT(*effectOf(model, someIds(33, config.vocabulary), "all: window(3)").meanDivergence(), 1e-3);
}

TEST_P(PlanEffects, WithoutRulesThereIsNoneNotInOneBit)
{
    const std::vector<TokenId> ids = someIds(33, config.vocabulary);
    for (const char* plan : {"", "all: dense"}) {
        const PlanEffect effect = effectOf(model, ids, plan);
        EXPECT_THAT(effect.divergence, ::testing::Each(0.0)) << plan;
        EXPECT_EQ(effect.loss, effect.ownLoss) << plan;
        EXPECT_EQ(effect.sameTopShare(), 1.0) << plan;
        EXPECT_EQ(effect.next.divergence, 0.0);
    }
}

TEST_P(PlanEffects, ACausalRowDoesNotKnowWhatFollows)
{
    const std::vector<TokenId> ids = someIds(33, config.vocabulary), start(ids.begin(), ids.begin() + 20);
    const PlanEffect whole = effectOf(model, ids, "all: window(4)"), part = effectOf(model, start, "all: window(4)");
    expectNear({whole.divergence.begin(), whole.divergence.begin() + 20}, part.divergence, "divergence");
    for (std::size_t i = 0; i < 4; ++i) EXPECT_LE(whole.divergence[i], 1e-9) << "the window still holds everything at " << i;
}

TEST(PlanEffect, AnOwnRunIsUsedAndAnyOtherRecordingIsNot)
{
    const TransformerPtr model = make(test::neoxConfig());
    const std::vector<TokenId> ids = someIds(33, 31), others = someIds(33, 30);
    const PlanEffect expected = effectOf(model, ids, "all: window(3)");
    RecordingPtr given = test::run(model, ids, test::all());
    EXPECT_EQ(effectOf(model, ids, "all: window(3)", given).divergence, expected.divergence);
    auto spoiled = std::make_shared<Recording>(*given);
    spoiled->logits.setZero();
    EXPECT_NE(effectOf(model, ids, "all: window(3)", spoiled).divergence, expected.divergence) << "it is really used";
    for (const RecordingPtr& wrong : {test::run(model, others, test::all()), test::run(model, ids, {}), test::run(model, ids, test::all("all: off")),
                                      test::run(make(test::neoxConfig(), 22), ids, test::all())})
        EXPECT_EQ(effectOf(model, ids, "all: window(3)", wrong).divergence, expected.divergence);
}

TEST(PlanEffect, MeansAreOverTrainedPositions)
{
    const TransformerPtr model = make(test::neoxConfig());   // trained on 64
    const PlanEffect effect = effectOf(model, someIds(80, 31), "all: window(3)");
    EXPECT_EQ(effect.trained, 64);
    EXPECT_EQ(effect.divergence.size(), 80u);
    double sum = 0.0;
    for (std::size_t i = 0; i < 64; ++i) sum += effect.divergence[i];
    EXPECT_LE(std::abs(*effect.meanDivergence() - sum / 64.0), 1e-12);
    EXPECT_LE(effect.sameTop, 64);
}

TEST(PlanEffect, FewTokensHaveLittleToCompare)
{
    const TransformerPtr model = make(test::neoxConfig());
    const PlanEffect none = effectOf(model, {}, "all: off");
    EXPECT_FALSE(none.meanDivergence() || none.meanLoss() || none.sameTopShare());
    EXPECT_TRUE(none.next.candidates.empty());
    const PlanEffect one = effectOf(model, {4}, "all: off");
    EXPECT_TRUE(one.meanDivergence());
    EXPECT_FALSE(one.meanOwnLoss());
}

TEST(PlanEffect, RefusalsAndStopsAreErrors)
{
    const TransformerPtr model = make(test::neoxConfig());
    const Tokens tokens = tokensOf(someIds(33, 31));
    EXPECT_THAT(planEffect(*model, tokens, *AttentionPlan::parse("layer 9: off")).error().what, ::testing::HasSubstr("layer 9"));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(planEffect(*model, tokens, *AttentionPlan::parse("all: off"), {}, stop.get_token()).error().fault, Fault::Cancelled);
    const test::ScopedMemoryBudget little(20'000);
    const auto refused = planEffect(*model, tokens, *AttentionPlan::parse("all: off"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fault, Fault::OverBudget);
    EXPECT_THAT(refused.error().what, ::testing::HasSubstr("The effect of a plan on 33 tokens"));
}

TEST(NextTokenLoss, OfEqualLogitsIsTheLogarithmOfTheVocabulary)
{
    Recording recording;
    recording.tokens = tokensOf({1, 2, 3});
    recording.logits = RowMatrix::Zero(3, 40);
    EXPECT_THAT(*nextTokenLoss(recording),
                ::testing::ElementsAre(::testing::DoubleNear(std::log(40.0), 1e-12), ::testing::DoubleNear(std::log(40.0), 1e-12)));
    const double values[] = {1.0, 2.0, 6.0};
    EXPECT_EQ(meanOf(values, 2), 1.5);
    EXPECT_EQ(meanOf(values, 9), 3.0);
    EXPECT_EQ(meanOf({}, 9), std::nullopt);
}

}   // namespace
}   // namespace core
