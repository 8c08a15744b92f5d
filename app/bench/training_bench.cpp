// How fast the built-in model would be trained.
#include <chrono>
#include <limits>

#include "app/bench/registry.h"
#include "core/base/random.h"
#include "core/training/training_run.h"

namespace app {

namespace {

using core::Index;

// What a token is does not change what a step costs.
class RandomTokens : public core::BatchSource {
public:
    explicit RandomTokens(Index vocabulary) : m_vocabulary(vocabulary) {}
    void fill(Index step, Index, Index, std::span<core::TokenId> tokens) const override
    {
        core::Random random{std::uint64_t(step)};
        for (core::TokenId& token : tokens) token = core::TokenId(random.below(m_vocabulary));
    }

private:
    Index m_vocabulary;
};

// Steps of the built-in model's first stage: forward, backward and update.
BenchEntry tokensPerSecond(Effort effort)
{
    BenchEntry entry{.value = std::numeric_limits<double>::quiet_NaN(), .unit = "tokens/s"};
    const core::TrainingOptions options = core::defaultTraining(1000);
    const auto trainer = core::Trainer::create(core::smallModel(core::kUsualVocabulary, 0), options);
    if (!trainer) return entry;   // a memory budget too small for it: not measured
    const RandomTokens source(core::kUsualVocabulary);
    const double tokens = double(options.stages.front().context * options.stages.front().batch);
    std::vector<double> rates;
    for (double spent = 0.0; rates.size() < 3 || spent < (effort == Effort::Quick ? 2.0 : 10.0);) {
        const auto begin = std::chrono::steady_clock::now();
        if (!(*trainer)->step(source)) return entry;
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        rates.push_back(tokens / seconds.count());
        spent += seconds.count();
    }
    entry.value = medianOf(rates);
    return entry;
}

}   // namespace

std::vector<Bench> trainingBenches() { return {{"training.tokens", tokensPerSecond}}; }

}   // namespace app
