#include "core/base/version.h"

namespace core {

const char* version() { return FOVEA_VERSION; }

}   // namespace core
