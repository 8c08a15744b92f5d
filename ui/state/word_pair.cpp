#include "ui/state/word_pair.h"

#include <algorithm>
#include <cmath>

#include "ui/state/numbers.h"

namespace ui {

namespace {

constexpr int kMostDecimals = 15;   // of numbers that stand as 0.0000123, and of a mantissa: double precision has no more

// What the last digit of a printed number stands for; decimals < 0 are those of a mantissa.
double unitOf(double value, int decimals)
{
    const int exponent = decimals >= 0 || value == 0.0 ? 0 : int(std::floor(std::log10(std::abs(value))));
    return std::pow(10.0, exponent - std::abs(decimals));
}

double rounded(double value, int decimals)
{
    const double unit = unitOf(value, decimals);
    return std::round(value / unit) * unit;
}

// Whether a number that was worked out is, rounded like the printed one, that one: clearly, not by a tie. False for NaN.
bool givesPrinted(double workedOut, double value, int decimals)
{
    return std::abs(workedOut - rounded(value, decimals)) <= 0.499 * unitOf(value, decimals);
}

int finer(int decimals) { return decimals >= 0 ? decimals + 1 : decimals - 1; }

// The fewest decimals, from these on, that satisfy; the most there are where none do.
template<class Satisfies>
int fewest(int decimals, const Satisfies& satisfies)
{
    while (std::abs(decimals) < kMostDecimals && !satisfies(decimals)) decimals = finer(decimals);
    return decimals;
}

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

std::optional<WordPair> wordPairOf(const ExploreRecord& record, core::HeadId head, const core::AttentionMap& words, Pair pair)
{
    const std::optional<PairOfRuns> runs = record.has(head) ? runsOf(record, pair, AxisUnit::Words) : std::nullopt;
    if (!runs || runs->query.size() * runs->key.size() == 1) return std::nullopt;
    const core::AttentionMap& map = *record.map(head);   // of tokens
    const core::Index query = record.words->wordOf(pair.query), key = record.words->wordOf(pair.key);
    const core::Cell cell = words.cell(query, key);
    WordPair result{
        .runs = *runs, .allowed = cell.allowed, .weight = double(cell.weight), .firstWeight = double(words.cell(query, 0).weight), .pieces = {}};
    if (std::max(runs->query.size(), runs->key.size()) > kMostPieces) return result;
    for (core::Index i = runs->query.begin; i < runs->query.end; ++i) result.pieces.push_back(opened(map, i, runs->key));
    return result;
}

PieceDecimals decimalsOf(const WordPair& pair)
{
    const int printed = weightDecimals(pair.weight);
    PieceDecimals decimals;
    decimals.sums = fewest(printed, [&](int sums) { return givesPrinted(meanOf(pair, sums), pair.weight, printed); });
    decimals.weights = fewest(decimals.sums, [&](int weights) {
        return std::ranges::all_of(pair.pieces, [&](const PieceSum& piece) { return givesPrinted(sumOf(piece, weights), piece.sum, decimals.sums); });
    });
    return decimals;
}

}   // namespace ui
