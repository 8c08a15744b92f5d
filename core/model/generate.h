// Generation: one token after another with the KV cache, which is the recording's own k and v.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/model/transformer.h"

namespace core {

struct Sampling {
    double temperature = 0.0;   // 0: the most likely token (lowest id on ties)
    Index topK = 0;             // 0: no limit
    double topP = 1.0;          // smallest set of tokens whose probability reaches topP
    std::uint64_t seed = 0;
    // Errors: BadInput naming the parameter and its legal range.
    [[nodiscard]] Result<void> check() const;
};

struct GeneratedToken {
    TokenId id = 0;
    double logProbability = 0.0;   // under the model at temperature 1
    std::int64_t kvBytes = 0;      // bytes of k and v rows held after this token, all layers
};

struct NextToken {
    TokenId id = 0;
    double probability = 0.0;
};
// The n most likely next tokens of a row of logits [V], most likely first.
[[nodiscard]] std::vector<NextToken> mostLikely(const float* logits, Index vocabulary, Index n);

// Continues `prompt` ids by `count` tokens (fewer when the end token comes: it is included). `each` sees every token; Errors: as run().
[[nodiscard]] Result<std::vector<GeneratedToken>> generate(const Transformer& transformer, const std::vector<TokenId>& prompt, Index count,
                                                           const Sampling& sampling, const AttentionPlan& plan, const std::stop_token& stop,
                                                           const std::function<void(const GeneratedToken&)>& each = {});

}   // namespace core
