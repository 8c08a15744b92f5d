#include "core/metrics/induction_probe.h"

#include <cassert>

#include "core/base/out_of_memory.h"
#include "core/base/random.h"

namespace core {

InductionProbe inductionProbe(const Tokenizer& tokenizer)
{
    InductionProbe probe{.start = tokenizer.startToken(), .candidates = {}, .order = ProbeOrder::Repeated, .run = {}};
    for (TokenId id = 0; id < TokenId(tokenizer.vocabularySize()); ++id)
        if (!tokenizer.isSpecial(id) && !tokenizer.bytes(id).empty()) probe.candidates.push_back(id);
    return probe;
}

Tokens probeTokens(const InductionProbe& probe, std::uint64_t seed)
{
    assert(!probe.candidates.empty());
    Random random(seed);
    std::vector<Token> drawn(static_cast<std::size_t>(kProbePeriod));
    for (Token& token : drawn) token.id = probe.candidates[std::size_t(random.below(std::int64_t(probe.candidates.size())))];
    Tokens tokens;
    if (probe.start) tokens.items.push_back({.id = *probe.start, .span = {}, .bytes = {}, .special = true, .wordStart = false});
    for (int copy = 0; copy < 2; ++copy) tokens.items.insert(tokens.items.end(), drawn.begin(), drawn.end());
    return tokens;
}

double inductionScore(const AttentionMap& map, Index period)
{
    const Index n = map.queries();
    assert(period >= 1 && n >= 2 * period);
    double sum = 0.0;
    for (Index i = n - period; i < n; ++i) sum += double(map.cell(i, i - period + 1).weight);
    return sum / double(period);
}

namespace {

Result<std::vector<double>> scoresOf(const Transformer& transformer, const InductionProbe& probe)
{
    if (probe.candidates.empty())
        return fail(Fault::BadInput, "The induction probe has no tokens to draw from.", "Use a model whose vocabulary has ordinary tokens.");
    const ModelConfig& config = transformer.config();
    std::vector<double> scores(std::size_t(config.layers * config.heads), 0.0);
    RunOptions options;
    options.plan = probe.run.plan;
    options.backend = probe.run.backend;
    options.stop = probe.run.stop;
    options.logits = Logits::None;
    for (int seed = 0; seed < kProbeSeeds; ++seed) {
        const Tokens repeated = probeTokens(probe, std::uint64_t(seed));
        const Tokens tokens = probe.order == ProbeOrder::Repeated ? repeated : shuffledTokens(repeated, std::uint64_t(seed));
        FOVEA_TRY(recording, transformer.run(tokens, options));
        for (std::size_t i = 0; i < scores.size(); ++i)
            scores[i] += inductionScore(*mapOf(recording, {Index(i) / config.heads, Index(i) % config.heads})) / kProbeSeeds;
    }
    return scores;
}

}   // namespace

Result<std::vector<double>> inductionScores(const Transformer& transformer, const InductionProbe& probe)
{
    return orOutOfMemory([] { return "the induction probe"; }, "Close other programs.", [&] { return scoresOf(transformer, probe); });
}

Tokens shuffledTokens(const Tokens& tokens, std::uint64_t seed)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < tokens.items.size(); ++i)
        if (!tokens.items[i].special) places.push_back(i);
    Tokens result = tokens;
    Random random(seed);
    for (std::size_t i = places.size(); i > 1; --i)   // Fisher–Yates
        std::swap(result.items[places[i - 1]], result.items[places[std::size_t(random.below(std::int64_t(i)))]]);
    return result;
}

}   // namespace core
