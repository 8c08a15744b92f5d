#include <filesystem>

#include <gtest/gtest.h>

#include "core/model/generate.h"
#include "core/model/model.h"
#include "core/recording/attention_map.h"
#include "tests/core/model/golden.h"

namespace core {
namespace {

using test::largestGap;

// A real trained model, with values that were evaluated in float64.
class Stories : public ::testing::Test {
protected:
    void SetUp() override
    {
        golden = test::readJson(m_path / "golden.json");
        const auto opened = openModel(m_path);
        ASSERT_TRUE(opened) << opened.error().what;
        model = *opened;
    }
    const std::filesystem::path m_path = std::filesystem::path(FOVEA_SHARED_DIR) / "fixtures/stories260K";
    Json golden;
    ModelPtr model;
};

TEST_F(Stories, TokensLogitsAndAttentionsAgree)
{
    const auto tokens = model->tokenizer.encode(*golden.find("text")->string());
    ASSERT_TRUE(tokens) << tokens.error().what;
    EXPECT_EQ(tokens->ids(), test::idsOf(*golden.find("ids")));
    const auto recording = model->transformer->run(*tokens);
    ASSERT_TRUE(recording) << recording.error().what;
    const Json row(Json::Array{*golden.find("logits_last")});
    // The largest logit is 17.5, a unit in its last place 2e-6: five of them. 5e-6 is measured; five layers and 260,000 products are behind it.
    EXPECT_LE(largestGap((*recording)->logits, test::matrixOf(row)), 1e-5);
    const Index n = tokens->size();
    RowMatrix weights(n, n);
    mapOf(*recording, {0, 0})->weights({0, n}, {0, n}, weights.data());
    EXPECT_LE(largestGap(weights, test::matrixOf(*golden.find("attention_layer0_head0"))), 1e-5);
    mapOf(*recording, {4, 7})->weights({0, n}, {0, n}, weights.data());
    EXPECT_LE(largestGap(weights, test::matrixOf(*golden.find("attention_layer4_head7"))), 1e-5);
}

TEST_F(Stories, TheGreedyStoryIsTheSame)
{
    const std::vector<TokenId> expected = test::idsOf(*golden.find("greedy_after_bos_60"));
    const auto story = generate(*model->transformer, {expected.front()}, Index(expected.size()) - 1, {}, {}, {});
    ASSERT_TRUE(story) << story.error().what;
    std::vector<TokenId> ids{expected.front()};
    for (const GeneratedToken& token : *story) ids.push_back(token.id);
    EXPECT_EQ(ids, expected);
}

}   // namespace
}   // namespace core
