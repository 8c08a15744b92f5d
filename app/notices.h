// One-line messages on standard error that belong to no failure.
#pragma once

#include <string>
#include <string_view>

#include "core/model/model_config.h"
#include "core/text/tokens.h"

namespace app {

// "fovea: TEXT" on standard error, once the command has succeeded: a failed one prints its error and nothing else.
void say(std::string text);
void printWhatWasSaid();   // for main

// Says so when parts of the text are no UTF-8.
void sayIfBroken(std::string_view text);

// Says so when there are more tokens than the positions the model was trained on.
void sayIfBeyondContext(core::Index tokens, const core::ModelConfig& config);
inline void sayIfBeyondContext(const core::Tokens& tokens, const core::ModelConfig& config) { sayIfBeyondContext(tokens.size(), config); }

}   // namespace app
