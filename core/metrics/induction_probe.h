// The induction probe: does a head look at what followed the last time this token was seen? A text cannot tell that apart from other habits,
// so the model reads start token + R + R, where R has 50 ids drawn uniformly, and the score is the mean of P(i, i − 49) over the second copy.
// Elhage et al. 2021, "A mathematical framework for transformer circuits"; Olsson et al. 2022, arXiv 2209.11895.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/model/transformer.h"
#include "core/recording/attention_map.h"
#include "core/text/tokenizer.h"

namespace core {

inline constexpr Index kProbePeriod = 50;   // ids in R
inline constexpr int kProbeSeeds = 8;       // sequences whose scores are averaged: seeds 0 … 7

// Shuffled is the baseline: the same tokens without the repeat.
enum class ProbeOrder { Repeated, Shuffled };

struct InductionProbe {
    std::optional<TokenId> start;      // first token of every sequence, if the model wants one
    std::vector<TokenId> candidates;   // drawn from uniformly, with replacement
    ProbeOrder order = ProbeOrder::Repeated;
    RunOptions run;   // plan, backend and stop token; the rest is not looked at
};

// The ids of a tokenizer's vocabulary that are not special and stand for something, and its start token.
[[nodiscard]] InductionProbe inductionProbe(const Tokenizer& tokenizer);

// One probe sequence: [start] + R + R, whatever the order asked for. Token texts are empty; only ids count. Precondition: there are candidates.
[[nodiscard]] Tokens probeTokens(const InductionProbe& probe, std::uint64_t seed);

// Mean of P(i, i − (period − 1)) over the last `period` rows: the second copy. Precondition: the map has 2·period rows or more.
[[nodiscard]] double inductionScore(const AttentionMap& map, Index period = kProbePeriod);

// One score for each head, in (layer, head) order: the mean over the seeds. Errors: BadInput without candidates; those of Transformer::run.
[[nodiscard]] Result<std::vector<double>> inductionScores(const Transformer& transformer, const InductionProbe& probe);

// The same tokens in random order, special tokens in their places: what a head scores on it is what it scores by chance and habit. Every token
// keeps the span of the text it came from. A shuffle depends on the seed and the number of tokens alone.
[[nodiscard]] Tokens shuffledTokens(const Tokens& tokens, std::uint64_t seed);

}   // namespace core
