#include "core/model/reference_transformer.h"

#include <gtest/gtest.h>

#include "core/model/model.h"
#include "tests/core/model/golden.h"
#include "tests/core/model/tiny_models.h"

namespace core {
namespace {

using test::largestGap;

class Golden : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Reference, Golden, ::testing::ValuesIn(test::goldenNames()), [](const auto& model) {
    std::string name = model.param;
    std::erase(name, '-');
    return name;
});

TEST_P(Golden, LogitsAndAttentionsAgreeWithTheReferenceLibrary)
{
    const auto model = loadTransformer(test::goldenFolder(GetParam()));
    ASSERT_TRUE(model) << model.error().what;
    const Json golden = test::readJson(test::goldenFolder(GetParam()) / "golden.json");
    const ReferenceRun run = *referenceRun((*model)->config(), (*model)->weights().cast<double>(), test::idsOf(*golden.find("ids")));
    const Matrix<double> logits = test::matrixOf(*golden.find("logits"));
    EXPECT_LE(largestGap(run.logits, logits), 5e-6);
    const Json::Array& layers = *golden.find("attentions")->array();
    ASSERT_EQ(layers.size(), run.heads.size());
    for (std::size_t layer = 0; layer < layers.size(); ++layer)
        for (std::size_t head = 0; head < run.heads[layer].size(); ++head)
            EXPECT_LE(largestGap(run.heads[layer][head].weights, test::matrixOf((*layers[layer].array())[head])), 2e-6) << layer << "." << head;
    // The comparison itself can fail: another rotary base is another model.
    ModelConfig other = (*model)->config();
    other.ropeBase *= 3;
    EXPECT_GT(largestGap(referenceRun(other, (*model)->weights().cast<double>(), test::idsOf(*golden.find("ids")))->logits, logits), 1e-3);
}

struct Laws : ::testing::TestWithParam<int> {
    const ModelConfig config = test::allConfigs()[std::size_t(GetParam())];
    Weights<double> weights = test::randomWeights(config, 11).cast<double>();
    const std::vector<TokenId> ids = test::someIds(9, config.vocabulary);
};
INSTANTIATE_TEST_SUITE_P(Reference, Laws, ::testing::Range(0, 4));

TEST_P(Laws, WithoutOutputProjectionsEveryBlockIsTheIdentity)
{
    for (LayerWeights<double>& layer : weights.layers)
        for (LinearWeights<double>* linear : {&layer.out, &layer.down}) linear->weight.setZero(), linear->bias.setZero();
    const ReferenceRun run = *referenceRun(config, weights, ids);
    for (Index t = 0; t < 9; ++t) EXPECT_EQ(run.residual.row(t), weights.embedding.row(ids[std::size_t(t)]));
}

TEST_P(Laws, ASuffixChangesNothingBeforeIt)
{
    std::vector<TokenId> edited = ids;
    edited[6] = TokenId((edited[6] + 1) % config.vocabulary);
    const ReferenceRun a = *referenceRun(config, weights, ids), b = *referenceRun(config, weights, edited);
    EXPECT_EQ(a.logits.topRows(6), b.logits.topRows(6));
    EXPECT_NE(a.logits.row(6), b.logits.row(6));
    EXPECT_NE(a.logits.row(8), b.logits.row(8));
}

TEST_P(Laws, AHeadIsOffWhenItsColumnsOfTheOutputProjectionAreZero)
{
    AttentionPlan plan;
    plan.add({.layer = 1, .head = 1}, OffMechanism{});
    const ReferenceRun off = *referenceRun(config, weights, ids, plan), on = *referenceRun(config, weights, ids);
    weights.layers[1].out.weight.middleCols(config.headDim, config.headDim).setZero();
    EXPECT_LE(largestGap(off.logits, referenceRun(config, weights, ids)->logits), 1e-12);
    EXPECT_GT(largestGap(off.logits, on.logits), 1e-3);
}

TEST_P(Laws, MeanWeighsEveryAllowedKeyTheSame)
{
    AttentionPlan plan;
    plan.add({}, MeanMechanism{});
    const ReferenceRun run = *referenceRun(config, weights, ids, plan);
    for (Index i = 0; i < 9; ++i)
        for (Index j = 0; j < 9; ++j) EXPECT_NEAR(run.heads[0][1].weights(i, j), j <= i ? 1.0 / double(i + 1) : 0.0, 1e-12);
}

// Scores depend on the distance of positions alone: the same tokens at other positions score the same.
TEST_P(Laws, ScoresDependOnDistanceAlone)
{
    std::vector<TokenId> shifted(5, ids[0]);
    shifted.insert(shifted.end(), ids.begin(), ids.end());
    const Matrix<double> a = referenceRun(config, weights, ids)->heads[0][0].scores;
    const Matrix<double> b = referenceRun(config, weights, shifted)->heads[0][0].scores.bottomRightCorner(9, 9);
    for (Index i = 0; i < 9; ++i)
        for (Index j = 0; j <= i; ++j) EXPECT_NEAR(a(i, j), b(i, j), 1e-12);
}

TEST(Reference, NoTokensGiveNothing)
{
    const ModelConfig config = test::neoxConfig();
    const ReferenceRun run = *referenceRun(config, test::randomWeights(config, 1).cast<double>(), {});
    EXPECT_EQ(run.logits.rows(), 0);
    EXPECT_EQ(run.heads.size(), 2u);
}

TEST(Reference, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const ModelConfig config = test::neoxConfig();
    const auto stopped = referenceRun(config, test::randomWeights(config, 1).cast<double>(), test::someIds(33, 31), {}, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().fault, Fault::Cancelled);

    const Matrix<double> rows = Matrix<double>::Ones(5, 2);
    const BlockLayout layout(Pattern::causal(), 5, 5);
    EXPECT_FALSE(referenceAttention(rows, rows, rows, 1.0, layout, stop.get_token()));
    EXPECT_TRUE(referenceAttention(rows, rows, rows, 1.0, layout, std::stop_token()));
}

}   // namespace
}   // namespace core
