// Options that several subcommands share, spelled once.
#pragma once

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "core/attention/attention_backend.h"
#include "core/attention/attention_plan.h"
#include "core/base/result.h"
#include "core/model/model.h"

namespace app {

// --text T, --text-file F ("-" is standard input) or --ids 1,2,3 (used as they are). Exactly one is needed.
class TextInput {
public:
    void declare(CLI::App& options, bool required = true);
    [[nodiscard]] bool given() const { return m_text || m_file || !m_ids.empty(); }
    // Errors: those of the tokenizer; BadFile for the file; BadInput for an id outside the vocabulary.
    [[nodiscard]] core::Result<core::Tokens> tokens(const core::Model& model) const;

private:
    std::optional<std::string> m_text;
    std::optional<std::string> m_file;
    std::vector<core::TokenId> m_ids;
};

// --model DIR|FILE|NAME; left out it is the built-in fovea-s.
class ModelInput {
public:
    void declare(CLI::App& options);
    [[nodiscard]] core::Result<core::ModelPtr> open() const;

private:
    std::string m_name = "fovea-s";
};

// --backend, --plan, --memory: how a run is done.
class RunInput {
public:
    void declare(CLI::App& options);
    // Plan, backend and stop token (Ctrl+C) filled in. `tokens` resolve quoted arguments of patterns.
    [[nodiscard]] core::Result<core::RunOptions> options(const core::Tokens& tokens, const core::ModelConfig& config) const;
    [[nodiscard]] const std::string& backendName() const { return m_backend; }

private:
    std::string m_backend = "cpu";
    std::string m_plan;
    std::string m_memory;
};

// --layer L and --head H, both needed.
class HeadInput {
public:
    void declare(CLI::App& options);
    // Errors: BadInput with the numbers the model has.
    [[nodiscard]] core::Result<core::HeadId> head(const core::ModelConfig& config) const;

private:
    core::Index m_layer = 0;
    core::Index m_head = 0;
};

// Prints one JSON object and a line break to standard output.
void printJson(const core::Json& json);

}   // namespace app
