// Words of tokens as a map: keys summed, query pieces averaged; laws against explicit sums.
#include "ui/plot/words_map.h"

#include <atomic>

#include <gtest/gtest.h>

#include "tests/ui/plot_maps.h"
#include "ui/plot/hidden_first_map.h"
#include "ui/plot/plot_scene.h"

namespace ui {
namespace {

using core::Index;
using core::Span;

// Words of random lengths over n tokens, the first of them one token long.
core::WordsPtr randomWords(Index n, std::uint64_t seed, Index longest = 5)
{
    core::Random random(seed);
    core::Tokens tokens;
    Index left = 1;
    for (Index i = 0; i < n; ++i) {
        const bool starts = left == 0 || i == 0;
        left = starts ? (i == 0 ? 0 : random.below(longest)) : left - 1;
        tokens.items.push_back({.id = 1, .span = {}, .bytes = "x", .special = i == 0, .wordStart = starts});
    }
    return std::make_shared<const core::Words>(core::Words::of(tokens));
}

core::WordsPtr wordOfEach(Index n) { return randomWords(n, 1, 1); }

// A random pattern: any pair may be absent, some rows are empty.
test::CausalMatrix scattered(Index n, std::uint64_t seed)
{
    test::CausalMatrix matrix(n, seed);
    core::Random random(seed + 1);
    for (Index i = 0; i < n; ++i) {
        const bool empty = i > 0 && random.below(4) == 0;
        double sum = 0.0;
        for (Index j = 0; j < n; ++j) {
            if (empty || (j != 0 && random.below(3) == 0)) matrix.allowed(i, j) = 0, matrix.weights(i, j) = 0.0f;
            sum += double(matrix.weights(i, j));
        }
        if (sum > 0.0) matrix.weights.row(i) /= float(sum);
    }
    return matrix;
}

// The definition, word pair by word pair.
double explicitWeight(const test::CausalMatrix& matrix, Span query, Span key)
{
    double sum = 0.0;
    Index looking = 0;
    for (Index i = query.begin; i < query.end; ++i) {
        looking += (matrix.allowed.row(i).array() != 0).any() ? 1 : 0;
        for (Index j = key.begin; j < key.end; ++j) sum += double(matrix.weights(i, j));
    }
    return looking > 0 ? sum / double(looking) : 0.0;
}

bool explicitlyAllowed(const test::CausalMatrix& matrix, Span query, Span key)
{
    return (matrix.allowed.block(query.begin, key.begin, query.size(), key.size()).array() != 0).any();
}

TEST(WordsMap, IsTheExplicitSum)
{
    for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6}) {
        const Index n = 40 + Index(seed) * 31;
        const test::CausalMatrix matrix = seed % 2 ? test::CausalMatrix(n, seed) : scattered(n, seed);
        const core::WordsPtr words = randomWords(n, seed);
        const core::MapPtr map = byWords(matrix.map(), words);
        ASSERT_EQ(map->queries(), words->size());
        ASSERT_EQ(map->keys(), words->size());
        Index allowed = 0;
        for (Index q = 0; q < words->size(); ++q) {
            const core::RowVector<float> row = map->row(q);
            const core::KeyRuns runs = map->allowedKeys(q);
            double sum = 0.0;
            for (Index k = 0; k < words->size(); ++k) {
                const Span query = words->tokensOf(q), key = words->tokensOf(k);
                EXPECT_NEAR(double(row[k]), explicitWeight(matrix, query, key), 1e-6);
                EXPECT_EQ(map->allowed(q, k), explicitlyAllowed(matrix, query, key));
                EXPECT_EQ(core::countWithin(runs, {k, k + 1}), map->allowed(q, k) ? 1 : 0);
                allowed += map->allowed(q, k) ? 1 : 0;
                sum += double(row[k]);
            }
            EXPECT_LE(std::abs(sum - (runs.empty() ? 0.0 : 1.0)), 1e-5) << q;   // rows still sum to 1, empty ones to nothing
        }
        EXPECT_EQ(map->allowedIn({0, words->size()}, {0, words->size()}), allowed);
    }
}

TEST(WordsMap, TilesAndRectanglesAreItsCells)
{
    const test::CausalMatrix matrix = scattered(900, 3);
    const core::MapPtr map = byWords(matrix.map(), randomWords(900, 5, 3));
    ASSERT_GT(map->levels(), 1);
    const core::Tile tile = map->tile(0, 1, 0).value();
    for (Index y = 0; y < tile.height; y += 7)
        for (Index x = 0; x < tile.width; x += 5) {
            const core::Cell cell = map->cell(tile.rows.begin + y, tile.keys.begin + x);
            EXPECT_EQ(tile.allowed[std::size_t(y * tile.width + x)], cell.allowed ? 1u : 0u);
            EXPECT_EQ(tile.maximum[std::size_t(y * tile.width + x)], cell.allowed ? cell.weight : 0.0f);
        }
    const core::Tile pooled = map->tile(map->levels() - 1, 0, 0).value();
    EXPECT_EQ(pooled.rows, (Span{0, map->queries()}));
}

// Counts the weights that are computed.
class CountingMap final : public core::AttentionMap {
public:
    explicit CountingMap(core::MapPtr map) : m_map(std::move(map)) {}
    [[nodiscard]] std::uint64_t id() const override { return m_map->id(); }
    [[nodiscard]] core::MatrixKind kind() const override { return m_map->kind(); }
    [[nodiscard]] Index queries() const override { return m_map->queries(); }
    [[nodiscard]] Index keys() const override { return m_map->keys(); }
    [[nodiscard]] bool allowed(Index query, Index key) const override { return m_map->allowed(query, key); }
    [[nodiscard]] core::KeyRuns allowedKeys(Index query) const override { return m_map->allowedKeys(query); }
    [[nodiscard]] Index allowedIn(Span rows, Span keys) const override { return m_map->allowedIn(rows, keys); }
    void weights(Span rows, Span keys, float* out) const override
    {
        m_computed += rows.size() * keys.size();
        m_map->weights(rows, keys, out);
    }
    [[nodiscard]] Index computed() const { return m_computed; }

private:
    core::MapPtr m_map;
    mutable std::atomic<Index> m_computed = 0;
};

TEST(WordsMap, WordsOfManyPiecesAreComputedOnce)
{
    for (const std::uint64_t seed : {1, 2, 3, 4}) {
        const test::CausalMatrix matrix = seed % 2 ? test::CausalMatrix(300, seed) : scattered(300, seed);
        const auto tokens = std::make_shared<const CountingMap>(matrix.map());
        const core::WordsPtr words = randomWords(300, seed, 40);
        const core::MapPtr map = byWords(tokens, words);
        Index pieces = 0;
        for (Index q = 0; q < words->size(); ++q)
            if (const Span query = words->tokensOf(q); query.size() > 8)
                for (Index k = 0; k < words->size(); ++k) {
                    const Span key = words->tokensOf(k);
                    EXPECT_EQ(map->cell(q, k).weight, map->row(q)[k]);
                    EXPECT_LE(std::abs(double(map->cell(q, k).weight) - explicitWeight(matrix, query, key)), 1e-6);
                    EXPECT_EQ(strongestPiece(*map, *tokens, *words, {q, k}), strongestPiece(*matrix.map(), query, key)) << q << ' ' << k;
                    pieces += k == 0 ? query.size() : 0;
                }
        ASSERT_GT(pieces, 100);
        EXPECT_LE(tokens->computed(), pieces * 300) << "each of their weights, once";
    }
}

TEST(WordsMap, OnePieceForEachWordChangesNothing)
{
    const core::MapPtr map = test::causalMap(20);
    EXPECT_EQ(byWords(map, wordOfEach(20)), map);
    EXPECT_EQ(byWords(map, nullptr), map);
    EXPECT_EQ(byWords(nullptr, wordOfEach(20)), nullptr);
}

TEST(WordsMap, BrokenWeightsStayBroken)
{
    test::CausalMatrix matrix(12);
    matrix.weights(7, 3) = std::numeric_limits<float>::quiet_NaN();
    const core::WordsPtr words = randomWords(12, 9, 4);
    const core::MapPtr map = byWords(matrix.map(), words);
    EXPECT_TRUE(std::isnan(map->cell(words->wordOf(7), words->wordOf(3)).weight));
}

TEST(WordsMap, HidingTheFirstWordDividesByWhatIsLeft)
{
    const core::WordsPtr words = randomWords(60, 4);
    const core::MapPtr raw = byWords(test::causalMap(60), words), shown = withoutFirstToken(raw);
    for (Index q = 1; q < raw->queries(); ++q) {
        const double first = double(raw->cell(q, 0).weight);
        EXPECT_FALSE(shown->allowed(q, 0));
        for (Index k = 1; k <= q; ++k) EXPECT_NEAR(double(shown->cell(q, k).weight), double(raw->cell(q, k).weight) / (1.0 - first), 1e-5);
    }
}

// All token weights are computed once for the whole matrix; less would let the GUI thread compute too much.
TEST(WordsMap, CostsWhatItsTokensCost)
{
    const core::MapPtr tokens = test::causalMap(500);
    const core::MapPtr words = byWords(tokens, randomWords(500, 2));
    EXPECT_GE(words->workPerCell() * words->queries() * words->keys(), tokens->workPerCell() * tokens->queries() * tokens->keys());
}

TEST(WordsMap, APairOfWordsStandsForItsStrongestPairOfTokens)
{
    const test::CausalMatrix matrix(50, 3);
    PlotScene scene;
    scene.setMap(matrix.map(), randomWords(50, 6));
    for (Index q = 0; q < scene.map->queries(); ++q)
        for (Index k = 0; k < scene.map->keys(); ++k) {
            const std::optional<Pair> tokens = scene.toTokens(Pair{q, k});
            ASSERT_TRUE(tokens);
            EXPECT_EQ(scene.fromTokens(tokens), (Pair{q, k}));   // so that what is pinned in words is seen pinned in words
            const Span query = scene.words->tokensOf(q), key = scene.words->tokensOf(k);
            for (Index i = query.begin; i < query.end; ++i)
                for (Index j = key.begin; j < key.end; ++j) EXPECT_LE(matrix.weights(i, j), matrix.weights(tokens->query, tokens->key));
        }
    EXPECT_EQ(scene.fromTokens(Pair{50, 0}), std::nullopt);
    EXPECT_EQ(scene.toTokens(Pair{scene.map->queries(), 0}), std::nullopt);
    EXPECT_EQ(scene.fromTokens(std::nullopt), std::nullopt);
}

TEST(AxisLabels, OfWordsSayWhereTheyStand)
{
    core::Tokens tokens;
    for (const char* bytes : {"<s>", " an", "im", "al", " ran"})
        tokens.items.push_back({.id = 1, .span = {}, .bytes = bytes, .special = bytes[0] == '<', .wordStart = bytes[0] == ' '});
    const core::Words words = core::Words::of(tokens);
    const AxisLabels labels = AxisLabels::of(tokens, words, 2);
    EXPECT_EQ(labels.texts, (std::vector<QString>{"<s>", "animal", "ran"}));
    EXPECT_EQ(labels.place(0), "0");
    EXPECT_EQ(labels.place(1), QString::fromUtf8("1–3"));
    EXPECT_EQ(labels.place(2), "4");
    EXPECT_TRUE(labels.untrained(1));   // its second piece is
    EXPECT_FALSE(labels.untrained(0));
    EXPECT_TRUE(labels.words({0, 3}).empty());   // a word needs no bracket
    EXPECT_EQ(AxisLabels::of(tokens, words, 5).trainedContext, 0);
    EXPECT_EQ(AxisLabels::of(tokens, 2).place(3), "3");
}

}   // namespace
}   // namespace ui
