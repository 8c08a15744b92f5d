// Wherever the memory of a check runs out, it says so.
#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "core/metrics/check.h"
#include "tests/core/base/failing_allocation.h"
#include "tests/core/model/tiny_models.h"

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

}   // namespace
}   // namespace core
