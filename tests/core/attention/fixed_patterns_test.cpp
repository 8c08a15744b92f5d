// The fixed patterns of the field guide, section 4: counts in closed form, identities between patterns, what a text names.
#include <bit>
#include <cmath>
#include <functional>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/attention/block_layout.h"
#include "core/attention/random_blocks.h"
#include "core/text/tokens.h"

namespace {

using core::BlockLayout;
using core::Index;
using core::KeyRuns;
using core::Pattern;
using core::Span;

Pattern parsed(const std::string& text, const core::Tokens* tokens = nullptr)
{
    const auto pattern = Pattern::parse(text, tokens);
    EXPECT_TRUE(pattern) << text << ": " << pattern.error().what;
    return pattern ? *pattern : Pattern();
}

Index pairs(const std::string& text, Index n) { return BlockLayout(parsed(text), n, n).pairs(); }

bool sameCells(const std::string& a, const std::string& b, Index n)
{
    const BlockLayout left(parsed(a), n, n), right(parsed(b), n, n);
    for (Index i = 0; i < n; ++i)
        if (left.row(i) != right.row(i)) return false;
    return true;
}

TEST(FixedPatterns, CountsAreThoseOfTheFieldGuide)
{
    for (const Index n : {1, 2, 7, 16, 33, 64}) {
        for (const Index c : {1, 3, 4, 8, 100}) {
            // Block-local, causal: whole blocks and a ragged last one.
            const Index whole = n / c, rest = n % c;
            EXPECT_EQ(pairs(fmt::format("causal & blocks({})", c), n), whole * c * (c + 1) / 2 + rest * (rest + 1) / 2);
            // Sparse Transformer: min(p + 1, l) + ⌊p / l⌋ and (p mod l) + 1 + c·⌊p / l⌋ keys of row p.
            Index strided = 0, fixed = 0, sinkWindow = 0, log = 0;
            for (Index p = 0; p < n; ++p) {
                strided += std::min(p + 1, c) + p / c;
                fixed += p % c + 1 + p / c;
                sinkWindow += std::min(p + 1, c + std::min(Index(2), std::max(Index(0), p + 1 - c)));
                log += p == 0 ? 1 : 2 + Index(std::bit_width(std::uint64_t(p))) - 1;   // ⌊log₂ p⌋ + 2
            }
            EXPECT_EQ(pairs(fmt::format("causal & strided({})", c), n), strided);
            EXPECT_EQ(pairs(fmt::format("causal & fixed({}, 1)", c), n), fixed);
            EXPECT_EQ(pairs(fmt::format("causal & (sinks(2) | window({}))", c), n), sinkWindow);
            EXPECT_EQ(pairs("causal & logsparse", n), log);
        }
        // Dilated, both sides, w keys each: N(2w + 1) − d·w(w + 1) while w·d < N; here w counts the query itself.
        for (const Index d : {1, 2, 3})
            for (const Index w : {1, 2, 3})
                if (w * d < n) {
                    EXPECT_EQ(pairs(fmt::format("dilated({}, {})", w + 1, d), n), n * (2 * w + 1) - d * w * (w + 1));
                }
        // Longformer with g global tokens at the start: g(2N − g) + (N − g)(2w + 1) − w(w + 1) while w < N − g.
        for (const Index g : {1, 2})
            for (const Index w : {1, 3})
                if (w < n - g) {
                    EXPECT_EQ(pairs(fmt::format("longformer({}, 0-{})", w, g - 1), n),
                              g * (2 * n - g) + (n - g) * (2 * w + 1) - w * (w + 1));
                }
    }
}

TEST(FixedPatterns, BigBirdCountsItsBlocks)
{
    // 2·nb + (nb − 4)(5 + r) + 2(4 + r) pairs of blocks for nb ≥ 5 + r.
    for (const Index b : {1, 4})
        for (const Index r : {0, 1, 3})
            for (const Index blocks : {5 + r, 6 + r, 20 + r})
                EXPECT_EQ(pairs(fmt::format("bigbird({}, {}, 7)", b, r), b * blocks), b * b * (2 * blocks + (blocks - 4) * (5 + r) + 2 * (4 + r))) << b << r << blocks;
    EXPECT_EQ(pairs("bigbird(4, 100, 1)", 61), 61 * 61);   // enough draws for every block, a ragged last one included
}

TEST(FixedPatterns, DegenerateOnesAreDenseOrTheWindow)
{
    for (const Index n : {1, 7, 20}) {
        for (const char* all : {"window(20)", "dilated(20, 1)", "blocks(20)", "strided(1)", "fixed(20, 1)", "fixed(3, 3)", "longformer(19)", "sinks(20)",
                                "global(0-19)", "landmarks(0-19)", "random(32, 1, 5)", "bigbird(7, 0, 1)", "cells(0-19:0-19)", "where(1 == 1)"})
            EXPECT_TRUE(sameCells(all, "dense", n)) << all << " " << n;
        EXPECT_TRUE(sameCells("dilated(3, 1)", "window(3)", n));
        EXPECT_TRUE(sameCells("longformer(2)", "window(3)", n));
        EXPECT_TRUE(sameCells("offsets(0, 1, 2)", "window(3)", n));
        EXPECT_TRUE(sameCells("offsets(2, 0, 2, 1)", "offsets(0, 1, 2)", n));
        EXPECT_TRUE(sameCells("longformer(2, 0, 5)", "window(3) | global(0, 5)", n));
        EXPECT_TRUE(sameCells("sinks(3)", "landmarks(0-2)", n));
        EXPECT_TRUE(sameCells("logsparse", "offsets(0, 1, 2, 4, 8, 16)", n));
        EXPECT_TRUE(sameCells("strided(4)", "window(4) | where((q - k) % 4 == 0)", n));
        EXPECT_TRUE(sameCells("fixed(4, 2)", "blocks(4) | where(k % 4 >= 2)", n));
        EXPECT_TRUE(sameCells("dilated(3, 4)", "where(abs(q - k) < 12 and (q - k) % 4 == 0)", n));
        EXPECT_TRUE(sameCells("bigbird(1, 0, 1)", "where(q == 0 or k == 0 or q == n - 1 or k == n - 1 or abs(q - k) <= 1)", n));
        EXPECT_TRUE(sameCells("blocks(3)", "where(q / 3 == k / 3)", n));
    }
    EXPECT_FALSE(sameCells("strided(4)", "fixed(4, 1)", 20));   // the comparison itself can fail
}

TEST(FixedPatterns, RandomBlocksDependOnSeedAndBlockAlone)
{
    const std::vector<Index> drawn = core::randomBlocks(3, 40, 5);
    EXPECT_EQ(drawn.size(), 5u);
    EXPECT_EQ(drawn, core::randomBlocks(3, 40, 5));
    EXPECT_NE(drawn, core::randomBlocks(4, 40, 5));
    EXPECT_NE(drawn, core::randomBlocks(3, 41, 5));
    EXPECT_EQ(core::randomBlocks(3, 2, 5), (std::vector<Index>{0, 1, 2}));
    const Pattern pattern = parsed("random(4, 2, 9)");
    for (Index p = 0; p < 40; ++p) EXPECT_EQ(pattern.runs({p}, 64), pattern.runs({p}, 40 + 24)) << p;
    for (Index p = 0; p < 40; ++p)   // a longer text changes no row
        EXPECT_EQ(core::intersectionOf(pattern.runs({p}, 400), KeyRuns{{0, 40}}), pattern.runs({p}, 40)) << p;
}

TEST(FixedPatterns, RandomBlocksAreDrawnEvenly)
{
    std::vector<int> hits(11, 0);
    constexpr int kSeeds = 4000;
    for (int seed = 0; seed < kSeeds; ++seed)
        for (const Index block : core::randomBlocks(seed, 10, 3)) ++hits[std::size_t(block)];
    const double expected = kSeeds * 3.0 / 11.0;
    for (const int count : hits) EXPECT_LE(std::abs(count - expected), 5.0 * std::sqrt(expected));
}

TEST(FixedPatterns, BigBirdDrawsOutsideWindowAndEnds)
{
    for (const Index blocks : {6, 9, 30})
        for (Index u = 1; u + 1 < blocks; ++u)
            for (int seed = 0; seed < 20; ++seed) {
                const std::vector<Index> drawn = core::bigbirdDraw(seed, u, blocks, 3);
                for (const Index v : drawn) EXPECT_TRUE(v > 0 && v < blocks - 1 && std::abs(u - v) > 1) << u << " " << v;
                const Index outside = (blocks - 2) - (std::min(blocks - 2, u + 1) - std::max(Index(1), u - 1) + 1);
                EXPECT_EQ(Index(drawn.size()), std::min(Index(3), outside));
                EXPECT_TRUE(std::ranges::adjacent_find(drawn, std::greater_equal{}) == drawn.end());
            }
}

core::Tokens tokensOf(const std::vector<std::string>& pieces)
{
    core::Tokens tokens;
    for (const std::string& piece : pieces) tokens.items.push_back({.id = 0, .span = {}, .bytes = piece, .special = false, .wordStart = false});
    return tokens;
}

TEST(FixedPatterns, ATextNamesEveryRunOfTokensThatSpellsIt)
{
    const core::Tokens tokens = tokensOf({"<s>", "The", " cat", " sat", ".", " The", " c", "at", " \"x", "."});
    const auto named = [&](const std::string& text) { return parsed("landmarks(" + text + ")", &tokens).runs({0}, tokens.size()); };
    EXPECT_EQ(named("\".\""), (KeyRuns{{4, 5}, {9, 10}}));
    EXPECT_EQ(named("\"The\""), (KeyRuns{{1, 2}, {5, 6}}));
    EXPECT_EQ(named("\"cat\""), (KeyRuns{{2, 3}, {6, 8}}));   // in one piece and in two
    EXPECT_EQ(named("\" cat\""), (KeyRuns{{2, 3}, {6, 8}}));
    EXPECT_EQ(named("\"\\\"x\""), (KeyRuns{{8, 9}}));
    EXPECT_EQ(named("\"dog\""), KeyRuns{});
    EXPECT_EQ(named("\"dog\", 3, 2-4"), (KeyRuns{{2, 5}}));
    EXPECT_EQ(named("99"), KeyRuns{});   // outside the text
    EXPECT_EQ(parsed("landmarks(\"cat\")").runs({0}, 10), KeyRuns{});
    EXPECT_NE(parsed("landmarks(\"cat\")", &tokens), parsed("landmarks(\"cat\")"));
    EXPECT_EQ(parsed(parsed("global(\"cat\", 1)", &tokens).text(), &tokens), parsed("global(\"cat\", 1)", &tokens));
}

}   // namespace
