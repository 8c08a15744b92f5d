// How well a model predicts text it was not trained on, in bits per character, which unlike loss per token compares across tokenizers.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/transformer.h"
#include "core/text/tokenizer.h"
#include "core/training/corpus.h"

namespace core {

struct TextScore {
    std::string source;
    Index documents = 0;
    Index characters = 0;                            // Unicode code points
    Index tokens = 0;                                // predicted, each exactly once
    double nats = 0.0;                               // sum of −ln P(token | what stands before it in its window)
    double shuffledNats = 0.0;                       // the same with the tokens of each window in random order
    [[nodiscard]] double bitsPerCharacter() const;   // nats / ln 2 / characters; NaN without characters
    [[nodiscard]] double shuffledBitsPerCharacter() const;
};

struct TextScoreOptions {
    Index context = 512;          // positions of a window, the start token among them; clipped to the model's own
    Index characters = 200'000;   // documents are taken in an order of their own until they hold so many
    std::uint64_t seed = 1;
    std::stop_token stop = {};
};

// Number of code points of valid UTF-8.
[[nodiscard]] Index codePoints(std::string_view text);

// −ln softmax(logits)[target] of one row, in double precision. logits [vocabulary]; 0 ≤ target < vocabulary.
[[nodiscard]] double crossEntropy(const float* logits, Index vocabulary, TokenId target);

// A document is cut into consecutive windows of context − 1 tokens, each behind a start token of its own, so that the first tokens of a
// window are predicted from little: the score is an upper bound of what a sliding context would give.
// One entry for each source that had documents, in the order of corpus.sources. Errors: BadInput for a tokenizer without start token or a
// context below 2; those of encoding and running.
[[nodiscard]] Result<std::vector<TextScore>> scoreText(const Transformer& transformer, const Tokenizer& tokenizer, const Corpus& corpus,
                                                       const TextScoreOptions& options);
[[nodiscard]] TextScore totalOf(const std::vector<TextScore>& scores);   // source "all"

}   // namespace core
