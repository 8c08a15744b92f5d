#include "app/notices.h"

#include <cstdio>

#include <fmt/format.h>

namespace app {

void say(std::string_view text) { fmt::print(stderr, "fovea: {}\n", text); }

void sayIfBeyondContext(const core::Tokens& tokens, const core::ModelConfig& config)
{
    if (config.context > 0 && tokens.size() > config.context)
        say(fmt::format("note: the text has {} tokens; the model was trained on {} positions. Metrics leave the rows beyond out.", tokens.size(),
                        config.context));
}

}   // namespace app
