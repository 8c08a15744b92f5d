// The recursive-descent parser of what stands in where(…).
#pragma once

#include "core/attention/condition.h"
#include "core/attention/text_scanner.h"
#include "core/base/result.h"

namespace core {

// Reads as far as the condition goes and leaves the scanner behind it. Errors: BadInput with the column.
[[nodiscard]] Result<ConditionPtr> parseCondition(TextScanner& scan);

}   // namespace core
