// A training run as a person starts it: a folder of text or a task in, an ordinary model folder (config.json, model.safetensors,
// tokenizer.json) out, with a checkpoint beside it from which the run goes on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "core/training/trainer.h"

namespace core {

enum class RunStart {
    New,      // refuses a folder that holds a complete checkpoint or a model already
    Resume,   // goes on from the checkpoint with the model, tokenizer and options the run was started with; its text must be the same
};

struct TrainingRun {
    std::filesystem::path corpus = {};                  // folder of *.jsonl files; empty: a task
    std::string task = {};                              // see tasks.h; empty: a corpus
    std::filesystem::path out = {};                     // made when it does not exist
    std::optional<std::filesystem::path> config = {};   // of a new run: config.json of its model; none: fovea-s, or a smaller model for a task
    TrainingOptions options = {};                       // of a new run
    std::optional<Index> steps = {};                    // of a resumed run: another length than it was started with
    Index vocabulary = 4096;                            // of a tokenizer that is trained
    RunStart start = RunStart::New;
    Index checkpointEvery = 200;
};

// Either may be empty.
struct TrainingReports {
    std::function<void(const std::string&)> message = {};         // a sentence at each phase
    std::function<void(const TrainingProgress&)> progress = {};   // after every step
};

// Trains the tokenizer unless out/tokenizer.json exists, then the model; writes model folder and checkpoint at every checkpoint, at a stop
// and at the end. Start and end token of the model are the tokenizer's start token, its context grows to what it is trained on.
// Errors: those of the parts; BadInput unless exactly one of corpus and task is given, and for a folder in use; OverBudget; Cancelled.
[[nodiscard]] Result<void> runTraining(const TrainingRun& run, const TrainingReports& reports, const std::stop_token& stop = {});

// A run's checkpoint in its folder.
[[nodiscard]] std::filesystem::path checkpointIn(const std::filesystem::path& out);

// The shape of the built-in model.
[[nodiscard]] ModelConfig smallModel(Index vocabulary, std::optional<std::int64_t> startToken);
// Two layers of four heads: enough for the tasks.
[[nodiscard]] ModelConfig taskModel(Index vocabulary, std::optional<std::int64_t> startToken);

}   // namespace core
