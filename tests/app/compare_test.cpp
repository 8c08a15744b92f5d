// compare: the keys of the contract, laws that numbers of one table keep, and what is refused.
#include <cmath>

#include <gmock/gmock.h>

#include "program.h"

using test::isOneError;
using test::Outcome;
using ::testing::HasSubstr;

namespace {

class Compare : public test::ProgramWithModel {
protected:
    Outcome compare(const std::vector<std::string>& further) const
    {
        std::vector<std::string> arguments = {"compare", "--text", "The cat sat on the mat.", "--layer", "2", "--head", "7"};
        arguments.insert(arguments.end(), further.begin(), further.end());
        return run(arguments);
    }
};

TEST_F(Compare, TheOwnPatternIsFirstAndLosesNothing)
{
    const Outcome outcome = compare({"--json", "--pattern", "window(2)", "--pattern", "causal & topk(3)"});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
    const auto json = core::Json::parse(outcome.out, "the answer").value();
    EXPECT_EQ(json.find("token_count")->number(), 8.0);
    const auto& patterns = *json.find("patterns")->array();
    ASSERT_EQ(patterns.size(), 3u);
    const auto number = [&](std::size_t i, const char* key) { return patterns[i].numberAt(key, -1.0).value(); };
    EXPECT_EQ(number(0, "pairs"), 36.0);
    EXPECT_EQ(number(0, "fraction"), 1.0);
    EXPECT_EQ(patterns[0].find("retained_mass")->numberAt("min", -1.0).value(), 1.0);
    EXPECT_EQ(number(0, "kl_mean"), 0.0);
    EXPECT_EQ(number(1, "pairs"), 15.0);   // 1 + 7 · 2
    EXPECT_EQ(number(2, "pairs"), 21.0);   // 1 + 2 + 6 · 3
    for (const std::size_t i : {1u, 2u}) {
        EXPECT_EQ(number(i, "flops"), 4.0 * 32.0 * number(i, "pairs"));
        EXPECT_EQ(number(i, "empty_rows"), 0.0);
        EXPECT_GT(number(i, "kl_mean"), 0.0);
        EXPECT_EQ(patterns[i].find("reach")->array()->size(), 4u);   // layers
    }
    EXPECT_NEAR(patterns[1].find("reach")->array()->front().number().value(), 15.0 / 36.0, 1e-12);
}

TEST_F(Compare, TheTableSaysWhatItIsNot)
{
    const Outcome outcome = compare({"--pattern", "window(2)"});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
    for (const char* part : {"causal", "window(2)", "masked after training"}) EXPECT_THAT(outcome.out, HasSubstr(part));
}

TEST_F(Compare, APatternIsTakenAwayAsPython)
{
    const Outcome outcome = compare({"--pattern", "window(2)", "--mask-mod"});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("#     causal & window(2)\n"));
    EXPECT_THAT(outcome.out, HasSubstr("    return (kv_idx <= q_idx) & (abs(q_idx - kv_idx) < 2)\n"));
    for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
             {"--pattern", "window(2)", "--mask-mod", "--json"}, {"--pattern", "window(2)", "--pattern", "causal", "--mask-mod"}})
        EXPECT_EQ(compare(wrong).exitCode, 2);
    EXPECT_THAT(compare({"--pattern", "causal & topk(3)", "--mask-mod"}).err, HasSubstr("chooses its keys from q and k"));
}

TEST_F(Compare, WhatCannotBeComparedIsRefused)
{
    for (const auto& further : std::vector<std::vector<std::string>>{
             {}, {"--pattern", ""}, {"--pattern", "window(0)"}, {"--pattern", "topk(3)"}, {"--pattern", "window(2)", "window(3)"}}) {
        const Outcome outcome = compare(further);
        EXPECT_EQ(outcome.exitCode, 2) << outcome.out;
        EXPECT_TRUE(isOneError(outcome)) << outcome.err;
        EXPECT_EQ(outcome.out, "");
    }
    EXPECT_EQ(run({"compare", "--text", "a", "--layer", "9", "--head", "0", "--pattern", "dense"}).exitCode, 2);
}

}   // namespace
