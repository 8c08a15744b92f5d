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
#include "core/training/training_models.h"

namespace core {

inline constexpr Index kUsualVocabulary = 4096;

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
    std::optional<Index> vocabulary = {};               // of a tokenizer that is trained on a corpus; none: kUsualVocabulary
    RunStart start = RunStart::New;
    Index checkpointEvery = 200;
};

// Either may be empty.
struct TrainingReports {
    std::function<void(const std::string&)> message = {};         // a sentence at each phase
    std::function<void(const TrainingProgress&)> progress = {};   // after every step
};

// Trains the tokenizer unless out/tokenizer.json exists, then the model; writes model folder and checkpoint at every checkpoint, at a stop
// and at the end. Start and end token of the model are the tokenizer's start token, its context grows to what it is trained on. The model is
// stored in half precision while its numbers fit. Nothing is written before everything that can be wrong with the request was found, and what
// a new run wrote goes again when it fails before its first checkpoint.
// Errors: those of the parts; BadInput unless exactly one of corpus and task is given, for a folder in use, and for a run resumed on other
// data or with fewer steps than it has done; OverBudget; Cancelled.
[[nodiscard]] Result<void> runTraining(const TrainingRun& run, const TrainingReports& reports, const std::stop_token& stop = {});

// A run's checkpoint in its folder.
[[nodiscard]] std::filesystem::path checkpointIn(const std::filesystem::path& out);

}   // namespace core
