#include "core/metrics/future_proof.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/model/model.h"
#include "tests/core/model/tiny_models.h"

namespace core {
namespace {

TransformerPtr tinyModel(const ModelConfig& config) { return Transformer::create(config, test::randomWeights(config, 3), "tiny").value(); }

Tokens textOf(Index n, Index changedFrom = -1)
{
    Tokens tokens;
    for (Index i = 0; i < n; ++i) {
        const Index id = (i * i + 3 * i) % 29;
        tokens.items.push_back({.id = TokenId(changedFrom >= 0 && i >= changedFrom ? (id + 1) % 29 : id), .span = {}, .bytes = {}});
    }
    return tokens;
}

// The CPU's answer, with a whiff of the last key in the row of the first query.
class LeakyBackend : public AttentionBackend {
public:
    [[nodiscard]] std::string name() const override { return "leaky"; }
    [[nodiscard]] Result<AttentionOutput> attend(const HeadBatch& batch, RowObserver* observer, const std::stop_token& stop) const override
    {
        FOVEA_TRY(answer, cpuBackend()->attend(batch, observer, stop));
        answer.out(0, 0) += 1e-6f * batch.k->row(0, batch.k->rows() - 1)[0];
        return answer;
    }
};

constexpr const char* kPlans[] = {
    "", "all: window(3)", "layer 1: off; head 0.1: mean", "all: causal & topk(3)", "layer 1: dense & moba(4, 2)", "all: causal & lsh(4, 1, 2)"};

TEST(FutureProof, NoRowOfAnyArchitectureKnowsTheFuture)
{
    for (const ModelConfig& config : test::allConfigs())
        for (const char* plan : kPlans)
            for (const auto& [n, from] : {std::pair<Index, Index>{2, 1}, {7, 6}, {33, 1}, {300, 130}, {300, 257}}) {
                RunOptions options;
                options.plan = AttentionPlan::parse(plan).value();
                const auto proof = proveFuture(*tinyModel(config), textOf(n), textOf(n, from), options);
                ASSERT_TRUE(proof) << proof.error().what;
                EXPECT_EQ(proof->from, from);
                EXPECT_EQ(proof->before, 0.0) << plan << " N " << n << " from " << from;
                EXPECT_GT(proof->after, 0.0);
                EXPECT_GT(proof->compared, 0);
                EXPECT_FALSE(proof->firstLeak);
            }
}

TEST(FutureProof, NoticesALeak)
{
    const TransformerPtr model = tinyModel(test::llamaConfig());
    RunOptions options;
    options.backend = std::make_shared<LeakyBackend>();
    const auto proof = proveFuture(*model, textOf(33), textOf(33, 20), options);
    ASSERT_TRUE(proof) << proof.error().what;
    EXPECT_GT(proof->before, 0.0);
    EXPECT_EQ(proof->firstLeak, (HeadId{1, 0}));   // what leaked out of layer 0 shows in what layer 1 reads
    EXPECT_EQ(proof->leakingRow, 0);
}

// The CPU's answer, but the rows of the first query are products over all keys: 0 times what may not be looked at.
class TouchingBackend : public AttentionBackend {
public:
    [[nodiscard]] std::string name() const override { return "touching"; }
    [[nodiscard]] Result<AttentionOutput> attend(const HeadBatch& batch, RowObserver* observer, const std::stop_token& stop) const override
    {
        FOVEA_TRY(answer, cpuBackend()->attend(batch, observer, stop));
        if (batch.queries.begin == 0) answer.out(0, 0) += 0.0f * batch.v->row(0, batch.v->rows() - 1)[0];
        return answer;
    }
};

TEST(FutureProof, NoBitOfARowDependsOnAPoisonedFuture)
{
    for (const ModelConfig& config : test::allConfigs())
        for (const char* plan : kPlans)
            for (const auto& [n, from] : {std::pair<Index, Index>{2, 1}, {7, 6}, {33, 1}, {300, 130}, {300, 257}}) {
                RunOptions options;
                options.plan = AttentionPlan::parse(plan).value();
                const auto proof = provePoison(*tinyModel(config), textOf(n), from, options);
                ASSERT_TRUE(proof) << proof.error().what;
                EXPECT_EQ(proof->before, 0.0) << plan << " N " << n << " from " << from;
                EXPECT_FALSE(proof->firstLeak);
                EXPECT_TRUE(std::isinf(proof->after)) << plan;   // and the row that may see it has met it
                EXPECT_EQ(proof->compared, from * config.layers * config.heads * (config.headDim + 1));
            }
}

TEST(FutureProof, APoisonThatIsMultipliedByZeroIsNoticed)
{
    RunOptions options;
    options.backend = std::make_shared<TouchingBackend>();
    const auto proof = provePoison(*tinyModel(test::llamaConfig()), textOf(33), 20, options);
    ASSERT_TRUE(proof) << proof.error().what;
    EXPECT_EQ(proof->firstLeak, (HeadId{0, 0}));
    EXPECT_EQ(proof->leakingRow, 0);
    EXPECT_TRUE(std::isinf(proof->before));
    for (const Index from : {Index(-1), Index(0), Index(33), Index(34)})
        EXPECT_EQ(provePoison(*tinyModel(test::llamaConfig()), textOf(33), from, {}).error().fault, Fault::BadInput);
    std::stop_source stop;
    stop.request_stop();
    options.stop = stop.get_token();
    EXPECT_EQ(provePoison(*tinyModel(test::llamaConfig()), textOf(33), 20, options).error().fault, Fault::Cancelled);
}

// The CPU's answer of what is handed to it, but keys and values that are not numbers come in as zeros: poison in them never shows.
class BlindBackend : public AttentionBackend {
public:
    [[nodiscard]] std::string name() const override { return "blind"; }
    [[nodiscard]] Result<AttentionOutput> attend(const HeadBatch& batch, RowObserver* observer, const std::stop_token& stop) const override
    {
        const HeadRows k = numbersOf(*batch.k), v = numbersOf(*batch.v);
        HeadBatch clean = batch;
        clean.k = &k;
        clean.v = &v;
        return cpuBackend()->attend(clean, observer, stop);
    }

private:
    [[nodiscard]] static HeadRows numbersOf(const HeadRows& rows)
    {
        const Index d = rows.width();
        RowMatrix numbers(rows.rows(), rows.heads() * d);
        for (Index head = 0; head < rows.heads(); ++head)
            for (Index row = 0; row < rows.rows(); ++row)
                for (Index c = 0; c < d; ++c) {
                    const float x = rows.row(head, row)[c];
                    numbers(row, head * d + c) = std::isfinite(x) ? x : 0.0f;
                }
        return HeadRows(rows.heads(), d).appended(numbers.data(), numbers.rows(), numbers.cols());
    }
};

// The CPU's answer, but for one row alone there is no memory.
class PoorBackend : public AttentionBackend {
public:
    [[nodiscard]] std::string name() const override { return "poor"; }
    [[nodiscard]] Result<AttentionOutput> attend(const HeadBatch& batch, RowObserver* observer, const std::stop_token& stop) const override
    {
        if (batch.queries.size() == 1) return fail(Fault::OverBudget, "A row is too much.");
        return cpuBackend()->attend(batch, observer, stop);
    }
};

TEST(FutureProof, ThePoisonIsShownToWorkByKeysAndValuesAlone)
{
    const TransformerPtr model = tinyModel(test::llamaConfig());
    RunOptions options;
    options.backend = std::make_shared<BlindBackend>();
    const auto proof = provePoison(*model, textOf(33), 20, options);
    ASSERT_TRUE(proof) << proof.error().what;
    EXPECT_EQ(proof->after, 0.0);   // nothing that was poisoned came in, so nothing is shown
    options.backend = std::make_shared<PoorBackend>();
    const auto failed = provePoison(*model, textOf(33), 20, options);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().fault, Fault::OverBudget);
}

TEST(FutureProof, RefusesTextsThatProveNothing)
{
    const TransformerPtr model = tinyModel(test::neoxConfig());
    for (const auto& [first, second] : {std::pair{textOf(7), textOf(7)}, {textOf(7), textOf(8, 3)}, {textOf(0), textOf(0)}}) {
        const auto proof = proveFuture(*model, first, second, {});
        ASSERT_FALSE(proof);
        EXPECT_EQ(proof.error().fault, Fault::BadInput);
        EXPECT_FALSE(proof.error().remedy.empty());
    }
    std::stop_source stop;
    stop.request_stop();
    RunOptions options;
    options.stop = stop.get_token();
    EXPECT_EQ(proveFuture(*model, textOf(7), textOf(7, 3), options).error().fault, Fault::Cancelled);
}

TEST(FutureProof, ExchangesEveryTokenOfTheFutureAndNoneBefore)
{
    const auto model = openModelByName("fovea-s");
    ASSERT_TRUE(model) << model.error().what;
    const Tokenizer& tokenizer = (*model)->tokenizer;
    const Tokens tokens = tokenizer.encode("The cat sat on the mat because it was tired.").value();
    const Tokens exchanged = exchangedFuture(tokenizer, tokens, 9, 5).value();
    ASSERT_EQ(exchanged.size(), tokens.size());
    for (Index i = 0; i < tokens.size(); ++i) {
        const Token &before = tokens.items[std::size_t(i)], &after = exchanged.items[std::size_t(i)];
        EXPECT_EQ(before.id == after.id, i < 9) << i;
        EXPECT_FALSE(i >= 9 && after.special);
        EXPECT_FALSE(after.bytes.empty());
    }
    EXPECT_EQ(exchanged.ids(), exchangedFuture(tokenizer, tokens, 9, 5)->ids());
    EXPECT_NE(exchanged.ids(), exchangedFuture(tokenizer, tokens, 9, 6)->ids());
    for (const Index from : {Index(-1), Index(0), tokens.size(), tokens.size() + 1})
        EXPECT_EQ(exchangedFuture(tokenizer, tokens, from, 5).error().fault, Fault::BadInput) << from;
    const Tokens next = exchangedFuture(tokenizer, tokens, 9, 5, Exchange::NextToken).value();
    for (Index i = 0; i < tokens.size(); ++i) EXPECT_EQ(tokens.items[std::size_t(i)].id == next.items[std::size_t(i)].id, i != 9) << i;
    const auto proof = proveFuture(*(*model)->transformer, tokens, exchanged, {});
    ASSERT_TRUE(proof);
    EXPECT_EQ(proof->before, 0.0);
    EXPECT_GT(proof->after, 0.1);
}

}   // namespace
}   // namespace core
