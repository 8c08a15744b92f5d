#include "core/attention/attention_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using core::AttentionPlan;
using core::Mechanism;
using core::Pattern;
using ::testing::HasSubstr;

AttentionPlan parsed(std::string_view text)
{
    const auto plan = AttentionPlan::parse(text);
    EXPECT_TRUE(plan) << text << ": " << plan.error().what;
    return plan ? *plan : AttentionPlan();
}

TEST(AttentionPlan, TheLastRuleThatMatchesWins)
{
    const AttentionPlan plan = parsed("all: causal & window(8); layer 2: mean; head 2.5: off");
    EXPECT_EQ(plan.mechanismOf({0, 5}), Mechanism(core::SoftmaxMechanism{Pattern::causal() & Pattern::window(8)}));
    EXPECT_EQ(plan.mechanismOf({2, 4}), Mechanism(core::MeanMechanism{}));
    EXPECT_EQ(plan.mechanismOf({2, 5}), Mechanism(core::OffMechanism{}));
    EXPECT_EQ(parsed("head 2.5: off; all: dense").mechanismOf({2, 5}), Mechanism(core::SoftmaxMechanism{}));
    EXPECT_EQ(AttentionPlan().mechanismOf({0, 0}), Mechanism(core::SoftmaxMechanism{Pattern::dense()}));
}

TEST(AttentionPlan, TextAndJsonRoundTrip)
{
    for (const char* text :
         {"", "all: off", "all: causal & (window(8) | !dense); layer 2: mean; head 2.5: off", "all: kv_groups(2); layer 1: kv_groups(1)"}) {
        const AttentionPlan plan = parsed(text);
        EXPECT_EQ(plan.text(), text);
        const auto json = AttentionPlan::fromJson(plan.toJson());
        ASSERT_TRUE(json) << json.error().what;
        EXPECT_EQ(*json, plan);
    }
    EXPECT_EQ(parsed(" all :off ;\n").text(), "all: off");
}

TEST(AttentionPlan, ErrorsNameTheColumnInTheWholeText)
{
    struct Mistake {
        const char* text;
        const char* what;
    };
    for (const Mistake& mistake : {
             Mistake{"every: off", "column 1: \"every\" is no scope."},
             Mistake{"all off", "column 5: expected \":\" after the scope, found \"o\"."},
             Mistake{"all: off; head 2: off", "column 11: \"head\" needs a layer and a head, as in 2.5."},
             Mistake{"layer: off", "column 1: \"layer\" needs the number of a layer."},
             Mistake{"all: off; all: causal & windw(3)", "column 25: \"windw\" is no pattern."},
             Mistake{"all:", "column 5: expected a mechanism, found nothing."},
             Mistake{"all: off;; all: off", "column 10: expected a scope, found the end of the text."},
             Mistake{"all: off & causal", "column 6: \"off\" is no pattern."},
             Mistake{"all: kv_groups", "column 15: expected \"(\" after kv_groups, found the end of the text."},
             Mistake{"all: kv_groups(two)", "column 16: expected a whole number, found \"t\"."},
             Mistake{"all: kv_groups(0)", "column 16: g of kv_groups(g) is out of range."},
             Mistake{"all: kv_groups(9999999999999)", "column 16: g of kv_groups(g) is out of range."},
             Mistake{"all: kv_groups(2", "column 17: expected \")\", found the end of the text."},
             Mistake{"all: kv_groups(2) & causal", "column 19: expected the end of the rule, found \"&\"."},
             Mistake{"all: causal & kv_groups(2)", "column 15: \"kv_groups\" is no pattern."},
         }) {
        const auto plan = AttentionPlan::parse(mistake.text);
        ASSERT_FALSE(plan) << mistake.text;
        EXPECT_EQ(plan.error().what, mistake.what);
    }
}

TEST(AttentionPlan, RulesBeyondTheModelAreRefusedWithTheNumbers)
{
    EXPECT_TRUE(parsed("all: off; layer 3: off; head 3.7: off").fits(4, 8, 8));
    EXPECT_THAT(parsed("layer 4: off").fits(4, 8, 8).error().what, HasSubstr("layer 4, but the model has 4 layers of 8 heads"));
    EXPECT_THAT(parsed("head 0.8: off").fits(4, 8, 8).error().what, HasSubstr("head 0.8"));
    EXPECT_THAT(parsed("head 0.8: off").fits(4, 8, 8).error().remedy, HasSubstr("heads 0 to 7"));
}

TEST(AttentionPlan, GroupsDivideTheKeyValueHeadsAndHoldForAllThatShareOne)
{
    for (const char* text : {"all: kv_groups(1)", "all: kv_groups(4)", "layer 0: kv_groups(2)", "head 0.2: kv_groups(2); head 0.3: kv_groups(2)",
                             "layer 1: kv_groups(2); layer 1: off"})
        EXPECT_TRUE(parsed(text).fits(2, 8, 4)) << text;
    EXPECT_TRUE(parsed("head 1.3: kv_groups(4)").fits(2, 8, 8)) << "it shares with nobody";
    for (const char* text : {"all: kv_groups(3)", "all: kv_groups(8)"}) {
        const auto refused = parsed(text).fits(2, 8, 4);
        ASSERT_FALSE(refused) << text;
        EXPECT_THAT(refused.error().what, HasSubstr("must divide the 4 key/value heads"));
        EXPECT_EQ(refused.error().remedy, "Choose g from 1 to 4: 1, 2, 4.");
    }
    for (const char* text : {"head 0.2: kv_groups(2)", "all: kv_groups(2); head 0.3: off", "all: kv_groups(2); head 0.2: kv_groups(1)"}) {
        const auto refused = parsed(text).fits(2, 8, 4);
        ASSERT_FALSE(refused) << text;
        EXPECT_THAT(refused.error().what, HasSubstr("Heads 0.2 and 0.3 share one key/value head"));
        EXPECT_THAT(refused.error().remedy, HasSubstr("heads 0.2 to 0.3"));
    }
}

TEST(AttentionPlan, OneRuleReachesAsFarAsItsScope)
{
    using core::PlanScope;
    EXPECT_EQ(planOf(PlanScope::Head, {2, 5}, core::OffMechanism{}).text(), "head 2.5: off");
    EXPECT_EQ(planOf(PlanScope::Layer, {2, 5}, core::MeanMechanism{}).text(), "layer 2: mean");
    EXPECT_EQ(planOf(PlanScope::Model, {2, 5}, core::KvGroupsMechanism{4}).text(), "all: kv_groups(4)");
}

TEST(AttentionPlan, DamagedJsonIsRefused)
{
    using core::Json;
    EXPECT_FALSE(AttentionPlan::fromJson(Json(1)).error().remedy.empty());
    EXPECT_FALSE(AttentionPlan::fromJson(Json::object({{"rules", Json(1)}})));
    const auto withRule = [](const char* scope, const char* mechanism) {
        return AttentionPlan::fromJson(
            Json::object({{"rules", Json(Json::Array{Json::object({{"scope", Json(scope)}, {"mechanism", Json(mechanism)}})})}}));
    };
    EXPECT_TRUE(withRule("all", "off"));
    EXPECT_FALSE(withRule("all of them", "off"));
    EXPECT_FALSE(withRule("some", "off"));
    EXPECT_THAT(withRule("all", "causal &").error().what, HasSubstr("column 9"));
}

}   // namespace
