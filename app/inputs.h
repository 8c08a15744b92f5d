// Options that several subcommands share, spelled once.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

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
    [[nodiscard]] bool given() const { return m_text || m_file || m_ids; }
    // Says so when the text is no UTF-8. Errors: those of the tokenizer; BadFile for the file; BadInput for what is no id of the vocabulary;
    // Cancelled by Ctrl+C.
    [[nodiscard]] core::Result<core::Tokens> tokens(const core::Model& model) const;

private:
    std::optional<std::string> m_text;   // given and empty is a text, too: the start token alone
    std::optional<std::string> m_file;
    std::optional<std::string> m_ids;
};

// --model DIR|FILE|NAME; left out it is the built-in fovea-s.
class ModelInput {
public:
    void declare(CLI::App& options);
    [[nodiscard]] core::Result<core::ModelPtr> open() const;   // Errors: those of openModelByName; Cancelled by Ctrl+C

private:
    std::string m_name = "fovea-s";
};

// What --pattern was given: an expression, or "@FILE.json" with the patterns of such a file: a list as in samples/patterns, or one text.
// Errors: BadFile.
[[nodiscard]] core::Result<std::vector<std::string>> patternTexts(const std::string& option);

// --memory. Holds at once, because opening a model asks for the budget too.
void declareMemory(CLI::App& options);

// --plan: the mechanism of each head.
class PlanInput {
public:
    void declare(CLI::App& options);
    // `tokens` are what quoted arguments of patterns name. Errors: BadInput with the column, or for a plan that does not fit the model.
    [[nodiscard]] core::Result<core::AttentionPlan> plan(const core::Tokens& tokens, const core::ModelConfig& config) const;

private:
    std::string m_plan;
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
    PlanInput m_plan;
};

// Whether the model has such a head. Errors: BadInput with the numbers the model has.
[[nodiscard]] core::Result<void> checkHead(core::HeadId head, const core::ModelConfig& config);

// The parts between the commas, empty ones too.
[[nodiscard]] std::vector<std::string> splitList(const std::string& list);

// Whether `file` can be written, asked before a run that may take minutes. Errors: BadInput without a name; those of core::fileToSave.
[[nodiscard]] core::Result<void> checkOutput(const std::filesystem::path& file);

// Prints one JSON object and a line break to standard output.
void printJson(const core::Json& json);

}   // namespace app
