// A condition as a Python expression over tensors.
#pragma once

#include <string>
#include <string_view>

#include "core/attention/condition.h"
#include "core/base/result.h"

namespace core {

struct PythonCondition {
    std::string text;       // over q and k, tensors of 64-bit integers; its value is a tensor of truths
    bool divides = false;   // calls floor_div or euclid_mod, which are 0 where they divide by 0
};

// q and k lie in [0, keys). Errors: Unsupported where a number may grow beyond what a condition holds.
[[nodiscard]] Result<PythonCondition> pythonOf(const Condition& condition, Index keys);

// Their definitions.
inline constexpr std::string_view kPythonDivisions = R"(def floor_div(a, b):
    a, b = torch.as_tensor(a), torch.as_tensor(b)
    return torch.where(b == 0, 0, torch.div(a, torch.where(b == 0, 1, b), rounding_mode="floor"))


def euclid_mod(a, b):
    a, b = torch.as_tensor(a), torch.as_tensor(b)
    return torch.where(b == 0, 0, torch.remainder(a, torch.where(b == 0, 1, b.abs())))
)";

}   // namespace core
