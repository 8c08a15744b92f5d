#include "core/model/transformer.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "core/model/model.h"
#include "core/model/reference_transformer.h"
#include "core/recording/attention_map.h"
#include "tests/core/model/golden.h"
#include "tests/core/model/runs.h"
#include "tests/core/model/tiny_models.h"

namespace core {
namespace {

using test::all;
using test::largestGap;
using test::make;
using test::run;
using test::someIds;

bool sameRows(const HeadRows& a, const HeadRows& b, Index rows)
{
    for (Index head = 0; head < a.heads(); ++head)
        if (a.copy(head, {0, rows}) != b.copy(head, {0, rows})) return false;
    return true;
}

// q, k, v, lse and logits of the first rows, bit by bit.
bool samePrefix(const Recording& a, const Recording& b, Index rows)
{
    if (a.logits.topRows(rows) != b.logits.topRows(rows)) return false;
    for (std::size_t layer = 0; layer < a.sites.size(); ++layer)
        for (HeadRows AttentionSite::*tensor : {&AttentionSite::q, &AttentionSite::k, &AttentionSite::v, &AttentionSite::lse})
            if (!sameRows(a.sites[layer].*tensor, b.sites[layer].*tensor, rows)) return false;
    return true;
}

class EveryConfig : public ::testing::TestWithParam<int> {
protected:
    const ModelConfig config = test::allConfigs()[std::size_t(GetParam())];
    const TransformerPtr model = make(config);
};
INSTANTIATE_TEST_SUITE_P(Transformer, EveryConfig, ::testing::Range(0, 4));

TEST_P(EveryConfig, AgreesWithTheReferenceAtEverySize)
{
    for (const char* plan : {"", "all: window(5); head 1.0: off; head 0.2: mean; head 1.2: causal & !window(3)"}) {
        const RunOptions options = all(plan);
        for (const Index n : {0, 1, 2, 7, 33, 257}) {
            const std::vector<TokenId> ids = someIds(n, config.vocabulary);
            const RecordingPtr recording = run(model, ids, options);
            const ReferenceRun reference = *referenceRun(config, model->weights().cast<double>(), ids, options.plan);
            EXPECT_LE(largestGap(recording->logits, reference.logits), 1e-5) << n << " " << plan;
            if (n == 257) continue;   // cells of the small sizes are enough
            for (Index layer = 0; layer < config.layers; ++layer)
                for (Index head = 0; head < config.heads; ++head) {
                    RowMatrix weights(n, n);
                    mapOf(recording, {layer, head})->weights({0, n}, {0, n}, weights.data());
                    EXPECT_LE(largestGap(weights, reference.heads[std::size_t(layer)][std::size_t(head)].weights), 2e-6) << layer << "." << head;
                }
        }
    }
}

TEST_P(EveryConfig, ASuffixChangesNothingBeforeIt)
{
    for (const Index n : {7, 33, 300}) {
        std::vector<TokenId> ids = someIds(n, config.vocabulary);
        const RecordingPtr before = run(model, ids, all());
        const Index from = n - 3;
        for (Index i = from; i < n; ++i) ids[std::size_t(i)] = TokenId((ids[std::size_t(i)] + 1) % config.vocabulary);
        const RecordingPtr after = run(model, ids, all());
        EXPECT_TRUE(samePrefix(*before, *after, from)) << n;
        EXPECT_FALSE(samePrefix(*before, *after, from + 1)) << n;   // the check can fail: the edited row differs
    }
}

TEST_P(EveryConfig, ThreadsDoNotChangeABit)
{
    const std::vector<TokenId> ids = someIds(300, config.vocabulary);
    setThreadCount(3);
    const RecordingPtr many = run(model, ids, all());
    setThreadCount(1);
    const RecordingPtr one = run(model, ids, all());
    setThreadCount(0);
    EXPECT_TRUE(samePrefix(*many, *one, 300));
}

TEST_P(EveryConfig, WithoutOutputProjectionsEveryLayerIsTheIdentity)
{
    Weights<float> weights = model->weights();
    for (LayerWeights<float>& layer : weights.layers)
        for (LinearWeights<float>* linear : {&layer.out, &layer.down}) linear->weight.setZero(), linear->bias.setZero();
    const std::vector<TokenId> ids = someIds(7, config.vocabulary);
    const RecordingPtr whole = run(make(config, weights), ids, all());
    for (std::size_t t = 0; t < ids.size(); ++t)   // token-wise: the logits of a token do not depend on the others
        EXPECT_LE(largestGap(RowMatrix(whole->logits.row(Index(t))), run(make(config, weights), {ids[t]}, all())->logits), 1e-6);
}

TEST_P(EveryConfig, AHeadIsOffWhenItsColumnsOfTheOutputProjectionAreZero)
{
    const std::vector<TokenId> ids = someIds(33, config.vocabulary);
    const RecordingPtr off = run(model, ids, all("head 1.1: off"));
    Weights<float> weights = model->weights();
    weights.layers[1].out.weight.middleCols(config.headDim, config.headDim).setZero();
    EXPECT_LE(largestGap(off->logits, run(make(config, weights), ids, all())->logits), 1e-5);
    EXPECT_GT(largestGap(off->logits, run(model, ids, all())->logits), 1e-3);
}

TEST_P(EveryConfig, LastAndNoLogitsAreThoseOfTheFullRun)
{
    const std::vector<TokenId> ids = someIds(33, config.vocabulary);
    const RecordingPtr whole = run(model, ids, all());
    const RecordingPtr last = run(model, ids, {});
    ASSERT_EQ(last->logits.rows(), 1);
    EXPECT_LE(largestGap(RowMatrix(whole->logits.row(32)), last->logits), 1e-5);
    RunOptions none;
    none.logits = Logits::None;
    const RecordingPtr without = run(model, ids, none);
    EXPECT_EQ(without->logits.rows(), 0);
    EXPECT_TRUE(sameRows(without->sites[1].lse, whole->sites[1].lse, 33));
}

TEST_P(EveryConfig, OutputsAreKeptOnRequest)
{
    const std::vector<TokenId> ids = someIds(33, config.vocabulary);
    RunOptions options;
    EXPECT_EQ(run(model, ids, options)->sites[0].output.rows(), 0);
    options.keepOutputs = true;
    const RecordingPtr recording = run(model, ids, options);
    const ReferenceRun reference = *referenceRun(config, model->weights().cast<double>(), ids);
    for (Index head = 0; head < config.heads; ++head)
        EXPECT_LE(largestGap(recording->sites[1].output.copy(head, {0, 33}), reference.heads[1][std::size_t(head)].output), 1e-5);
}

TEST_P(EveryConfig, AHeadsWriteIsItsValueThroughItsColumns)
{
    const std::vector<float> v(std::size_t(config.headDim), 0.5f);
    const Matrix<double> columns = model->weights().layers[1].out.weight.middleCols(2 * config.headDim, config.headDim).cast<double>();
    EXPECT_NEAR(model->writeNorm({1, 2}, v.data(), 0.25f), 0.125 * columns.rowwise().sum().norm(), 1e-9);
}

// Query head h reads key/value head h / g: repeating each key/value head g times in a row makes the same model without groups.
Weights<float> ungrouped(const ModelConfig& c, Weights<float> weights, Index (*kvHeadOf)(Index head, const ModelConfig& c))
{
    for (LayerWeights<float>& layer : weights.layers) {
        const Matrix<float> grouped = layer.qkv.weight;
        layer.qkv.weight.resize(3 * c.heads * c.headDim, c.width);
        layer.qkv.weight.topRows(c.heads * c.headDim) = grouped.topRows(c.heads * c.headDim);
        for (Index head = 0; head < c.heads; ++head)
            for (Index kind = 0; kind < 2; ++kind)
                layer.qkv.weight.middleRows(((kind + 1) * c.heads + head) * c.headDim, c.headDim) =
                    grouped.middleRows((c.heads + kind * c.kvHeads + kvHeadOf(head, c)) * c.headDim, c.headDim);
    }
    return weights;
}

TEST(Transformer, GroupedQueriesAreRepeatedKeysAndValues)
{
    const ModelConfig grouped = test::llamaConfig();
    ModelConfig single = grouped;
    single.kvHeads = single.heads;
    const Weights<float> weights = test::randomWeights(grouped, 22);
    const std::vector<TokenId> ids = someIds(33, grouped.vocabulary);
    const RowMatrix expected = run(make(grouped, weights), ids, all())->logits;
    const auto right = [](Index head, const ModelConfig& c) { return head / c.groupSize(); };
    const auto wrong = [](Index head, const ModelConfig& c) { return head % c.kvHeads; };
    EXPECT_LE(largestGap(run(make(single, ungrouped(grouped, weights, right)), ids, all())->logits, expected), 1e-5);
    EXPECT_GT(largestGap(run(make(single, ungrouped(grouped, weights, wrong)), ids, all())->logits, expected), 1e-2);
}

class GoldenModel : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Transformer, GoldenModel, ::testing::ValuesIn(test::goldenNames()), [](const auto& model) {
    std::string name = model.param;
    std::erase(name, '-');
    return name;
});

TEST_P(GoldenModel, LogitsAndAttentionsAgreeWithTheReferenceLibrary)
{
    const auto model = loadTransformer(test::goldenFolder(GetParam()));
    ASSERT_TRUE(model) << model.error().what;
    const Json golden = test::readJson(test::goldenFolder(GetParam()) / "golden.json");
    const std::vector<TokenId> ids = test::idsOf(*golden.find("ids"));
    const Index n = Index(ids.size());
    const RecordingPtr recording = run(*model, ids, all());
    EXPECT_EQ(recording->model, GetParam());
    EXPECT_LE(largestGap(recording->logits, test::matrixOf(*golden.find("logits"))), 1e-5);
    const Json::Array& layers = *golden.find("attentions")->array();
    for (std::size_t layer = 0; layer < layers.size(); ++layer)
        for (std::size_t head = 0; head < layers[layer].array()->size(); ++head) {
            RowMatrix weights(n, n);
            mapOf(recording, {Index(layer), Index(head)})->weights({0, n}, {0, n}, weights.data());
            EXPECT_LE(largestGap(weights, test::matrixOf((*layers[layer].array())[head])), 1e-5);
        }
}

}   // namespace
}   // namespace core
