#include "core/model/generate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "core/base/memory.h"
#include "core/base/out_of_memory.h"
#include "core/base/random.h"

namespace core {

namespace {

// Most likely first, lowest id on ties.
std::vector<TokenId> ranked(const float* logits, Index vocabulary, Index n)
{
    std::vector<TokenId> ids(static_cast<std::size_t>(vocabulary));
    std::iota(ids.begin(), ids.end(), TokenId(0));
    const auto before = [logits](TokenId a, TokenId b) { return logits[a] != logits[b] ? logits[a] > logits[b] : a < b; };
    const auto end = ids.begin() + std::clamp(n, Index(0), vocabulary);
    std::partial_sort(ids.begin(), end, ids.end(), before);
    ids.erase(end, ids.end());
    return ids;
}

// ln Σ exp(x_i / temperature), taken in double around the maximum.
double logSumExp(const float* x, Index n, double temperature)
{
    const double top = *std::max_element(x, x + n);
    double sum = 0.0;
    for (Index i = 0; i < n; ++i) sum += std::exp((double(x[i]) - top) / temperature);
    return top / temperature + std::log(sum);
}

// Draws from softmax(logits / temperature) cut to the topK most likely tokens and then to the smallest set that reaches topP.
TokenId drawn(const float* logits, Index vocabulary, const Sampling& sampling, Random& random)
{
    const Index limit = sampling.topK > 0 ? std::min(sampling.topK, vocabulary) : vocabulary;
    std::vector<TokenId> ids = ranked(logits, vocabulary, limit);
    std::vector<double> weights;
    const double top = logits[ids.front()];
    for (const TokenId id : ids) weights.push_back(std::exp((double(logits[id]) - top) / sampling.temperature));
    const double all = std::reduce(weights.begin(), weights.end());
    double kept = 0.0;
    std::size_t count = 0;
    do kept += weights[count++];
    while (count < weights.size() && kept < sampling.topP * all);
    double at = random.uniform() * kept;
    for (std::size_t i = 0; i + 1 < count; ++i)
        if ((at -= weights[i]) < 0.0) return ids[i];
    return ids[count - 1];
}

std::int64_t kvBytes(const Recording& recording)
{
    std::int64_t bytes = 0;
    for (const AttentionSite& site : recording.sites) bytes += site.k.rows() * (site.k.heads() * site.k.width() + site.v.heads() * site.v.width());
    return bytes * std::int64_t(sizeof(float));
}

// What is held at the end: the rows of all tokens, and the tokens. In double, because the count may be anything; each run looks after itself.
Result<void> checkMemory(const ModelConfig& config, Index prompt, Index count)
{
    const double rows = sizeof(float) * double(config.layers) * double(config.qkvWidth() + config.heads);
    const double bytes = (rows + sizeof(Token) + sizeof(GeneratedToken)) * (double(prompt) + double(count));
    return withinBudget(std::int64_t(std::min(bytes, 0x1p62)), fmt::format("Generating {} tokens", count),
                        "Generate fewer tokens, or allow more with --memory.");
}

Result<std::vector<GeneratedToken>> continued(const Transformer& transformer, const std::vector<TokenId>& prompt, Index count,
                                              const Sampling& sampling, const AttentionPlan& plan, const std::stop_token& stop,
                                              const std::function<void(const GeneratedToken&)>& each)
{
    FOVEA_CHECK(sampling.check());
    if (prompt.empty()) return fail(Fault::BadInput, "There is no token to continue from.", "Give a text, or a model with a start token.");
    FOVEA_CHECK(checkMemory(transformer.config(), Index(prompt.size()), count));
    const Index vocabulary = transformer.config().vocabulary;
    Random random(sampling.seed);
    Tokens tokens;
    for (const TokenId id : prompt) tokens.items.push_back({.id = id, .span = {}, .bytes = {}});
    RunOptions options;
    options.plan = plan;
    options.stop = stop;
    std::vector<GeneratedToken> generated;
    while (Index(generated.size()) < count) {
        // The earlier rows are those of the recording before: each step computes one row.
        FOVEA_TRY(recording, transformer.run(tokens, options));
        const float* logits = recording->logits.data();
        const TokenId id = sampling.temperature > 0.0 ? drawn(logits, vocabulary, sampling, random) : ranked(logits, vocabulary, 1).front();
        generated.push_back({id, double(logits[id]) - logSumExp(logits, vocabulary, 1.0), kvBytes(*recording)});
        if (each) each(generated.back());
        if (transformer.config().endToken == id) break;
        tokens.items.push_back({.id = id, .span = {}, .bytes = {}});
        options.previous = std::move(recording);
    }
    return generated;
}

}   // namespace

Result<void> Sampling::check() const
{
    const auto illegal = [](const char* name, double value, const char* legal) {
        return fail(Fault::BadInput, fmt::format("The {} is {}; legal is {}.", name, value, legal), "Choose a value in that range.");
    };
    if (!(temperature >= 0.0) || !std::isfinite(temperature)) return illegal("temperature", temperature, "0 (the most likely token) or above");
    if (topK < 0) return illegal("top-k", double(topK), "0 (no limit) or above");
    if (!(topP > 0.0 && topP <= 1.0)) return illegal("top-p", topP, "above 0, up to 1");
    return {};
}

std::vector<NextToken> mostLikely(const float* logits, Index vocabulary, Index n)
{
    std::vector<NextToken> result;
    if (vocabulary == 0) return result;
    const double normaliser = logSumExp(logits, vocabulary, 1.0);
    for (const TokenId id : ranked(logits, vocabulary, n)) result.push_back({id, std::exp(double(logits[id]) - normaliser)});
    return result;
}

Result<std::vector<GeneratedToken>> generate(const Transformer& transformer, const std::vector<TokenId>& prompt, Index count,
                                             const Sampling& sampling, const AttentionPlan& plan, const std::stop_token& stop,
                                             const std::function<void(const GeneratedToken&)>& each)
{
    return orOutOfMemory([&] { return fmt::format("generating {} tokens", count); }, "Generate fewer tokens, or close other programs.",
                         [&] { return continued(transformer, prompt, count, sampling, plan, stop, each); });
}

}   // namespace core
