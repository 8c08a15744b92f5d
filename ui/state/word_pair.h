// A pair of words opened to the tokens it is made of.
//
//     w(I, J) = mean over the pieces i of word I of  Σ_{j in word J} P(i, j)
#pragma once

#include <optional>
#include <vector>

#include "ui/plot/axis_labels.h"
#include "ui/state/explore_record.h"
#include "ui/state/selection.h"

namespace ui {

// The tokens on both sides of a pair: one each, or the pieces of a word.
struct PairOfRuns {
    core::Span query;
    core::Span key;
    friend bool operator==(const PairOfRuns&, const PairOfRuns&) = default;
};

// Null for a pair outside the text.
[[nodiscard]] std::optional<PairOfRuns> runsOf(const ExploreRecord& record, Pair pair, AxisUnit unit);

// What one piece of the query word gives to the key word.
struct PieceSum {
    core::Index query = 0;
    std::vector<std::optional<float>> weights;   // [pieces of the key word], null where the pair is absent
    double sum = 0.0;
    bool looks = true;                           // false: its row is empty, and the mean leaves it out
};

struct WordPair {
    PairOfRuns runs;
    bool allowed = false;           // some pair of their tokens is
    double weight = 0.0;            // mean of the sums; as the picture of words has it
    double firstWeight = 0.0;       // of the first word in the same row
    std::vector<PieceSum> pieces;   // one for each piece of the query word; none where a word has more than kMostPieces
};

inline constexpr core::Index kMostPieces = 8;

// The pair of words that a pair of tokens lies in; `words` is the head's map by words. Null for a pair outside the text, and where both words are
// one token: there is nothing to open.
[[nodiscard]] std::optional<WordPair> wordPairOf(const ExploreRecord& record, core::HeadId head, const core::AttentionMap& words, Pair pair);

// How many decimals, as `printed` takes them, it takes for printed numbers to follow from each other: weights add up to the sums, whose mean is the
// pair's weight as `printedWeight` has it.
struct PieceDecimals {
    int weights = 4;
    int sums = 4;
};
[[nodiscard]] PieceDecimals decimalsOf(const WordPair& pair);

}   // namespace ui
