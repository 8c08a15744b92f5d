// Passages that come again: what makes a previous-token head and an induction head worth having.
#pragma once

#include <span>
#include <vector>

#include "core/base/random.h"
#include "core/text/tokens.h"

namespace core
{

struct RepeatOptions {
    Span length = {5, 31};        // tokens of a passage, drawn uniformly
    Span longLength = {31, 65};   // the same for every fourth passage or so, so that the distance is not learned instead of the rule
    double longShare = 0.25;
    Span times = {2, 5};   // how often a passage stands in all: two to four times
};

// Appends passages of ids drawn uniformly from `alphabet`, each repeated at once, until `out` holds `size` ids (the last is cut off).
// Precondition: alphabet is not empty; lengths and times are at least 1.
void appendRandomRepeats(std::span<const TokenId> alphabet, const RepeatOptions& options, Index size, Random& random, std::vector<TokenId>& out);

// Appends `text` in passages of options.length … tokens: each passage comes two to four times, with `separator`, nothing, or the text's own
// continuation of 3 to 12 tokens between its copies, then the text goes on behind it. Stops at `size` ids or at the end of `text`.
void appendNaturalRepeats(std::span<const TokenId> text, std::span<const TokenId> separator, const RepeatOptions& options, Index size, Random& random,
                          std::vector<TokenId>& out);

}   // namespace core
