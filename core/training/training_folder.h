// The folder of a training run: an ordinary model folder with a checkpoint beside it, from which the run goes on.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/training/trainer.h"

namespace core {

class TrainingFolder {
public:
    explicit TrainingFolder(std::filesystem::path path) : m_path(std::move(path)) {}

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path config() const { return m_path / "config.json"; }
    [[nodiscard]] std::filesystem::path model() const { return m_path / "model.safetensors"; }
    [[nodiscard]] std::filesystem::path tokenizer() const { return m_path / "tokenizer.json"; }
    [[nodiscard]] std::filesystem::path checkpoint() const { return m_path / "checkpoint.safetensors"; }
    [[nodiscard]] bool hasTokenizer() const;

    // Whether a new run may begin here: the folder may hold a tokenizer to use and a configuration, but nothing that was trained. Errors:
    // BadInput naming what there is.
    [[nodiscard]] Result<void> checkUnused() const;
    // What the run in this folder was told and how far it is. Errors: BadFile when there is none to go on with.
    [[nodiscard]] Result<TrainingRecord> resumable() const;

    // Makes the folder. A file that is no complete checkpoint does not stand in the way of a new run: it is put aside, because it is not this
    // program's to delete, and its new name is returned. Errors: System.
    [[nodiscard]] Result<std::optional<std::filesystem::path>> prepare() const;
    // Configuration, checkpoint and model. Errors: those of saving.
    [[nodiscard]] Result<void> save(const Trainer& trainer) const;

private:
    [[nodiscard]] bool holdsModel() const;
    std::filesystem::path m_path;
};

// Taken before a new run writes anything. What the run has made goes again with this object, unless there is a checkpoint by then.
class UnfinishedRun {
public:
    explicit UnfinishedRun(const TrainingFolder& folder);
    ~UnfinishedRun();
    UnfinishedRun(const UnfinishedRun&) = delete;
    UnfinishedRun& operator=(const UnfinishedRun&) = delete;

private:
    std::filesystem::path m_checkpoint;
    std::vector<std::filesystem::path> m_absent;   // files and folders that were not there, the innermost first
};

}   // namespace core
