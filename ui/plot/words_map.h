// A map of words instead of tokens: keys are summed, query pieces averaged,
//
//     w(I, J) = mean over the pieces i of word I of  Σ_{j in word J} P(i, j)
//
// so that a row of words says where a word looks and sums to what the rows of its pieces sum to. Raw token weights stay with the map it was made of.
#pragma once

#include "core/recording/attention_map.h"
#include "core/text/words.h"
#include "ui/state/selection.h"

namespace ui {

// A pair of words is absent only where all pairs of their tokens are. Pieces whose rows are empty look nowhere and are left out of the mean; a
// word of such pieces has an empty row. Where every word is one token the map stays itself.
// Precondition: the map is square over the tokens of `words`.
[[nodiscard]] core::MapPtr byWords(core::MapPtr map, core::WordsPtr words);

// The pair of tokens that a pair of words stands for: the one of the largest raw weight, the first of equal ones. Where none is allowed, the
// last piece of the query and the first of the key, which lie nearest to being so.
[[nodiscard]] Pair strongestPiece(const core::AttentionMap& tokens, core::Span query, core::Span key);
// The same for a pair of the map that `byWords` made of these tokens and words. Of a word of many pieces it is found with the word's weights, once.
[[nodiscard]] Pair strongestPiece(const core::AttentionMap& map, const core::AttentionMap& tokens, const core::Words& words, Pair pair);

}   // namespace ui
