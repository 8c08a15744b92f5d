// kv_groups(g) of a plan: the model whose key/value heads are the means of their groups.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/model/reference_transformer.h"
#include "core/recording/attention_map.h"
#include "tests/core/model/runs.h"

namespace core {
namespace {

using test::all;
using test::largestGap;
using test::make;
using test::run;
using test::someIds;

// 8 query heads on 4 key/value heads, and 4 heads of their own.
ModelConfig grouped()
{
    ModelConfig config = test::llamaConfig();
    config.heads = 8, config.kvHeads = 4;
    return config;
}
ModelConfig plain()
{
    ModelConfig config = test::neoxConfig();
    config.width = 32, config.heads = config.kvHeads = 4;
    return config;
}

// The same model with every key/value head's projection replaced by the mean over its group.
Weights<float> pooled(const ModelConfig& config, Weights<float> weights, Index groups)
{
    const Index d = config.headDim, size = config.kvHeads / groups;
    for (LayerWeights<float>& layer : weights.layers) {
        const LinearWeights<float> own = layer.qkv;
        for (Index slot = 0; slot < 2 * config.kvHeads; ++slot) {   // keys, then values
            const Index first = config.heads + slot / config.kvHeads * config.kvHeads + slot % config.kvHeads / size * size;
            const Index at = (config.heads + slot) * d;
            Matrix<double> weight = Matrix<double>::Zero(d, config.width);
            RowVector<double> bias = RowVector<double>::Zero(own.bias.size() > 0 ? d : 0);
            for (Index member = first; member < first + size; ++member) {
                weight += own.weight.middleRows(member * d, d).cast<double>();
                if (bias.size() > 0) bias += own.bias.segment(member * d, d).cast<double>();
            }
            layer.qkv.weight.middleRows(at, d) = (weight / double(size)).cast<float>();
            if (bias.size() > 0) layer.qkv.bias.segment(at, d) = (bias / double(size)).cast<float>();
        }
    }
    return weights;
}

RowMatrix rowsOf(const HeadRows& rows, Index head) { return rows.copy(head, {0, rows.rows()}); }

class KvGroupsOf : public ::testing::TestWithParam<int> {
protected:
    const ModelConfig config = GetParam() == 0 ? plain() : grouped();
    const TransformerPtr model = make(config);
    const std::vector<TokenId> ids = someIds(33, config.vocabulary);
};
INSTANTIATE_TEST_SUITE_P(Models, KvGroupsOf, ::testing::Range(0, 2));

TEST_P(KvGroupsOf, AsManyGroupsAsHeadsAreTheModelItselfBitByBit)
{
    const RecordingPtr own = run(model, ids, all()), same = run(model, ids, all("all: kv_groups(4)"));
    EXPECT_EQ(own->logits, same->logits);
    for (std::size_t layer = 0; layer < own->sites.size(); ++layer)
        for (HeadRows AttentionSite::*tensor : {&AttentionSite::q, &AttentionSite::k, &AttentionSite::v, &AttentionSite::lse})
            for (Index head = 0; head < (own->sites[layer].*tensor).heads(); ++head)
                EXPECT_EQ(rowsOf(own->sites[layer].*tensor, head), rowsOf(same->sites[layer].*tensor, head)) << layer << '.' << head;
    EXPECT_NE(own->logits, run(model, ids, all("all: kv_groups(2)"))->logits) << "the comparison can fail";
}

TEST_P(KvGroupsOf, HeadsReadTheMeanOfTheirGroup)
{
    const RecordingPtr before = run(model, ids, all());
    const AttentionSite& own = before->sites[0];
    const RecordingPtr two = run(model, ids, all("layer 0: kv_groups(2)"));
    for (HeadRows AttentionSite::*tensor : {&AttentionSite::k, &AttentionSite::v})
        for (Index head = 0; head < 4; ++head) {
            const RowMatrix mean = 0.5f * (rowsOf(own.*tensor, head / 2 * 2) + rowsOf(own.*tensor, head / 2 * 2 + 1));
            EXPECT_LE(largestGap(rowsOf(two->sites[0].*tensor, head), mean), 1e-6) << head;
        }
    for (Index head = 0; head < config.heads; ++head) EXPECT_EQ(rowsOf(two->sites[0].q, head), rowsOf(own.q, head)) << "queries stay";
}

TEST_P(KvGroupsOf, ItIsTheModelWithPooledProjections)
{
    for (const Index groups : {1, 2, 4})
        for (const Index n : {1, 2, 7, 33, 257}) {
            const std::vector<TokenId> text = someIds(n, config.vocabulary);
            const RecordingPtr planned = run(model, text, all(fmt::format("all: kv_groups({})", groups)));
            const RecordingPtr rebuilt = run(make(config, pooled(config, model->weights(), groups)), text, all());
            EXPECT_LE(largestGap(planned->logits, rebuilt->logits), 1e-5) << groups << " N " << n;
        }
    EXPECT_GT(largestGap(run(model, ids, all("all: kv_groups(2)"))->logits, run(model, ids, all())->logits), 1e-3);
}

TEST_P(KvGroupsOf, TheReferenceAgrees)
{
    for (const char* plan : {"all: kv_groups(1)", "all: kv_groups(2)", "layer 1: kv_groups(2)", "all: window(5); layer 0: kv_groups(1)"}) {
        const RunOptions options = all(plan);
        const RecordingPtr recording = run(model, ids, options);
        const ReferenceRun reference = *referenceRun(config, model->weights().cast<double>(), ids, options.plan);
        EXPECT_LE(largestGap(recording->logits, reference.logits), 1e-5) << plan;
        for (Index head = 0; head < config.heads; ++head) {
            RowMatrix weights(33, 33);
            mapOf(recording, {1, head})->weights({0, 33}, {0, 33}, weights.data());
            EXPECT_LE(largestGap(weights, reference.heads[1][std::size_t(head)].weights), 2e-6) << plan << " head " << head;
        }
    }
}

TEST_P(KvGroupsOf, SharedRowsAreThoseOfAFullRun)
{
    const std::vector<TokenId> text = someIds(600, config.vocabulary), prefix(text.begin(), text.begin() + 590);
    RunOptions options;
    options.plan = *AttentionPlan::parse("all: kv_groups(2)");
    const RecordingPtr whole = run(model, text, options);
    options.previous = run(model, prefix, options);
    const RecordingPtr shared = run(model, text, options);
    EXPECT_EQ(shared->firstNewRow, 590);
    EXPECT_LE(largestGap(shared->logits, whole->logits), 1e-5);
    for (Index head = 0; head < 4; ++head) EXPECT_LE(largestGap(rowsOf(shared->sites[1].k, head), rowsOf(whole->sites[1].k, head)), 1e-5);
    options.plan = *AttentionPlan::parse("all: kv_groups(1)");
    EXPECT_EQ(run(model, text, options)->firstNewRow, 0) << "other groups, other keys";
}

TEST(KvGroups, OneHeadOfItsOwnLeavesTheOthersAlone)
{
    const ModelConfig config = plain();
    const TransformerPtr model = make(config);
    const std::vector<TokenId> ids = someIds(9, config.vocabulary);
    const RecordingPtr before = run(model, ids, all());
    const AttentionSite& own = before->sites[0];
    const RecordingPtr one = run(model, ids, all("head 0.2: kv_groups(2)"));
    const RowMatrix mean = 0.5f * (rowsOf(own.v, 2) + rowsOf(own.v, 3));
    EXPECT_LE(largestGap(rowsOf(one->sites[0].v, 2), mean), 1e-6);
    for (const Index head : {0, 1, 3}) EXPECT_EQ(rowsOf(one->sites[0].v, head), rowsOf(own.v, head)) << head;
}

TEST(KvGroups, ARunRefusesWhatDoesNotFitTheModel)
{
    const TransformerPtr model = make(grouped());
    EXPECT_THAT(test::errorOf(model, {1, 2}, all("all: kv_groups(3)")).what, ::testing::HasSubstr("must divide the 4 key/value heads"));
    EXPECT_THAT(test::errorOf(model, {1, 2}, all("head 0.0: kv_groups(2)")).what, ::testing::HasSubstr("share one key/value head"));
}

}   // namespace
}   // namespace core
