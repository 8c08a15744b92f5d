// Short ways to make a model, run it and look at what went wrong.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/model/transformer.h"
#include "tests/core/model/golden.h"
#include "tests/core/model/tiny_models.h"

namespace core::test {

inline TransformerPtr make(const ModelConfig& config, const Weights<float>& weights)
{
    const auto model = Transformer::create(config, weights, "test");
    EXPECT_TRUE(model) << model.error().what;
    return *model;
}
inline TransformerPtr make(const ModelConfig& config, std::uint64_t seed = 21) { return make(config, randomWeights(config, seed)); }

inline RecordingPtr run(const TransformerPtr& model, const std::vector<TokenId>& ids, const RunOptions& options)
{
    const auto recording = model->run(tokensOf(ids), options);
    EXPECT_TRUE(recording) << recording.error().what;
    return recording.value_or(nullptr);
}

inline RunOptions all(const std::string& plan = {})
{
    RunOptions options;
    options.logits = Logits::All;
    options.plan = *AttentionPlan::parse(plan);
    return options;
}

inline Error errorOf(const TransformerPtr& model, const std::vector<TokenId>& ids, const RunOptions& options = {})
{
    const auto recording = model->run(tokensOf(ids), options);
    return recording ? Error{} : recording.error();
}

}   // namespace core::test
