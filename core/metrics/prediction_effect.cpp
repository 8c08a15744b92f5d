#include "core/metrics/prediction_effect.h"

#include <algorithm>
#include <cmath>

#include "core/metrics/next_token_loss.h"
#include "core/model/generate.h"

namespace core {

namespace {

bool holds(const std::vector<NextToken>& tokens, TokenId id)
{
    return std::ranges::any_of(tokens, [id](const NextToken& token) { return token.id == id; });
}

}   // namespace

double divergenceOf(const std::vector<double>& own, const std::vector<double>& changed)
{
    double divergence = 0.0;
    for (std::size_t i = 0; i < own.size(); ++i) divergence += std::exp(own[i]) * (own[i] - changed[i]);
    return std::max(0.0, divergence);   // it is never negative but for rounding
}

double divergenceOf(const float* own, const float* changed, Index vocabulary)
{
    return divergenceOf(logProbabilities(own, vocabulary), logProbabilities(changed, vocabulary));
}

PredictionEffect predictionEffect(const float* own, const float* changed, Index vocabulary, Index n)
{
    const std::vector<double> before = logProbabilities(own, vocabulary), after = logProbabilities(changed, vocabulary);
    PredictionEffect effect;
    effect.divergence = divergenceOf(before, after);

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
