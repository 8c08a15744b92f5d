// That a causal row cannot know the future, shown on the model itself: two texts that agree up to one token run through it, and all numbers
// that attention is made of are compared row by row.
#pragma once

#include <cstdint>
#include <optional>

#include "core/model/transformer.h"
#include "core/text/tokenizer.h"

namespace core {

struct FutureProof {
    Index from = 0;                    // first token that differs
    std::int64_t compared = 0;         // numbers of the rows before it: q, k, v and lse of every layer and head
    double before = 0.0;               // largest |difference| among them; 0 is exactly 0, bit for bit
    double after = 0.0;                // … of the rows from there on
    std::optional<HeadId> firstLeak;   // head of the first difference before `from`, in model order; null when there is none
    Index leakingRow = 0;              // … and its row
};

// The text with every token from `from` on exchanged for another ordinary one of the vocabulary, drawn by `seed`.
// Errors: BadInput where `from` is not in [1, N), or the vocabulary has fewer than two ordinary tokens.
[[nodiscard]] Result<Tokens> exchangedFuture(const Tokenizer& tokenizer, const Tokens& tokens, Index from, std::uint64_t seed);

// Both texts run from nothing, because rows that are shared with an earlier run would prove nothing. Equal q, k, v and lse give equal weights
// and outputs: those are computed from them alone. Of the options plan, backend and stop token count.
// Errors: BadInput for texts of different lengths, or equal ones; those of Transformer::run; Cancelled.
[[nodiscard]] Result<FutureProof> proveFuture(const Transformer& transformer, const Tokens& tokens, const Tokens& exchanged,
                                              const RunOptions& options);

}   // namespace core
