#include "ui/plot/words_map.h"

#include <algorithm>
#include <vector>

#include "core/base/unique_id.h"
#include "core/recording/weight_strips.h"

namespace ui {

namespace {

using core::Index;
using core::Span;

class WordsMap final : public core::AttentionMap {
public:
    WordsMap(core::MapPtr map, core::WordsPtr words) : m_map(std::move(map)), m_words(std::move(words)) {}

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
    // Sums of a word pair are double: a word may have thousands of pieces.
    void weights(Span rows, Span keys, float* out) const override
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
        for (Index word = rows.begin; word < rows.end; ++word) {
            const Index pieces = std::max<Index>(lookingPieces(word), 1);
            const double* row = sums.data() + (word - rows.begin) * keys.size();
            for (Index j = 0; j < keys.size(); ++j) *out++ = float(row[j] / double(pieces));
        }
    }

private:
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

}   // namespace ui
