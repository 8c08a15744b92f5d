// What a changed attention does to the prediction: the next token's distribution with the model's own attention beside the one that came out.
// It shows an effect, not an explanation: heads make up for one another, so a head without an effect may still do what it seems to do.
#pragma once

#include <vector>

#include "core/base/shape.h"
#include "core/text/tokens.h"

namespace core {

enum class Candidacy {
    Stayed,    // among the n most likely tokens of both
    Entered,   // only with the changed attention
    Left,      // only with the model's own
};

struct Candidate {
    TokenId id = 0;
    double probability = 0.0;   // with the changed attention
    double own = 0.0;           // with the model's own
    Candidacy candidacy = Candidacy::Stayed;
};

struct PredictionEffect {
    double divergence = 0.0;             // Kullback-Leibler, Σ own·ln(own / changed), in nats
    std::vector<Candidate> candidates;   // the n most likely tokens, then those that left; most likely first in each
};

// Of two rows of finite logits [V]; equal rows have a divergence of exactly 0.
[[nodiscard]] double divergenceOf(const float* own, const float* changed, Index vocabulary);
[[nodiscard]] double divergenceOf(const std::vector<double>& own, const std::vector<double>& changed);   // of their ln softmax, logProbabilities
[[nodiscard]] PredictionEffect predictionEffect(const float* own, const float* changed, Index vocabulary, Index n);

}   // namespace core
