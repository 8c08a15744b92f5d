#include "core/metrics/pattern_effect.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/model/transformer.h"
#include "core/recording/restricted_map.h"
#include "tests/core/model/tiny_models.h"

namespace core {
namespace {

Tokens someTokens(Index n, const ModelConfig& config)
{
    Tokens tokens;
    for (Index i = 0; i < n; ++i)
        tokens.items.push_back({.id = TokenId((i * i + 3 * i) % config.vocabulary), .span = {}, .bytes = {}, .special = i == 0, .wordStart = false});
    return tokens;
}

RecordingPtr recordingOf(const ModelConfig& config, Index n)
{
    const TransformerPtr model = Transformer::create(config, test::randomWeights(config, 3), "tiny").value();
    RunOptions options;
    options.keepOutputs = true;
    return model->run(someTokens(n, config), options).value();
}

std::vector<Pattern> parsed(const std::vector<const char*>& texts)
{
    std::vector<Pattern> patterns;
    for (const char* text : texts) patterns.push_back(Pattern::parse(text).value());
    return patterns;
}

const std::vector<const char*> kMasks{"window(3)",       "blocks(4)",         "strided(3)",    "sinks(1) | window(2)", "!window(2)",
                                      "random(4, 1, 7)", "where(k % 2 == 0)", "dilated(3, 2)", "causal & topk(3)",     "dense & moba(4, 2)"};

// The definitions, in double, from the weights of the whole row.
struct Defined {
    double retained = 0.0, divergence = 0.0, error = 0.0;
};

Defined definedFor(const RecordingPtr& recording, HeadId head, const BlockLayout& kept, Index row)
{
    const AttentionSite& site = recording->sites[std::size_t(head.layer)];
    const Index kv = site.kvHeadOf(head.head);
    const BlockLayout& own = *site.layouts[std::size_t(head.head)];
    const auto rowOf = [](const HeadRows& rows, Index h, Index i) {
        return Eigen::Map<const RowVector<float>>(rows.row(h, i), rows.width()).cast<double>().eval();
    };
    std::vector<double> weights(std::size_t(own.keys()), 0.0);
    double sum = 0.0;
    for (const Span run : own.row(row))
        for (Index j = run.begin; j < run.end; ++j)
            sum += weights[std::size_t(j)] = std::exp(double(site.scale) * rowOf(site.q, head.head, row).dot(rowOf(site.k, kv, j)));
    Defined result;
    RowVector<double> whole = RowVector<double>::Zero(site.v.width()), part = whole;
    for (Index j = 0; j < own.keys(); ++j) {
        weights[std::size_t(j)] /= sum;
        whole += weights[std::size_t(j)] * rowOf(site.v, kv, j);
        if (!kept.allows(row, j)) continue;
        part += weights[std::size_t(j)] * rowOf(site.v, kv, j);
        result.retained += weights[std::size_t(j)];
    }
    for (Index j = 0; j < own.keys(); ++j) {
        if (!kept.allows(row, j) || weights[std::size_t(j)] == 0.0) continue;
        const double scaled = weights[std::size_t(j)] / result.retained;
        result.divergence += scaled * std::log(scaled / weights[std::size_t(j)]);
    }
    if (result.retained > 0.0) part /= result.retained;
    result.error = (part - whole).norm() / whole.norm();
    return result;
}

// What a view draws of a pattern: the head's own weights over those that stay, and how far they moved.
TEST(RestrictedMap, IsTheOwnRowScaledUpAndTheDifferenceIsWhatMoved)
{
    const RecordingPtr recording = recordingOf(test::allConfigs().front(), 33);
    const HeadId head{1, 1};
    const MapPtr own = mapOf(recording, head);
    for (const char* text : kMasks) {
        SCOPED_TRACE(text);
        const auto effects = patternEffects(recording, head, parsed({text}), 2);
        ASSERT_TRUE(effects) << effects.error().what;
        const PatternEffect& effect = effects->at(1);
        const MapPtr kept = restrictedMap(recording, head, effect.layout, effect.lse), moved = differenceMap(kept, own);
        const MapPtr pairs = pairsMap(recording, head, effect.layout);
        EXPECT_EQ(kept->kind(), MatrixKind::RowStochastic);
        EXPECT_EQ(moved->kind(), MatrixKind::Signed);
        EXPECT_EQ(moved->allowedIn({0, 33}, {0, 33}), own->allowedIn({0, 33}, {0, 33}));
        for (Index i = 0; i < 33; ++i) {
            const double rho = effect.retained[std::size_t(i)];
            for (Index j = 0; j < 33; ++j) {
                const Cell before = own->cell(i, j), after = kept->cell(i, j), difference = moved->cell(i, j);
                ASSERT_EQ(after.allowed, effect.layout->allows(i, j));
                ASSERT_EQ(difference.allowed, before.allowed);
                ASSERT_EQ(pairs->cell(i, j).allowed, after.allowed);
                ASSERT_LE(std::abs(double(pairs->cell(i, j).weight) - (after.allowed ? 1.0 / double(effect.layout->rowCount(i)) : 0.0)), 1e-6);
                const double expected = after.allowed ? double(before.weight) / rho : 0.0;
                ASSERT_LE(std::abs(double(after.weight) - expected), 2e-6);
                ASSERT_LE(std::abs(double(difference.weight) - (expected - double(before.weight))), 2e-6);
            }
            const double sum = moved->row(i).cast<double>().sum();
            ASSERT_LE(rho > 0.0 ? std::abs(sum) : 0.0, 2e-6);
        }
    }
}

TEST(PatternEffect, IsWhatItsDefinitionsSay)
{
    for (const ModelConfig& config : test::allConfigs()) {
        const RecordingPtr recording = recordingOf(config, 33);
        const HeadId head{config.layers - 1, config.heads - 1};
        const std::vector<Pattern> patterns = parsed(kMasks);
        const auto effects = patternEffects(recording, head, patterns, config.layers);
        ASSERT_TRUE(effects) << effects.error().what;
        ASSERT_EQ(effects->size(), patterns.size() + 1);
        for (const PatternEffect& effect : *effects) {
            double divergence = 0.0;
            Index rows = 0;
            for (Index row = 0; row < 33; ++row) {
                const Defined defined = definedFor(recording, head, *effect.layout, row);
                EXPECT_NEAR(effect.retained[std::size_t(row)], defined.retained, 2e-6) << effect.layout->pattern().text() << " row " << row;
                EXPECT_NEAR(effect.error[std::size_t(row)], defined.error, 2e-5) << effect.layout->pattern().text() << " row " << row;
                if (effect.layout->rowCount(row) > 0) divergence += defined.divergence, ++rows;
            }
            if (rows > 0) {
                EXPECT_NEAR(effect.meanDivergence().value(), divergence / double(rows), 2e-6) << effect.layout->pattern().text();
            }
            EXPECT_EQ(effect.flops, 4.0 * double(config.headDim) * double(effect.layout->pairs()));
        }
    }
}

TEST(PatternEffect, AllOfItIsTheHeadItself)
{
    const ModelConfig config = test::allConfigs().front();
    const RecordingPtr recording = recordingOf(config, 17);
    const auto patterns = parsed({"dense", "causal", "window(17)", "sinks(17)", "causal & topk(17)", "strided(1)"});
    const auto effects = patternEffects(recording, {0, 1}, patterns, 3).value();
    for (const PatternEffect& effect : effects) {
        EXPECT_EQ(effect.layout->pairs(), 17 * 18 / 2);
        EXPECT_EQ(effect.leastRetained(), 1.0);
        EXPECT_EQ(effect.meanDivergence(), 0.0);
        EXPECT_LE(effect.largestError(), 1e-6);
        EXPECT_EQ(effect.reach, std::vector<double>(3, 1.0));
        EXPECT_EQ(effect.emptyRows(), 0);
    }
}

TEST(PatternEffect, RowsThatKeepNothingAreCountedAndAreNoNumbersOfNobody)
{
    const ModelConfig config = test::allConfigs().front();
    const RecordingPtr recording = recordingOf(config, 9);
    const auto patterns = parsed({"where(k < 0)", "where(k == 4)"});
    const auto effects = patternEffects(recording, {0, 0}, patterns, 2).value();
    const PatternEffect &nothing = effects[1], &one = effects[2];
    EXPECT_EQ(nothing.emptyRows(), 9);
    EXPECT_EQ(nothing.meanRetained(), 0.0);
    EXPECT_FALSE(nothing.meanDivergence());
    EXPECT_NEAR(nothing.relativeError, 1.0, 1e-12);
    EXPECT_EQ(nothing.reach, std::vector<double>(2, 9.0 / 45.0));   // a token knows itself
    EXPECT_EQ(one.emptyRows(), 4);
    EXPECT_EQ(one.leastRetained(), 0.0);
    EXPECT_GT(one.meanDivergence().value(), 0.0);
}

TEST(PatternEffect, OfNoTokensIsNothing)
{
    const RecordingPtr recording = recordingOf(test::allConfigs().front(), 0);
    const auto effects = patternEffects(recording, {0, 0}, parsed({"window(2)"}), 2).value();
    ASSERT_EQ(effects.size(), 2u);
    EXPECT_EQ(effects[1].meanRetained(), 1.0);
    EXPECT_EQ(effects[1].relativeError, 0.0);
    EXPECT_EQ(effects[1].reach, std::vector<double>(2, 1.0));
}

TEST(PatternEffect, HeadsThatShareKeysAreTheirOwn)
{
    const std::vector<ModelConfig> configs = test::allConfigs();
    const auto grouped = std::ranges::find_if(configs, [](const ModelConfig& config) { return config.kvHeads < config.heads; });
    ASSERT_NE(grouped, configs.end());
    const RecordingPtr recording = recordingOf(*grouped, 12);
    const AttentionSite& site = recording->sites.front();
    for (Index head = 0; head < grouped->heads; ++head) {
        const auto effects = patternEffects(recording, {0, head}, parsed({"window(1)"}), 1).value();
        const MapPtr map = mapOf(recording, {0, head});
        for (Index i = 0; i < 12; ++i) EXPECT_NEAR(effects[1].retained[std::size_t(i)], double(map->cell(i, i).weight), 2e-6) << site.kvHeadOf(head);
    }
}

}   // namespace
}   // namespace core
