#include "ui/state/word_pair.h"

#include <algorithm>
#include <cmath>

#include "ui/plot/words_map.h"

namespace ui {

namespace {

constexpr int kMostDecimals = 9;   // single precision has no more

double rounded(double value, int decimals)
{
    const double ten = std::pow(10.0, decimals);
    return std::round(value * ten) / ten;
}

// NaN compares unequal and ends at the most.
bool printsAlike(double a, double b, int decimals) { return std::abs(rounded(a, decimals) - rounded(b, decimals)) <= 0.1 * std::pow(10.0, -decimals); }

double meanOf(const WordPair& pair, int decimals)
{
    double sum = 0.0;
    int looking = 0;
    for (const PieceSum& piece : pair.pieces)
        if (piece.looks) sum += rounded(piece.sum, decimals), ++looking;
    return looking > 0 ? sum / looking : 0.0;
}

double sumOf(const PieceSum& piece, int decimals)
{
    double sum = 0.0;
    for (const std::optional<float>& weight : piece.weights)
        if (weight) sum += rounded(double(*weight), decimals);
    return sum;
}

PieceSum opened(const core::AttentionMap& map, core::Index query, core::Span key)
{
    PieceSum piece{.query = query, .weights = {}, .looks = !map.allowedKeys(query).empty()};
    for (core::Index j = key.begin; j < key.end; ++j) {
        const core::Cell cell = map.cell(query, j);
        piece.weights.push_back(cell.allowed ? std::optional(cell.weight) : std::nullopt);
        if (cell.allowed) piece.sum += double(cell.weight);
    }
    return piece;
}

}   // namespace

std::optional<PairOfRuns> runsOf(const ExploreRecord& record, Pair pair, AxisUnit unit)
{
    if (!record.has(pair.query, pair.key)) return std::nullopt;
    if (unit == AxisUnit::Tokens || !record.words) return PairOfRuns{{pair.query, pair.query + 1}, {pair.key, pair.key + 1}};
    const core::Words& words = *record.words;
    return PairOfRuns{words.tokensOf(words.wordOf(pair.query)), words.tokensOf(words.wordOf(pair.key))};
}

std::optional<WordPair> wordPairOf(const ExploreRecord& record, core::HeadId head, Pair pair)
{
    const std::optional<PairOfRuns> runs = record.has(head) ? runsOf(record, pair, AxisUnit::Words) : std::nullopt;
    if (!runs || runs->query.size() * runs->key.size() == 1) return std::nullopt;
    const core::AttentionMap& map = *record.map(head);   // of tokens
    const core::MapPtr words = byWords(record.map(head), record.words);
    const core::Index query = record.words->wordOf(pair.query), key = record.words->wordOf(pair.key);
    const core::Cell cell = words->cell(query, key);
    WordPair result{
        .runs = *runs, .allowed = cell.allowed, .weight = double(cell.weight), .firstWeight = double(words->cell(query, 0).weight), .pieces = {}};
    if (std::max(runs->query.size(), runs->key.size()) > kMostPieces) return result;
    for (core::Index i = runs->query.begin; i < runs->query.end; ++i) result.pieces.push_back(opened(map, i, runs->key));
    return result;
}

PieceDecimals decimalsOf(const WordPair& pair)
{
    PieceDecimals decimals;
    while (decimals.sums < kMostDecimals && !printsAlike(meanOf(pair, decimals.sums), pair.weight, 4)) ++decimals.sums;
    const auto addsUp = [&](const PieceSum& piece) { return printsAlike(sumOf(piece, decimals.weights), piece.sum, decimals.sums); };
    decimals.weights = decimals.sums;
    while (decimals.weights < kMostDecimals && !std::ranges::all_of(pair.pieces, addsUp)) ++decimals.weights;
    return decimals;
}

}   // namespace ui
