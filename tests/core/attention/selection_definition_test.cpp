// Patterns that select against their definitions, and kernels over what they chose against the reference.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "tests/core/attention/random_patterns.h"
#include "tests/core/attention/selection_oracle.h"

namespace {

using core::Index;
using core::Pattern;
using test::chosenFor;
using test::Heads;
using test::OracleMistake;
using test::parsedPattern;
using test::selectionFault;

TEST(SelectionDefinition, EveryChoiceIsItsDefinition)
{
    for (const auto& [n, heads, kvHeads] : {std::tuple<Index, Index, Index>{0, 2, 1}, {1, 1, 1}, {2, 2, 2}, {7, 4, 2}, {33, 4, 2}, {70, 3, 1}})
        for (const char* text : {"causal & topk(1)",
                                 "causal & topk(4)",
                                 "dense & topk(3)",
                                 "causal & window(9) & topk(4)",
                                 "causal & moba(1, 3)",
                                 "causal & moba(4, 2)",
                                 "causal & moba(7, 3)",
                                 "causal & (sinks(2) | window(6)) & moba(3, 3)",
                                 "causal & nsa(4, 2, 4, 3)",
                                 "causal & nsa(4, 2, 8, 4)",
                                 "causal & nsa(4, 1, 4, 5)",
                                 "causal & strided(5) & nsa(3, 3, 3, 6)",
                                 "causal & lsh(2, 1, 5)",
                                 "causal & lsh(6, 3, 1)",
                                 "dense & lsh(16, 1, 2)",
                                 "causal & routing(1, 4)",
                                 "causal & routing(6, 2)",
                                 "(causal & topk(9)) & moba(4, 2)",
                                 "causal & topk(3) | causal & blocks(4)",
                                 "causal & !(window(3) & topk(2))",
                                 "causal & (window(4) | (strided(4) & topk(2)))",
                                 "(causal & topk(5)) & (causal & window(9) & topk(5))"}) {
            const Heads data({.n = n, .heads = heads, .kvHeads = kvHeads, .d = 6, .seed = 11});
            const Pattern pattern = parsedPattern(text);
            EXPECT_EQ(selectionFault(data, pattern, chosenFor(data, pattern)), "") << "N " << n;
        }
}

// Ties between all keys, between some, and scores that differ by less than single precision can tell.
TEST(SelectionDefinition, OrdersAreThoseOfDoublesAndTheLowerIndexWins)
{
    Heads ties({.n = 70, .d = 6, .seed = 3});
    for (Index i = 0; i < 70; ++i) ties.k.row(i) = ties.k.row(i % 5);
    Heads level({.n = 70, .d = 6, .seed = 3});
    level.k.setConstant(0.5f);
    Heads close({.n = 600, .d = 64, .seed = 3});
    const core::RowVector<float> base = close.k.row(0);
    for (Index i = 0; i < 600; ++i) close.k.row(i) = base + 2e-7f * close.k.row(i);
    for (const Heads* heads : {&ties, &level})
        for (const char* text : {"causal & topk(4)", "causal & moba(5, 3)", "causal & moba(1, 4)", "causal & nsa(2, 2, 2, 5)"}) {
            const Pattern pattern = parsedPattern(text);
            EXPECT_EQ(selectionFault(*heads, pattern, chosenFor(*heads, pattern)), "");
        }
    const Pattern topk = parsedPattern("causal & topk(20)");
    EXPECT_EQ(selectionFault(close, topk, chosenFor(close, topk)), "");
    EXPECT_EQ(chosenFor(level, parsedPattern("causal & topk(4)"))[0]->row(50), (core::KeyRuns{{0, 4}}));
    const Pattern tied = parsedPattern("causal & topk(4)");
    EXPECT_NE(selectionFault(ties, tied, chosenFor(ties, tied), OracleMistake::LastOfTies), "");
}

TEST(SelectionDefinition, EveryPlantedMistakeIsFound)
{
    const Heads heads({.n = 33, .heads = 4, .kvHeads = 2, .d = 6, .seed = 7});
    const std::pair<OracleMistake, const char*> mistakes[] = {{OracleMistake::OneTooFew, "causal & topk(3)"},
                                                              {OracleMistake::OwnBlockForgotten, "causal & moba(4, 2)"},
                                                              {OracleMistake::FutureSeen, "causal & moba(4, 2)"},
                                                              {OracleMistake::HeadModulo, "causal & topk(3)"},
                                                              {OracleMistake::AveragedNotSummed, "causal & nsa(4, 1, 4, 4)"},
                                                              {OracleMistake::SeedIgnored, "causal & lsh(4, 1, 3)"},
                                                              {OracleMistake::ScopeForgotten, "causal & (window(4) | (strided(4) & topk(2)))"}};
    for (const auto& [mistake, text] : mistakes) {
        const Pattern pattern = parsedPattern(text);
        EXPECT_EQ(selectionFault(heads, pattern, chosenFor(heads, pattern)), "");
        EXPECT_NE(selectionFault(heads, pattern, chosenFor(heads, pattern), mistake), "") << text;
    }
}

TEST(SelectionDefinition, RandomExpressionsAreTheirDefinitionAndComeBackFromTheirText)
{
    core::Random random(12);
    for (int round = 0; round < 300; ++round) {
        const std::string text = core::test::randomSelectingText(random, 2);
        const Pattern pattern = parsedPattern(text);
        ASSERT_TRUE(pattern.selects()) << text;
        EXPECT_EQ(parsedPattern(pattern.text()), pattern) << text << " printed " << pattern.text();
        EXPECT_EQ(parsedPattern(pattern.text()).text(), pattern.text());
        EXPECT_EQ(Pattern::fromJson(pattern.toJson()).value(), pattern) << text;
        const Heads heads({.n = 2 + random.below(20), .heads = 2, .kvHeads = 1, .d = 4, .seed = std::uint64_t(round)});
        const Pattern causal = Pattern::causal() & pattern;
        EXPECT_EQ(selectionFault(heads, pattern, chosenFor(heads, pattern)), "") << text;
        EXPECT_EQ(selectionFault(heads, causal, chosenFor(heads, causal)), "") << text;
        EXPECT_EQ(parsedPattern(causal.text()), causal);
    }
}

TEST(SelectionDefinition, KernelsOverWhatWasChosenEqualTheReference)
{
    for (const Index n : {0, 1, 2, 7, 33, 130, 300})
        for (const char* text : {"causal & topk(4)", "causal & moba(16, 2)", "causal & nsa(8, 4, 16, 3)", "causal & lsh(8, 2, 1)",
                                 "causal & routing(6, 2)", "causal & !(dense & topk(3))", "dense & topk(5)"}) {
            const Heads heads({.n = n, .heads = 4, .kvHeads = 2, .d = 8});
            test::Setting setting = test::Setting::all(heads.shape, Pattern::causal());
            setting.layouts = chosenFor(heads, parsedPattern(text));
            EXPECT_EQ(test::fault(heads, setting, test::mustAttend(heads, setting)), "") << text << " N " << n;
        }
}

// Retained mass: no other k keys hold more of the dense weights (field guide, section 3.1).
TEST(SelectionDefinition, NoOtherKeysRetainMore)
{
    const Heads heads({.n = 40, .d = 8});
    const test::Attended dense = test::mustAttend(heads, test::Setting::all(heads.shape, Pattern::causal()));
    double before = 0.0;
    for (const Index k : {1, 2, 5, 40}) {
        const auto layout = chosenFor(heads, parsedPattern(fmt::format("causal & topk({})", k)))[0];
        double kept = 0.0;
        for (Index i = 0; i < 40; ++i) {
            std::vector<float> row(dense.weights[0].row(i).data(), dense.weights[0].row(i).data() + i + 1);
            std::ranges::sort(row, std::greater{});
            double best = 0.0, own = 0.0;
            for (std::size_t j = 0; j < row.size() && Index(j) < k; ++j) best += double(row[j]);
            for (const core::Span& run : layout->row(i)) own += dense.weights[0].row(i).segment(run.begin, run.size()).cast<double>().sum();
            EXPECT_LE(std::abs(best - own), 1e-6) << "row " << i;
            kept += own;
        }
        EXPECT_GE(kept, before);
        before = kept;
    }
}

// Rows of one panel are multiplied together; what later ones chose must not show in the last bit of an earlier one.
TEST(SelectionDefinition, NoBitOfARowDependsOnWhatLaterRowsOfItsPanelChose)
{
    for (const auto& [n, from] : {std::pair<Index, Index>{130, 60}, {300, 257}, {2300, 2290}, {4200, 4170}})
        for (const char* text : {"causal & topk(5)", "causal & moba(64, 2)"}) {
            const Heads heads({.n = n, .d = 8, .seed = 2});
            Heads edited = heads;
            edited.q.bottomRows(n - from) *= -1.0f;
            const auto attended = [&](const Heads& data) {
                const test::Blocks blocks(data);
                test::Setting setting = test::Setting::all(data.shape, Pattern::causal());
                setting.layouts = chosenFor(data, parsedPattern(text));
                return core::cpuBackend()->attend(blocks.batch(data, setting), nullptr, {}).value();
            };
            const core::AttentionOutput before = attended(heads), after = attended(edited);
            EXPECT_TRUE(test::sameBits(core::RowMatrix(before.out.topRows(from)), core::RowMatrix(after.out.topRows(from)))) << text << " N " << n;
            EXPECT_TRUE(test::sameBits(core::RowMatrix(before.lse.topRows(from)), core::RowMatrix(after.lse.topRows(from)))) << text << " N " << n;
            EXPECT_GT(test::largestGap(before.out, after.out), 1e-3);
        }
}

TEST(SelectionDefinition, ThreadsChangeNothing)
{
    const Heads heads({.n = 600, .heads = 4, .kvHeads = 2, .d = 16});
    const int threads = core::threadCount();
    for (const char* text : {"causal & topk(9)", "causal & moba(16, 3)", "causal & lsh(8, 2, 1)"}) {
        std::vector<std::vector<core::LayoutPtr>> made;
        for (const int count : {1, 3}) {
            ASSERT_TRUE(core::setThreadCount(count));
            made.push_back(chosenFor(heads, parsedPattern(text)));
        }
        for (std::size_t head = 0; head < 4; ++head)
            for (Index i = 0; i < 600; ++i) ASSERT_EQ(made[0][head]->row(i), made[1][head]->row(i)) << text;
    }
    ASSERT_TRUE(core::setThreadCount(threads));
}

}   // namespace
