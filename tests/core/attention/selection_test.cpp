// Patterns that select: laws that hold whatever q and k are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/memory.h"
#include "tests/core/attention/selection_oracle.h"

namespace {

using core::BlockLayout;
using core::ChosenRows;
using core::Index;
using core::KeyRuns;
using core::LayoutPtr;
using core::Pattern;
using core::Span;
using test::chosenFor;
using test::Heads;
using test::parsedPattern;
using ::testing::HasSubstr;

constexpr const char* kChoices[] = {"topk(1)",      "topk(3)",         "topk(40)",        "moba(1, 1)",      "moba(4, 2)",
                                    "moba(3, 5)",   "nsa(4, 2, 4, 3)", "nsa(2, 1, 4, 4)", "nsa(1, 1, 1, 3)", "lsh(2, 1, 5)",
                                    "lsh(8, 3, 1)", "routing(1, 0)",   "routing(5, 2)"};
constexpr Index kLengths[] = {0, 1, 2, 7, 33, 70};

Heads someHeads(Index n) { return Heads({.n = n, .heads = 4, .kvHeads = 2, .d = 6, .seed = 5}); }

// [N] of the last head.
std::vector<KeyRuns> rowsOf(const BlockLayout& layout)
{
    std::vector<KeyRuns> rows;
    for (Index i = 0; i < layout.queries(); ++i) rows.push_back(layout.row(i));
    return rows;
}
std::vector<KeyRuns> chosenRows(const Heads& heads, const std::string& text) { return rowsOf(*chosenFor(heads, parsedPattern(text)).back()); }
std::vector<KeyRuns> fixedRows(const std::string& text, Index n) { return rowsOf(BlockLayout(parsedPattern(text), n, n)); }

TEST(Selection, KeepsNothingButCandidates)
{
    for (const Index n : kLengths)
        for (const char* choice : kChoices)
            for (const std::string others : {"causal", "causal & window(5)", "causal & (sinks(1) | strided(3))", "dense", "causal & !dense"}) {
                const std::vector<KeyRuns> kept = chosenRows(someHeads(n), others + " & " + choice), candidates = fixedRows(others, n);
                ASSERT_EQ(Index(kept.size()), n);
                for (std::size_t p = 0; p < kept.size(); ++p)
                    ASSERT_EQ(core::intersectionOf(kept[p], candidates[p]), kept[p]) << others << " & " << choice << " row " << p;
            }
}

TEST(Selection, WhereAllMayBeChosenItIsItsCandidates)
{
    for (const Index n : kLengths)
        for (const std::string others : {"causal", "causal & window(5)", "causal & strided(3)"})
            for (const char* all : {"topk(70)", "moba(70, 1)", "moba(4, 18)", "moba(1, 70)", "nsa(8, 4, 24, 3)", "nsa(1, 1, 1, 70)", "routing(1, 9)"})
                EXPECT_EQ(chosenRows(someHeads(n), others + " & " + all), fixedRows(others, n)) << others << " & " << all << " N " << n;
    EXPECT_NE(chosenRows(someHeads(33), "causal & topk(32)"), fixedRows("causal", 33));   // the comparison itself can fail
}

TEST(Selection, CountsAreThoseOfTheFieldGuide)
{
    for (const Index n : kLengths) {
        for (const Index k : {1, 3, 40})
            for (const std::string others : {"causal", "dense", "causal & strided(3)"}) {
                const std::vector<KeyRuns> kept = chosenRows(someHeads(n), others + fmt::format(" & topk({})", k)), candidates = fixedRows(others, n);
                for (std::size_t p = 0; p < kept.size(); ++p) ASSERT_EQ(core::countOf(kept[p]), std::min(k, core::countOf(candidates[p])));
            }
        // MoBA where b divides N: N(b + 1)/2 + b²·Σ_{c < N/b} min(k − 1, c).
        for (const Index b : {1, 2, 7})
            for (const Index k : {1, 2, 3})
                if (n % b == 0) {
                    Index pairs = n * (b + 1) / 2;
                    for (Index c = 0; c < n / b; ++c) pairs += b * b * std::min(k - 1, c);
                    EXPECT_EQ(chosenFor(someHeads(n), parsedPattern(fmt::format("causal & moba({}, {})", b, k)))[0]->pairs(), pairs);
                }
    }
}

TEST(Selection, TheOwnKeyIsKeptWhereItIsForced)
{
    for (const Index n : kLengths)
        for (const char* choice : {"moba(1, 1)", "moba(4, 2)", "nsa(4, 2, 4, 3)", "nsa(1, 1, 1, 3)"}) {
            const std::vector<KeyRuns> kept = chosenRows(someHeads(n), fmt::format("causal & {}", choice));
            for (Index p = 0; p < n; ++p) ASSERT_EQ(kept[std::size_t(p)].back().end, p + 1) << choice;
            if (std::string(choice).starts_with("nsa")) {
                for (const KeyRuns& runs : kept) EXPECT_EQ(runs.front().begin, 0);   // and the first block
            }
        }
    for (const char* choice : {"topk(1)", "lsh(64, 1, 3)", "routing(50, 3)"})
        for (const KeyRuns& runs : chosenRows(someHeads(33), fmt::format("causal & {}", choice))) EXPECT_FALSE(runs.empty()) << choice;
}

TEST(Selection, NativeSparseAttentionIsTheSameForHeadsThatShareKeys)
{
    const auto layouts = chosenFor(someHeads(70), parsedPattern("causal & nsa(2, 1, 4, 4)"));
    EXPECT_EQ(rowsOf(*layouts[0]), rowsOf(*layouts[1]));
    EXPECT_EQ(rowsOf(*layouts[2]), rowsOf(*layouts[3]));
    EXPECT_NE(rowsOf(*layouts[0]), rowsOf(*layouts[2]));
}

TEST(Selection, SeedsReproduceAndDiffer)
{
    const Heads heads = someHeads(70);
    for (const std::string choice : {"causal & lsh(8, 1, {})", "causal & routing(5, {})"}) {
        EXPECT_EQ(chosenRows(heads, fmt::format(fmt::runtime(choice), 3)), chosenRows(heads, fmt::format(fmt::runtime(choice), 3)));
        EXPECT_NE(chosenRows(heads, fmt::format(fmt::runtime(choice), 3)), chosenRows(heads, fmt::format(fmt::runtime(choice), 4)));
    }
    // Another round only adds keys, where a row had found some.
    const std::vector<KeyRuns> one = chosenRows(heads, "dense & lsh(4, 1, 7)"), two = chosenRows(heads, "dense & lsh(4, 2, 7)");
    for (std::size_t p = 0; p < one.size(); ++p) EXPECT_TRUE(core::countOf(one[p]) <= 1 || core::intersectionOf(one[p], two[p]) == one[p]) << p;
}

// Rows before `end` of heads whose later rows are another text.
TEST(Selection, NoRowKnowsTheFuture)
{
    for (const char* choice : kChoices)
        for (const Index end : {1, 7, 40, 69}) {
            const std::string text = fmt::format("causal & {}", choice);
            const std::vector<KeyRuns> before = chosenRows(someHeads(70), text);
            for (const float other : {3.0f, test::kNaN, test::kInfinity}) {
                Heads edited = someHeads(70);
                edited.q.bottomRows(70 - end).setConstant(other);
                edited.k.bottomRows(70 - end).setConstant(other);
                const std::vector<KeyRuns> after = chosenRows(edited, text);
                for (std::size_t p = 0; p < std::size_t(end); ++p) ASSERT_EQ(after[p], before[p]) << text << " row " << p << " with " << other;
            }
        }
}

Heads firstRows(const Heads& heads, Index n)
{
    Heads first = heads;
    first.shape.n = n;
    first.q = heads.q.topRows(n), first.k = heads.k.topRows(n), first.v = heads.v.topRows(n);
    return first;
}

TEST(Selection, IsTheSameInALongerText)
{
    const Heads heads = someHeads(600);
    for (const char* choice : kChoices) {
        const std::string text = fmt::format("causal & {}", choice);
        const std::vector<KeyRuns> whole = chosenRows(heads, text);
        for (const Index n : {1, 33, 256, 300}) {
            const std::vector<KeyRuns> part = chosenRows(firstRows(heads, n), text);
            for (std::size_t p = 0; p < part.size(); ++p) ASSERT_EQ(part[p], whole[p]) << text << " row " << p << " N " << n;
        }
    }
}

TEST(Selection, ContinuesWhatWasChosen)
{
    const Heads heads = someHeads(600);
    const test::Blocks blocks(heads);
    for (const char* choice : kChoices) {
        const Pattern pattern = parsedPattern(fmt::format("causal & {}", choice));
        const LayoutPtr whole = chosenFor(heads, pattern).back();
        for (const Index begin : {1, 300, 512, 599, 600}) {
            const LayoutPtr earlier = chosenFor(firstRows(heads, begin), pattern).back();
            const auto continued = core::chosenLayouts({.q = &blocks.q,
                                                        .k = &blocks.k,
                                                        .scale = heads.scale(),
                                                        .queries = {begin, 600},
                                                        .heads = {{3, pattern, earlier.get()}},
                                                        .work = "A test"},
                                                       {});
            ASSERT_TRUE(continued) << continued.error().what;
            EXPECT_EQ(rowsOf(**(continued->data())), rowsOf(*whole)) << choice << " from " << begin;
            for (std::size_t block = 0; block < std::size_t(begin / core::kBlockRows); ++block)
                EXPECT_EQ((*continued)[0]->chosen()->blocks()[block], earlier->chosen()->blocks()[block]);   // shared, not copied
        }
    }
}

TEST(Selection, OfWhatIsNoNumberAttentionIsTold)
{
    Heads heads({.n = 33, .d = 6, .seed = 5});
    heads.k.row(11).setConstant(test::kNaN);
    const auto kept = [&](const char* choice) { return chosenRows(heads, fmt::format("causal & {}", choice)); };
    for (const char* choice : {"topk(1)", "topk(3)", "moba(4, 2)", "moba(1, 2)", "lsh(8, 1, 1)", "routing(5, 2)"})
        for (Index p = 11; p < 33; ++p) EXPECT_EQ(core::countWithin(kept(choice)[std::size_t(p)], {11, 12}), 1) << choice << " row " << p;
    heads = Heads({.n = 33, .d = 6, .seed = 5});
    heads.q.row(20).setConstant(test::kNaN);
    EXPECT_EQ(kept("topk(3)")[20], (KeyRuns{{0, 3}}));
    EXPECT_EQ(kept("moba(4, 3)")[20], (KeyRuns{{0, 8}, {20, 21}}));
    EXPECT_EQ(kept("nsa(4, 2, 4, 4)")[20], (KeyRuns{{0, 8}, {16, 21}}));
    EXPECT_EQ(kept("lsh(8, 1, 1)")[20], (KeyRuns{{0, 21}}));
    heads.q.row(20).setConstant(test::kInfinity);
    EXPECT_EQ(core::countOf(kept("topk(3)")[20]), 3);
}

TEST(Selection, MemoryAndStopsAreLookedAt)
{
    const Heads heads = someHeads(600);
    const test::Blocks blocks(heads);
    const Pattern pattern = parsedPattern("causal & lsh(2, 1, 1)");
    core::SelectionBatch batch{
        .q = &blocks.q, .k = &blocks.k, .scale = 1.0f, .queries = {0, 600}, .heads = {{0, pattern, nullptr}}, .work = "A run over 600 tokens"};
    const auto made = core::chosenLayouts(batch, {});
    ASSERT_TRUE(made);
    const std::int64_t bytes = (*made)[0]->chosen()->bytes();
    EXPECT_GE(bytes, 600 * std::int64_t(sizeof(std::size_t)));
    batch.bytesBeside = core::memoryBudget() - bytes;
    EXPECT_TRUE(core::chosenLayouts(batch, {}));
    ++batch.bytesBeside;
    const auto refused = core::chosenLayouts(batch, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fault, core::Fault::OverBudget);
    EXPECT_THAT(refused.error().what, HasSubstr("A run over 600 tokens with the pairs that its patterns choose would need"));
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = core::chosenLayouts(batch, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().fault, core::Fault::Cancelled);
}

TEST(Selection, CandidatesDependOnTheLengthWhereAFixedPartDoes)
{
    const auto same = [](const char* text, Index rows) { return core::sameCandidates(parsedPattern(text), rows, 40, 50); };
    for (const char* text : {"causal & topk(3)", "causal & (dense | !window(3)) & moba(4, 2)", "causal & random(4, 1, 3) & topk(2)"})
        EXPECT_TRUE(same(text, 40)) << text;
    EXPECT_FALSE(same("causal & where(k < n - 20) & topk(3)", 40));
    EXPECT_TRUE(same("causal & where(k < n - 20) & topk(3)", 20));
    EXPECT_FALSE(same("causal & (where(k < n - 20) & topk(3) | where(k >= n - 20))", 40));   // the union may be the same, what was chosen from is not
}

TEST(ChosenRows, HoldsWhatItWasGiven)
{
    ChosenRows::Block block;
    block.append({{2, 3}, {5, 9}});
    block.append({});
    block.append({{0, 1}});
    const ChosenRows rows({std::make_shared<const ChosenRows::Block>(block)});
    EXPECT_EQ(rows.rows(), 3);
    EXPECT_EQ(rows.row(0), (KeyRuns{{2, 3}, {5, 9}}));
    EXPECT_EQ(rows.row(1), KeyRuns{});
    EXPECT_EQ(rows.count(0), 5);
    EXPECT_EQ(rows.count(1), 0);
    for (Index j = 0; j < 11; ++j) {
        EXPECT_EQ(rows.contains(0, j), j == 2 || (5 <= j && j < 9)) << j;
        EXPECT_FALSE(rows.contains(1, j));
        EXPECT_EQ(rows.contains(2, j), j == 0);
    }
    EXPECT_EQ(ChosenRows().rows(), 0);
}

}   // namespace
