#include "core/base/terminal.h"

#include <unistd.h>

namespace core {

bool errorsGoToTerminal() { return ::isatty(STDERR_FILENO) == 1; }

}   // namespace core
