#include "app/bench/registry.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using app::Bench;
using app::BenchEntry;
using app::Effort;
using ::testing::HasSubstr;

std::vector<Bench> twoBenches()
{
    const auto give = [](double value) { return [value](Effort) { return BenchEntry{.value = value, .unit = "ms"}; }; };
    return {{"fast.one", give(1)}, {"slow.two", give(2)}};
}

TEST(BenchRegistry, TheFilterIsARegularExpression)
{
    const auto all = app::runBenches(twoBenches(), "", Effort::Quick);
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), 2u);
    EXPECT_EQ((*all)[1].name, "slow.two");
    EXPECT_EQ((*all)[1].value, 2.0);
    const auto one = app::runBenches(twoBenches(), "^fast\\.", Effort::Quick);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->size(), 1u);
}

TEST(BenchRegistry, WrongFiltersAreExplained)
{
    EXPECT_THAT(app::runBenches(twoBenches(), "(", Effort::Quick).error().what, HasSubstr("\"(\" is no regular expression"));
    const auto none = app::runBenches(twoBenches(), "gpu", Effort::Quick);
    ASSERT_FALSE(none);
    EXPECT_THAT(none.error().what, HasSubstr("\"gpu\""));
    EXPECT_THAT(none.error().remedy, HasSubstr("fast.one, slow.two"));
}

TEST(BenchRegistry, StopsBetweenBenchmarks)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(app::runBenches(twoBenches(), "", Effort::Quick, stop.get_token()).error().fault, core::Fault::Cancelled);
}

TEST(BenchRegistry, NamesAreUnique)
{
    std::set<std::string> names;
    for (const Bench& bench : app::allBenches()) EXPECT_TRUE(names.insert(bench.name).second) << bench.name;
    EXPECT_FALSE(names.empty());
}

TEST(BenchRegistry, TheMedianIgnoresOutliers)
{
    EXPECT_EQ(app::medianOf({3, 1, 1000}), 3);
    EXPECT_EQ(app::medianOf({5}), 5);
    EXPECT_EQ(app::medianOf({4, 2}), 4);
}

}   // namespace
