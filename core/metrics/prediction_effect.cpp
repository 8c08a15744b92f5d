#include "core/metrics/prediction_effect.h"

#include <algorithm>
#include <cmath>

#include "core/model/generate.h"

namespace core {

namespace {

// ln softmax, taken in double around the maximum.
std::vector<double> logProbabilities(const float* logits, Index vocabulary)
{
    std::vector<double> result(logits, logits + vocabulary);
    if (result.empty()) return result;
    const double top = *std::max_element(result.begin(), result.end());
    double sum = 0.0;
    for (double& x : result) sum += std::exp(x -= top);
    for (double& x : result) x -= std::log(sum);
    return result;
}

bool holds(const std::vector<NextToken>& tokens, TokenId id)
{
    return std::ranges::any_of(tokens, [id](const NextToken& token) { return token.id == id; });
}

}   // namespace

PredictionEffect predictionEffect(const float* own, const float* changed, Index vocabulary, Index n)
{
    const std::vector<double> before = logProbabilities(own, vocabulary), after = logProbabilities(changed, vocabulary);
    PredictionEffect effect;
    for (std::size_t i = 0; i < before.size(); ++i) effect.divergence += std::exp(before[i]) * (before[i] - after[i]);
    effect.divergence = std::max(0.0, effect.divergence);   // it is never negative but for rounding

    const std::vector<NextToken> ownTop = mostLikely(own, vocabulary, n), top = mostLikely(changed, vocabulary, n);
    const auto add = [&](TokenId id, Candidacy candidacy) {
        effect.candidates.push_back({id, std::exp(after[std::size_t(id)]), std::exp(before[std::size_t(id)]), candidacy});
    };
    for (const NextToken& token : top) add(token.id, holds(ownTop, token.id) ? Candidacy::Stayed : Candidacy::Entered);
    for (const NextToken& token : ownTop)
        if (!holds(top, token.id)) add(token.id, Candidacy::Left);
    return effect;
}

}   // namespace core
