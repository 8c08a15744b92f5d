#include "core/attention/condition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/attention/condition_parser.h"
#include "tests/core/attention/random_patterns.h"

namespace {

using core::Condition;
using core::Index;
using core::KeyRuns;
using ::testing::HasSubstr;

Condition parsed(const std::string& text)
{
    core::TextScanner scan(text);
    const auto condition = core::parseCondition(scan);
    EXPECT_TRUE(condition) << text << ": " << condition.error().what;
    scan.skipSpace();
    EXPECT_TRUE(scan.atEnd()) << text;
    return condition ? **condition : Condition({});
}

KeyRuns runsByDefinition(const Condition& condition, Index q, Index n)
{
    KeyRuns runs;
    for (Index k = 0; k < n; ++k)
        if (condition.holds(q, k, n)) core::appendRun(runs, {k, k + 1});
    return runs;
}

TEST(Condition, ArithmeticIsThatOfTheDesign)
{
    for (const char* truth : {
             "7 / 2 == 3", "-7 / 2 == -4", "7 / -2 == -4", "-7 / -2 == 3",   // floors
             "7 % 3 == 1", "-7 % 3 == 2", "7 % -3 == 1", "-7 % -3 == 2",     // never negative
             "7 / (q - q) == 0", "7 % (q - q) == 0", "abs(-4) == 4", "2 + 3 * 4 == 14", "(2 + 3) * 4 == 20", "10 - 3 - 4 == 3", "24 / 4 / 2 == 3",
             "--3 == 3", "not 1 > 2 and 2 > 1", "1 > 2 and 1 > 2 or 2 > 1", "not (1 > 2 or 2 > 1) or 1 == 1", "1 != 2", "2 >= 2", "2 <= 2",
         })
        EXPECT_TRUE(parsed(truth).holds(5, 3, 9)) << truth;
    EXPECT_TRUE(parsed("q == 5 and k == 3 and n == 9").holds(5, 3, 9));
    EXPECT_FALSE(parsed("q == 5 and k == 3 and n == 9").holds(5, 4, 9));
}

TEST(Condition, LargeNumbersAreHeldRatherThanWrapped)
{
    const std::string billion = "1000000000";
    EXPECT_TRUE(parsed(billion + " * " + billion + " * " + billion + " * " + billion + " > 0").holds(0, 0, 1));
    EXPECT_TRUE(parsed("-" + billion + " * " + billion + " * " + billion + " < 0").holds(0, 0, 1));
    EXPECT_TRUE(parsed(billion + " * " + billion + " * 2 + " + billion + " * " + billion + " * 2 > 0").holds(0, 0, 1));
}

TEST(Condition, RunsEqualTheDefinitionForRandomConditions)
{
    core::Random random(11);
    for (int round = 0; round < 400; ++round) {
        const Condition condition = parsed(core::test::randomCondition(random, 4, true));
        for (const Index n : {0, 1, 7, 63, 64, 65, 150})
            for (const Index q : {Index(0), n / 2, std::max(Index(0), n - 1)})
                ASSERT_EQ(condition.runs(q, n), runsByDefinition(condition, q, n)) << condition.text() << " q " << q << " n " << n;
    }
}

TEST(Condition, TextRoundTripsWithTheFewestBrackets)
{
    core::Random random(12);
    for (int round = 0; round < 400; ++round) {
        const Condition condition = parsed(core::test::randomCondition(random, 4, true));
        ASSERT_EQ(parsed(condition.text()).text(), condition.text());
        ASSERT_EQ(parsed(condition.text()), condition) << condition.text();
    }
    for (const auto& [written, shortest] : std::vector<std::pair<const char*, const char*>>{
             {"((q) - (k)) < 4", "q - k < 4"},
             {"(q - (k - 1)) < 4", "q - (k - 1) < 4"},
             {"(q*2)+(k%3)>=0", "q * 2 + k % 3 >= 0"},
             {"(q<1 and k<1) or n<1", "q < 1 and k < 1 or n < 1"},
             {"q<1 and (k<1 or n<1)", "q < 1 and (k < 1 or n < 1)"},
             {"not (q<1)", "not q < 1"},
             {"not (q<1 or k<1)", "not (q < 1 or k < 1)"},
             {"-(q + k) < 0", "-(q + k) < 0"},
             {"abs((q - k)) < 2", "abs(q - k) < 2"},
         })
        EXPECT_EQ(parsed(written).text(), shortest);
}

TEST(Condition, ARowOfALongTextCostsItsRuns)
{
    // A scan of a trillion keys would not end.
    EXPECT_EQ(parsed("q - k < 1024 and k <= q or k < 4").runs(999'999'999'999, 1'000'000'000'000),
              (KeyRuns{{0, 4}, {999'999'998'976, 1'000'000'000'000}}));
    EXPECT_EQ(parsed("k / 1000000 == q / 1000000").runs(5'500'000, 10'000'000), (KeyRuns{{5'000'000, 6'000'000}}));
}

TEST(Condition, ErrorsNameTheColumnAndTheRemedy)
{
    struct Mistake {
        const char* text;
        const char* what;
        const char* remedy;
    };
    for (const Mistake& mistake : {
             Mistake{"", "column 1: expected a number, q, k or n, found the end of the text.", "abs"},
             Mistake{"q - k", "column 1: this is a number, expected a comparison.", "q - k < 4"},
             Mistake{"q = k", "column 3: a single = compares nothing.", "=="},
             Mistake{"q < k & k < 3", "column 7: \"&\" joins patterns, not comparisons.", "and"},
             Mistake{"q < k and k", "column 11: this is a number, expected a comparison.", ""},
             Mistake{"(q < k) + 1 < 2", "column 1: this is a comparison, expected a number.", "and"},
             Mistake{"q / 0 < 1", "column 5: nothing can be divided by 0.", ""},
             Mistake{"j < 3", "column 1: expected a number, q, k or n, found \"j\".", "q, k, n"},
             Mistake{"(q < 3", "column 1: this bracket is never closed.", ")"},
             Mistake{"abs q < 3", "column 1: expected a number, q, k or n, found \"abs\".", "abs("},
             Mistake{"q < 99999999999", "column 5: this number is too large.", "1000000000"},
         }) {
        core::TextScanner scan(mistake.text);
        const auto condition = core::parseCondition(scan);
        ASSERT_FALSE(condition) << mistake.text;
        EXPECT_EQ(condition.error().what, mistake.what);
        EXPECT_THAT(condition.error().remedy, HasSubstr(mistake.remedy)) << mistake.text;
    }
}

TEST(Condition, DepthAndSizeAreLimited)
{
    for (const std::string& text : {std::string(100'000, '(') + "q", std::string(100'000, '-') + "q", [] {
             std::string many;
             for (int i = 0; i < 50'000; ++i) many += "not ";
             return many + "q < 1";
         }()}) {
        core::TextScanner scan(text);
        EXPECT_THAT(core::parseCondition(scan).error().what, HasSubstr("nest deeper than 64"));
    }
    std::string wide = "q";
    for (int i = 0; i < 300; ++i) wide += " + k";
    core::TextScanner scan(wide);
    EXPECT_THAT(core::parseCondition(scan).error().what, HasSubstr("at most 200"));
}

}   // namespace
