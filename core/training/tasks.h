// Small generated tasks: a model of a few heads learns them in minutes, and what its heads then do is known beforehand.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/training/batch_source.h"

namespace core {

// "copy": start token, ids drawn uniformly, and the same ids once more, so that the second half can be predicted exactly.
// "repeats": start token, then passages of several lengths that come two to four times.
[[nodiscard]] std::vector<std::string> taskNames();

// Errors: BadInput listing the tasks there are.
[[nodiscard]] Result<void> checkTaskName(std::string_view name);

// alphabet: the ids to draw from. Errors: those of checkTaskName; BadInput for an empty alphabet.
[[nodiscard]] Result<std::unique_ptr<BatchSource>> createTask(std::string_view name, TokenId start, std::vector<TokenId> alphabet,
                                                              std::uint64_t seed);

}   // namespace core
