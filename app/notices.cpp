#include "app/notices.h"

#include <cstdio>

#include <fmt/format.h>

namespace app {

void say(std::string_view text) { fmt::print(stderr, "fovea: {}\n", text); }

void sayIfBeyondContext(core::Index tokens, const core::ModelConfig& config)
{
    if (config.context > 0 && tokens > config.context)
        say(fmt::format("note: the text has {} tokens; the model was trained on {} positions. What it does beyond them was never trained, and metrics "
                        "leave those rows out.",
                        tokens, config.context));
}

}   // namespace app
