// Trainer: weights, optimiser and position of a training run. A step draws a batch, cuts it into a fixed number of shards of whole
// sequences, runs each through its own graph into its own gradient, adds the gradients in order and updates the weights. Nothing
// depends on the number of threads, and a run that was stopped and resumed gives the same bits as one that was not.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/model/model_config.h"
#include "core/model/weights.h"
#include "core/training/adamw.h"
#include "core/training/batch_source.h"
#include "core/training/graph.h"
#include "core/training/training_options.h"

namespace core {

struct TrainingProgress {
    Index step = 0;              // steps done
    Index steps = 0;             // of the whole run
    double loss = 0.0;           // mean cross-entropy of the step's batch, nats per token
    double smoothedLoss = 0.0;   // exponential mean over about 50 steps
    double gradientNorm = 0.0;   // before clipping
    double learningRate = 0.0;
    double tokensPerSecond = 0.0;   // smoothed
    double secondsLeft = 0.0;
};

class Trainer {
public:
    // Whether such a run could start. Errors: those of the configuration and the options; OverBudget.
    [[nodiscard]] static Result<void> check(const ModelConfig& config, const TrainingOptions& options);
    // Random weights at step 0. Errors: those of check().
    [[nodiscard]] static Result<std::unique_ptr<Trainer>> create(const ModelConfig& config, const TrainingOptions& options);
    // Where save() left off. Errors: BadFile naming the file and what is missing, damaged or of another configuration; OverBudget.
    [[nodiscard]] static Result<std::unique_ptr<Trainer>> resume(const std::filesystem::path& checkpoint, const ModelConfig& config);

    // One update. Errors: Cancelled (polled within every layer of every shard), NotFinite naming the step; after either the weights are those
    // before the step.
    [[nodiscard]] Result<TrainingProgress> step(const BatchSource& source, const std::stop_token& stop = {});
    // Weights, moments, step and options as one safetensors file, replaced atomically. Errors: System.
    [[nodiscard]] Result<void> save(const std::filesystem::path& checkpoint) const;

    // Another length of the run, from where it stands. Errors: BadInput when more steps are done; those of the options.
    [[nodiscard]] Result<void> changeSteps(Index steps);

    [[nodiscard]] Index stepsDone() const { return m_step; }
    [[nodiscard]] bool finished() const { return m_step >= m_options.schedule.steps; }
    [[nodiscard]] const TrainingOptions& options() const { return m_options; }
    [[nodiscard]] const ModelConfig& config() const { return m_config; }
    [[nodiscard]] const Weights<float>& weights() const { return m_weights; }

private:
    Trainer(const ModelConfig& config, const TrainingOptions& options, Weights<float> weights);
    void enterStage(const TrainingStage& stage);
    [[nodiscard]] Result<double> lossAndGradients(const BatchSource& source, const std::stop_token& stop);
    [[nodiscard]] TrainingProgress progressAfter(double loss, double norm, double seconds);
    void clearGradients();

    ModelConfig m_config;
    TrainingOptions m_options;
    Weights<float> m_weights;
    AdamW m_adamw;
    Index m_step = 0;
    double m_smoothedLoss = 0.0;
    double m_secondsPerToken = 0.0;   // smoothed, of this process
    Index m_stepsTimed = 0;           // by this process

    TrainingStage m_stage{.context = 0, .batch = 0};               // whose batches the buffers below have room for
    Index m_pieceSequences = 0;                                    // sequences that a graph takes at once
    std::vector<std::unique_ptr<TrainingGraph<float>>> m_graphs;   // one for each shard
    std::vector<Weights<float>> m_gradients;                       // one for each shard
    std::vector<TokenId> m_tokens;                                 // [batch × (context + 1)]
    std::vector<TokenId> m_inputs;                                 // [batch × context]
    std::vector<TokenId> m_targets;                                // [batch × context]
};

// Either function may be empty.
struct TrainingHooks {
    std::function<void(const TrainingProgress&)> progress = {};    // after every step
    std::function<Result<void>(const Trainer&)> checkpoint = {};   // every `checkpointEvery` steps, at a stop and at the end
    Index checkpointEvery = 200;                                   // 0: only at a stop and at the end
};

// What a checkpoint tells without its tensors.
struct TrainingRecord {
    Index stepsDone = 0;
    double smoothedLoss = 0.0;
    TrainingOptions options = {};
};
// Errors: BadFile naming the file and what is missing or damaged.
[[nodiscard]] Result<TrainingRecord> readTrainingRecord(const std::filesystem::path& checkpoint);

// Steps until the run is finished. Errors: those of step(); a stop writes a checkpoint first and is Cancelled.
[[nodiscard]] Result<void> train(Trainer& trainer, const BatchSource& source, const TrainingHooks& hooks, const std::stop_token& stop = {});

}   // namespace core
