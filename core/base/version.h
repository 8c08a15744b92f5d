#pragma once

namespace core {

[[nodiscard]] const char* version();   // "0.1.0"

}   // namespace core
