// What a training run is told; part of every checkpoint, so that a resumed run goes on exactly as it began.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/training/adamw.h"
#include "core/training/mixture.h"
#include "core/training/schedule.h"

namespace core {

// The batches up to (not including) step `untilStep`: their shape, and what a corpus is mixed with.
struct TrainingStage {
    Index untilStep = 0;
    Index context = 128;   // tokens of a sequence
    Index batch = 32;      // sequences of a step
    MixtureWeights text = {};
    friend bool operator==(const TrainingStage&, const TrainingStage&) = default;
};

struct TrainingOptions {
    Schedule schedule = {};   // schedule.steps is the length of the run
    AdamWOptions adamw = {};
    std::vector<TrainingStage> stages = {};   // rising untilStep; the last one reaches the end of the run
    std::string data = {};                    // what the run learns from, a task or a corpus by its content; empty: not told
    std::uint64_t seed = 1;                   // of the initial weights
    Index shards = 4;                         // a batch is cut into so many parts: results depend on it, and not on the number of threads
    friend bool operator==(const TrainingOptions&, const TrainingOptions&) = default;

    [[nodiscard]] const TrainingStage& stageAt(Index step) const;   // of options that pass check()
    [[nodiscard]] std::int64_t tokensBefore(Index step) const;      // of all batches up to (not including) `step`
    // Errors: BadInput naming the option, its value and what is legal.
    [[nodiscard]] Result<void> check() const;
    [[nodiscard]] Json toJson() const;
    // Errors: BadFile naming the member, or what check() does not allow.
    [[nodiscard]] static Result<TrainingOptions> fromJson(const Json& json);

    // The same plan with another number of steps: what lies behind `done` steps is stretched or compressed, what lies before stays.
    [[nodiscard]] TrainingOptions withSteps(Index steps, Index done) const;
};

// The recipe of the built-in model: short contexts with many repeats until heads have learned to copy (that took 3.5 to 4.5 million
// tokens), then longer ones with more natural text, the last fifth at 2,048. Every step sees 4,096 tokens.
[[nodiscard]] TrainingOptions defaultTraining(Index steps);

// Steps of one shape and mixture.
[[nodiscard]] TrainingOptions uniformTraining(Index steps, Index context, Index batch);

}   // namespace core
