// Whole runs under patterns that select: what was chosen is chosen again here from what was recorded, by the definition.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/model/forward_pass.h"
#include "core/model/generate.h"
#include "core/model/reference_transformer.h"
#include "core/recording/attention_map.h"
#include "tests/core/attention/selection_oracle.h"
#include "tests/core/base/memory_budget.h"
#include "tests/core/model/runs.h"

namespace core {
namespace {

using ::testing::HasSubstr;

constexpr const char* kPlans[] = {"all: causal & topk(4)",           "all: dense & moba(4, 2)",
                                  "all: causal & nsa(4, 2, 4, 3)",   "all: dense & lsh(4, 2, 3)",
                                  "layer 1: causal & routing(4, 1)", "head 0.1: window(20) & topk(3); layer 1: sinks(1) | window(9) & moba(3, 2)"};

// The heads of a recorded layer as the oracle wants them.
::test::Heads recordedHeads(const AttentionSite& site)
{
    const ::test::HeadsShape shape{.n = site.q.rows(), .heads = site.q.heads(), .kvHeads = site.k.heads(), .d = site.q.width()};
    ::test::Heads heads(shape);
    for (Index head = 0; head < shape.heads; ++head) heads.q.middleCols(head * shape.d, shape.d) = site.q.copy(head, {0, shape.n});
    for (Index head = 0; head < shape.kvHeads; ++head) heads.k.middleCols(head * shape.d, shape.d) = site.k.copy(head, {0, shape.n});
    return heads;
}

std::string faultOf(const Recording& recording)
{
    for (const AttentionSite& site : recording.sites) {
        const ::test::Heads heads = recordedHeads(site);
        const ::test::SelectionOracle oracle(heads);
        for (Index head = 0; head < site.heads(); ++head) {
            const BlockLayout& layout = *site.layouts[std::size_t(head)];
            for (Index i = 0; i < layout.queries(); ++i) {
                const auto expected = oracle.row(maskOf(site.mechanisms[std::size_t(head)]), head, i);
                for (Index j = 0; j < layout.keys(); ++j)
                    if (layout.allows(i, j) != expected[std::size_t(j)]) return fmt::format("layer {} head {} cell {}, {}", site.layer, head, i, j);
            }
        }
    }
    return {};
}

void expectSamePairs(const Recording& a, const Recording& b)
{
    for (std::size_t layer = 0; layer < a.sites.size(); ++layer)
        for (std::size_t head = 0; head < a.sites[layer].layouts.size(); ++head)
            for (Index i = 0; i < a.size(); ++i)
                ASSERT_EQ(a.sites[layer].layouts[head]->row(i), b.sites[layer].layouts[head]->row(i)) << layer << '.' << head << " row " << i;
}

TEST(SelectingRuns, WhatIsRecordedIsWhatTheDefinitionChoosesFromIt)
{
    for (const ModelConfig& config : test::allConfigs())
        for (const char* plan : kPlans)
            for (const Index n : {0, 1, 2, 7, 33}) {
                const RecordingPtr recording = test::run(test::make(config), test::someIds(n, config.vocabulary), test::all(plan));
                EXPECT_EQ(faultOf(*recording), "") << plan << " N " << n;
            }
}

TEST(SelectingRuns, MapsShowThePairsThatWereChosen)
{
    const ModelConfig config = test::llamaConfig();
    for (const char* plan : kPlans) {
        const RecordingPtr recording = test::run(test::make(config), test::someIds(300, config.vocabulary), test::all(plan));
        for (const HeadId head : {HeadId{0, 1}, HeadId{1, 5}}) {
            const MapPtr map = mapOf(recording, head);
            const BlockLayout& layout = *recording->sites[std::size_t(head.layer)].layouts[std::size_t(head.head)];
            Index pairs = 0;
            for (Index i = 0; i < 300; ++i) {
                const RowVector<float> row = map->row(i);
                EXPECT_EQ(map->allowedKeys(i), layout.row(i));
                EXPECT_LE(std::abs(row.cast<double>().sum() - 1.0), 1e-5);
                for (Index j = 0; j < 300; ++j) {
                    ASSERT_EQ(map->allowed(i, j), layout.allows(i, j));
                    ASSERT_EQ(row[j] > 0.0f, layout.allows(i, j)) << plan << " cell " << i << ", " << j;
                }
                pairs += countOf(layout.row(i));
            }
            EXPECT_EQ(map->allowedIn({0, 300}, {0, 300}), pairs);
            EXPECT_EQ(layout.pairs(), pairs);
            const Tile tile = map->tile(1, 0, 0).value();
            for (Index cell = 0; cell < tile.height * tile.width; ++cell) {
                const Span rows{cell / tile.width * 2, cell / tile.width * 2 + 2}, keys{cell % tile.width * 2, cell % tile.width * 2 + 2};
                ASSERT_EQ(Index(tile.allowed[std::size_t(cell)]), layout.pairsIn(rows, keys));
            }
        }
        EXPECT_GT(recording->bytes(), test::run(test::make(config), test::someIds(300, config.vocabulary), test::all())->bytes());
    }
}

TEST(SelectingRuns, ContinuingATextKeepsWhatItsRowsChose)
{
    const ModelConfig config = test::llamaConfig();
    const TransformerPtr model = test::make(config);
    const std::vector<TokenId> text = test::someIds(600, config.vocabulary);
    for (const char* plan : kPlans)
        for (const Index n : {2, 255, 590}) {
            RunOptions options = test::all(plan);
            options.keepOutputs = true;
            const RecordingPtr alone = test::run(model, text, options);
            const RecordingPtr before = test::run(model, {text.begin(), text.begin() + n}, options);
            options.previous = before;
            const RecordingPtr continued = test::run(model, text, options);
            EXPECT_EQ(continued->firstNewRow, n) << plan;
            expectSamePairs(*before, *continued);
            expectSamePairs(*continued, *alone);
            EXPECT_LE(test::largestGap(continued->logits, alone->logits), 1e-5 * std::max(1.0f, alone->logits.cwiseAbs().maxCoeff())) << plan;
        }
}

TEST(SelectingRuns, NothingIsSharedWhereTheCandidatesDependOnTheLength)
{
    const ModelConfig config = test::neoxConfig();
    const TransformerPtr model = test::make(config);
    const std::vector<TokenId> text = test::someIds(40, config.vocabulary);
    const auto sharedBy = [&](const char* plan, const char* earlier) {
        RunOptions options = test::all(earlier);
        options.previous = test::run(model, {text.begin(), text.begin() + 30}, options);
        options.plan = test::all(plan).plan;
        const RecordingPtr recording = test::run(model, text, options);
        EXPECT_EQ(faultOf(*recording), "");
        return recording->firstNewRow;
    };
    EXPECT_EQ(sharedBy("all: causal & topk(2)", "all: causal & topk(2)"), 30);
    EXPECT_EQ(sharedBy("all: causal & topk(2)", "all: causal & topk(3)"), 0);
    EXPECT_EQ(sharedBy("all: where(k < n - 5) & topk(2)", "all: where(k < n - 5) & topk(2)"), 0);
}

TEST(SelectingRuns, NoRowChangesWithTheFuture)
{
    const ModelConfig config = test::llamaConfig();
    const TransformerPtr model = test::make(config);
    std::vector<TokenId> text = test::someIds(300, config.vocabulary);
    for (const char* plan : kPlans) {
        const RecordingPtr first = test::run(model, text, test::all(plan));
        std::vector<TokenId> edited = text;
        for (std::size_t i = 200; i < 300; ++i) edited[i] = (edited[i] + 1) % TokenId(config.vocabulary);
        const RecordingPtr second = test::run(model, edited, test::all(plan));
        for (std::size_t layer = 0; layer < first->sites.size(); ++layer)
            for (std::size_t head = 0; head < 6; ++head) {
                for (Index i = 0; i < 200; ++i)
                    ASSERT_EQ(first->sites[layer].layouts[head]->row(i), second->sites[layer].layouts[head]->row(i)) << plan << " row " << i;
                EXPECT_TRUE(
                    test::sameBits(first->sites[layer].lse.copy(Index(head), {0, 200}), second->sites[layer].lse.copy(Index(head), {0, 200})));
            }
    }
}

TEST(SelectingRuns, TheReferenceUsesWhatWasRecordedAndNothingElse)
{
    const ModelConfig config = test::neoxConfig();
    const TransformerPtr model = test::make(config);
    const std::vector<TokenId> ids = test::someIds(33, config.vocabulary);
    const Weights<double> weights = model->weights().cast<double>();
    for (const char* plan : kPlans) {
        const RunOptions options = test::all(plan);
        const RecordingPtr recording = test::run(model, ids, options);
        EXPECT_LE(test::largestGap(referenceRun(config, weights, ids, options.plan, {}, recording.get())->logits, recording->logits), 1e-4) << plan;
        const auto without = referenceRun(config, weights, ids, options.plan);
        ASSERT_FALSE(without);
        EXPECT_THAT(without.error().what, HasSubstr("selects pairs from queries and keys, and no run is there that did"));
    }
    // Other pairs would be seen.
    const RecordingPtr four = test::run(model, ids, test::all(kPlans[0])), three = test::run(model, ids, test::all("all: causal & topk(3)"));
    EXPECT_GT(test::largestGap(referenceRun(config, weights, ids, four->plan, {}, three.get())->logits, four->logits), 1e-3);
}

TEST(SelectingRuns, GeneratingIsRunningTheWholeTextAgain)
{
    const ModelConfig config = test::neoxConfig();
    const TransformerPtr model = test::make(config, 41);
    for (const char* plan : kPlans) {
        const RunOptions options = test::all(plan);
        std::vector<TokenId> text{1, 2, 3};
        const auto tokens = generate(*model, text, 24, {}, options.plan, {});
        ASSERT_TRUE(tokens) << tokens.error().what;
        for (const GeneratedToken& token : *tokens) {
            const RecordingPtr recording = test::run(model, text, options);
            const RowVector<float> last = recording->logits.bottomRows(1);
            const NextToken best = mostLikely(last.data(), config.vocabulary, 1)[0];
            EXPECT_EQ(best.id, token.id) << plan;
            EXPECT_LE(std::abs(std::log(best.probability) - token.logProbability), 1e-5) << plan;
            text.push_back(token.id);
        }
    }
}

TEST(SelectingRuns, WhatWasChosenCountsTowardsTheBudget)
{
    const ModelConfig config = test::neoxConfig();
    const TransformerPtr model = test::make(config);
    const Tokens tokens = test::tokensOf(test::someIds(600, config.vocabulary));
    RunOptions options = test::all("all: dense & lsh(2, 1, 1)");
    options.logits = Logits::None;
    std::int64_t chosen = 0;   // of all layers
    const RecordingPtr whole = test::run(model, test::someIds(600, config.vocabulary), options);
    for (const AttentionSite& site : whole->sites)
        for (const LayoutPtr& layout : site.layouts) chosen += layout->chosen()->bytes();
    {
        const test::ScopedMemoryBudget enough(peakBytes(config, options, 600, 0) + chosen);
        EXPECT_TRUE(model->run(tokens, options));
    }
    const test::ScopedMemoryBudget budget(peakBytes(config, options, 600, 0) + chosen - 1);
    RunOptions plain = options;
    plain.plan = {};
    EXPECT_TRUE(model->run(tokens, plain));
    const auto refused = model->run(tokens, options);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fault, Fault::OverBudget);
    EXPECT_THAT(refused.error().what, HasSubstr("A run over 600 tokens with the pairs that its patterns choose would need"));
    EXPECT_THAT(refused.error().remedy, HasSubstr("Choose fewer keys"));
}

}   // namespace
}   // namespace core
