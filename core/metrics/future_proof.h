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
    std::int64_t compared = 0;         // numbers of the rows before it: q, k, v and lse of every layer and head, or its outputs and lse
    double before = 0.0;               // largest |difference| among them; 0 is exactly 0, bit for bit
    double after = 0.0;                // … of the rows from there on; infinite where they are not numbers any more
    std::optional<HeadId> firstLeak;   // head of the first difference before `from`, in model order; null when there is none
    Index leakingRow = 0;              // … and its row
};

enum class Exchange { EveryToken, NextToken };

// The text with every token from `from` on, or that one alone, exchanged for another ordinary one of the vocabulary, drawn by `seed`.
// Errors: BadInput where `from` is not in [1, N), or the vocabulary has fewer than two ordinary tokens.
[[nodiscard]] Result<Tokens> exchangedFuture(const Tokenizer& tokenizer, const Tokens& tokens, Index from, std::uint64_t seed,
                                             Exchange exchange = Exchange::EveryToken);

// Both texts run from nothing, because rows that are shared with an earlier run would prove nothing. Equal q, k, v and lse give equal weights
// and outputs: those are computed from them alone. Of the options plan, backend and stop token count.
// Errors: BadInput for texts of different lengths, or equal ones; those of Transformer::run; Cancelled.
[[nodiscard]] Result<FutureProof> proveFuture(const Transformer& transformer, const Tokens& tokens, const Tokens& exchanged,
                                              const RunOptions& options);

// The same with poison for a future: in every layer queries, keys and values from row `from` on are made NaN, and the rows before are attended
// again, over what they choose from these numbers where a pattern selects. What is shown is that their outputs and lse keep every bit: no number
// behind them has a part in what comes out. How a backend keeps absent keys away is its own affair; the CPU's multiplies them by 0 in whole tiles,
// and does that again without them where they were NaN. What follows attention in a layer treats each row alone. `after` says that the poison works:
// with its own query clean, row `from` meets NaN by the keys and values that it may see.
// Errors: BadInput where `from` is not in [1, N); those of Transformer::run and of the backend, which name the head and row that met the poison
// before it may.
[[nodiscard]] Result<FutureProof> provePoison(const Transformer& transformer, const Tokens& tokens, Index from, const RunOptions& options);

}   // namespace core
