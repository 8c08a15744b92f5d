// Ctrl+C as a stop token: long work ends in order, with its checkpoint written or its output file removed.
#pragma once

#include <stop_token>

namespace core {

// Call once, before any other thread starts. The first SIGINT or SIGTERM requests a stop; a second one ends the process at once with 130.
void watchInterrupts();
[[nodiscard]] std::stop_token interruptToken();   // never stops unless watchInterrupts() was called

}   // namespace core
