#include "core/training/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "core/base/memory.h"
#include "core/base/parallel.h"
#include "core/training/initialise.h"

namespace core {

namespace {

// Rows that a graph takes at once: enough for the products to run at full rate.
constexpr Index kPieceRows = 1024;

Index shardsOf(const TrainingOptions& options, const TrainingStage& stage) { return std::min(options.shards, stage.batch); }

// The largest divisor of the batch that leaves a piece for every shard and stays within kPieceRows (one sequence always goes).
Index pieceSequences(const TrainingOptions& options, const TrainingStage& stage)
{
    Index best = 1;
    for (Index p = 2; p <= stage.batch / shardsOf(options, stage) && p * stage.context <= kPieceRows; ++p)
        if (stage.batch % p == 0) best = p;
    return best;
}

Index parameterCount(const ModelConfig& config)
{
    const Index layer = config.width * (config.qkvWidth() + config.heads * config.headDim + (config.gated ? 3 : 2) * config.mlpWidth);
    return config.layers * layer + (config.tiedHead ? 1 : 2) * config.vocabulary * config.width;
}

// Summed in double, because a legal configuration may ask for more bytes than 64 bits count.
Result<void> checkMemory(const ModelConfig& config, const TrainingOptions& options)
{
    double largest = 0.0;
    for (const TrainingStage& stage : options.stages) {
        const std::int64_t graph = TrainingGraph<float>::bytes(config, pieceSequences(options, stage), stage.context);
        const double tokens = 3.0 * sizeof(TokenId) * double(stage.batch) * double(stage.context + 1);
        largest = std::max(largest, double(graph) * double(shardsOf(options, stage)) + tokens);
    }
    const double parameters = sizeof(float) * double(parameterCount(config)) * double(3 + options.shards);   // values, moments, gradients
    return withinBudget(std::int64_t(std::min(largest + parameters, 0x1p62)), "Training",
                        "Use a smaller model, context or batch, or allow more with --memory.");
}

tl::unexpected<Error> notFinite(const char* what, double value, Index step)
{
    return fail(Fault::NotFinite, fmt::format("The {} is {} at step {}.", what, value, step), "Use a lower learning rate, or a longer warm-up.");
}

// The first value is taken as it is.
double mixIn(double mean, double value, double share) { return mean == 0.0 ? value : mean + share * (value - mean); }

}   // namespace

Trainer::Trainer(const ModelConfig& config, const TrainingOptions& options, Weights<float> weights) :
    m_config(config), m_options(options), m_weights(std::move(weights)), m_adamw(config, options.adamw)
{
}

Result<void> Trainer::check(const ModelConfig& config, const TrainingOptions& options)
{
    FOVEA_CHECK(config.check("The model to train"));
    FOVEA_CHECK(options.check());
    return checkMemory(config, options);
}

Result<std::unique_ptr<Trainer>> Trainer::create(const ModelConfig& config, const TrainingOptions& options)
{
    FOVEA_CHECK(check(config, options));
    return std::unique_ptr<Trainer>(new Trainer(config, options, initialWeights(config, options.seed)));
}

Result<void> Trainer::changeSteps(Index steps)
{
    if (steps < m_step)
        return fail(Fault::BadInput, fmt::format("The run has done {} steps, which is more than {}.", m_step, steps),
                    fmt::format("Give {} steps or more.", m_step));
    const TrainingOptions changed = m_options.withSteps(steps, m_step);
    FOVEA_CHECK(changed.check());
    m_options = changed;
    return {};
}

void Trainer::enterStage(const TrainingStage& stage)
{
    if (stage.context == m_stage.context && stage.batch == m_stage.batch) return;
    m_stage = stage;
    const auto shards = std::size_t(shardsOf(m_options, stage));
    m_pieceSequences = pieceSequences(m_options, stage);
    m_graphs.clear();
    for (std::size_t s = 0; s < shards; ++s) m_graphs.push_back(std::make_unique<TrainingGraph<float>>(m_config, m_pieceSequences, stage.context));
    m_gradients.resize(shards, Weights<float>::zeros(m_config));
    m_tokens.resize(std::size_t(stage.batch * (stage.context + 1)));
    m_inputs.resize(std::size_t(stage.batch * stage.context));
    m_targets.resize(m_inputs.size());
}

Result<double> Trainer::lossAndGradients(const BatchSource& source, const std::stop_token& stop)
{
    const Index length = m_stage.context, pieces = m_stage.batch / m_pieceSequences, shards = Index(m_graphs.size());
    source.fill(m_step, m_stage.batch, length, m_tokens);
    for (Index s = 0; s < m_stage.batch; ++s) {
        const TokenId* row = m_tokens.data() + s * (length + 1);
        std::copy_n(row, length, m_inputs.data() + s * length);
        std::copy_n(row + 1, length, m_targets.data() + s * length);
    }
    const auto rows = std::size_t(m_pieceSequences * length);
    std::vector<double> losses(static_cast<std::size_t>(pieces));
    const bool complete = parallelFor(
        shards,
        [&](Index shard) {
            for (Index piece = pieces * shard / shards; piece < pieces * (shard + 1) / shards && !stop.stop_requested(); ++piece) {
                const std::size_t first = std::size_t(piece) * rows;
                losses[std::size_t(piece)] = m_graphs[std::size_t(shard)]->lossAndGradients(
                    m_weights, std::span(m_inputs).subspan(first, rows), std::span(m_targets).subspan(first, rows), 1.0 / double(m_inputs.size()),
                    m_gradients[std::size_t(shard)], stop);
            }
        },
        stop);
    if (!complete || stop.stop_requested()) return cancelled();
    double loss = 0.0;
    for (const double part : losses) loss += part;
    return loss;
}

void Trainer::clearGradients()
{
    for (Weights<float>& gradient : m_gradients)
        forEachTensor(gradient, [](const std::string&, float* data, Index size, bool) { std::fill_n(data, size, 0.0f); });
}

Result<TrainingProgress> Trainer::step(const BatchSource& source, const std::stop_token& stop)
{
    const auto begin = std::chrono::steady_clock::now();
    enterStage(m_options.stageAt(m_step));
    Result<double> loss = lossAndGradients(source, stop);
    if (loss && !std::isfinite(*loss)) loss = notFinite("loss", *loss, m_step);
    if (!loss) {
        clearGradients();
        return tl::unexpected<Error>(loss.error());
    }
    const double norm = m_adamw.update(m_step + 1, m_options.schedule.rate(m_step), m_weights, m_gradients);
    if (!std::isfinite(norm)) return notFinite("gradient's norm", norm, m_step);
    ++m_step;
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    return progressAfter(*loss, norm, seconds.count());
}

TrainingProgress Trainer::progressAfter(double loss, double norm, double seconds)
{
    m_smoothedLoss = mixIn(m_smoothedLoss, loss, 0.02);
    // A plain mean of the first ten steps, but for the very first, which meets cold memory and is forgotten at the second.
    const double share = std::max(0.1, 1.0 / double(std::max<Index>(1, m_stepsTimed)));
    m_secondsPerToken = mixIn(m_secondsPerToken, seconds / double(m_inputs.size()), share);
    ++m_stepsTimed;
    const double tokensLeft = double(m_options.tokensBefore(m_options.schedule.steps) - m_options.tokensBefore(m_step));
    return {.step = m_step,
            .steps = m_options.schedule.steps,
            .loss = loss,
            .smoothedLoss = m_smoothedLoss,
            .gradientNorm = norm,
            .learningRate = m_options.schedule.rate(m_step - 1),
            .tokensPerSecond = 1.0 / m_secondsPerToken,
            .secondsLeft = tokensLeft * m_secondsPerToken};
}

Result<void> train(Trainer& trainer, const BatchSource& source, const TrainingHooks& hooks, const std::stop_token& stop)
{
    const auto save = [&]() -> Result<void> { return hooks.checkpoint ? hooks.checkpoint(trainer) : Result<void>{}; };
    while (!trainer.finished()) {
        const Result<TrainingProgress> progress = trainer.step(source, stop);
        if (!progress) {
            if (progress.error().fault == Fault::Cancelled) FOVEA_CHECK(save());
            return tl::unexpected<Error>(progress.error());
        }
        if (hooks.progress) hooks.progress(*progress);
        if (hooks.checkpointEvery > 0 && trainer.stepsDone() % hooks.checkpointEvery == 0 && !trainer.finished()) FOVEA_CHECK(save());
    }
    return save();
}

}   // namespace core
