// What stops a run, and what it says then.
#include "core/model/transformer.h"

#include <cmath>
#include <new>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/memory_budget.h"
#include "tests/core/model/runs.h"

namespace core {
namespace {

using test::all;
using test::errorOf;
using test::make;
using test::run;
using test::someIds;
using ::testing::HasSubstr;

TEST(Transformer, AnObserverIsAskedForOnceForEachLayer)
{
    const TransformerPtr model = make(test::neoxConfig());
    std::vector<Index> layers;
    RunOptions options;
    options.observer = [&](Index layer) {
        layers.push_back(layer);
        return nullptr;
    };
    run(model, someIds(7, 31), options);
    EXPECT_THAT(layers, ::testing::ElementsAre(0, 1));
}

TEST(Transformer, CancelsBeforeAndInTheMiddle)
{
    const TransformerPtr model = make(test::neoxConfig());
    std::stop_source stop;
    RunOptions options;
    options.stop = stop.get_token();
    options.observer = [&](Index layer) {
        if (layer == 1) stop.request_stop();
        return nullptr;
    };
    EXPECT_EQ(errorOf(model, someIds(33, 31), options).fault, Fault::Cancelled);
    options.observer = {};
    EXPECT_EQ(errorOf(model, someIds(33, 31), options).fault, Fault::Cancelled);
}

TEST(Transformer, RefusesIdsAndPlansThatDoNotFit)
{
    const TransformerPtr model = make(test::neoxConfig());
    EXPECT_THAT(errorOf(model, {1, 2, 31}).what, HasSubstr("Token 2 has the id 31; this model knows 0 to 30."));
    EXPECT_EQ(errorOf(model, {-1}).fault, Fault::BadInput);
    RunOptions options;
    options.plan = *AttentionPlan::parse("head 2.0: off");
    EXPECT_EQ(errorOf(model, {1}, options).fault, Fault::BadInput);
}

TEST(Transformer, RefusesWeightsOfAnotherShape)
{
    Weights<float> weights = test::randomWeights(test::neoxConfig(), 1);
    weights.layers[1].up.weight.resize(40, 23);
    const auto model = Transformer::create(test::neoxConfig(), weights, "test");
    ASSERT_FALSE(model);
    EXPECT_THAT(model.error().what, HasSubstr("layer.1.up.weight is 40 × 23"));
}

TEST(Transformer, RefusesWhatExceedsTheMemoryBudget)
{
    const TransformerPtr model = make(test::neoxConfig());
    const test::ScopedMemoryBudget budget(100'000);
    const Error error = errorOf(model, someIds(257, 31));
    EXPECT_EQ(error.fault, Fault::OverBudget);
    EXPECT_THAT(error.what, HasSubstr("257 tokens"));
    EXPECT_THAT(error.remedy, HasSubstr("not even one token fits"));   // a block of a recording has 256 rows
}

TEST(Transformer, AsManyTokensFitAsItSays)
{
    const TransformerPtr model = make(test::neoxConfig());
    for (const std::int64_t bytes : {200'000, 400'000, 1'000'000}) {
        for (const RunOptions& options : {RunOptions(), all()}) {
            const test::ScopedMemoryBudget budget(bytes);
            const Error error = errorOf(model, someIds(3000, 31), options);
            ASSERT_EQ(error.fault, Fault::OverBudget);
            ASSERT_THAT(error.remedy, HasSubstr("tokens fit"));
            const Index fitting = std::stol(error.remedy);
            ASSERT_GE(fitting, 1);
            EXPECT_EQ(errorOf(model, someIds(fitting, 31), options), Error{}) << bytes;
            EXPECT_EQ(errorOf(model, someIds(fitting + 1, 31), options).fault, Fault::OverBudget) << bytes;
        }
    }
}

// The squares of 3e19 are infinite: a norm would make zeros of such a row, and a plausible prediction of those.
TEST(Transformer, ARowTooLargeForItsNormIsAnError)
{
    for (const ModelConfig& config : test::allConfigs()) {
        Weights<float> weights = test::randomWeights(config, 5);
        for (Index i = 0; i < config.width; ++i) weights.embedding(7, i) = i % 2 == 0 ? 3e19f : -3e19f;
        const Error error = errorOf(make(config, weights), {1, 2, 7, 3});
        EXPECT_EQ(error.fault, Fault::NotFinite);
        EXPECT_EQ(error.what, "Layer 0: the mean square before a norm of token 2 is not finite although the weights are.");
        EXPECT_EQ(error.remedy, "The model's numbers are too large for single precision.");
    }
}

struct Poison {
    const char* tensor;
    const char* said;
};
TEST(Transformer, NanIsTracedToLayerAndTensor)
{
    const ModelConfig config = test::neoxConfig();
    for (const Poison& poison : {Poison{"layer.1.down.weight", "Layer 1: the MLP output of token 0 is not finite; gpt_neox.layers.1.mlp.dense_4h_to_h.weight holds"},
                                 Poison{"layer.0.qkv.bias", "Layer 0: the query, key or value of token 0 is not finite; gpt_neox.layers.0.attention.query_key_value.bias"},
                                 Poison{"layer.1.out.weight", "Layer 1: the attention output of token 0 is not finite; gpt_neox.layers.1.attention.dense.weight"},
                                 Poison{"head", "The prediction of token 0 is not finite; embed_out.weight"},
                                 Poison{"embedding", "The embedding of token 3 is not finite; gpt_neox.embed_in.weight"}}) {
        Weights<float> weights = test::randomWeights(config, 5);
        forEachTensor(weights, [&](const std::string& name, float* data, Index size, bool) {
            if (name == poison.tensor) data[name == "embedding" ? 17 * config.width : size - 1] = std::nanf("");
        });
        const Error error = errorOf(make(config, weights), {1, 2, 3, 17}, all());
        EXPECT_EQ(error.fault, Fault::NotFinite) << poison.tensor;
        EXPECT_THAT(error.what, HasSubstr(poison.said));
        if (std::string(poison.tensor) == "embedding") run(make(config, weights), {1, 2, 3}, all());   // a vector that nobody reads harms nobody
    }
}

TEST(Transformer, NanIsTracedToTheTensorOfTheFile)
{
    const ModelConfig config = test::llamaConfig();   // whose file stores q, k and v apart, and no head
    Weights<float> weights = test::randomWeights(config, 5);
    weights.layers[1].qkv.weight(config.heads * config.headDim, 0) = std::nanf("");   // the first row of k
    const Error error = errorOf(make(config, weights), {1, 2, 3}, all());
    EXPECT_THAT(error.what, HasSubstr("; model.layers.1.self_attn.k_proj.weight holds NaN or infinity."));
    weights = test::randomWeights(config, 5);
    weights.finalNorm.gain(0) = std::nanf("");
    EXPECT_THAT(errorOf(make(config, weights), {1, 2, 3}, all()).what, HasSubstr("; model.norm.weight holds NaN or infinity."));
}

TEST(Transformer, EndingMemoryIsAnErrorOfARun)
{
    const TransformerPtr model = make(test::neoxConfig());
    RunOptions options;
    options.observer = [](Index) -> RowObserver* { throw std::bad_alloc(); };
    EXPECT_EQ(errorOf(model, {1, 2}, options),
              (Error{Fault::OverBudget, "The system has too little free memory for a run over 2 tokens.", "Shorten the text, or close other programs."}));
    options.observer = [](Index) -> RowObserver* { throw std::length_error("longer than any container"); };
    EXPECT_EQ(errorOf(model, {1, 2}, options).fault, Fault::OverBudget);
}

}   // namespace
}   // namespace core
