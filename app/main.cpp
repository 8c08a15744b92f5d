// The program: a subcommand, or the window.
#include <clocale>
#include <cstdio>
#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "app/command.h"
#include "core/base/interrupt.h"
#include "core/base/version.h"

namespace {

enum ExitCode { kSuccess = 0, kFailure = 1, kWrongUsage = 2, kInterrupted = 130 };

int report(const core::Error& error)
{
    if (error.fault == core::Fault::Cancelled) return kInterrupted;
    fmt::print(stderr, "fovea: error: {}\n", error.what);
    if (!error.remedy.empty()) fmt::print(stderr, "fovea: hint: {}\n", error.remedy);
    return error.fault == core::Fault::BadInput ? kWrongUsage : kFailure;
}

std::string oneLine(std::string text)
{
    for (char& c : text)
        if (c == '\n') c = ' ';
    return text;
}

int wrongUsage(const std::string& what, const std::string& hint)
{
    return report({core::Fault::BadInput, oneLine(what), hint});
}

int runCommand(CLI::App& program, int argc, char** argv)
{
    program.description("Fovea shows where a transformer looks.\n`fovea` alone, or with a model folder or a text file, opens the window.");
    program.name("fovea");
    program.set_version_flag("--version", fmt::format("fovea {}", core::version()));
    program.require_subcommand(1);
    CLI::App* help = program.add_subcommand("help", "Show the options of a subcommand.");
    std::string helpTopic;
    help->add_option("SUBCOMMAND", helpTopic);

    app::Action chosen;
    for (const app::Command& command : app::commands()) {
        CLI::App* options = program.add_subcommand(command.name, command.description);
        options->callback([&chosen, action = command.declare(*options)] { chosen = action; });
    }
    try {   // CLI11 speaks through exceptions
        program.parse(argc, argv);
        if (help->parsed()) {
            const CLI::App* topic = helpTopic.empty() ? &program : program.get_subcommand(helpTopic);
            fmt::print("{}", topic->help());
            return kSuccess;
        }
    } catch (const CLI::Success& success) {
        return program.exit(success);
    } catch (const CLI::Error& error) {
        const std::vector<CLI::App*> parsed = program.get_subcommands();
        const std::string topic = parsed.empty() ? "" : " " + parsed.front()->get_name();
        return wrongUsage(error.what() + std::string(std::string(error.what()).ends_with('.') ? "" : "."), fmt::format("See `fovea help{}`.", topic));
    }
    const core::Result<void> done = chosen();
    return done ? int(kSuccess) : report(done.error());
}

bool isCommandWord(const std::string& word)
{
    if (word == "help" || word.starts_with('-')) return true;
    for (const app::Command& command : app::commands())
        if (word == command.name) return true;
    return false;
}

}   // namespace

int main(int argc, char** argv)
{
    std::setlocale(LC_NUMERIC, "C");
    CLI::App program;
    if (argc == 1) return app::runWindow(argc, argv, {});
    const std::string word = argv[1];
    if (isCommandWord(word)) {
        core::watchInterrupts();
        return runCommand(program, argc, argv);
    }
    std::error_code error;
    if (std::filesystem::exists(word, error)) return app::runWindow(argc, argv, word);
    return wrongUsage(fmt::format("\"{}\" is neither a subcommand nor an existing path.", word), "See `fovea help`.");
}
