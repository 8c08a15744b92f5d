// Laws that hold for every sparse pattern, over random expressions: field guide, sections 12 and 14.5. Each of its checks has been seen to fail on a
// planted mistake; those that stay in the file stand beside what they test.
#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/attention/partial_row.h"
#include "tests/core/attention/attention_checks.h"
#include "tests/core/attention/random_patterns.h"

namespace {

using core::BlockLayout;
using core::Index;
using core::KeyRuns;
using core::Pattern;
using core::Span;
using test::Heads;
using test::mustAttend;
using test::Setting;

Pattern parsed(const std::string& text) { return Pattern::parse(text).value(); }

// Every primitive with a parameter that matters, one beyond the text, and the edges between.
std::vector<std::string> countedPatterns()
{
    std::vector<std::string> texts{"dense",         "causal", "logsparse", "global(0)", "global(0-999)", "landmarks(5, 900)", "longformer(100000)",
                                   "cells(0-900:3)"};
    for (const Index a : {1, 2, 3, 7, 16, 33, 34, 1000}) {
        for (const char* name : {"window", "blocks", "strided", "sinks", "longformer", "offsets"}) texts.push_back(fmt::format("{}({})", name, a));
        for (const Index b : {1, 2, 5, 40}) {
            texts.push_back(fmt::format("dilated({}, {})", a, b));
            texts.push_back(fmt::format("random({}, {}, 3)", a, b));
            texts.push_back(fmt::format("bigbird({}, {}, 3)", a, b));
            if (b <= a) texts.push_back(fmt::format("fixed({}, {})", a, b));
        }
    }
    return texts;
}

TEST(SparseLaws, CountsEqualTheDefinitionAtEveryLength)
{
    for (const Index n : {1, 2, 7, 16, 33})
        for (const std::string& text : countedPatterns())
            for (const bool causal : {false, true}) {
                const Pattern pattern = causal ? Pattern::causal() & parsed(text) : parsed(text);
                Index pairs = 0;
                for (Index p = 0; p < n; ++p)
                    for (Index j = 0; j < n; ++j) pairs += pattern.allows({p}, {j}, n);
                const BlockLayout layout(pattern, n, n);
                ASSERT_EQ(layout.pairs(), pairs) << pattern.text() << " " << n;
                Index tiles = 0;
                for (Index row = 0; row < n; row += 5)
                    for (Index key = 0; key < n; key += 5) tiles += layout.pairsIn({row, row + 5}, {key, key + 5});
                ASSERT_EQ(tiles, pairs) << pattern.text() << " " << n;
            }
}

TEST(SparseLaws, ParametersBeyondTheTextAreDense)
{
    for (const Index n : {1, 2, 7, 16, 33})
        for (const char* text :
             {"window(33)", "dilated(33, 1)", "blocks(33)", "strided(33)", "fixed(33, 1)", "longformer(32)", "sinks(33)", "random(33, 1, 9)",
              "bigbird(16, 1, 9)", "global(0-32)", "landmarks(0-32)", "cells(0-32:0-32)", "!cells(50:0)", "where(abs(q - k) < n)"})
            EXPECT_EQ(BlockLayout(parsed(text), n, n).pairs(), n * n) << text << " " << n;
}

// The rows of one head, merged from what kernels found for parts of the keys.
core::FinishedRow<float> rowOf(const test::Attended& part, Index row, Index d) { return {part.out.row(row).leftCols(d), part.lse(row, 0)}; }

struct Split {
    std::vector<Pattern> parts;
    Pattern whole;
};

double gapOfMerged(const Heads& heads, const Split& split, core::Random& random)
{
    const test::Attended whole = mustAttend(heads, Setting::all(heads.shape, split.whole));
    std::vector<test::Attended> parts;
    for (const Pattern& pattern : split.parts) parts.push_back(mustAttend(heads, Setting::all(heads.shape, split.whole & pattern)));
    double gap = 0.0;
    for (Index row = 0; row < heads.shape.n; ++row) {
        std::vector<std::size_t> order(parts.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[std::size_t(random.below(Index(i)))]);
        core::FinishedRow<float> merged = rowOf(parts[order[0]], row, heads.shape.d);
        for (std::size_t i = 1; i < order.size(); ++i) merged = core::merged(merged, rowOf(parts[order[i]], row, heads.shape.d));
        const core::FinishedRow<float> want = rowOf(whole, row, heads.shape.d);
        gap = std::max(gap, double((merged.output - want.output).cwiseAbs().maxCoeff()));
        if (want.lse != merged.lse) gap = std::max(gap, double(std::abs(merged.lse - want.lse)));
    }
    return gap;
}

TEST(SparseLaws, AMaskAndItsComplementMergeToTheWhole)
{
    core::Random random(31);
    for (int round = 0; round < 60; ++round) {
        const Heads heads({.n = 1 + random.below(120), .heads = 1, .kvHeads = 1, .seed = std::uint64_t(round)});
        const Pattern whole = round % 2 ? Pattern::causal() : Pattern::dense(), kept = core::test::randomPattern(random, 2);
        EXPECT_LE(gapOfMerged(heads, {{kept, !kept}, whole}, random), 1e-5) << kept.text();
    }
    // What belongs to both is counted twice: the law is no law for parts that overlap.
    const Heads heads({.n = 40});
    EXPECT_GT(gapOfMerged(heads, {{Pattern::window(9), !Pattern::window(8)}, Pattern::dense()}, random), 1e-3);
}

TEST(SparseLaws, AnyPartitionInAnyOrderMergesToTheWhole)
{
    core::Random random(32);
    for (int round = 0; round < 40; ++round) {
        const Heads heads({.n = 1 + random.below(120), .heads = 1, .kvHeads = 1, .seed = std::uint64_t(round)});
        const Pattern a = core::test::randomPattern(random, 1), b = core::test::randomPattern(random, 1);
        EXPECT_LE(gapOfMerged(heads, {{a & b, a & !b, (!a) & b, (!a) & !b}, Pattern::dense()}, random), 1e-5) << a.text() << ", " << b.text();
    }
}

TEST(SparseLaws, MaskedRowsAreRowsOverGatheredKeys)
{
    core::Random random(33);
    for (int round = 0; round < 60; ++round) {
        const Pattern pattern = core::test::randomPattern(random, 2);
        const Heads heads({.n = 1 + random.below(90), .heads = 1, .kvHeads = 1, .seed = std::uint64_t(round)});
        const test::Attended masked = mustAttend(heads, Setting::all(heads.shape, pattern));
        const BlockLayout layout(pattern, heads.shape.n, heads.shape.n);
        for (Index row = 0; row < heads.shape.n; ++row) {
            core::PartialRow<double> gathered;
            for (const Span& run : layout.row(row))
                for (Index j = run.begin; j < run.end; ++j) {
                    const double score = double(heads.scale()) * heads.part(heads.q, 0).row(row).dot(heads.part(heads.k, 0).row(j));
                    const core::RowVector<double> value = heads.part(heads.v, 0).row(j);
                    core::absorb(gathered, &score, value.data(), 1, heads.shape.d);
                }
            const auto want = core::finished(gathered, heads.shape.d);
            EXPECT_LE((masked.out.row(row).cast<double>() - want.output).cwiseAbs().maxCoeff(), 2e-6) << pattern.text() << " row " << row;
            if (layout.rowCount(row) == 0) {
                EXPECT_EQ(masked.out.row(row).cwiseAbs().maxCoeff(), 0.0f);
                EXPECT_EQ(masked.lse(row, 0), -test::kInfinity);
            }
        }
    }
}

core::AttentionOutput firstRows(const Heads& heads, const Pattern& pattern, Index rows)
{
    const test::Blocks blocks(heads);
    core::HeadBatch batch = blocks.batch(heads, Setting::all(heads.shape, pattern));
    batch.queries = {0, rows};
    auto result = core::cpuBackend()->attend(batch, nullptr, {});
    EXPECT_TRUE(result) << pattern.text() << ": " << result.error().what;
    return result ? *result : core::AttentionOutput();
}

TEST(SparseLaws, NoPoisonOfTheFutureReachesARow)
{
    core::Random random(34);
    for (int round = 0; round < 80; ++round) {
        const Pattern pattern = Pattern::causal() & core::test::randomPattern(random, 2);
        Heads heads({.n = 2 + random.below(200), .heads = 1, .kvHeads = 1, .seed = std::uint64_t(round)});
        const Index from = 1 + random.below(heads.shape.n - 1);
        const core::AttentionOutput before = firstRows(heads, pattern, from);
        for (core::RowMatrix* rows : {&heads.q, &heads.k, &heads.v}) rows->bottomRows(heads.shape.n - from).setConstant(test::kNaN);
        const core::AttentionOutput after = firstRows(heads, pattern, from);
        ASSERT_TRUE(test::sameBits(before.out, after.out) && test::sameBits(before.lse, after.lse)) << pattern.text() << " from " << from;
    }
}

// Few keys in many tiles are fetched one by one; rows with many keys, and early rows, stand in the same panels.
std::vector<Pattern> scatteredPatterns()
{
    std::vector<Pattern> patterns;
    for (const char* text : {"causal & logsparse", "offsets(0, 65, 130, 195, 260)", "landmarks(3, 70, 140, 210, 280)",
                             "causal & (landmarks(3, 70, 140, 210, 280) | cells(200:0-250))", "where(k % 67 == q % 67)"})
        patterns.push_back(parsed(text));
    return patterns;
}

TEST(SparseLaws, ScatteredKeysEqualTheReferenceWithEveryMechanism)
{
    for (const Pattern& pattern : scatteredPatterns()) {
        const Heads heads({.n = 330, .heads = 2, .kvHeads = 1});
        const Setting setting = Setting::all(heads.shape, pattern);
        EXPECT_EQ(test::fault(heads, setting, mustAttend(heads, setting)), "") << pattern.text();
        const test::Attended mean = mustAttend(heads, Setting::all(heads.shape, pattern, core::MeanMechanism{}));
        const test::Attended off = mustAttend(heads, Setting::all(heads.shape, pattern, core::OffMechanism{}));
        EXPECT_EQ(off.out.cwiseAbs().maxCoeff(), 0.0f);
        EXPECT_TRUE(test::sameBits(off.lse, mustAttend(heads, setting).lse));
        for (Index row = 0; row < heads.shape.n; ++row) {
            const Index count = setting.layouts[0]->rowCount(row);
            if (count > 0) {
                EXPECT_NEAR(mean.lse(row, 0), std::log(double(count)), 1e-5);
            }
        }
    }
}

TEST(SparseLaws, ScatteredRowsTouchNoOtherKey)
{
    for (const Pattern& pattern : scatteredPatterns()) {
        Heads heads({.n = 330, .heads = 1, .kvHeads = 1});
        const Setting setting = Setting::all(heads.shape, pattern);
        std::vector<bool> seen(330, false);
        for (Index row = 0; row < 330; ++row)
            for (Index key = 0; key < 330; ++key)
                seen[std::size_t(key)] = seen[std::size_t(key)] || (row != 100 && pattern.allows({row}, {key}, 330));
        const test::Attended before = mustAttend(heads, setting);
        for (Index key = 0; key < 330; ++key)
            if (!seen[std::size_t(key)] && !pattern.allows({100}, {key}, 330)) {
                heads.k.row(key).setConstant(test::kNaN);
                heads.v.row(key).setConstant(test::kNaN);
            }
        const test::Attended after = mustAttend(heads, setting);
        EXPECT_TRUE(test::sameBits(before.out, after.out) && test::sameBits(before.lse, after.lse)) << pattern.text();
        EXPECT_TRUE(test::sameBits(before.weights[0], after.weights[0])) << pattern.text();
        // What a row fetches and is no number is told, not passed over.
        heads.v.row(3).setConstant(test::kNaN);
        EXPECT_FALSE(test::attended(heads, setting)) << pattern.text();
    }
}

TEST(SparseLaws, AnObserverChangesNoBitOfScatteredRows)
{
    for (const Pattern& pattern : scatteredPatterns()) {
        const Heads heads({.n = 330, .heads = 1, .kvHeads = 1});
        const Setting setting = Setting::all(heads.shape, pattern);
        const test::Attended seen = mustAttend(heads, setting);
        const core::AttentionOutput unseen = firstRows(heads, pattern, 330);
        EXPECT_TRUE(test::sameBits(seen.out, unseen.out) && test::sameBits(seen.lse, unseen.lse)) << pattern.text();
    }
}

// rho, TV, KL and the output error of a row that keeps S of its keys, each by its definition; and what the identities say.
struct RowOfPart {
    core::RowVector<double> p, pS, o, oS, oC;
    double rho = 0.0;
};

RowOfPart rowOfPart(const Heads& heads, const BlockLayout& whole, const BlockLayout& kept, Index row)
{
    const core::Matrix<double> v = heads.part(heads.v, 0);
    const auto exact = core::referenceAttention(heads.part(heads.q, 0), heads.part(heads.k, 0), v, double(heads.scale()), whole);
    RowOfPart result{.p = exact.weights.row(row), .pS = core::RowVector<double>::Zero(heads.shape.n), .o = {}, .oS = {}, .oC = {}};
    core::RowVector<double> rest = core::RowVector<double>::Zero(heads.shape.n);
    for (Index j = 0; j < heads.shape.n; ++j) (kept.allows(row, j) ? result.pS : rest)(j) = result.p(j);
    result.rho = result.pS.sum();
    if (result.rho > 0.0) result.pS /= result.rho;
    if (rest.sum() > 0.0) rest /= rest.sum();
    result.o = result.p * v, result.oS = result.pS * v, result.oC = rest * v;
    return result;
}

TEST(SparseLaws, ErrorIdentitiesHoldForEveryMask)
{
    core::Random random(35);
    for (int round = 0; round < 40; ++round) {
        const Index n = 2 + random.below(20);
        const Heads heads({.n = n, .heads = 1, .kvHeads = 1, .seed = std::uint64_t(round)});
        const Pattern own = round % 2 ? Pattern::causal() : Pattern::dense(), mask = core::test::randomPattern(random, 2);
        const BlockLayout whole(own, n, n), kept(own & mask, n, n);
        const auto part =
            core::referenceAttention(heads.part(heads.q, 0), heads.part(heads.k, 0), heads.part(heads.v, 0), double(heads.scale()), kept);
        const auto all =
            core::referenceAttention(heads.part(heads.q, 0), heads.part(heads.k, 0), heads.part(heads.v, 0), double(heads.scale()), whole);
        for (Index row = 0; row < n; ++row) {
            const RowOfPart r = rowOfPart(heads, whole, kept, row);
            if (kept.rowCount(row) == 0) continue;
            EXPECT_NEAR(part.lse(row), all.lse(row) + std::log(r.rho), 1e-12) << mask.text();
            EXPECT_NEAR((r.pS - r.p).cwiseAbs().sum() / 2.0, 1.0 - r.rho, 1e-12);
            double divergence = 0.0, diameter = 0.0;
            for (Index j = 0; j < n; ++j) divergence += r.pS(j) > 0.0 ? r.pS(j) * std::log(r.pS(j) / r.p(j)) : 0.0;
            EXPECT_NEAR(divergence, -std::log(r.rho), 1e-12);
            EXPECT_LE((r.o - (r.rho * r.oS + (1.0 - r.rho) * r.oC)).norm(), 1e-12);
            EXPECT_LE((r.oS - r.o - (1.0 - r.rho) * (r.oS - r.oC)).norm(), 1e-12);
            EXPECT_LE((part.output.row(row) - r.oS).norm(), 1e-12);
            const core::Matrix<double> v = heads.part(heads.v, 0);
            for (Index a = 0; a < n; ++a)
                for (Index b = 0; b < a; ++b) diameter = std::max(diameter, (v.row(a) - v.row(b)).norm());
            EXPECT_LE((r.oS - r.o).norm(), (1.0 - r.rho) * diameter + 1e-12);
        }
    }
}

}   // namespace
