// Every built-in model against the reference library: text, ids, logits, attentions and a greedy continuation, evaluated there in double
// precision by tests/golden/make_model_golden.py.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/model/generate.h"
#include "core/model/model.h"
#include "core/model/reference_transformer.h"
#include "core/recording/attention_map.h"
#include "tests/core/model/golden.h"
#include "tests/core/model/runs.h"

namespace core {
namespace {

using test::largestGap;

struct Opened {
    ModelPtr model;
    Json golden;
    std::vector<TokenId> ids = test::idsOf(*golden.find("ids"));
    // A unit in the last place of the largest logit grows with it, as it does in `check`.
    Matrix<double> logits = test::matrixOf(Json(Json::Array{*golden.find("logits_last")}));
    double logitTolerance = 1e-5 * std::max(1.0, logits.cwiseAbs().maxCoeff());
};

std::vector<Opened> everyBuiltInModel()
{
    std::vector<Opened> all;
    for (const BuiltInModel& known : builtInModels()) {
        const auto model = openModelByName(known.name);
        EXPECT_TRUE(model) << model.error().what;
        if (model)
            all.push_back({.model = *model,
                           .golden = test::readJson(std::filesystem::path(FOVEA_TEST_DIR) / "golden/built_in" / (known.name + ".json"))});
    }
    EXPECT_FALSE(all.empty()) << "the source tree has no built-in models";
    return all;
}

RowMatrix weightsOf(const RecordingPtr& recording, HeadId head, Span rows)
{
    RowMatrix weights(rows.size(), recording->size());
    mapOf(recording, head)->weights(rows, {0, recording->size()}, weights.data());
    return weights;
}

TEST(BuiltInGolden, TextBecomesTheIdsOfTheReferenceTokenizer)
{
    for (const Opened& opened : everyBuiltInModel()) {
        const auto tokens = opened.model->tokenizer.encode(*opened.golden.find("text")->string());
        ASSERT_TRUE(tokens) << tokens.error().what;
        EXPECT_EQ(tokens->ids(), opened.ids) << opened.model->name;
    }
}

TEST(BuiltInGolden, LogitsAndWeightsOfEveryHeadAgree)
{
    for (const Opened& opened : everyBuiltInModel()) {
        const RecordingPtr recording = test::run(opened.model->transformer, opened.ids, {});
        const Index n = recording->size(), layers = recording->layers(), heads = recording->heads();
        EXPECT_LE(largestGap(recording->logits, opened.logits), opened.logitTolerance) << opened.model->name;
        EXPECT_LE(largestGap(weightsOf(recording, {0, 0}, {0, n}), test::matrixOf(*opened.golden.find("first_head"))), 1e-5);
        EXPECT_LE(largestGap(weightsOf(recording, {layers - 1, heads - 1}, {0, n}), test::matrixOf(*opened.golden.find("last_head"))), 1e-5);
        const Json::Array& lastRows = *opened.golden.find("last_rows")->array();
        ASSERT_EQ(Index(lastRows.size()), layers);
        for (Index layer = 0; layer < layers; ++layer) {
            const Matrix<double> rows = test::matrixOf(lastRows[std::size_t(layer)]);
            ASSERT_EQ(rows.rows(), heads);
            for (Index head = 0; head < heads; ++head)
                EXPECT_LE(largestGap(weightsOf(recording, {layer, head}, {n - 1, n}), rows.row(head)), 1e-5) << layer << '.' << head;
        }
    }
}

TEST(BuiltInGolden, TheReferenceInTheTreeAgreesMoreNearly)
{
    for (const Opened& opened : everyBuiltInModel()) {
        const Transformer& model = *opened.model->transformer;
        const ReferenceRun run = *referenceRun(model.config(), model.weights().cast<double>(), opened.ids);
        EXPECT_LE(largestGap(run.logits.bottomRows(1), opened.logits), 1e-6) << opened.model->name;
        EXPECT_LE(largestGap(run.heads.front().front().weights, test::matrixOf(*opened.golden.find("first_head"))), 1e-6);
        EXPECT_LE(largestGap(run.heads.back().back().weights, test::matrixOf(*opened.golden.find("last_head"))), 1e-6);
        // The comparison itself can fail: another rotary base is another model.
        ModelConfig other = model.config();
        other.ropeBase *= 3;
        EXPECT_GT(largestGap(referenceRun(other, model.weights().cast<double>(), opened.ids)->logits.bottomRows(1), opened.logits), 1e-3);
    }
}

TEST(BuiltInGolden, TheGreedyContinuationIsTheSame)
{
    for (const Opened& opened : everyBuiltInModel()) {
        const std::vector<TokenId> expected = test::idsOf(*opened.golden.find("greedy"));
        const auto continued = generate(*opened.model->transformer, opened.ids, Index(expected.size()), {}, {}, {});
        ASSERT_TRUE(continued) << continued.error().what;
        std::vector<TokenId> ids;
        for (const GeneratedToken& token : *continued) ids.push_back(token.id);
        EXPECT_EQ(ids, expected) << opened.model->name;
    }
}

}   // namespace
}   // namespace core
