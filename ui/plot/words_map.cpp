#include "ui/plot/words_map.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <vector>

#include "core/base/unique_id.h"
#include "core/recording/weight_strips.h"

namespace ui {

namespace {

using core::Index;
using core::Span;

constexpr Index kFewPieces = 8;   // of a query word: so few are summed anew whenever somebody asks

// All that a word of many pieces looks at.
struct WordRow {
    std::vector<float> weights;   // [W]
    std::vector<Pair> strongest;  // [W], the pair of tokens that each pair of words stands for
};

// Pointing at a word asks for its weights many times over, and a word of a thousand pieces has millions of them: its row is computed once and kept,
// W numbers for each such word. Drawing the picture computes them first, away from the GUI thread.
class WordsMap final : public core::AttentionMap {
public:
    WordsMap(core::MapPtr map, core::WordsPtr words) : m_map(std::move(map)), m_words(std::move(words)), m_kept(std::size_t(m_words->size())) {}

    [[nodiscard]] std::uint64_t id() const override { return m_id; }
    [[nodiscard]] core::MatrixKind kind() const override { return m_map->kind(); }
    [[nodiscard]] Index queries() const override { return m_words->size(); }
    [[nodiscard]] Index keys() const override { return m_words->size(); }
    [[nodiscard]] bool allowed(Index query, Index key) const override
    {
        return m_map->allowedIn(m_words->tokensOf(query), m_words->tokensOf(key)) > 0;
    }
    [[nodiscard]] core::KeyRuns allowedKeys(Index query) const override
    {
        core::KeyRuns all;
        const Span pieces = m_words->tokensOf(query);
        for (Index i = pieces.begin; i < pieces.end; ++i) {
            core::KeyRuns own;
            for (const Span run : m_map->allowedKeys(i)) appendWords(own, m_words->wordsOf(run));
            all = core::unionOf(all, own);
        }
        return all;
    }
    [[nodiscard]] Index allowedIn(Span rows, Span keys) const override
    {
        Index count = 0;
        for (Index i = rows.begin; i < rows.end; ++i) count += core::countWithin(allowedKeys(i), keys);
        return count;
    }
    // Every token weight is computed once for the whole matrix: shared out among its words.
    [[nodiscard]] Index workPerCell() const override
    {
        const Index perWord = core::ceilDiv(m_words->tokenCount(), m_words->size());
        return m_map->workPerCell() * perWord * perWord;
    }
    void weights(Span rows, Span keys, float* out) const override
    {
        for (Index word = rows.begin; word < rows.end;) {
            Index end = word;
            while (end < rows.end && !hasManyPieces(end)) ++end;
            sumUp({word, end}, keys, out);
            out += (end - word) * keys.size();
            for (word = end; word < rows.end && hasManyPieces(word); ++word, out += keys.size())
                std::copy_n(rowOf(word)->weights.begin() + keys.begin, keys.size(), out);
        }
    }
    [[nodiscard]] Pair strongest(Pair pair) const
    {
        if (hasManyPieces(pair.query)) return rowOf(pair.query)->strongest[std::size_t(pair.key)];
        return strongestPiece(*m_map, m_words->tokensOf(pair.query), m_words->tokensOf(pair.key));
    }

private:
    [[nodiscard]] bool hasManyPieces(Index word) const { return m_words->tokensOf(word).size() > kFewPieces; }
    // Sums of a word pair are double: a word may have thousands of pieces.
    void sumUp(Span rows, Span keys, float* out) const
    {
        std::vector<double> sums(std::size_t(rows.size() * keys.size()));
        if (sums.empty()) return;
        core::forEachStrip(*m_map, m_words->tokensOf(rows), m_words->tokensOf(keys), [&](const core::WeightStrip& strip) {
            for (Index i = strip.rows.begin; i < strip.rows.end; ++i) {
                double* row = sums.data() + (m_words->wordOf(i) - rows.begin) * keys.size();
                for (const Span run : strip.runsOf(i))
                    for (Index j = run.begin; j < run.end; ++j) row[m_words->wordOf(j) - keys.begin] += double(*strip.from(i, j));
            }
        });
        for (Index word = rows.begin; word < rows.end; ++word)
            out = average(word, sums.data() + (word - rows.begin) * keys.size(), keys.size(), out);
    }
    float* average(Index word, const double* sums, Index keys, float* out) const
    {
        const Index pieces = std::max<Index>(lookingPieces(word), 1);
        return std::transform(sums, sums + keys, out, [pieces](double sum) { return float(sum / double(pieces)); });
    }
    [[nodiscard]] std::shared_ptr<const WordRow> rowOf(Index word) const
    {
        {
            const std::lock_guard lock(m_mutex);
            if (const auto& kept = m_kept[std::size_t(word)]) return kept;
        }
        auto row = computed(word);   // two threads may both do so; they find the same
        const std::lock_guard lock(m_mutex);
        return m_kept[std::size_t(word)] = std::move(row);
    }
    [[nodiscard]] std::shared_ptr<const WordRow> computed(Index word) const
    {
        const Index words = m_words->size();
        const Span pieces = m_words->tokensOf(word);
        std::vector<double> sums(std::size_t(words), 0.0);
        std::vector<float> most(std::size_t(words), -1.0f);
        auto row = std::make_shared<WordRow>();
        row->weights.resize(std::size_t(words));
        for (Index key = 0; key < words; ++key) row->strongest.push_back({pieces.end - 1, m_words->tokensOf(key).begin});
        core::forEachStrip(*m_map, pieces, {0, m_words->tokenCount()}, [&](const core::WeightStrip& strip) {
            for (Index i = strip.rows.begin; i < strip.rows.end; ++i)
                for (const Span run : strip.runsOf(i))
                    for (Index j = run.begin; j < run.end; ++j) {
                        const auto key = std::size_t(m_words->wordOf(j));
                        const float weight = *strip.from(i, j), size = std::abs(weight);
                        sums[key] += double(weight);
                        if (size > most[key] || (size == most[key] && i < row->strongest[key].query)) most[key] = size, row->strongest[key] = {i, j};
                    }
        });
        average(word, sums.data(), words, row->weights.data());
        return row;
    }
    // Runs of tokens may end and begin inside one word, so that their words overlap.
    static void appendWords(core::KeyRuns& runs, Span words)
    {
        if (!runs.empty() && words.begin < runs.back().end) words.begin = runs.back().end;
        if (!words.empty()) core::appendRun(runs, words);
    }
    // Pieces of a word whose rows are not empty.
    [[nodiscard]] Index lookingPieces(Index word) const
    {
        const Span pieces = m_words->tokensOf(word);
        Index count = 0;
        for (Index i = pieces.begin; i < pieces.end; ++i) count += m_map->allowedKeys(i).empty() ? 0 : 1;
        return count;
    }

    core::MapPtr m_map;
    core::WordsPtr m_words;
    std::uint64_t m_id = core::nextUniqueId();
    mutable std::mutex m_mutex;
    mutable std::vector<std::shared_ptr<const WordRow>> m_kept;   // [W]; null: not asked for yet, or of few pieces
};

}   // namespace

core::MapPtr byWords(core::MapPtr map, core::WordsPtr words)
{
    if (!map || !words || words->size() == words->tokenCount()) return map;
    return std::make_shared<const WordsMap>(std::move(map), std::move(words));
}

Pair strongestPiece(const core::AttentionMap& tokens, Span query, Span key)
{
    if (query.size() == 1 && key.size() == 1) return {query.begin, key.begin};
    const auto strongest = tokens.strongest(1, query, key);
    if (strongest && !strongest->empty()) return {strongest->front().query, strongest->front().key};
    return {query.end - 1, key.begin};
}

Pair strongestPiece(const core::AttentionMap& map, const core::AttentionMap& tokens, const core::Words& words, Pair pair)
{
    const auto* ofWords = dynamic_cast<const WordsMap*>(&map);
    return ofWords ? ofWords->strongest(pair) : strongestPiece(tokens, words.tokensOf(pair.query), words.tokensOf(pair.key));
}

}   // namespace ui
