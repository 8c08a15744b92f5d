// The program: a subcommand, or the window.
#include <algorithm>
#include <clocale>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "app/command.h"
#include "app/help_topics.h"
#include "app/notices.h"
#include "core/base/interrupt.h"
#include "core/base/out_of_memory.h"
#include "core/base/printable.h"
#include "core/base/version.h"

namespace {

enum ExitCode { kSuccess = 0, kFailure = 1, kWrongUsage = 2, kInterrupted = 130 };

// Names of files and options come from elsewhere: what is in them must not speak to the terminal.
std::string oneLine(std::string text)
{
    std::ranges::replace(text, '\n', ' ');
    return core::printable(text);
}

int report(const core::Error& error)
{
    if (error.fault == core::Fault::Cancelled) return kInterrupted;
    fmt::print(stderr, "fovea: error: {}\n", oneLine(error.what));
    if (!error.remedy.empty()) fmt::print(stderr, "fovea: hint: {}\n", oneLine(error.remedy));
    return error.fault == core::Fault::BadInput ? kWrongUsage : kFailure;
}

int wrongUsage(const std::string& what, const std::string& hint)
{
    return report({core::Fault::BadInput, what, hint});
}

bool isCommand(const std::string& word)
{
    return std::any_of(app::commands().begin(), app::commands().end(), [&](const app::Command& command) { return word == command.name; });
}

// A full disk behind a redirection must not pass for success.
int endOfOutput()
{
    if (std::fflush(stdout) == 0 && std::cout.flush()) return kSuccess;
    return report({core::Fault::System, "Standard output cannot be written.", "Check where it goes."});
}

int wrongWord(const std::string& word, const char* otherwise)
{
    return wrongUsage(fmt::format("\"{}\" is neither a subcommand nor {}.", word, otherwise), "See `fovea help`.");
}

// `arguments` without the program's name.
int runCommand(std::vector<std::string> arguments)
{
    CLI::App program("Fovea shows where a transformer looks.\n`fovea` alone, or with a model folder, a session or a text file, opens the window;\n`--language de` before it, in German.", "fovea");
    program.set_version_flag("--version", fmt::format("fovea {}", core::version()));
    program.footer(fmt::format("Topics:\n{}\n`fovea help SUBCOMMAND` shows the options of a subcommand.", app::helpTopicList()));
    program.require_subcommand(1);
    app::Action chosen;
    for (const app::Command& command : app::commands()) {
        CLI::App* options = program.add_subcommand(command.name, command.description);
        options->callback([&chosen, action = command.declare(*options)] { chosen = action; });
    }
    try {   // CLI11 speaks through exceptions
        std::reverse(arguments.begin(), arguments.end());
        program.parse(std::move(arguments));
    } catch (const CLI::Success& success) {
        return program.exit(success);
    } catch (const CLI::Error& error) {
        const std::vector<CLI::App*> parsed = program.get_subcommands();
        const std::string topic = parsed.empty() ? "" : " " + parsed.front()->get_name();
        const std::string what = error.what();
        return wrongUsage(what + (what.ends_with('.') ? "" : "."), fmt::format("See `fovea help{}`.", topic));
    }
    const core::Result<void> done = core::orOutOfMemory([] { return "this"; }, "Shorten the text, or close other programs.", chosen);
    if (!done) return report(done.error());
    app::printWhatWasSaid();
    return endOfOutput();
}

int help(const std::string& word)
{
    if (isCommand(word)) return runCommand({word, "--help"});
    const app::HelpTopic* topic = app::findHelpTopic(word);
    if (!topic) return wrongWord(word, "a topic");
    std::cout << topic->text();
    return endOfOutput();
}

// fovea [--language CODE] [PATH]
int openWindow(int argc, char** argv)
{
    app::WindowRequest request;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        std::error_code error;
        if (word == "--language") {
            if (++i == argc) return wrongUsage("--language needs a code such as de.", "See `fovea help`.");
            request.language = argv[i];
        } else if (!request.path.empty()) {
            return wrongUsage(fmt::format("The window opens one path, and \"{}\" follows it.", word), "See `fovea help`.");
        } else if (!std::filesystem::exists(word, error)) {
            return wrongWord(word, "an existing path");
        } else {
            request.path = word;
        }
    }
    const core::Result<int> exitCode = app::runWindow(argc, argv, request);
    return exitCode ? *exitCode : report(exitCode.error());
}

}   // namespace

int main(int argc, char** argv)
{
    std::setlocale(LC_NUMERIC, "C");
    if (argc == 1 || std::string_view(argv[1]) == "--language") return openWindow(argc, argv);
    const std::string word = argv[1];
    if (argc > 3 && word == "help") return wrongUsage(fmt::format("help explains one word, and \"{}\" follows it.", argv[3]), "See `fovea help`.");
    if (argc > 2 && word == "--version") return wrongUsage(fmt::format("--version stands alone, and \"{}\" follows it.", argv[2]), "See `fovea help`.");
    if (word == "help") return argc == 2 ? runCommand({"--help"}) : help(argv[2]);
    if (isCommand(word) || word.starts_with('-')) {
        core::watchInterrupts();
        return runCommand({argv + 1, argv + argc});
    }
    return openWindow(argc, argv);
}
