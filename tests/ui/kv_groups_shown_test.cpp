// Wherever heads are shown whose keys and values a plan pools, it is said that the model was not retrained for it.
#include <gtest/gtest.h>

#include "tests/core/formats/temporary_folder.h"
#include "tests/ui/tiny_model.h"
#include "ui/controllers/engine.h"
#include "ui/figure/figure.h"
#include "ui/plot/head_thumbnail.h"
#include "ui/state/derivation.h"
#include "ui/views/explore/pair_header.h"

namespace ui {

namespace {

class KvGroupsShown : public ::testing::Test {
protected:
    KvGroupsShown()
    {
        test::writeTinyModel(m_folder.path() / "tiny", {.layers = 2, .heads = 4});
        m_model = core::openModel(m_folder.path() / "tiny").value();
    }
    ExploreRecordPtr recordOf(const char* plan)
    {
        const auto record = CoreEngine().run({.text = "the cat sat", .plan = plan, .model = m_model, .previous = {}}, {});
        EXPECT_TRUE(record) << record.error().what;
        return *record;
    }
    static QString explanation(const ExploreRecordPtr& record, core::HeadId head)
    {
        return explanationOf({.record = record, .derivation = derive(*record, head, {.query = 3, .key = 1})});
    }

private:
    core::test::TemporaryFolder m_folder;
    core::ModelPtr m_model;
};

TEST_F(KvGroupsShown, TheInspectorTellsWhatKAndVAre)
{
    const ExploreRecordPtr record = recordOf("layer 1: kv_groups(2)");
    const auto derivation = derive(*record, {1, 2}, {.query = 3, .key = 1});
    ASSERT_TRUE(derivation);
    EXPECT_EQ(derivation->pooledHeads, 2);
    EXPECT_EQ(derivation->rule, HeadRule::Softmax);
    EXPECT_NEAR(derivation->weight, double(record->map({1, 2})->cell(3, 1).weight), 1e-6) << "the numbers add up all the same";
    EXPECT_TRUE(explanation(record, {1, 2}).contains("means of 2 heads"));
    EXPECT_TRUE(explanation(record, {1, 2}).contains("not retrained"));
    EXPECT_EQ(derive(*record, {0, 2}, {.query = 3, .key = 1})->pooledHeads, 1);
    EXPECT_EQ(explanation(record, {0, 2}), QString());
    EXPECT_EQ(explanation(recordOf("all: kv_groups(4)"), {0, 2}), QString()) << "as many groups as heads change nothing";
}

TEST_F(KvGroupsShown, ItIsNoAblation)
{
    const ExploreRecordPtr record = recordOf("all: kv_groups(1); head 0.1: off");
    EXPECT_EQ(stateOf(*record->recording, {1, 1}), HeadState::Own);
    EXPECT_EQ(stateOf(*record->recording, {0, 1}), HeadState::Ablated);
}

TEST_F(KvGroupsShown, TitlesOfFiguresSaySo)
{
    EXPECT_EQ(planText(core::AttentionPlan::parse("all: kv_groups(2)").value()), QString("kv_groups(2) (not retrained)"));
    EXPECT_TRUE(planText(core::AttentionPlan::parse("layer 1: kv_groups(2); head 0.0: off").value()).endsWith("(not retrained)"));
    EXPECT_EQ(planText(core::AttentionPlan::parse("all: off").value()), QString("off"));
}

}   // namespace

}   // namespace ui
