// What a run shares with an earlier recording, and that sharing changes no result.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/model/transformer.h"
#include "tests/core/model/golden.h"
#include "tests/core/model/tiny_models.h"

namespace core {
namespace {

using test::largestGap;
using test::someIds;
using test::tokensOf;

class SharedRows : public ::testing::Test {
protected:
    static RecordingPtr runOf(const TransformerPtr& transformer, const std::vector<TokenId>& text, const RunOptions& options)
    {
        const auto recording = transformer->run(tokensOf(text), options);
        EXPECT_TRUE(recording) << recording.error().what;
        return recording.value_or(nullptr);
    }
    RecordingPtr run(const std::vector<TokenId>& text, const RunOptions& options = {}) { return runOf(model, text, options); }
    RecordingPtr continued(const std::vector<TokenId>& text, RecordingPtr previous, RunOptions options = {})
    {
        options.previous = std::move(previous);
        return run(text, options);
    }
    static std::vector<TokenId> edited(std::vector<TokenId> text, std::size_t at)
    {
        text[at] = TokenId((text[at] + 1) % 29);
        return text;
    }
    // The same recording as a run of its own within 1e-5, and the blocks before the first new row are the earlier ones themselves.
    static void expectEqual(const Recording& shared, const Recording& alone, const Recording& previous)
    {
        EXPECT_LE(largestGap(shared.logits, alone.logits), 1e-5);
        for (std::size_t layer = 0; layer < alone.sites.size(); ++layer)
            for (HeadRows AttentionSite::*tensor :
                 {&AttentionSite::q, &AttentionSite::k, &AttentionSite::v, &AttentionSite::lse, &AttentionSite::output}) {
                const HeadRows &a = shared.sites[layer].*tensor, &b = alone.sites[layer].*tensor;
                ASSERT_EQ(a.rows(), b.rows());
                for (Index head = 0; head < a.heads(); ++head) EXPECT_LE(largestGap(a.copy(head, {0, a.rows()}), b.copy(head, {0, b.rows()})), 1e-5);
                for (Index block = 0; a.rows() > 0 && block < shared.firstNewRow / kBlockRows; ++block)
                    EXPECT_TRUE(a.sharesBlock(previous.sites[layer].*tensor, block));
            }
    }

    const ModelConfig config = test::llamaConfig();
    const TransformerPtr model = *Transformer::create(config, test::randomWeights(config, 31), "test");
    const std::vector<TokenId> ids = someIds(600, 29);
};

TEST_F(SharedRows, AppendedTokensRunAlone)
{
    const std::vector<TokenId> head(ids.begin(), ids.begin() + 590);
    const RecordingPtr previous = run(head);
    const RecordingPtr shared = continued(ids, previous);
    EXPECT_EQ(shared->firstNewRow, 590);
    expectEqual(*shared, *run(ids), *previous);
    EXPECT_NE(shared->id, previous->id);
}

TEST_F(SharedRows, EditsKeepWhatLiesBefore)
{
    const RecordingPtr previous = run(ids);
    for (const std::size_t at : {std::size_t(0), std::size_t(1), std::size_t(256), std::size_t(511), std::size_t(599)}) {
        const RecordingPtr shared = continued(edited(ids, at), previous);
        EXPECT_EQ(shared->firstNewRow, Index(at));
        expectEqual(*shared, *run(edited(ids, at)), *previous);
    }
}

TEST_F(SharedRows, TheLastRowRunsAgainForItsLogits)
{
    const RecordingPtr previous = run(ids);
    EXPECT_EQ(continued(ids, previous)->firstNewRow, 599);
    const std::vector<TokenId> shorter(ids.begin(), ids.begin() + 300);
    EXPECT_EQ(continued(shorter, previous)->firstNewRow, 299);
    expectEqual(*continued(shorter, previous), *run(shorter), *previous);
    RunOptions none;
    none.logits = Logits::None;
    const RecordingPtr whole = continued(shorter, previous, none);
    EXPECT_EQ(whole->firstNewRow, 300);
    expectEqual(*whole, *run(shorter, none), *previous);
    EXPECT_EQ(continued({}, previous)->firstNewRow, 0);
    EXPECT_EQ(continued(ids, continued({}, previous))->firstNewRow, 0);
}

TEST_F(SharedRows, AllLogitsAreSharedWhenTheEarlierRunHadThem)
{
    RunOptions every;
    every.logits = Logits::All;
    EXPECT_EQ(continued(ids, run(ids), every)->firstNewRow, 0);   // the residual stream of earlier rows is gone
    const std::vector<TokenId> head(ids.begin(), ids.begin() + 270);
    const RecordingPtr previous = run(head, every);
    const RecordingPtr shared = continued(ids, previous, every);
    EXPECT_EQ(shared->firstNewRow, 270);
    expectEqual(*shared, *run(ids, every), *previous);
}

TEST_F(SharedRows, OutputsAreSharedWhenTheEarlierRunKeptThem)
{
    RunOptions keep;
    keep.keepOutputs = true;
    EXPECT_EQ(continued(ids, run(ids), keep)->firstNewRow, 0);
    const RecordingPtr previous = run(ids, keep);
    const RecordingPtr shared = continued(edited(ids, 520), previous, keep);
    EXPECT_EQ(shared->firstNewRow, 520);
    expectEqual(*shared, *run(edited(ids, 520), keep), *previous);
}

TEST_F(SharedRows, AnotherModelOrPlanSharesNothing)
{
    const RecordingPtr previous = run(ids);
    RunOptions window;
    window.plan = *AttentionPlan::parse("all: window(9)");
    EXPECT_EQ(continued(ids, previous, window)->firstNewRow, 0);
    const RecordingPtr windowed = run(ids, window);
    const RecordingPtr shared = continued(edited(ids, 400), windowed, window);
    EXPECT_EQ(shared->firstNewRow, 400);
    expectEqual(*shared, *run(edited(ids, 400), window), *windowed);
    RunOptions options;
    options.previous = previous;
    const TransformerPtr twin = *Transformer::create(config, test::randomWeights(config, 32), "test");   // same name, other weights
    EXPECT_EQ(runOf(twin, ids, options)->firstNewRow, 0);
    options.observer = [](Index) { return nullptr; };
    EXPECT_EQ(run(ids, options)->firstNewRow, 0);   // an observer is promised every row
}

// The CPU under another name, which may spoil one number of row 2.
class OtherBackend final : public AttentionBackend {
public:
    enum class Spoiled { Nothing, Output, Lse };
    explicit OtherBackend(Spoiled spoiled = Spoiled::Nothing) : m_spoiled(spoiled) {}
    [[nodiscard]] std::string name() const override { return "other"; }
    [[nodiscard]] Result<AttentionOutput> attend(const HeadBatch& batch, RowObserver* observer, const std::stop_token& stop) const override
    {
        FOVEA_TRY(answer, cpuBackend()->attend(batch, observer, stop));
        constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
        if (m_spoiled == Spoiled::Output) answer.out(2, 0) = kNaN;
        if (m_spoiled == Spoiled::Lse) answer.lse(2, 0) = kNaN;
        return answer;
    }

private:
    Spoiled m_spoiled;
};

TEST_F(SharedRows, AnotherBackendSharesNothing)
{
    RunOptions other;
    other.backend = std::make_shared<const OtherBackend>();
    const RecordingPtr previous = run(ids, other);
    EXPECT_EQ(previous->backend, "other");
    EXPECT_EQ(run(ids)->backend, "cpu");
    EXPECT_EQ(continued(ids, previous)->firstNewRow, 0);
    EXPECT_EQ(continued(ids, run(ids), other)->firstNewRow, 0);
    EXPECT_EQ(continued(ids, previous, other)->firstNewRow, 599);
}

// Behind the last attention nobody looks at most rows. What is not finite there must not be recorded either: the next text would share it.
TEST(RowsThatAreNotFinite, AreNeverThereToBeShared)
{
    const ModelConfig config = test::neoxConfig();
    Weights<float> weights = test::randomWeights(config, 31);
    weights.layers[1].qkv.bias.tail(config.kvHeads * config.headDim).setConstant(3e38f);   // values are finite, the sum of two is not
    const TransformerPtr model = *Transformer::create(config, weights, "poisoned");
    RunOptions options;
    options.logits = Logits::None;
    const auto refused = [&](Index n) {
        const auto recording = model->run(tokensOf(someIds(n, config.vocabulary)), options);
        return !recording && recording.error().fault == Fault::NotFinite;
    };
    EXPECT_TRUE(refused(5));
    const auto alone = model->run(tokensOf(someIds(1, config.vocabulary)), options);
    ASSERT_TRUE(alone) << "one value is a fine output";
    options.previous = *alone;
    EXPECT_TRUE(refused(5));
}

TEST(RowsThatAreNotFinite, AreNoticedWhateverTheBackendPromises)
{
    ModelConfig config = test::neoxConfig();
    config.layers = 1;
    const TransformerPtr model = *Transformer::create(config, test::randomWeights(config, 31), "test");
    for (const auto spoiled : {OtherBackend::Spoiled::Output, OtherBackend::Spoiled::Lse}) {
        RunOptions options;
        options.backend = std::make_shared<const OtherBackend>(spoiled);
        const auto recording = model->run(tokensOf(someIds(5, config.vocabulary)), options);
        ASSERT_FALSE(recording);
        EXPECT_EQ(recording.error().fault, Fault::NotFinite);
        EXPECT_THAT(recording.error().what, ::testing::HasSubstr("Layer 0: the output of a head of token 2 is not finite"));
    }
}

}   // namespace
}   // namespace core
