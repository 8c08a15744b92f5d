// One token's way through the model, against the reference that runs all of them from the ids.
#include "core/model/token_trace.h"

#include <gtest/gtest.h>

#include "core/model/reference_transformer.h"
#include "core/recording/unfolded_row.h"
#include "tests/core/model/runs.h"

namespace core {
namespace {

using test::all;
using test::largestGap;
using test::make;
using test::run;

constexpr Index kTokens = 33;
constexpr double kGap = 2e-5;   // of single precision, in which the run keeps q, k and v, over two layers with weights of deviation 0.3

struct TracedModel {
    std::string name;
    ModelConfig config;
    std::string plan;
};

std::vector<TracedModel> tracedModels()
{
    std::vector<TracedModel> models;
    for (const auto& [name, config] : test::tinyConfigs())
        for (const char* plan : {"", "all: window(4) | sinks(1)", "layer 0: off; head 1.1: mean", "all: kv_groups(1)"})
            models.push_back({name + " under \"" + plan + "\"", config, plan});
    return models;
}

class Traced : public ::testing::TestWithParam<TracedModel> {
protected:
    const ModelConfig config = GetParam().config;
    const Weights<float> weights = test::randomWeights(config, 5);
    const TransformerPtr model = make(config, weights);
    const std::vector<TokenId> ids = test::randomIds(config, kTokens, 3);
    const RecordingPtr recording = run(model, ids, all(GetParam().plan));
    const ReferenceRun reference = *referenceRun(config, weights.cast<double>(), ids, *AttentionPlan::parse(GetParam().plan));
};
INSTANTIATE_TEST_SUITE_P(Models, Traced, ::testing::ValuesIn(tracedModels()));

TEST_P(Traced, EndsInTheReferencesStreamAndLogits)
{
    for (const Index token : {Index(0), Index(1), kTokens / 2, kTokens - 1}) {
        const TokenTrace trace = *traceToken(*model, *recording, token);
        EXPECT_LE(largestGap(trace.x, reference.residual.row(token)), kGap) << token;
        EXPECT_LE(largestGap(trace.logits, reference.logits.row(token)), kGap * config.width) << token;
        EXPECT_LE(largestGap(trace.logits, recording->logits.row(token)), kGap * config.width) << token;
        const Index d = config.headDim;
        for (Index layer = 0; layer < config.layers; ++layer)
            for (Index head = 0; head < config.heads; ++head)
                EXPECT_LE(largestGap(trace.layers[std::size_t(layer)].heads.segment(head * d, d),
                                     reference.heads[std::size_t(layer)][std::size_t(head)].output.row(token)),
                          kGap)
                    << layer << '.' << head << " of " << token;
    }
    EXPECT_GT(largestGap(traceToken(*model, *recording, 3)->x, reference.residual.row(4)), 100 * kGap) << "the comparison can fail";
}

TEST_P(Traced, TheStreamIsTheSumOfAllThatWasWritten)
{
    const Index token = kTokens - 1;
    const TokenTrace trace = *traceToken(*model, *recording, token);
    RowVector<double> sum = weights.embedding.row(ids[std::size_t(token)]).cast<double>();
    for (Index layer = 0; layer < config.layers; ++layer) {
        EXPECT_EQ(largestGap(trace.streamBefore(layer), sum), 0.0) << "before layer " << layer;
        sum = sum + trace.layers[std::size_t(layer)].attention + trace.layers[std::size_t(layer)].mlp;
    }
    EXPECT_EQ(largestGap(trace.streamBefore(config.layers), sum), 0.0);
    EXPECT_EQ(largestGap(*logitsOf(*model, trace.x), trace.logits), 0.0) << "the lens behind the last layer is the model's own prediction";
}

TEST_P(Traced, TheWritesOfAllHeadsAndTheBiasAreWhatAttentionWrites)
{
    const TokenTrace trace = *traceToken(*model, *recording, 7);
    const Index d = config.headDim;
    for (Index layer = 0; layer < config.layers; ++layer) {
        RowVector<double> sum = RowVector<double>::Zero(config.width);
        if (const auto& bias = weights.layers[std::size_t(layer)].out.bias; bias.size() > 0) sum = bias.cast<double>();
        for (Index head = 0; head < config.heads; ++head)
            sum += headWrite(*model, {layer, head}, trace.layers[std::size_t(layer)].heads.segment(head * d, d));
        EXPECT_LE(largestGap(sum, trace.layers[std::size_t(layer)].attention), 1e-12) << layer;
    }
}

TEST_P(Traced, ANormLeavesTheSpreadThatItsGainSays)
{
    ModelConfig plain = config;
    Weights<float> unit = weights;
    for (LayerWeights<float>& layer : unit.layers) {
        layer.attentionNorm.gain.setOnes();
        layer.attentionNorm.bias.setZero();
    }
    const TransformerPtr same = make(plain, unit);
    const TokenTrace trace = *traceToken(*same, *run(same, ids, all()), 5);
    for (const TracedLayer& layer : trace.layers) {
        const TracedNorm& norm = layer.attentionNorm;
        EXPECT_NEAR(norm.y.squaredNorm() / double(config.width), norm.meanSquare / (norm.meanSquare + config.epsilon), 1e-12);
        EXPECT_NEAR(norm.y.mean(), config.norm == NormKind::LayerNorm ? 0.0 : norm.y.mean(), 1e-12);
    }
}

TEST(TokenTrace, OfAnotherModelIsRefused)
{
    const TransformerPtr model = make(test::tinyLlama()), other = make(test::tinyLlama());
    const auto trace = traceToken(*other, *run(model, {1, 2, 3}, all()), 1);
    ASSERT_FALSE(trace);
    EXPECT_EQ(trace.error().fault, Fault::BadInput);
}

TEST(TokenTrace, StopsWhenItIsAskedTo)
{
    const TransformerPtr model = make(test::tinyLlama());
    std::stop_source stop;
    stop.request_stop();
    const auto trace = traceToken(*model, *run(model, {1, 2, 3}, all()), 1, stop.get_token());
    ASSERT_FALSE(trace);
    EXPECT_EQ(trace.error().fault, Fault::Cancelled);
}

}   // namespace
}   // namespace core
