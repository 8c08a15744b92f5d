// The memory budget: peak use is estimated before work starts, and what would not fit is refused with the number and what would fit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace core {

[[nodiscard]] std::int64_t freeMemory();       // bytes the system could give now; 0 when unknown
[[nodiscard]] std::int64_t memoryBudget();     // bytes; half of what was free at first use unless set
void setMemoryBudget(std::int64_t bytes);

// Errors: OverBudget naming `work`, both numbers and `remedy`.
[[nodiscard]] Result<void> withinBudget(std::int64_t bytes, std::string_view work, std::string remedy);

[[nodiscard]] std::string formatBytes(std::int64_t bytes);                     // "1.5 GB", decimal units
[[nodiscard]] Result<std::int64_t> parseBytes(std::string_view text);          // "800M", "2 GB", "123456"

}   // namespace core
