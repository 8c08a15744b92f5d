// Who reads what the program says.
#pragma once

namespace core {

// Whether standard error goes to a terminal, where somebody waits, and not to a file or another program.
[[nodiscard]] bool errorsGoToTerminal();

}   // namespace core
