// A subcommand is one file: its options and what it does, registered by one line in commands.cpp.
#pragma once

#include <functional>
#include <span>

#include <CLI/CLI.hpp>

#include "core/base/result.h"

namespace app {

// What runs once the command line was understood. Exit code: 0 for a value, 2 for Fault::BadInput (wrong usage), 130 for Fault::Cancelled,
// 1 for any other error. The error is printed by main as "fovea: error: …" and "fovea: hint: …".
using Action = std::function<core::Result<void>()>;

struct Command {
    const char* name;
    const char* description;            // one sentence, as `fovea help` prints it
    Action (*declare)(CLI::App& options);   // adds the options; the returned action owns their values
};

[[nodiscard]] std::span<const Command> commands();

// One for each file *_command.cpp.
Action declareBench(CLI::App& options);
Action declareCheck(CLI::App& options);
Action declareCompare(CLI::App& options);
Action declareDevices(CLI::App& options);
Action declareGenerate(CLI::App& options);
Action declareMetrics(CLI::App& options);
Action declareModels(CLI::App& options);
Action declareRecord(CLI::App& options);
Action declareRender(CLI::App& options);
Action declareTrain(CLI::App& options);

struct WindowRequest {
    std::string path;       // a model folder, a session or a text; empty: the sample sentence
    std::string language;   // a code such as "de"; empty: the system's
};

// Returns the process's exit code when the window is closed. Errors: System without a display; BadInput for a language that there is not.
[[nodiscard]] core::Result<int> runWindow(int argc, char** argv, const WindowRequest& request);

}   // namespace app
