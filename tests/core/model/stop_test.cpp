// Opening a model and running one over a long text end soon after a stop, wherever they are. How soon is counted in allocations.
#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "core/model/model.h"
#include "tests/core/base/failing_allocation.h"
#include "tests/core/formats/temporary_folder.h"
#include "tests/core/model/runs.h"
#include "tests/core/text/tiny_tokenizers.h"

namespace core {
namespace {

// Allocations are counted on one thread.
class Stopping : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(setThreadCount(1)); }
    void TearDown() override { EXPECT_TRUE(setThreadCount(0)); }
};

TEST_F(Stopping, OpeningAModel)
{
    const test::TemporaryFolder folder;
    ModelConfig config = test::neoxConfig();
    config.vocabulary = 262, config.layers = 8;
    folder.write("config.json", config.toJson().dump());
    folder.write("tokenizer.json", test::byteLevelTokenizer().dump());
    ASSERT_TRUE(saveWeights(folder.path() / "model.safetensors", test::randomWeights(config, 5), config, StoredType::F16));
    const auto open = [&](const std::stop_token& stop) { return openModelByName(folder.path().string(), stop); };
    EXPECT_GT(test::stopAtAllocations(open, 211, 20'000), 10);

    std::stop_source stop;
    stop.request_stop();
    const auto transformer = loadTransformer(folder.path(), stop.get_token());
    ASSERT_FALSE(transformer);
    EXPECT_EQ(transformer.error().fault, Fault::Cancelled);
}

// Each of the 128 blocks of a tensor and each token of this text allocates, and so a part that looks at no stop would be counted.
TEST_F(Stopping, ARunOverALongText)
{
    constexpr Index kTokens = 32'768;
    ModelConfig config = test::neoxConfig();
    config.context = kTokens;
    const TransformerPtr model = test::make(config);
    Tokens tokens = test::tokensOf(test::someIds(kTokens, config.vocabulary));
    for (Token& token : tokens.items) token.bytes = "longer than what a string holds in itself";
    RunOptions options;
    options.plan = *AttentionPlan::parse("all: window(8)");
    options.keepOutputs = true;
    const auto run = [&](const std::stop_token& stop) {
        options.stop = stop;
        return model->run(tokens, options);
    };
    EXPECT_GT(test::stopAtAllocations(run, 4001, 300), 8);
}

// Queries choose in panels of 64, and each makes a few lists of ranges, which grow.
TEST_F(Stopping, ARunThatChoosesItsKeys)
{
    const ModelConfig config = test::neoxConfig();
    const TransformerPtr model = test::make(config);
    const Tokens tokens = test::tokensOf(test::someIds(2048, config.vocabulary));
    for (const char* plan : {"all: causal & moba(64, 3)", "all: window(99) & topk(8)", "all: causal & lsh(4, 2, 1)"}) {
        RunOptions options;
        options.plan = *AttentionPlan::parse(plan);
        const auto run = [&](const std::stop_token& stop) {
            options.stop = stop;
            return model->run(tokens, options);
        };
        EXPECT_GT(test::stopAtAllocations(run, 20'011, 64 * 64), 3) << plan;
    }
}

}   // namespace
}   // namespace core
