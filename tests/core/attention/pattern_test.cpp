#include "core/attention/pattern.h"

#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/attention/pattern_node.h"
#include "core/base/random.h"
#include "tests/core/attention/random_patterns.h"

namespace {

using core::Index;
using core::KeyRuns;
using core::Pattern;
using core::Span;
using core::test::randomPattern;
using ::testing::HasSubstr;

Pattern parsed(const std::string& text)
{
    const auto pattern = Pattern::parse(text);
    EXPECT_TRUE(pattern) << text << ": " << pattern.error().what;
    return pattern ? *pattern : Pattern();
}

// The keys of a row by asking for each pair.
KeyRuns runsByDefinition(const Pattern& pattern, Index p, Index keys)
{
    KeyRuns runs;
    for (Index j = 0; j < keys; ++j)
        if (pattern.allows({p}, {j}, keys)) core::appendRun(runs, {j, j + 1});
    return runs;
}

TEST(KeyRunsAlgebra, SetOperationsEqualTheirDefinitionOnKeys)
{
    core::Random random(1);
    const auto draw = [&] {
        KeyRuns runs;
        for (Index j = random.below(3); j < 30; j += 1 + random.below(4)) core::appendRun(runs, {j, std::min(Index(30), j + 1 + random.below(3))});
        return runs;
    };
    const auto has = [](const KeyRuns& runs, Index j) { return std::any_of(runs.begin(), runs.end(), [j](Span run) { return run.contains(j); }); };
    const auto wellFormed = [](const KeyRuns& runs) {
        for (std::size_t i = 0; i < runs.size(); ++i)
            if (runs[i].empty() || (i > 0 && runs[i].begin <= runs[i - 1].end)) return false;
        return true;
    };
    for (int round = 0; round < 200; ++round) {
        const KeyRuns a = round == 0 ? KeyRuns{} : draw(), b = draw();
        const KeyRuns both = core::intersectionOf(a, b), either = core::unionOf(a, b), rest = core::complementOf(a, 30);
        ASSERT_TRUE(wellFormed(both) && wellFormed(either) && wellFormed(rest));
        Index count = 0;
        for (Index j = 0; j < 30; ++j) {
            ASSERT_EQ(has(both, j), has(a, j) && has(b, j));
            ASSERT_EQ(has(either, j), has(a, j) || has(b, j));
            ASSERT_EQ(has(rest, j), !has(a, j));
            count += 5 <= j && j < 20 && has(a, j);
        }
        ASSERT_EQ(core::countWithin(a, {5, 20}), count);
        ASSERT_EQ(core::countOf(a) + core::countOf(rest), 30);
    }
    EXPECT_FALSE(wellFormed({{1, 3}, {3, 4}}));   // the check itself can fail: touching ranges are refused
}

TEST(Pattern, PrimitivesEqualTheirTable)
{
    for (Index p = 0; p < 12; ++p) {
        for (Index j = 0; j < 12; ++j) {
            ASSERT_TRUE(Pattern::dense().allows({p}, {j}, 12));
            ASSERT_EQ(Pattern::causal().allows({p}, {j}, 12), j <= p);
            ASSERT_EQ(Pattern::window(3).allows({p}, {j}, 12), p - j < 3 && j - p < 3);
            ASSERT_EQ(Pattern::window(1).allows({p}, {j}, 12), p == j);
        }
    }
}

TEST(Pattern, RunsEqualTheDefinitionForRandomExpressions)
{
    core::Random random(2);
    for (int round = 0; round < 150; ++round) {
        const Pattern pattern = randomPattern(random, 3);
        for (const Index keys : {0, 1, 7, 33})
            for (Index p = 0; p < std::max(Index(1), keys); ++p)
                ASSERT_EQ(pattern.runs({p}, keys), runsByDefinition(pattern, p, keys)) << pattern.text() << " row " << p;
    }
}

TEST(Pattern, ARowOfALongTextCostsItsRuns)
{
    const Pattern pattern = Pattern::causal() & (Pattern::window(1024) | !Pattern::window(500'000));
    EXPECT_EQ(pattern.runs({999'999}, 1'000'000), (KeyRuns{{0, 500'000}, {998'976, 1'000'000}}));
}

TEST(Pattern, TextRoundTripsForRandomExpressions)
{
    core::Random random(3);
    for (int round = 0; round < 500; ++round) {
        const Pattern pattern = randomPattern(random, 4);
        ASSERT_EQ(parsed(pattern.text()), pattern) << pattern.text();
        const auto json = Pattern::fromJson(pattern.toJson());
        ASSERT_TRUE(json && *json == pattern);
    }
}

TEST(Pattern, TextHasTheFewestParentheses)
{
    for (const auto& [written, shortest] : std::vector<std::pair<std::string, std::string>>{
             {"dense", "dense"},
             {"  causal&window( 4 )\n", "causal & window(4)"},
             {"((causal) & (window(4)))", "causal & window(4)"},
             {"causal & (window(4) | dense)", "causal & (window(4) | dense)"},
             {"(causal & window(4)) | dense", "causal & window(4) | dense"},
             {"causal & (window(4) & dense)", "causal & window(4) & dense"},
             {"!(causal)", "!causal"},
             {"!(causal & dense)", "!(causal & dense)"},
             {"!!causal", "!!causal"},
             {"!(causal | dense) & !window(2)", "!(causal | dense) & !window(2)"},
             {"causal()", "causal"},
             {"where( (q-k) < 3 )", "where(q - k < 3)"},
             {"landmarks( 3 ,2 - 5, \"a \\\" b\")", "landmarks(3, 2-5, \"a \\\" b\")"},
             {"cells(3 : 0-2,4-5:7)", "cells(3:0-2, 4-5:7)"},
         })
        EXPECT_EQ(parsed(written).text(), shortest);
}

TEST(Pattern, NotBindsTighterThanAndTighterThanOr)
{
    const Pattern a = Pattern::causal(), b = Pattern::window(2), c = Pattern::window(3);
    EXPECT_EQ(parsed("causal | window(2) & window(3)"), a | (b & c));
    EXPECT_EQ(parsed("!causal & window(2)"), (!a) & b);
    EXPECT_NE(parsed("causal | window(2) & window(3)"), (a | b) & c);
    EXPECT_EQ(a & (b & c), (a & b) & c);
    EXPECT_NE(a & b, b & a);   // structural
    EXPECT_NE(b, c);
}

struct Mistake {
    const char* text;
    const char* what;
};

TEST(Pattern, ErrorsNameTheColumnAndWhatIsLegal)
{
    const Mistake mistakes[]{
        {"", "column 1: expected a pattern, found the end of the text."},
        {"causal &", "column 9: expected a pattern, found the end of the text."},
        {"causal windw", "column 8: expected &, | or the end, found \"w\"."},
        {"causal & windw(3)", "column 10: \"windw\" is no pattern."},
        {"window", "column 1: window was given 0 numbers, expected window(w)."},
        {"window(1, 2)", "column 1: window was given 2 numbers, expected window(w)."},
        {"window(0)", "column 8: w of window(w) is out of range."},
        {"window(99999999999999999999)", "column 8: w of window(w) is out of range."},
        {"window(-3)", "column 8: expected a whole number, found \"-\"."},
        {"window(\"cat\")", "column 8: expected a whole number, found \"\"\"."},
        {"window(2.5)", "column 9: expected \",\" or \")\", found \".\"."},
        {"window(3", "column 9: expected \",\" or \")\", found the end of the text."},
        {"causal(1)", "column 1: causal was given 1 number, expected causal."},
        {"fixed(4, 5)", "column 1: c of fixed(l, c) is 5, but a block has only l = 4 columns."},
        {"global", "column 1: global was given nothing, expected global(token, …)."},
        {"global()", "column 1: global was given nothing, expected global(token, …)."},
        {"global(-1)", "column 8: expected a position, found \"-\"."},
        {"global(5-2)", "column 8: the range 5-2 runs backwards."},
        {"global(2-)", "column 10: expected the range's last position, found \")\"."},
        {"global(1000000001)", "column 8: positions go up to 1000000000."},
        {"landmarks(\"cat)", "column 11: this quote is never closed."},
        {"landmarks(\"\")", "column 11: an empty text names no token."},
        {"cells(3)", "column 8: expected \":\" and the keys, found \")\"."},
        {"offsets(1, x)", "column 12: expected a whole number, found \"x\"."},
        {"where()", "column 1: where was given nothing, expected where(condition)."},
        {"where(q = k)", "column 9: a single = compares nothing."},
        {"where(q < k, 3)", "column 12: expected an operator or \")\", found \",\"."},
        {"random(4, 0, 1)", "column 11: r of random(b, r, seed) is out of range."},
        {"(causal", "column 1: this bracket is never closed."},
        {"(causal dense)", "column 9: expected &, | or \")\", found \"d\"."},
        {"causal)", "column 7: expected &, | or the end, found \")\"."},
        {"«causal»", "column 1: expected a pattern, found \"«\"."},
        {"causal »", "column 8: expected &, | or the end, found \"»\"."},
    };
    for (const Mistake& mistake : mistakes) {
        const auto pattern = Pattern::parse(mistake.text);
        ASSERT_FALSE(pattern) << mistake.text;
        EXPECT_EQ(pattern.error().what, mistake.what);
        EXPECT_EQ(pattern.error().fault, core::Fault::BadInput);
    }
    EXPECT_THAT(Pattern::parse("windw").error().remedy, HasSubstr("dense, causal, window(w)"));
    EXPECT_THAT(Pattern::parse("window(0)").error().remedy, HasSubstr("1 to 1000000000"));
}

TEST(Pattern, NestingAndSizeAreLimited)
{
    const auto nested = [](int n) { return std::string(std::size_t(n), '(') + "dense" + std::string(std::size_t(n), ')'); };
    EXPECT_TRUE(Pattern::parse(nested(60)));
    EXPECT_THAT(Pattern::parse(nested(100'000)).error().what, HasSubstr("nest deeper than 64"));
    EXPECT_THAT(Pattern::parse(std::string(100'000, '!')).error().what, HasSubstr("nest deeper than 64"));
    std::string wide = "dense";
    for (int i = 1; i < 1000; ++i) wide += "|dense";
    EXPECT_TRUE(Pattern::parse(wide));
    EXPECT_THAT(Pattern::parse(wide + "|dense").error().what, HasSubstr("more than 1000"));
}

TEST(Pattern, JsonThatIsNoPatternIsRefusedByName)
{
    EXPECT_THAT(Pattern::fromJson(core::Json(3)).error().what, HasSubstr("an integer"));
    EXPECT_THAT(Pattern::fromJson(core::Json(3)).error().remedy, HasSubstr("causal"));
    const auto wrong = Pattern::fromJson(core::Json("causal & wndow(2)"));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().fault, core::Fault::BadFile);
    EXPECT_THAT(wrong.error().what, HasSubstr("column 10"));
}

TEST(Pattern, BandsAreExactlyTheIntersectionsOfBands)
{
    EXPECT_EQ(Pattern::dense().band(), core::Band{});
    EXPECT_EQ((Pattern::causal() & Pattern::window(4) & Pattern::dense()).band(), (core::Band{.back = 3, .ahead = 0}));
    EXPECT_EQ(Pattern::window(4).band(), (core::Band{.back = 3, .ahead = 3}));
    EXPECT_FALSE((Pattern::causal() | Pattern::window(4)).band());
    EXPECT_FALSE((!Pattern::causal()).band());
}

TEST(Pattern, EveryPrimitiveOfTheTableKeepsItsPromises)
{
    core::Random random(4);
    std::map<std::string, int> seen;
    for (int round = 0; round < 1500; ++round) {
        const Pattern pattern = parsed(core::test::randomPrimitive(random));
        ++seen[std::string(Pattern::Node::of(pattern).primitive->name)];
        EXPECT_EQ(parsed(pattern.text()), pattern);
        for (const Index keys : {1, 20, 37})
            for (Index p = 0; p < keys; ++p) ASSERT_EQ(pattern.runs({p}, keys), runsByDefinition(pattern, p, keys)) << pattern.text() << " row " << p;
    }
    const auto fixed = std::ranges::count_if(core::primitives(), [](const core::Primitive& primitive) { return !primitive.select; });
    EXPECT_EQ(Index(seen.size()), fixed);
    for (const core::Primitive& primitive : core::primitives()) {
        core::Arguments lowest;
        for (const core::Parameter& parameter : primitive.parameters) lowest.numbers.push_back(parameter.lowest - 1);
        EXPECT_EQ(core::complaintAbout(primitive, lowest).has_value(), !lowest.numbers.empty() || primitive.fewest > 0) << primitive.name;
    }
}

}   // namespace
