// What `fovea help TOPIC` explains besides the subcommands.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace app {

struct HelpTopic {
    const char* name;
    const char* description;   // one sentence, as `fovea --help` prints it
    std::string (*text)();     // lines of at most 120 characters, the last one ended, too
};

[[nodiscard]] std::span<const HelpTopic> helpTopics();
[[nodiscard]] const HelpTopic* findHelpTopic(std::string_view name);   // null: there is none of this name

// Names and descriptions, for the end of `fovea --help`.
[[nodiscard]] std::string helpTopicList();

}   // namespace app
